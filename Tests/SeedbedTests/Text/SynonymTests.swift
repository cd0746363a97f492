import SeedbedPipeline
import SeedbedText
import Testing

@Suite(
  "Synonyms",
  .enabled(if: TextResources.wordnet != nil, "WordNet 3.0 is not installed here")
)
struct SynonymTests {
  private static let synonyms = TextResources.wordnet.map { Synonyms(wordnet: $0) }

  private func replacements(_ text: String, _ word: String) throws -> [Replacement] {
    let wordnet = try #require(TextResources.wordnet)
    let tagged = try #require(
      Tagger(wordnet: wordnet).tag(text).first { $0.lower == word.lowercased() }
    )
    return Self.synonyms?.replacements(for: tagged, in: text) ?? []
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
    #expect(try replacements("She ate an apple.", "apple") == [])
    for text in ["The bank charged me.", "We sat on the bank of the river."] {
      let bank = try replacements(text, "bank")
      #expect(bank.allSatisfy { !$0.text.contains(" ") && $0.lemma != "depository" })
      #expect(bank.allSatisfy { $0.taggedCount > 0 })
    }
  }

  @Test("words of the gloss in the sentence speak for a meaning")
  func context() throws {
    func score(_ text: String) throws -> Double {
      try replacements(text, "film").first { $0.lemma == "movie" }?.contextScore ?? 0
    }
    let plain = try score("I liked the film")
    let helped = try score("I liked the film with moving sound and a sequence of images")
    #expect(plain > 0.3 && helped > plain && helped <= 1)
  }

  @Test("say which meaning it is and how well it fits")
  func reason() throws {
    let first = try #require(try replacements("We are buying a house.", "buying").first)
    #expect(first.text == "purchasing" && first.pos == .verb)
    #expect(first.reason.wholeMatch(of: #/sense 1 of verb, context [01]\.\d\d/#) != nil)
  }

  @Test("a verb must take the complement that follows it")
  func complements() throws {
    #expect(try replacements("I tried to open it", "tried").map(\.text) == ["attempted"])
    #expect(try replacements("They allow me to open it", "allow").allSatisfy { $0.text != "let" })
    #expect(try replacements("It is cheaper rather than new", "rather") == [])
  }

  @Test("an ambiguous form is read by the words before it")
  func readings() throws {
    #expect(try replacements("They have started it", "started").map(\.text).contains("begun"))
    #expect(try replacements("They started it", "started").map(\.text).contains("began"))
  }

  @Test("every replacement is a word of the dictionary, and of the same part of speech")
  func real() throws {
    let wordnet = try #require(TextResources.wordnet)
    let speller = Speller.installed(for: "en")
    var found = 0
    for seed in GenerationSupport.bankingSeeds.prefix(1_000) {
      Self.synonyms?.reading(seed.text) { reading in
        for index in 0..<reading.wordCount {
          for replacement in reading.replacements(at: index) {
            found += 1
            #expect(wordnet.baseForms(of: replacement.text, replacement.pos).count > 0)
            if let speller { #expect(speller.isWord(replacement.text), "\(replacement.text)") }
          }
        }
      }
    }
    #expect(found > 100 || !GenerationSupport.hasShared)
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
    let text = "She was completely lost in the story."
    let first = try replacements(text, "completely")
    #expect(first.count > 0)
    for _ in 0..<5 { #expect(try replacements(text, "completely") == first) }
    let keys = first.map { [$0.senseNumber, -$0.taggedCount] }
    #expect(keys == keys.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test("a range outside the text gives none instead of a crash")
  func foreignRange() throws {
    let word = TaggedWord(range: 90..<95, lower: "house", pos: .noun, confidence: 1)
    #expect(Self.synonyms?.replacements(for: word, in: "house") == [])
  }
}
