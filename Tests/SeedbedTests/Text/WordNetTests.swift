import SeedbedData
import SeedbedText
import Testing

@Suite(
  "WordNet",
  .enabled(if: TextResources.wordnet != nil, "WordNet 3.0 is not installed here")
)
struct WordNetTests {
  private func wordnet() throws -> WordNet { try #require(TextResources.wordnet) }

  @Test("senses come in order of frequency with their lemmas and counts")
  func senses() throws {
    let senses = try wordnet().senses(of: "Bank", .noun)
    #expect(senses.count == 10)
    #expect(senses.map(\.number) == Array(1...10))
    #expect(senses[1].lemmas.first == "depository financial institution")
    #expect(senses[0].taggedCount == 25)
    #expect(senses[1].taggedCount == 20)
  }

  @Test("collocations are found with spaces and lemmas keep their capitals")
  func collocations() throws {
    #expect(try wordnet().contains("credit card", .noun))
    #expect(try wordnet().senses(of: "paris", .noun).contains { $0.lemmas.contains("Paris") })
  }

  @Test("markers of adjectives are no part of the lemma")
  func markers() throws {
    let lemmas = try wordnet().senses(of: "outback", .adjective).flatMap(\.lemmas)
    #expect(lemmas.contains("outback"))
    #expect(lemmas.allSatisfy { !$0.contains("(") })
  }

  @Test(
    "what is no lemma is no lemma",
    arguments: [
      "", " ", "zzzz", "ban", "bank ", "bank n 10", "\n", "\u{0}", "é", "29",
      "Princeton University",
    ]
  )
  func missing(_ lemma: String) throws {
    #expect(try !wordnet().contains(lemma, .verb) || lemma == "ban")
    if lemma == "zzzz" { #expect(try wordnet().senses(of: lemma, .noun).isEmpty) }
    #expect(try wordnet().taggedCount("", .noun) == 0)
  }

  @Test("the first and the last lemma of each file are found")
  func borders() throws {
    #expect(try wordnet().contains("'hood", .noun))
    #expect(try wordnet().contains("zyrian", .noun))
    #expect(try wordnet().contains("a-horizon", .noun))
    #expect(try wordnet().contains("zoom", .verb))
    #expect(try wordnet().contains("abandon", .verb))
  }

  @Test(
    "base forms follow the exception lists and the endings",
    arguments: [
      ("running", PartOfSpeech.verb, "run"), ("mice", .noun, "mouse"), ("boxes", .noun, "box"),
      ("cities", .noun, "city"), ("women", .noun, "woman"), ("bigger", .adjective, "big"),
      ("nicest", .adjective, "nice"), ("was", .verb, "be"), ("hoping", .verb, "hope"),
      ("Cards", .noun, "card"), ("quickly", .adverb, "quickly"),
    ]
  )
  func baseForms(_ word: String, _ pos: PartOfSpeech, _ base: String) throws {
    #expect(try wordnet().baseForms(of: word, pos).contains(base))
  }

  @Test("a word that no rule explains has no base form")
  func noBaseForm() throws {
    #expect(try wordnet().baseForms(of: "xyzzying", .verb) == [])
    #expect(try wordnet().baseForms(of: "s", .verb) == [])
  }

  @Test("frequencies add up over the senses")
  func taggedCount() throws {
    let senses = try wordnet().senses(of: "bank", .noun)
    #expect(try wordnet().taggedCount("bank", .noun) == senses.reduce(0) { $0 + $1.taggedCount })
  }
}

@Suite("WordNet that is not there")
struct MissingWordNetTests {
  @Test("opening a folder without it says what to do")
  func missing() throws {
    let error = #expect(throws: SeedbedError.self) { try WordNet(folder: "/nowhere/wordnet") }
    #expect(error?.code == .missingResource)
    #expect(error?.message == "WordNet's file `index.sense` cannot be read in `/nowhere/wordnet`")
    #expect(error?.hint?.contains("SEEDBED_WORDNET") == true)
  }
}
