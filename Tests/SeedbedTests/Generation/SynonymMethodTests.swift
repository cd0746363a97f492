import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import SeedbedText
import Testing

@Suite(
  "Synonym replacement",
  .enabled(if: GenerationSupport.hasWordNet, "needs WordNet: apt install wordnet-base")
)
struct SynonymMethodTests {
  @Test(
    "keeps inflection and case, and repairs the article",
    arguments: [
      ("I tried to log in.", "I attempted to log in."),
      ("I am trying to log in.", "I am attempting to log in."),
      ("We are buying a house.", "We are purchasing a house."),
      ("They made two movies.", "They made two films."),
      ("I have an opportunity.", "I have a chance."),
      ("Buying the app is hard.", "Purchasing the app is hard."),
      ("She rides an automobile.", "She rides a car."),
      ("We went to the biggest shops.", "We went to the biggest stores."),
    ]
  )
  func inflects(text: String, expected: String) throws {
    let results = try GenerationSupport.results("synonyms", text)
    #expect(results.contains(expected), "\(results)")
  }

  @Test("pitfall 1: no obscure senses", arguments: ["apple", "bank", "pin", "card", "mouse"])
  func obscure(word: String) throws {
    let results = try GenerationSupport.results("synonyms", "I want the \(word) back.")
    for result in results { #expect(result.contains(word), "\(result)") }
  }

  @Test("pronouns that WordNet calls nouns stay, so that no \"person\" loses its article")
  func pronouns() throws {
    let text = "I think someone tried to use something of somebody, and everyone noticed."
    for result in try GenerationSupport.results("synonyms", text) {
      for word in ["someone", "something", "somebody", "everyone"] {
        #expect(result.contains(word), "\(result)")
      }
    }
  }

  @Test("words of the label's own name stay, in any inflection")
  func labelWords() throws {
    let text = "I bought it, so why was my purchase declined after purchasing?"
    for result in try GenerationSupport.results("synonyms", text, label: "declined_purchase") {
      #expect(result.contains("purchase declined after purchasing"), "\(result)")
    }
    let free = try GenerationSupport.results("synonyms", text, label: "other")
    #expect(free.contains { !$0.contains("purchase declined after purchasing") })
  }

  @Test("pitfall 4: negators, quantifiers and modals stay, and none comes in")
  func polarity() throws {
    let words = ["not", "never", "no", "nobody", "cannot", "must", "all", "few", "only", "without"]
    for (number, seed) in GenerationSupport.seeds.enumerated() {
      guard let proposal = try GenerationSupport.propose("synonyms", seed, sample: number) else {
        continue
      }
      let text = try proposal.edits.applied(to: seed.text)
      for word in words { #expect(count(word, text) == count(word, seed.text), "\(text)") }
    }
  }

  /// How often a word stands in a text, in any case.
  private func count(_ word: String, _ text: String) -> Int {
    text.lowercased().split { !$0.isLetter }.count { $0 == word }
  }

  @Test("pitfall 7: protected words are known in any case", arguments: ["FAIL", "Fail", "FAILED"])
  func anyCase(word: String) throws {
    let text = "We \(word) to buy the big house."
    for result in try GenerationSupport.results("synonyms", text) {
      #expect(result.contains(word), "\(result)")
    }
  }

  @Test("quoted text stays, and keywords that were learned stay")
  func quotedAndKeywords() throws {
    let quoted = "They said \"we are buying a big house\" and left."
    for result in try GenerationSupport.results("synonyms", quoted) {
      #expect(result.contains("\"we are buying a big house\""), "\(result)")
    }
    var texts: [(text: String, label: String)] = []
    for _ in 0..<20 {
      texts.append(("I think that we are buying it", "a"))
      texts.append(("I think that we are selling it", "b"))
    }
    var seed = GenerationSupport.seed("They bought a big house.")
    seed.keywords = LabelKeywords(learning: texts)
    seed.text = "They are buying a big house."
    for draw in 0..<100 {
      guard let proposal = try GenerationSupport.propose("synonyms", seed, draw: draw) else {
        continue
      }
      #expect(try proposal.edits.applied(to: seed.text).contains("buying"))
    }
  }

  @Test("records the meaning and its fit, and changes about a tenth of the words")
  func amount() throws {
    let reason = #/sense [1-8] of (noun|verb|adjective|adverb), context [01]\.\d\d/#
    for (number, seed) in GenerationSupport.seeds.enumerated() {
      guard let proposal = try GenerationSupport.propose("synonyms", seed, sample: number) else {
        continue
      }
      let words = proposal.edits.edits.filter { $0.reason != "article" }
      let characters = Double(seed.text.unicodeScalars.count)
      #expect(words.count >= 1 && Double(words.count) <= 1 + 0.036 * characters)
      #expect(words.allSatisfy { $0.reason.wholeMatch(of: reason) != nil })
    }
  }

  @Test("a locked article keeps its noun, as one without the other would be wrong")
  func lockedArticle() throws {
    let text = "I have an opportunity."
    let lock = GenerationSupport.range(of: "an", in: text)
    let results = try GenerationSupport.results("synonyms", text, locked: [lock])
    #expect(results.isEmpty, "\(results)")
  }
}
