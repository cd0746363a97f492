import SeedbedText
import Testing

@Suite("Spelling")
struct SpellerTests {
  private static let words: [String: (right: [String], wrong: [String])] = [
    "en": (["arrived", "card", "Paris", "don't", "children"], ["arived", "cardd", "recieve"]),
    "es": (["tarjeta", "llegó", "cuentas", "niño"], ["targeta", "lleggo"]),
    "fr": (["carte", "arrivée", "factures", "élève"], ["cartte", "arivée"]),
    "de": (["Karte", "überweisen", "Straße", "Häuser"], ["Kartte", "überwaisen"]),
  ]

  @Test("knows words from misspelt ones", arguments: ["en", "es", "fr", "de"])
  func knows(language: String) throws {
    // A machine without the dictionary says so, and what to install.
    guard let speller = Speller.installed(for: language) else {
      #expect(Speller.missing(language).contains("apt install hunspell-"))
      return
    }
    let words = try #require(Self.words[language])
    for word in words.right { #expect(speller.isWord(word), "\(word)") }
    for word in words.wrong { #expect(!speller.isWord(word), "\(word)") }
  }

  @Test("no word of hostile letters is one, and none breaks it")
  func hostile() {
    guard let speller = Speller.installed(for: "en") else { return }
    for word in ["", "\u{0}", "a\u{0}b", String(repeating: "a", count: 100_000), "🙂", "\u{301}"] {
      #expect(!speller.isWord(word))
    }
  }

  @Test("there is none for a language that nobody has")
  func unknown() {
    #expect(Speller.installed(for: "xx") == nil)
    #expect(Speller.missing("xx").contains("xx"))
  }

  @Test("threads that share a dictionary get what one alone gets")
  func threads() async {
    guard let speller = Speller.installed(for: "en") else { return }
    await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { speller.isWord("arrived") && !speller.isWord("arived") }
      }
      for await isRight in group { #expect(isRight) }
    }
  }

  @Test("the inflector makes words of common bases that the dictionary has")
  func inflector() throws {
    guard let speller = Speller.installed(for: "en"), let wordnet = TextResources.wordnet else {
      return
    }
    let inflector = Inflector(wordnet: wordnet)
    let bases: [(PartOfSpeech, [String], [Inflection])] = [
      (
        .noun, ["error", "film", "purchase", "story", "fee", "shop", "class", "wife", "leaf"],
        [.plural]
      ),
      (
        .verb,
        ["buy", "purchase", "begin", "occur", "stop", "try", "carry", "supply", "admit", "choose"],
        [.thirdPerson, .past, .pastParticiple, .presentParticiple]
      ),
      (
        .adjective, ["big", "large", "easy", "quick", "vast", "sad"], [.comparative, .superlative]
      ),
    ]
    for (pos, words, inflections) in bases {
      for word in words {
        for inflection in inflections {
          let form = try #require(inflector.inflect(word, inflection, pos))
          #expect(speller.isWord(form), "\(form)")
        }
      }
    }
  }
}
