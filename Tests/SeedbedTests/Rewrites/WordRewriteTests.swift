import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import SeedbedText
import Testing

@Suite("Rewrites of words")
struct WordRewriteTests {
  @Test(
    "pitfall 5, CheckList: \"he's\" is expanded by what follows, or not at all",
    arguments: [
      ("He's been away.", "He has been away."), ("He's a doctor.", "He is a doctor."),
      ("It’s raining.", "It is raining."), ("I'd better go.", "I had better go."),
      ("I'd like tea.", "I would like tea."), ("They can't come.", "They cannot come."),
    ]
  )
  func expansions(_ text: String, _ expected: String) throws {
    #expect(try RewriteSupport.texts("contractions", text) == [expected])
  }

  @Test(
    "what may be read two ways stays",
    arguments: [
      "He's gone.", "I ain't here.", "Don't you think so?", "The dog's bone.", "He'd put it.",
    ]
  )
  func ambiguous(_ text: String) throws {
    #expect(try RewriteSupport.texts("contractions", text).isEmpty)
  }

  @Test("a contraction made and expanded again gives the text that was")
  func thereAndBack() {
    let subjects = ["I", "you", "We", "they", "It", "she"]
    let rests = [
      "do not know it", "cannot come", "will see you", "would like that", "did not ask",
      "have not paid", "could not go", "should not do it", "must not fall",
    ]
    for subject in subjects {
      for rest in rests {
        let text = "\(subject) \(rest) today."
        let short = apply(Contractions.english.contractions(in: text), to: text)
        #expect(short != text)
        #expect(apply(Contractions.english.expansions(in: short), to: short) == text)
      }
    }
  }

  @Test(
    "abbreviations go both ways, a dot that belongs to one with it",
    arguments: [
      ("en", "Please call me tomorrow", "Pls call me tomorrow"),
      ("en", "pls call me", "please call me"), ("en", "it took approx. 5 days", nil),
      ("en", "about etc. things", "about et cetera things"),
      ("en", "tell Max about it", nil), ("en", "I have no problem without it", nil),
      ("es", "dime por favor", "dime porfa"), ("de", "das ist vllt gut", "das ist vielleicht gut"),
      ("fr", "merci beaucoup", "merci bcp"), ("xx", "please", nil),
    ] as [(String, String, String?)]
  )
  func abbreviations(_ language: String, _ text: String, _ expected: String?) throws {
    let texts = try RewriteSupport.texts("abbreviations", text, language: language)
    if let expected {
      #expect(texts.contains(expected), "\(texts)")
    } else {
      #expect(!texts.contains { $0.contains("Maximum") || $0.contains("np") || $0.contains("w/o") })
    }
  }

  @Test(
    "the register shifts with the grammar",
    arguments: [
      ("en", "Can you help me?", "Can you assist me?"),
      ("en", "I need a new card.", "I require a new card."),
      ("en", "I would like to pay.", "I want to pay."),
      ("en", "I received an additional card.", "I got an extra card."),
      ("es", "Quiero pedir una foto.", "Quiero solicitar una fotografía."),
      ("fr", "J'ai vu ça à la télé.", "J'ai vu cela à la télévision."),
      ("de", "Mein Handy ist kaputt.", "Mein Mobiltelefon ist defekt."),
    ]
  )
  func register(_ language: String, _ text: String, _ expected: String) throws {
    let texts = try RewriteSupport.texts("register", text, language: language)
    #expect(texts.contains(expected), "\(texts)")
  }

  @Test(
    "the register leaves alone what would break",
    arguments: [
      "I need to go.", "There is no need for it.", "Thanks to you it works.", "I very much agree.",
      "That is not really it.", "You have to do it.",
    ]
  )
  func registerKept(_ text: String) throws {
    #expect(try RewriteSupport.texts("register", text).isEmpty)
  }

  @Test("an article before a new word fits it")
  func registerArticles() throws {
    #expect(try RewriteSupport.texts("register", "That was an incorrect answer.").isEmpty)
  }

  @Test("the register and greetings say neither tú nor usted anew")
  func address() throws {
    for name in ["register", "courtesy", "greeting", "sign_off"] {
      let texts = try RewriteSupport.texts(
        name,
        "Quiero ver mi cuenta.",
        language: "es",
        draws: 300
      )
      for text in texts {
        let words = text.lowercased().split { !$0.isLetter }
        #expect(
          !words.contains { ["usted", "tú", "te", "le", "su", "tu"].contains($0) },
          "\(text)"
        )
      }
    }
  }

  @Test("words that a label hangs on stay in the register")
  func keywords() throws {
    let texts = (0..<20).flatMap { _ in
      [("I need a phone", "phone"), ("my phone is lost", "phone"), ("the weather", "other")]
    }
    let keywords = LabelKeywords(learning: texts.map { ($0.0, $0.1) })
    guard keywords.contains("phone", language: "en") else { return }
    let seed = Seed(reading: "I lost my phone.", language: "en", keywords: keywords)
    #expect(try RewriteSupport.variation("register", seed) == nil)
  }

  @Test("fillers come in at the rate that is asked for, never inside a span")
  func fillers() throws {
    let text =
      "I lost my card in New York and I need a new one because I have to pay the bill today."
    let span = GenerationSupport.range(of: "New York", in: text)
    var total = 0
    for draw in 0..<400 {
      var seed = Seed(reading: text, language: "en", marks: [.init(span)])
      seed.rate = 3
      guard let made = try RewriteSupport.variation("fillers", seed, draw: draw) else { continue }
      #expect(GenerationSupport.slice(made.text, made.marks[0]) == "New York")
      total +=
        made.edits.edits.filter { ["opening", "aside", "hesitation"].contains($0.reason) }.count
    }
    // 86 characters at 3 in a hundred; the opening makes a second edit of its letter.
    #expect((1.8...3.4).contains(Double(total) / 400))
  }

  @Test(
    "a greeting or sign-off comes once",
    arguments: [
      ("greeting", "Hello, where is my card?"), ("sign_off", "Where is my card? Thanks"),
      ("greeting", "Bonjour, où est ma carte ?"), ("sign_off", "Wo ist meine Karte? Danke"),
    ]
  )
  func once(_ name: String, _ text: String) throws {
    for language in ["en", "fr", "de"] where text.contains("card") == (language == "en") {
      guard (language == "fr") == text.contains("carte") else { continue }
      #expect(try RewriteSupport.texts(name, text, language: language).isEmpty)
    }
  }

  @Test(
    "French and German courtesy",
    arguments: [
      ("fr", "Où est ma carte ?", "Bonjour, où est ma carte ?"),
      ("fr", "Pouvez-vous bloquer ma carte ?", "Pouvez-vous bloquer ma carte, s'il vous plaît ?"),
      ("de", "Wo ist meine Karte?", "Hallo, wo ist meine Karte?"),
      ("de", "Können Sie mir helfen?", "Können Sie bitte mir helfen?"),
      ("de", "Sie haben mich angerufen.", "Guten Tag, Sie haben mich angerufen."),
    ]
  )
  func languages(_ language: String, _ text: String, _ expected: String) throws {
    let texts = try RewriteSupport.texts("courtesy", text, language: language, draws: 1500)
    #expect(texts.contains(expected), "\(texts.sorted().prefix(40))")
  }

  @Test("words are those of the scanner, and read alike whether a text is ASCII or not")
  func foldedWords() {
    var random = CounterRandom(seed: 9, sample: 0, operation: 0, draw: 0)
    for _ in 0..<3000 {
      let wild = RewriteSupport.wildText(&random)
      #expect(
        FoldedWord.words(of: wild).map(\.range) == WordScanner.words(in: wild.utf8Span.span)
      )
      let text = String(wild.unicodeScalars.filter(\.isASCII).map(Character.init))
      let other = FoldedWord.words(of: text + " \u{E9}")
      #expect(FoldedWord.words(of: text) == Array(other.dropLast()))
    }
    for (text, key) in [("DON’T", "don't"), ("ÉTÉ", "été"), ("Straße", "straße")] {
      #expect(FoldedWord.words(of: text).map(\.key) == [WordIndex.key(of: key)])
    }
  }

  private func apply(_ edits: [TextEdit], to text: String) -> String {
    let list = try? EditList(
      edits.map {
        Edit(start: $0.range.lowerBound, end: $0.range.upperBound, replacement: $0.replacement)
      },
      for: text
    )
    return (try? list?.applied(to: text)) ?? text
  }
}
