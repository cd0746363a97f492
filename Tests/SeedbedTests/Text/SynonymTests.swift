import SeedbedText
import Testing

@Suite(
  "Synonyms",
  .enabled(if: TextResources.wordnet != nil, "WordNet 3.0 is not installed here")
)
struct SynonymTests {
  private func replacements(
    _ text: String,
    _ word: String,
    maximumSense: Int = 1
  ) throws
    -> [Replacement]
  {
    let wordnet = try #require(TextResources.wordnet)
    let tagged = try #require(
      Tagger(wordnet: wordnet).tag(text).first { $0.lower == word.lowercased() }
    )
    return Synonyms(wordnet: wordnet)
      .replacements(for: tagged, in: text, maximumSense: maximumSense)
  }

  @Test(
    "are inflected and cased like the word",
    arguments: [
      ("He purchased a house.", "purchased", "bought"), ("a big house", "big", "large"),
      ("The kids slept.", "kids", "children"), ("We began early", "began", "started"),
      ("A BIG HOUSE HERE", "big", "LARGE"), ("Big houses cost more.", "big", "Large"),
      ("my telephone is broken", "telephone", "phone"),
    ]
  )
  func inflected(_ text: String, _ word: String, _ synonym: String) throws {
    #expect(try replacements(text, word).map(\.text).contains(synonym))
  }

  @Test("pitfall: an apple is no malus pumila and a bank no institution")
  func senseErrors() throws {
    for depth in 1...3 {
      #expect(try replacements("She ate an apple.", "apple", maximumSense: depth) == [])
      let bank = try replacements("The bank charged me.", "bank", maximumSense: depth)
      #expect(bank.allSatisfy { !$0.text.contains(" ") && $0.lemma != "depository" })
      #expect(bank.allSatisfy { $0.taggedCount > 0 })
    }
  }

  @Test(
    "names, function words, negators, short words and codes have none",
    arguments: [
      ("I do not like it", "not"), ("I saw Big Ben", "big"), ("nobody came", "nobody"),
      ("I can go", "can"), ("many people", "many"), ("to be or so", "or"),
      ("order abc123", "abc123"),
      ("we never ship", "never"), ("an ax fell", "ax"),
    ]
  )
  func none(_ text: String, _ word: String) throws {
    #expect(try replacements(text, word) == [])
  }

  @Test(
    "words of many meanings, parts of phrases and units have none",
    arguments: [
      ("I want to get it", "get"), ("check my account", "account"),
      ("finish up the work", "finish"),
      ("an auto-repair", "auto"), ("5 pounds of it", "pounds"), ("I used to go", "used"),
      ("the ATM ate it", "atm"), ("they buy out others", "buy"),
    ]
  )
  func phrases(_ text: String, _ word: String) throws {
    #expect(try replacements(text, word) == [])
  }

  @Test("carry the change of the article before the word")
  func article() throws {
    let text = "I saw a huge dog and an automobile"
    let car = try #require(try replacements(text, "automobile").first { $0.text == "car" })
    #expect(car.articleEdit?.shown(in: text) == "an → a")
    let dog = try replacements("a big dog", "big")
    #expect(dog.first { $0.text == "large" }?.articleEdit == nil)
    let quoted = try replacements("an \"automobile\" here", "automobile")
    #expect(quoted.allSatisfy { $0.articleEdit == nil })
  }

  @Test("come in the same order every time, by sense, then frequency, then spelling")
  func order() throws {
    let text = "She quickly answered the question."
    let first = try replacements(text, "quickly", maximumSense: 2)
    #expect(first.count > 1)
    for _ in 0..<5 { #expect(try replacements(text, "quickly", maximumSense: 2) == first) }
    let keys = first.map { [$0.senseNumber, -$0.taggedCount] }
    #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test("a range outside the text gives none instead of a crash")
  func foreignRange() throws {
    let word = TaggedWord(range: 90..<95, lower: "house", pos: .noun, confidence: 1)
    let synonyms = Synonyms(wordnet: try #require(TextResources.wordnet))
    #expect(synonyms.replacements(for: word, in: "house") == [])
  }
}
