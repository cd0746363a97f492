import SeedbedKernels
import SeedbedText
import Testing

@Suite("Tables of noise")
struct NoiseTableTests {
  @Test(
    "letters beyond ASCII are where their keyboards have them",
    arguments: [
      ("es", "ñ", "lp"), ("de", "ü", "pöäß"), ("de", "ö", "lpüä"), ("de", "ä", "öü"),
      ("de", "ß", "pü"), ("fr", "é", "az"), ("fr", "à", "opç"), ("fr", "ù", "m"),
      ("fr", "m", "lpù"),
      ("fr", "É", "AZ"), ("de", "Ü", "PÖÄ"), ("fr", "(", ""), ("es", "é", ""), ("de", "я", ""),
    ]
  )
  func keys(_ language: String, _ key: String, _ expected: String) throws {
    let scalar = try #require(key.unicodeScalars.first)
    let found = Set(Keyboard.for(language: language).neighbours(of: scalar))
    #expect(found == Set(expected.unicodeScalars))
  }

  @Test("a letter's neighbours keep its case", arguments: ["en", "es", "fr", "de"])
  func letterCase(_ language: String) {
    let keyboard = Keyboard.for(language: language)
    for scalar in "abcdefghijklmnopqrstuvwxyzñüöäéèçàù".unicodeScalars {
      #expect(keyboard.neighbours(of: scalar).allSatisfy { $0.properties.isLowercase })
      let capital = scalar.properties.uppercaseMapping.unicodeScalars
      for key in capital {
        #expect(keyboard.neighbours(of: key).allSatisfy { $0.properties.isUppercase })
      }
    }
  }

  @Test(
    "what is misread looks like it",
    arguments: [
      ("corner", 2, ["m", "m"]), ("modern", 0, ["rn"]), ("click", 0, ["d", "e"]),
      ("1", 0, ["l", "I"]),
      ("señal", 2, ["n", "ii"]), ("x", 0, []),
    ]
  )
  func misreadings(_ text: String, _ place: Int, _ expected: [String]) {
    let bytes = text.utf8Span.span
    var found: Set<String> = []
    for number in 0..<8 {
      let misread = OCRConfusions.misreading(bytes, at: place, before: bytes.count) { number % $0 }
      if let misread { found.insert(misread.replacement) }
    }
    #expect(found == Set(expected))
  }

  @Test("no misreading reaches over the end of its word")
  func misreadingEnds() {
    let bytes = "car no".utf8Span.span
    for number in 0..<8 {
      let misread = OCRConfusions.misreading(bytes, at: 2, before: 3) { number % $0 }
      #expect(misread == nil)
    }
  }

  @Test(
    "keys of words are the same in any case and with any apostrophe",
    arguments: [("Don’t", "don't"), ("ÉTÉ", "été"), ("ŒUVRE", "œuvre"), ("ñandÚ", "ñandú")]
  )
  func keys(_ written: String, _ plain: String) {
    #expect(WordKey(written).value == WordKey(plain).value)
    #expect(WordKey(written).value != WordKey(plain + "s").value)
  }

  @Test("a key does not hang on how a word was put together")
  func joined() {
    var key = WordKey("rece")
    key.add("iv")
    key.add("ed now".utf8Span.span, 0..<2)
    #expect(key.value == WordKey("received").value)
  }

  @Test(
    "negators and quantifiers carry meaning, other words do not",
    arguments: [
      ("en", "NOT", true), ("en", "shouldn’t", true), ("en", "few", true), ("en", "card", false),
      ("en", "the", false), ("fr", "n'ai", true), ("fr", "jamais", true), ("es", "ningún", true),
      ("de", "Keine", true), ("xx", "nunca", true), ("xx", "nothing", true), ("de", "never", false),
    ]
  )
  func carriers(_ language: String, _ word: String, _ expected: Bool) {
    #expect(FrameWords.for(language: language).carriesMeaning(WordKey(word)) == expected)
  }

  @Test(
    "function words are of the frame",
    arguments: [("en", "the"), ("es", "también"), ("pt", "não")]
  )
  func frame(_ language: String, _ word: String) {
    #expect(FrameWords.for(language: language).contains(WordKey(word)))
    #expect(!FrameWords.for(language: language).contains(WordKey(word + "zz")))
  }

  @Test(
    "every drawn mistake by rule is one of the listed variants",
    arguments: ["en", "es", "fr", "de"]
  )
  func mistakes(_ language: String) {
    let misspellings = Misspellings.for(language: language)
    for word in ["receive", "llave", "professeur", "straße", "philosophie", "überall", "coming"] {
      let bytes = word.utf8Span.span
      let variants = Set(misspellings.variants(of: word))
      for number in 0..<30 {
        let mistake = misspellings.mistake(bytes, in: 0..<bytes.count) { number % $0 }
        guard let mistake else { continue }
        var wrong = Array(word.utf8)
        wrong.replaceSubrange(mistake.range, with: mistake.replacement.utf8)
        #expect(variants.contains(String(decoding: wrong, as: UTF8.self)), "\(word)")
      }
    }
  }

  @Test("listed misspellings are found by key in any case")
  func listed() {
    let english = Misspellings.for(language: "en")
    #expect(english.listed(WordKey("Definitely"))?.contains("definately") == true)
    #expect(english.listed(WordKey("window")) == nil)
    #expect(english.hasListed(WordKey("receive")) && !english.hasListed(WordKey("receivee")))
  }

  @Test(
    "numbers are spelled as people say them",
    arguments: [
      ("en", 0, "zero"), ("en", 21, "twenty one"), ("en", 115, "one hundred fifteen"),
      ("en", 40_312, "forty thousand three hundred twelve"), ("en", 2_000_000, "two million"),
      ("es", 16, "dieciséis"), ("es", 21, "veintiuno"), ("es", 100, "cien"),
      ("es", 101, "ciento uno"),
      ("es", 555, "quinientos cincuenta y cinco"), ("es", 21_000, "veintiún mil"),
      ("es", 1_000_001, "un millón uno"), ("es", 31_000_000, "treinta y un millones"),
      ("fr", 17, "dix sept"), ("fr", 21, "vingt et un"), ("fr", 71, "soixante et onze"),
      ("fr", 77, "soixante dix sept"), ("fr", 80, "quatre vingts"), ("fr", 91, "quatre vingt onze"),
      ("fr", 200, "deux cents"), ("fr", 201, "deux cent un"), ("fr", 1000, "mille"),
      ("fr", 80_000, "quatre vingt mille"), ("de", 1, "eins"), ("de", 21, "einundzwanzig"),
      ("de", 101, "hunderteins"), ("de", 1999, "tausendneunhundertneunundneunzig"),
      ("de", 2_000_001, "zwei millionen eins"), ("en", 1_000_000_000, nil), ("en", -1, nil),
      ("it", 1, nil),
    ] as [(String, Int, String?)]
  )
  func numbers(_ language: String, _ number: Int, _ expected: String?) {
    let found = SpokenNumbers.cardinal(number, language: language)
    // German says "einhundert…" and "eintausend…" as often as without the "ein".
    #expect(found == expected || found == expected.map { "ein" + $0 })
  }

  @Test("different numbers have different words", arguments: SpokenNumbers.languages)
  func distinct(_ language: String) {
    var seen: Set<String> = []
    for number in 0..<5000 {
      #expect(seen.insert(SpokenNumbers.cardinal(number, language: language) ?? "").inserted)
    }
  }

  @Test(
    "ordinals end as they should",
    arguments: [
      (1, "first"), (12, "twelfth"), (20, "twentieth"), (33, "thirty third"), (44, "forty fourth"),
    ]
  )
  func ordinals(_ number: Int, _ expected: String) {
    #expect(SpokenNumbers.englishOrdinal(number) == expected)
  }

  @Test(
    "short forms of the chat lists are shorter and deny nothing",
    arguments: ChatWords.languages
  )
  func chat(_ language: String) throws {
    let chat = try #require(ChatWords.for(language: language))
    let frame = FrameWords.for(language: language)
    for word in FunctionWords.for(language: language).words
    where frame.carriesMeaning(WordKey(word)) {
      #expect(chat.short(WordKey(word)) == nil, "\(word)")
    }
    #expect(ChatWords.for(language: "xx") == nil)
  }
}

@Suite("Words of Latin texts")
struct LatinWordTests {
  @Test("are those that the scanner of all scripts finds")
  func same() {
    for sample in 0..<4000 {
      var random = NoiseSupport.random("words", sample: sample)
      let text =
        sample % 2 == 0
        ? NoiseSupport.randomText(&random, parts: 40) : Self.latin(&random)
      #expect(
        LatinWords.words(in: text.utf8Span.span) == WordScanner.words(in: text.utf8Span.span),
        "\(text.debugDescription)"
      )
    }
  }

  private static func latin(_ random: inout CounterRandom) -> String {
    let pieces = ["a", "B", "'", "é", "ß", "×", " ", "1", "-", "word", "''", "d'", "÷", "\u{A0}"]
    return (0..<random.index(below: 200)).map { _ in
      // The signs of multiplication and division are rare, so that most texts have none.
      let piece = pieces[random.index(below: pieces.count)]
      return "×÷\u{A0}".contains(piece) && !random.chance(0.02) ? "x" : piece
    }.joined()
  }
}
