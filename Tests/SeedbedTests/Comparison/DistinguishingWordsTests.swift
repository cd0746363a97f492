import SeedbedPipeline
import Testing

@Suite("Words that tell two sides apart")
struct DistinguishingWordsTests {
  @Test("a word of one side is found, with the side it speaks for and the texts that hold it")
  func found() throws {
    let real = (0..<400).map { "where is my card number \($0 % 7)" }
    let synthetic = (0..<400).map { "Kindly tell me, kindly, where my card is \($0 % 7)" }
    let words = DistinguishingWord.find(real: real, synthetic: synthetic)
    let kindly = try #require(words.first { $0.word == "kindly" })
    // Twice in a text counts once.
    #expect(kindly.real == 0 && kindly.synthetic == 400 && kindly.zScore > 4)
    let number = try #require(words.first { $0.word == "number" })
    #expect(number.real == 400 && number.zScore < -4)
    #expect(!words.contains { ["card", "where", "is", "my"].contains($0.word) })
    // Those of the synthetic side come first.
    #expect(
      words.firstIndex { $0.zScore < 0 }.map { words[..<$0].allSatisfy { $0.zScore > 0 } } == true
    )
  }

  @Test("two halves of the same texts are not told apart")
  func silent() {
    let texts = (0..<2000).map { "word\($0 % 50) word\($0 % 37) word\($0 % 11)" }
    let (first, second) = (Array(texts.prefix(1000)), Array(texts.suffix(1000)))
    #expect(DistinguishingWord.find(real: first, synthetic: second).isEmpty)
    #expect(DistinguishingWord.find(real: [], synthetic: texts).isEmpty)
    #expect(DistinguishingWord.find(real: first, synthetic: first).isEmpty)
  }

  @Test("at most so many words of a side are named, the strongest")
  func most() {
    let real = (0..<300).map { _ in "alpha beta gamma delta" }
    let synthetic = (0..<300).map { _ in "one two three four five six" }
    let words = DistinguishingWord.find(real: real, synthetic: synthetic, most: 3)
    #expect(words.count == 6 && words.prefix(3).allSatisfy { $0.zScore > 0 })
    #expect(words.prefix(3).map(\.word) == ["five", "four", "one"])
  }
}
