import SeedbedData
import SeedbedKernels
import SeedbedPipeline
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
      ("He made two mistakes today.", "He made two errors today."),
      ("Buying the app is hard.", "Purchasing the app is hard."),
      ("There was an extra fee.", "There was a surplus fee."),
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
      for change in proposal.parameters["changes"]?.array ?? [] {
        let from = change["from"]?.string?.lowercased() ?? ""
        let to = change["to"]?.string?.lowercased() ?? ""
        #expect(!words.contains(from) && !words.contains(to))
      }
    }
  }

  @Test("replaces three words at most and records which, with the sense")
  func amount() throws {
    for (number, seed) in GenerationSupport.seeds.enumerated() {
      guard let proposal = try GenerationSupport.propose("synonyms", seed, sample: number) else {
        continue
      }
      let changes = proposal.parameters["changes"]?.array ?? []
      let words = changes.filter { $0["rule"]?.string != "article" }
      #expect((1...3).contains(words.count))
      #expect(words.allSatisfy { $0["rule"]?.string?.hasSuffix("sense 1") == true })
      #expect(proposal.edits.edits.count <= changes.count)
    }
  }

  @Test("a locked article keeps its noun, as one without the other would be wrong")
  func lockedArticle() throws {
    let text = "There was an extra fee."
    let lock = GenerationSupport.range(of: "an", in: text)
    let results = try GenerationSupport.results("synonyms", text, locked: [lock])
    #expect(results.isEmpty, "\(results)")
  }
}
