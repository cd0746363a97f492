import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import SeedbedText
import Testing

@Suite("Typed substitution")
struct SubstitutionTests {
  static func seed(
    _ text: String,
    language: String? = "en",
    label: String? = nil,
    marks: [Seed.Mark] = [],
    companions: [String] = []
  ) -> Seed {
    Seed(
      reading: text,
      language: language,
      label: label,
      marks: marks,
      companions: companions
    )
  }

  // MARK: - What changes

  @Test(
    "each method changes its own kind and nothing else",
    arguments: [
      ("people", "Please ask Jennifer Miller about it.", "Please ask "),
      ("places", "My parcel never left Chicago, what now?", "My parcel never left "),
      ("amounts", "You charged me $12.50 twice.", "You charged me $"),
      ("dates", "It happened on 2024-05-13 in the shop.", "It happened on 2"),
      ("times", "My train left at 10:30 and I missed it.", "My train left at "),
      ("numbers", "I bought 25 chairs last week.", "I bought "),
      ("identifiers", "Cancel order ORD-12345 please.", "Cancel order ORD-"),
      ("emails", "Write to bob@corp.com today.", "Write to "),
      ("phones", "Call +34 612 345 678 now.", "Call +34 6"),
      ("urls", "See https://shop.io/a for it.", "See https://"),
      ("products", "I dropped my iPhone 13 into water.", "I dropped my "),
      ("organizations", "I work for Harrison Consulting Ltd now.", "I work for "),
    ]
  )
  func changesItsKind(name: String, text: String, head: String) throws {
    let results = try SubstitutionSupport.results(name, Self.seed(text))
    #expect(results.count > 3, "\(name): \(results)")
    for result in results {
      #expect(result.hasPrefix(head), "\(result)")
      #expect(result.suffix(4) == text.suffix(4), "\(result)")
    }
    for other in SubstitutionSupport.names where ![name, "entities"].contains(other) {
      #expect(try SubstitutionSupport.vary(other, Self.seed(text)) == nil, "\(other): \(text)")
    }
    #expect(try SubstitutionSupport.vary("entities", Self.seed(text)) != nil)
  }

  @Test("pitfall 6: no number changes inside a date, a version, a code, a ratio or a name")
  func numbersStay() throws {
    for text in [
      "It is due on 12/05/2024, not before.", "I use version 2.4.1 of it.", "See section 12 of it.",
      "I like COVID-19 news and H2O and MP3 files.", "It was 16:9 or 3/4 or 24/7.",
      "My iPhone 12 is broken.", "Since 2019 it works.", "We need 4K and 5G.", "It is v2.1 now.",
      "He said \"12 of them\" again.", "3 + 4 = 7 is right.", "2) Do it.", "Run `x = 12` first.",
    ] {
      #expect(try SubstitutionSupport.vary("numbers", Self.seed(text)) == nil, "\(text)")
    }
    for result in try SubstitutionSupport.results("numbers", Self.seed("It weighs 25 kg, not 250."))
    {
      #expect(result.contains(" kg, not ") && result.hasSuffix("."))
    }
  }

  @Test("an article goes with the sound of the new value")
  func articles() throws {
    let seed = Self.seed("I would like an iPad for her.")
    var articles: Set<String> = []
    for result in try SubstitutionSupport.results("products", seed) {
      let words = result.split(separator: " ").map(String.init)
      articles.insert(words[3])
      #expect(IndefiniteArticle.article(before: words[4]) == words[3], "\(result)")
    }
    #expect(articles.contains("a"))
    for result in try SubstitutionSupport.results("numbers", Self.seed("I saw a 12 pound cat.")) {
      #expect(
        result.hasPrefix("I saw an ")
          == (result.contains(" 8") || result.contains(" 11") || result.contains(" 18"))
      )
    }
  }

  // MARK: - The same everywhere

  @Test("the same value becomes the same new one everywhere, different ones stay different")
  func consistent() throws {
    let text =
      "Anna Smith wrote. Later Anna Smith called, and Bob Jones wrote to Anna Smith. Anna is happy."
    for draw in 0..<60 {
      let variation = try #require(
        try SubstitutionSupport.vary("people", Self.seed(text), draw: draw)
      )
      let values = SubstitutionSupport.values(variation)
      let anna = try #require(values["Anna Smith"]), bob = try #require(values["Bob Jones"])
      #expect(anna != bob)
      #expect(!variation.text.contains("Anna") && !variation.text.contains("Jones"))
      #expect(variation.text.ranges(of: anna).count == 3)
      #expect(variation.text.hasSuffix("\(anna.split(separator: " ")[0]) is happy."))
    }
  }

  @Test("a value that also stands where nothing may change stays everywhere")
  func lockedOccurrence() throws {
    let text = "Order ORD-12345 is late. The mail says \"ORD-12345 was sent\"."
    #expect(try SubstitutionSupport.vary("identifiers", Self.seed(text)) == nil)
    let city = "I live in Chicago, see `Chicago` in the code."
    #expect(try SubstitutionSupport.vary("places", Self.seed(city)) == nil)
  }

  @Test("companions follow: the new value is named for them, parts of a name too")
  func companions() throws {
    let seed = Self.seed(
      "Ask Jennifer Miller about order ORD-12345.",
      companions: ["Jennifer will send ORD-12345."]
    )
    let variation = try #require(try SubstitutionSupport.vary("entities", seed))
    let values = SubstitutionSupport.values(variation)
    let name = try #require(values["Jennifer Miller"])
    let renames = Dictionary(uniqueKeysWithValues: variation.renames.map { ($0.old, $0.new) })
    #expect(renames["Jennifer"] == String(name.split(separator: " ")[0]))
    #expect(renames["ORD-12345"] == values["ORD-12345"])
    #expect(renames["Miller"] == nil)
  }

  @Test(
    "a number that another may have been computed from stays",
    arguments: [
      ("numbers", "She has 12 eggs and eats 5.", "7"),
      ("numbers", "She has 12 eggs.", "a dozen, 12.5"),
      ("numbers", "She has 12 eggs.", "three are left"), ("amounts", "It cost $12.50.", "6 euros"),
      ("dates", "Born on 2001-05-13.", "She is 23."),
      ("times", "It left at 10:30.", "It was 9 hours"),
      ("entities", "She has 12 eggs.", "The answer is 24."),
    ]
  )
  func computedAnswers(name: String, text: String, answer: String) throws {
    #expect(try SubstitutionSupport.vary(name, Self.seed(text, companions: [answer])) == nil)
    #expect(try SubstitutionSupport.vary(name, Self.seed(text)) != nil)
  }

  @Test("a number that stands in the answer itself is renamed there")
  func copiedAnswers() throws {
    let seed = Self.seed("She has 12 eggs.", companions: ["12 eggs"])
    let variation = try #require(try SubstitutionSupport.vary("numbers", seed))
    #expect(variation.renames.count == 1 && variation.renames[0].old == "12")
    #expect(variation.text.contains(variation.renames[0].new))
  }

  @Test("a value in other capitals than in a companion stays")
  func otherCapitals() throws {
    let seed = Self.seed("My parcel never left Chicago.", companions: ["chicago"])
    #expect(try SubstitutionSupport.vary("places", seed) == nil)
  }

  @Test("pitfall 4: a value that the label names stays")
  func labels() throws {
    for (name, text, label) in [
      ("places", "Is it cold in Chicago?", "weather_chicago"),
      ("organizations", "I work for Harrison Consulting Ltd now.", "harrison"),
      ("numbers", "I give it 5 stars.", "5"),
    ] {
      #expect(try SubstitutionSupport.vary(name, Self.seed(text, label: label)) == nil, "\(text)")
      #expect(try SubstitutionSupport.vary(name, Self.seed(text)) != nil, "\(text)")
    }
  }

  // MARK: - Spans

  @Test("a whole span of a known slot changes and moves, an unknown one keeps its words")
  func spans() throws {
    let text = "book a table in brooklyn for Jo Lee at the Corner House"
    let marks = [
      SubstitutionSupport.mark("brooklyn", in: text, "city"),
      SubstitutionSupport.mark("Jo Lee", in: text, "guest_name"),
      SubstitutionSupport.mark("Corner House", in: text, "venue_thing"),
    ]
    for draw in 0..<50 {
      let seed = Self.seed(text, marks: marks)
      let variation = try #require(try SubstitutionSupport.vary("entities", seed, draw: draw))
      let values = SubstitutionSupport.values(variation)
      let words = variation.marks.map { SubstitutionSupport.slice(variation.text, $0) }
      #expect(words[0] == values["brooklyn"] && words[0] == words[0]?.lowercased())
      #expect(words[1] == values["Jo Lee"])
      #expect(words[2] == "Corner House")
    }
  }

  @Test("pitfall 3: of a span never the half changes")
  func halfSpans() throws {
    let text = "Meet me at 10:30 near the Miller Building in Paris"
    let mark = SubstitutionSupport.mark("near the Miller Building in Paris", in: text, "spot")
    for name in ["people", "places", "entities"] {
      for result in try SubstitutionSupport.results(name, Self.seed(text, marks: [mark])) {
        #expect(result.hasSuffix("near the Miller Building in Paris"))
      }
    }
  }

  @Test("pitfall 7: a locked name stays in any case")
  func lockedNames() throws {
    for city in ["New York", "NEW YORK", "new york"] {
      let text = "Is the \(city) office open? I mean \(city)."
      let mark = SubstitutionSupport.mark(city, in: text, "spot")
      for name in SubstitutionSupport.names {
        #expect(try SubstitutionSupport.vary(name, Self.seed(text, marks: [mark])) == nil)
      }
    }
  }

  @Test("a rate limits how many values change")
  func rate() throws {
    let text = "Ask Anna Smith, Bob Jones, Carol White, David Brown and Emily Clark about the plan."
    var seed = Self.seed(text)
    let all = try #require(try SubstitutionSupport.vary("people", seed))
    seed.rate = 2
    let few = try #require(try SubstitutionSupport.vary("people", seed))
    #expect(SubstitutionSupport.values(all).count > 3)
    #expect((1...2).contains(SubstitutionSupport.values(few).count))
  }

  @Test("Spanish, French and German texts get values of their own")
  func locales() throws {
    for (language, text, words) in [
      ("es", "Vivo en Francia desde enero.", ["Alemania", "Portugal"]),
      ("de", "Ich wohne in Frankreich und arbeite viel.", ["Italien", "Polen"]),
    ] {
      let all = try SubstitutionSupport.results(
        "places",
        Self.seed(text, language: language),
        draws: 400
      )
      for word in words { #expect(all.contains { $0.contains(word) }, "\(all)") }
    }
  }

  // MARK: - Any text

  @Test(
    "any text gives nil or a proposal that applies, alike every time",
    arguments: SubstitutionSupport.names
  )
  func fuzz(name: String) throws {
    let method = try SubstitutionSupport.method(name)
    let pieces = [
      "Anna", " ", "12", "-", "/", ".", "2024", ":", "30", "\u{301}", "é", "👩‍👩‍👧", "\u{0}", "\r\n",
      "مرحبا",
      "@", "example.com", "$", "€", "Chicago", "a ", "an ", "iPhone 13", "May 5, 2024", "10am",
      "ORD-99",
      "https://", "\"", "`", "Ltd", "Miller", "1,000.50", "+1", "(", ")", "'", "’", "私の", "３", "%",
      "st",
    ]
    for number in 0..<1500 {
      var random = CounterRandom(seed: 3, sample: UInt64(number), operation: 1, draw: 0)
      var text = ""
      for _ in 0..<random.index(below: 24) { text += random.pick(pieces) ?? "" }
      var marks: [Seed.Mark] = []
      let bounds = Array(text.unicodeScalars.indices) + [text.endIndex]
      for _ in 0..<random.index(below: 3) {
        let places = [random.index(below: bounds.count), random.index(below: bounds.count)].sorted()
        let range = places.map { text.utf8.distance(from: text.startIndex, to: bounds[$0]) }
        marks.append(
          Seed.Mark(
            range[0]..<range[1],
            label: random.pick(["city", "date", "time", "", "id", "x"]) ?? ""
          )
        )
      }
      let seed = Seed(
        reading: text,
        language: random.pick(["en", "es", "fr", "de", nil]) ?? nil,
        label: random.pick(["a", nil]) ?? nil,
        marks: marks
      )
      var first = SubstitutionSupport.random(number), second = first
      let opened = seed.opened(for: method)
      let proposal = method.propose(for: opened, random: &first)
      #expect(method.propose(for: opened, random: &second) == proposal)
      guard let proposal else { continue }
      let variation = try #require(
        Variation(proposal, to: opened, keepsSpans: false),
        "\(name) broke \(text.debugDescription)"
      )
      for mark in variation.marks {
        #expect(SubstitutionSupport.slice(variation.text, mark) != nil)
      }
      #expect(String(validating: Array(variation.text.utf8), as: UTF8.self) != nil)
    }
  }

  @Test("a very long text takes time in proportion", arguments: SubstitutionSupport.names)
  func longTexts(name: String) throws {
    for piece in [
      "12 ", "Anna ", "2024-05-01 ", "a", "iPhone 13 ", "1", "Anna Smith 7 ", "\u{301}",
    ] {
      let text = String(repeating: piece, count: 100_000 / piece.utf8.count)
      if let variation = try SubstitutionSupport.vary(name, Self.seed(text)) {
        #expect(variation.text.utf8.count > 1000)
      }
    }
  }
}
