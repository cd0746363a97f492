import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Back-translation")
struct BackTranslationTests {
  typealias Similarity = @Sendable ([(String, String)]) async throws -> [Double]

  static let near: Similarity = { $0.map { _ in 0.95 } }

  /// Translates into Spanish by putting `es:` before it, and back by a rule.
  private func desk(
    similarity: Similarity? = Self.near,
    _ back: @escaping @Sendable (String) -> String
  ) -> TranslationDesk {
    let translator = ScriptedTranslator { text, _, target in
      target == "en" ? back(text) : text
    }
    return TranslationDesk(translator: translator, pivots: ["es"], similarity: similarity)
  }

  private func vary(
    _ text: String,
    similarity: Similarity? = Self.near,
    _ back: @escaping @Sendable (String) -> String
  ) async throws -> Variation? {
    try await BackTranslation().variations(
      of: [Translation.marked(text)],
      random: Translation.random(1),
      at: desk(similarity: similarity, back)
    )[0]
  }

  @Test("each run of other words is one edit with its way as reason, and marks keep their bytes")
  func edits() async throws {
    let variation = try #require(
      try await vary("please book a big table for [two people] in [New York] right now") {
        $0.replacing("big", with: "large").replacing("right now", with: "at once")
      }
    )
    #expect(
      variation.text == "please book a large table for two people in New York at once"
    )
    #expect(
      variation.edits.edits.map(\.reason) == ["back_translation via es", "back_translation via es"]
    )
    #expect(Translation.covered(variation.text, variation.marks) == ["two people", "New York"])
    #expect(variation.parameters["pivot"]?.string == "es")
    #expect(variation.parameters["translator"]?.string == "scripted")
  }

  @Test("doubled spaces are mended, and the ends of the text keep their white space")
  func spaces() async throws {
    let variation = try #require(
      try await vary("\n I want a  cheap phone from [Acme Inc]. \n") {
        " " + $0.replacing("cheap", with: "inexpensive  little").replacing("\n", with: "")
      }
    )
    #expect(variation.text == "\n I want a  inexpensive little phone from Acme Inc. \n")
  }

  @Test("figures, names and spans never reach the translator")
  func masks() async throws {
    let seen = ScriptedTranslator { text, _, target in
      #expect(!text.contains("Wells") && !text.contains("42") && !text.contains("John"))
      return target == "en" ? text.replacing("sent", with: "mailed") : text
    }
    let variation = try await BackTranslation().variations(
      of: [Translation.marked("I sent 42 dollars to [John]'s account at Wells Fargo")],
      random: Translation.random(1),
      at: TranslationDesk(translator: seen, pivots: ["es"], similarity: Self.near)
    )[0]
    #expect(variation?.text == "I mailed 42 dollars to John's account at Wells Fargo")
  }

  @Test(
    "what lost or doubled a placeholder, changed their order or ran into one gives nothing",
    arguments: [
      ("XQ0X", ""), ("XQ0X", "XQ0X XQ0X"), ("XQ0X to XQ1X", "XQ1X to XQ0X"),
      ("XQ1X", "XQ1Xs"), ("XQ1X", "unXQ1X"), ("XQ1X", "XQ7X"), ("fly", "XQ5X"),
    ]
  )
  func placeholders(old: String, new: String) async throws {
    let result = try await vary("let me fly from [Rome] to [Oslo] on a good airline") {
      $0.replacing(old, with: new).replacing("good", with: "fine")
    }
    #expect(result == nil)
  }

  @Test(
    "what came back equal, or otherwise cased or signed only, gives nothing",
    arguments: [("x", "x"), ("where", "Where"), ("card", "card ?"), ("my ", "my  ")]
  )
  func equal(old: String, new: String) async throws {
    #expect(try await vary("where is my card") { $0.replacing(old, with: new) } == nil)
  }

  @Test(
    "a lost or new negation, number word or figure gives nothing",
    arguments: [
      ("I did not get my new card", "not ", ""), ("I did get my new card", "did", "did not"),
      ("I can't open my account", "can't", "can"), ("we need two new cards", "two", "three"),
      ("we never got a card", "never", "always"), ("a card came in", "came", "came 2 times"),
    ]
  )
  func drift(text: String, old: String, new: String) async throws {
    #expect(try await vary(text) { $0.replacing(old, with: new) } == nil)
    #expect(
      try await vary(text) { $0.replacing("card", with: "banking card") } != nil
        || !text.contains("card")
    )
  }

  @Test("a negation in another form is kept")
  func negationForms() async throws {
    let variation = try await vary("I don't have the card") {
      $0.replacing("don't", with: "do not")
    }
    #expect(variation?.text == "I do not have the card")
  }

  @Test("words that stayed in the language between give nothing")
  func leftovers() async throws {
    let translator = ScriptedTranslator { text, _, target in
      target == "en" ? text : text.replacing("thistle", with: "cardo")
    }
    let results = try await BackTranslation().variations(
      of: Translation.seeds(["there is a thistle in my garden now"]),
      random: Translation.random(1),
      at: TranslationDesk(translator: translator, pivots: ["es"])
    )
    #expect(results == [nil])
  }

  @Test("where vectors can be compared, distant texts give nothing; else texts with other letters")
  func similarity() async throws {
    let far: Similarity = { $0.map { _ in 0.5 } }
    let nan: Similarity = { $0.map { _ in .nan } }
    let text = "the parcel came late"
    let swap: @Sendable (String) -> String = { _ in "a package arrived belatedly" }
    #expect(try await vary(text, similarity: Self.near, swap) != nil)
    #expect(try await vary(text, similarity: far, swap) == nil)
    #expect(try await vary(text, similarity: nan, swap) == nil)
    #expect(try await vary(text, similarity: nil, swap) == nil)
    #expect(try await vary(text, similarity: nil) { $0.replacing("late", with: "lately") } != nil)
  }

  @Test("texts of an unknown language, of the pivot's, or with nothing to translate give nothing")
  func unfit() async throws {
    let desk = desk { $0 + " indeed" }
    let seeds = [
      Seed(reading: "good morning to you all", language: nil),
      Seed(reading: "buenos días a todos", language: "es"), Seed(reading: "", language: "en"),
      Seed(reading: "42 17", language: "en"), Seed(reading: "\u{0}\u{301} 🙂", language: "en"),
      Translation.marked("[all of it is a span]"),
      Seed(reading: "good morning to you all", language: "en"),
    ]
    let results = try await BackTranslation().variations(
      of: seeds,
      random: Translation.random(seeds.count),
      at: desk
    )
    #expect(results.map { $0 != nil } == [false, false, false, false, false, false, true])
  }

  @Test("the language between is drawn for each text, and each direction is one call")
  func groups() async throws {
    let translator = ScriptedTranslator { text, _, target in
      target == "en" ? text + " \(target)" : text
    }
    let texts = (0..<40).map { "say the word number \($0 % 7 == 0 ? "again" : "once more")" }
    let results = try await BackTranslation().variations(
      of: Translation.seeds(texts),
      random: Translation.random(40),
      at: TranslationDesk(translator: translator, pivots: ["es", "ca", "en"])
    )
    let pivots = results.compactMap { $0?.parameters["pivot"]?.string }
    #expect(pivots.count == 40 && Set(pivots) == ["es", "ca"])
    let es = pivots.count { $0 == "es" }
    #expect(
      translator.calls == ["ca>en \(40 - es)", "en>ca \(40 - es)", "en>es \(es)", "es>en \(es)"]
    )
  }

  @Test("the same seeds give the same variations, alone or among others")
  func determinism() async throws {
    let desk = TranslationDesk(
      translator: ScriptedTranslator { text, from, to in to == "en" ? text + " via \(from)" : text
      },
      pivots: ["es", "ca", "fr"]
    )
    let seeds = Translation.seeds((0..<30).map { "a short sentence about topic \($0)" })
    let random = Translation.random(30)
    let all = try await BackTranslation().variations(of: seeds, random: random, at: desk)
    for place in [0, 7, 29] {
      let alone = try await BackTranslation().variations(
        of: [seeds[place]],
        random: [random[place]],
        at: desk
      )
      #expect(alone[0] == all[place])
    }
    #expect(try await BackTranslation().variations(of: seeds, random: random, at: desk) == all)
  }

  @Test("random texts and random translations never break a span or the text")
  func fuzz() async throws {
    let pieces = [
      "a", "card ", " ", "\u{301}", "XQ0X", "XQ1X", "'s", "-", ".", "🙂", "ñandú", "日本", "\r\n",
      "\u{0}",
      "not ", "7", "Rome", "مرحبا ", "\u{200D}", "\u{FEFF}", "İ",
    ]
    var random = CounterRandom(seed: 3, sample: "fuzz", operation: "texts", draw: 0)
    func draw(_ random: inout CounterRandom, _ most: Int) -> String {
      (0..<random.index(below: most)).map { _ in pieces[random.index(below: pieces.count)] }
        .joined()
    }
    var seeds: [Seed] = []
    var replies: [String] = []
    for _ in 0..<3000 {
      let text = draw(&random, 12)
      let scalars = Array(text.unicodeScalars)
      var marks: [Seed.Mark] = []
      if scalars.count > 2, random.chance(0.5) {
        let start = random.index(below: scalars.count)
        let length = random.index(below: scalars.count - start)
        let lower = scalars[..<start].reduce(0) { $0 + UTF8.width($1) }
        let upper = scalars[..<(start + length)].reduce(0) { $0 + UTF8.width($1) }
        marks.append(Seed.Mark(lower..<upper))
      }
      seeds.append(Seed(reading: text, language: "en", marks: marks))
      replies.append(draw(&random, 12))
    }
    let answers = replies
    let translator = ListTranslator(answers)
    let desk = TranslationDesk(translator: translator, pivots: ["es"])
    for method in [BackTranslation(), TextTranslation()] as [any TranslatingMethod] {
      let results = try await method.variations(
        of: seeds,
        random: Translation.random(seeds.count),
        at: desk
      )
      for (seed, variation) in zip(seeds, results) {
        guard let variation else { continue }
        #expect(try variation.edits.applied(to: seed.text) == variation.text)
        #expect(
          Translation.covered(variation.text, variation.marks)
            == Translation.covered(seed.text, seed.marks.map(\.range))
        )
      }
    }
  }
}

/// A translator that mixes what it is given with texts of a list.
struct ListTranslator: Translator {
  let identity = "list"
  let replies: [String]

  init(_ replies: [String]) { self.replies = replies }

  func translate(
    _ texts: [String],
    from source: String,
    to target: String
  ) async throws -> [String] {
    texts.enumerated().map { place, text in
      switch place % 3 {
      case 0: text + replies[place % replies.count]
      case 1: replies[place % replies.count] + " " + text
      default: replies[place % replies.count]
      }
    }
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int {
    String(Character(scalar)).utf8.count
  }
}
