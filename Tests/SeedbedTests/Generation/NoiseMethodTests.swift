import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Noise methods")
struct NoiseMethodTests {
  @Test(
    "each gives the changes that it is for",
    arguments: [
      ("misspelling", "en", "I will definitely receive it.", "I will definately receive it."),
      ("misspelling", "es", "Me llamó ayer también.", "Me llamó ayer tambien."),
      ("keyboard", "en", "Where is the card?", "Where is the czrd?"),
      ("keyboard", "en", "Where is the card?", "Where is the crad?"),
      ("keyboard", "en", "Where is the card?", "Where is the crd?"),
      ("keyboard", "en", "Where is the card?", "Where is the carrd?"),
      ("ocr", "en", "some modern art", "some modem art"),
      ("casing", "en", "I live in Rome, you know.", "i live in rome, you know."),
      ("casing", "en", "I live in Rome, you know.", "I LIVE IN ROME, YOU KNOW."),
      ("casing", "en", "My card is gone.", "my card is gone."),
      ("casing", "en", "My card is gone.", "My CARD is gone."),
      ("punctuation", "en", "Where is it?", "Where is it"),
      ("punctuation", "en", "Where is it?", "Where is it???"),
      ("punctuation", "en", "Where is it?", "Where is it ?"),
      ("punctuation", "en", "I can't.", "I cant."),
      ("punctuation", "en", "I see.", "I see..."),
      ("punctuation", "en", "Well, no, I see.", "Well no I see."),
      ("punctuation", "es", "¿Dónde está?", "Dónde está?"),
      ("contractions", "en", "I do not know.", "I don't know."),
      ("contractions", "en", "I don't know.", "I do not know."),
      ("abbreviations", "en", "Please call.", "Pls call."),
      ("abbreviations", "en", "pls call", "please call"),
      ("abbreviations", "es", "Ven por favor.", "Ven xfa."),
    ]
  )
  func gives(name: String, language: String, text: String, expected: String) throws {
    let results = try GenerationSupport.results(name, text, language: language, draws: 600)
    #expect(results.contains(expected), "\(results.sorted())")
  }

  @Test("a mistyped word never turns into a negation or another small word of the sentence")
  func notMisleading() throws {
    for name in ["keyboard", "misspelling", "ocr"] {
      for result in try GenerationSupport.results(
        name,
        "We note nine more cant phrases",
        draws: 400
      ) {
        let words = result.lowercased().split(separator: " ")
        #expect(!words.contains("not") && !words.contains("can") && !words.contains("none"))
      }
    }
  }

  @Test(
    "an apostrophe is not dropped where another word would remain",
    arguments: ["we're", "we'll", "I'll", "she'll"]
  )
  func apostrophes(word: String) throws {
    for result in try GenerationSupport.results("punctuation", "Now \(word) go, friend.") {
      #expect(result.contains(word))
    }
  }

  @Test("pitfall 5: an ambiguous contraction is left alone")
  func ambiguous() throws {
    #expect(try GenerationSupport.results("contractions", "He's gone and it ain't funny.").isEmpty)
  }

  @Test("marks are never left hanging behind a space at the end of a text")
  func noHangingSpace() throws {
    for result in try GenerationSupport.results("punctuation", "Where is my card?", draws: 400) {
      #expect(!result.hasSuffix(" "))
    }
  }

  @Test("Turkish keeps its two letters i: casing stays away from it")
  func turkish() throws {
    #expect(try GenerationSupport.results("casing", "Kartım nerede?", language: "tr").isEmpty)
  }

  @Test("no change takes a combining mark from its letter")
  func combiningMarks() throws {
    let text = "cafe\u{301} re\u{301}sume\u{301} problem with the ticket nu\u{301}mero"
    for name in ["keyboard", "misspelling", "ocr", "casing", "punctuation"] {
      for result in try GenerationSupport.results(name, text, language: "es", draws: 100) {
        let marks = result.unicodeScalars.filter { $0 == "\u{301}" }.count
        #expect(marks == 4)
        #expect(!result.unicodeScalars.starts(with: ["\u{301}"]) && !result.contains(" \u{301}"))
      }
    }
  }
}
