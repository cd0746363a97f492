import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import SeedbedText
import Testing

@Suite("Kinds of noise")
struct NoiseKindTests {
  @Test(
    "each gives what it is for",
    arguments: [
      ("characters", "en", "the card", "the crad"), ("characters", "en", "the card", "the ard"),
      ("keyboard", "de", "alles müde", "alles mpde"), ("keyboard", "es", "la señal", "la selal"),
      ("keyboard", "fr", "le taxi", "le tqxi"), ("keyboard", "de", "der satz", "der satu"),
      ("keyboard", "en", "my card", "my card".replacingLast("r", "re")),
      ("ocr", "es", "la señal", "la senal"), ("ocr", "en", "the file", "the \u{FB01}le"),
      ("misspelling", "fr", "une adresse", "une addresse"),
      ("misspelling", "de", "das ist nämlich", "das ist nähmlich"),
      ("misspelling", "fr", "le problème", "le probleme"),
      ("whitespace", "en", "so good", "so  good"), ("whitespace", "en", "so good", "so\ngood"),
      ("whitespace", "en", "so good", "so\u{A0}good"), ("whitespace", "en", "so good", "so good "),
      ("word_split", "en", "my window", "my win dow"), ("word_merge", "en", "a lot", "alot"),
      ("unicode_homoglyphs", "en", "my card", "my c\u{430}rd"),
      ("unicode_zero_width", "en", "my card", "my ca\u{200B}rd"),
      ("unicode_full_width", "en", "my card", "my ｃａｒｄ"),
      ("unicode_bidi_marks", "en", "my card", "my \u{2067}card\u{2069}"),
      ("unicode_bidi_marks", "en", "my card", "my c\u{200F}ard"),
      ("mobile", "en", "Thank you.", "ty"), ("mobile", "en", "I'm fine, people.", "im fine, ppl"),
      ("mobile", "en", "As soon as possible!", "asap!"),
      ("mobile", "en", "my window", "my wndw"), ("mobile", "es", "Por favor", "xfa"),
      ("mobile", "fr", "S'il vous plaît", "svp"), ("mobile", "de", "Viele Grüße", "vg"),
      (
        "speech", "en", "Well, I paid 25 of 1,200!",
        "well i paid twenty five of one thousand two hundred"
      ),
      ("speech", "en", "It's 50% off & free.", "it's fifty percent off and free"),
      ("speech", "en", "I paid $12.50.", "i paid twelve dollars and fifty cents"),
      ("speech", "en", "The 3rd one", "the third one"),
      ("speech", "es", "¿Son 31 euros?", "son treinta y un euros"),
      ("speech", "fr", "C'est 71 %, non ?", "c'est soixante et onze pour cent non"),
      ("speech", "de", "Das kostet 21 €.", "das kostet einundzwanzig euro"),
      ("speech", "en", "Ring 998877", "ring nine nine eight eight seven seven"),
    ]
  )
  func gives(name: String, language: String, text: String, expected: String) throws {
    let results = try NoiseSupport.results(name, text, language: language, draws: 1500)
    #expect(
      results.contains { $0.utf8.elementsEqual(expected.utf8) },
      "\(name) never gave \(expected), but \(results.sorted().prefix(12))"
    )
  }

  @Test("a combining mark is put behind a letter, which keeps it")
  func combining() throws {
    for result in try NoiseSupport.results("unicode_combining", "window garden") {
      #expect(result.count == 13)
      #expect(result.unicodeScalars.count == 14)
    }
  }

  @Test("two words are never merged with what is locked, and numbers never with each other")
  func merging() throws {
    let text = "one 2 3 four Paris five"
    let lock = GenerationSupport.range(of: "Paris", in: text)
    let locked = ProtectedRanges.find(in: text).map(\.range) + [lock]
    for result in try GenerationSupport.results("word_merge", text, locked: locked) {
      #expect(result.contains(" 2 3 ") && result.contains(" Paris "))
    }
  }

  @Test("speech leaves spans as they are written, and no word sticks to one")
  func speechSpans() throws {
    let text = "Flights from New York-Paris, for (Bob)."
    var marks: [Seed.Mark] = []
    for name in ["New York", "Paris", "Bob"] {
      marks.append(Seed.Mark(GenerationSupport.range(of: name, in: text)))
    }
    let seed = Seed(reading: text, language: "en", marks: marks)
    let method = try GenerationSupport.registry.transform(named: "speech")
    var found: Set<String> = []
    for draw in 0..<60 {
      var random = NoiseSupport.random("speech", sample: 0, draw: draw)
      let variation = try #require(NoiseSupport.variation(method, seed, &random))
      found.insert(variation.text)
      #expect(variation.text.contains("New York Paris"))
    }
    #expect(found.contains("flights from New York Paris for Bob"))
  }

  @Test("a number that the answer has too stays a figure")
  func companions() throws {
    let text = "I paid 25 for it."
    let told = try #require(
      try NoiseSupport.varied("speech", text, companions: ["The price is 25."])
    )
    #expect(told.contains("25"))
    let untold = try #require(try NoiseSupport.varied("speech", text, companions: ["The price."]))
    #expect(!untold.contains("25"))
  }

  @Test("a value that the sample's record holds stays as it is", arguments: NoiseSupport.all)
  func values(name: String) throws {
    let text = "Please, book The Golden Spoon, downtown; for Mary-Ann's birthday. Thanks, people!"
    for draw in 0..<60 {
      let varied = try NoiseSupport.varied(
        name,
        text,
        companions: ["The Golden Spoon, Downtown", "Mary-Ann", "Please come to the birthday."],
        draw: draw
      )
      guard let varied else { continue }
      #expect(varied.contains("The Golden Spoon, downtown") && varied.contains("Mary-Ann"))
    }
  }

  @Test("dates, times, addresses and codes are not read out")
  func figures() throws {
    let text = "Mail a@b.example by 2024-03-01 or 10:30 about AB-12, v1.2.3."
    for result in try NoiseSupport.results("speech", text) {
      for kept in ["a@b.example", "2024-03-01", "10:30", "AB-12", "v1.2.3"] {
        #expect(result.contains(kept), "\(result)")
      }
    }
  }

  @Test("emoji stay where they were in speech")
  func emoji() throws {
    for result in try NoiseSupport.results("speech", "So good 👍🏽! Yes...", draws: 30) {
      #expect(result.contains("👍🏽"))
    }
  }

  @Test("punctuation leaves no word glued to the next")
  func gluing() throws {
    let text = "Well, yes, 3, 5, and you, too?"
    let words = ["Well", "yes", "3", "5", "and", "you", "too"]
    for result in try NoiseSupport.results("punctuation", text, draws: 300) {
      #expect(
        result.split { !$0.isLetter && !$0.isNumber }.map(String.init) == words,
        "\(result)"
      )
      #expect(!result.contains("3,5"))
    }
  }
}

extension String {
  /// The text with the last occurrence of a character replaced.
  fileprivate func replacingLast(_ old: Character, _ new: String) -> String {
    guard let index = lastIndex(of: old) else { return self }
    return String(self[..<index]) + new + String(self[self.index(after: index)...])
  }
}
