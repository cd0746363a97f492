import SeedbedData
import SeedbedKernels
import Testing

@Suite("A written configuration reads back")
struct ConfigurationRoundTripTests {
  @Test("random configurations come back equal", arguments: 0..<300)
  func randomConfigurations(seed: Int) throws {
    let configuration = RandomConfiguration(seed: seed).make()
    let text = configuration.yaml(remarks: ["task": "Detected: \(configuration.name)."])
    let back = try Configuration(yaml: text, file: "seedbed.yaml")
    #expect(back.yaml() == configuration.yaml())
    #expect(back == configuration)
  }

  @Test(
    "a label is kept whatever characters it holds",
    arguments: [
      "", " ", "null", "~", "yes", "No", "1", "1e3", "0x10", "*", "&a", "!tag", "- a", "a: b",
      "a #b", "{x}", "[x]", "'", "\"", "\\", "\\n", "line\nbreak", "tab\t", "\r\n", "\u{0}",
      "\u{1B}", "\u{7F}", "\u{85}", "\u{9F}", "\u{A0}", "\u{2028}", "\u{2029}", "a\u{FEFF}",
      "\u{FFFE}", "\u{FFFF}", "cafe\u{301}", "日本", "👩‍👩‍👧‍👦", "%", "@", "`", "?", "|", ">", "=",
      "2024-01-01", "12:30:00", "<<",
    ]
  )
  func hardLabels(label: String) throws {
    var configuration = RandomConfiguration(seed: 1).make()
    configuration.dimensions = ["label"]
    configuration.declaredValues = [Cell.Coordinate("label", label)]
    configuration.requirements = [Requirement(Cell([.init("label", label)]), minimum: 5)]
    configuration.slots = []
    configuration.templates = [Template(cell: Cell([.init("label", label)]), text: "a text")]
    let back = try Configuration(yaml: configuration.yaml(), file: "seedbed.yaml")
    #expect(Array(back.declaredValues[0].value.utf8) == Array(label.utf8))
    #expect(back == configuration)
  }

  @Test(
    "a remark with a field's name never becomes part of the configuration",
    arguments: ["two\nlines: 1", "a\r\nb", "\u{85}seed: 7", "\u{2028}x", "\u{0}", "\u{FEFF}"]
  )
  func hostileRemark(name: String) throws {
    let configuration = RandomConfiguration(seed: 2).make()
    let text = configuration.yaml(remarks: ["task": name, "requirements": name])
    #expect(try Configuration(yaml: text, file: "seedbed.yaml") == configuration)
  }

  @Test(
    "the fields of any header read back",
    arguments: ["No.", ".hidden", "a..b", "[3]", "[x", "a b", "no", "null", "1", "a.b[2]", "#"]
  )
  func hardFieldNames(name: String) throws {
    var configuration = RandomConfiguration(seed: 3).make()
    configuration.fields.text = FieldPath(field: name)
    let back = try Configuration(yaml: configuration.yaml(), file: "seedbed.yaml")
    #expect(back.fields.text?.value(in: [name: "found"]) == "found")
  }
}

/// Draws configurations with every key set or left out.
struct RandomConfiguration {
  private var random: CounterRandom

  init(seed: Int) {
    random = CounterRandom(seed: UInt64(seed), sample: 7, operation: 7, draw: 7)
  }

  func make() -> Configuration {
    var copy = self
    return copy.draw()
  }

  private mutating func draw() -> Configuration {
    let dimensions = Array(
      ["label", "language", "length", "noise", "form", "meta.city"]
        .prefix(1 + random.index(below: 6))
    )
    var configuration = Configuration(
      name: word(),
      data: .init(path: word()),
      task: pick(TaskKind.allCases),
      fields: fields(),
      dimensions: dimensions
    )
    configuration.data.reading.format = maybe { $0.pick(FileFormat.allCases) }
    configuration.data.reading.delimiter = maybe { $0.pick([0x09, 0x2C, 0x3B, 0x7C, 0x22, 0x5C]) }
    configuration.data.reading.hasHeader = maybe { $0.random.chance(0.5) }
    configuration.data.reading.columns = maybe { $0.words() }
    configuration.data.reading.onBadRow = pick(BadRowPolicy.allCases)
    configuration.license = maybe { $0.word() }
    configuration.languages = Array(["en", "es", "no"].prefix(random.index(below: 4)))
    for dimension in dimensions where random.chance(0.5) {
      for value in words() {
        configuration.declaredValues.append(Cell.Coordinate(dimension, value))
      }
    }
    for _ in 0..<random.index(below: 4) {
      configuration.requirements.append(
        Requirement(cell(dimensions, least: 1), minimum: random.index(below: 1000))
      )
    }
    configuration.reference = maybe { "r" + $0.word() }
    configuration.gaps.learned = maybe { $0.random.chance(0.5) }
    configuration.gaps.embedder = maybe { $0.pick(["static", "hashed", "models/mine"]) }
    configuration.seed = random.index(below: 1 << 40)
    configuration.generation = generation()
    configuration.verification.labelQuantile = random.unit() / 2
    configuration.verification.minimumLength = maybe { $0.random.index(below: 10) }
    configuration.verification.maximumLength = maybe { 10 + $0.random.index(below: 500) }
    configuration.deduplication.nearThreshold = 0.5 + random.unit() / 2
    configuration.deduplication.maximumDuplicateShare = random.unit()
    configuration.stopRules = stopRules()
    configuration.splits.train = random.unit()
    configuration.splits.validation = 1 - configuration.splits.train
    configuration.slots = ["city", "name_2", "on"].map { name in
      Slot(name: name, values: [word()] + words())
    }
    for _ in 0..<random.index(below: 3) {
      configuration.templates.append(
        Template(
          cell: cell(dimensions, least: 0),
          text: "\(pick(["{{x}} ", ""])){city}, {on}: ü\n?"
        )
      )
    }
    return configuration
  }

  private mutating func stopRules() -> Configuration.StopRules {
    var rules = Configuration.StopRules()
    rules.labels = pick(Configuration.StopPolicy.allCases)
    rules.wrongLabels = random.unit()
    rules.mixing = pick(Configuration.StopPolicy.allCases)
    rules.syntheticShare = maybe { $0.random.unit() }
    rules.review = pick(Configuration.StopPolicy.allCases)
    rules.rejectedReviewed = random.index(below: 1000)
    rules.release = pick(Configuration.StopPolicy.allCases)
    rules.coverage = pick(Configuration.StopPolicy.allCases)
    rules.leastGain = random.unit()
    return rules
  }

  private mutating func generation() -> Configuration.Generation {
    var generation = Configuration.Generation()
    generation.budget = maybe { $0.random.index(below: 5000) }
    generation.maximumShare = random.unit() * 10
    generation.oversampling = 1 + random.unit() * 49
    generation.rounds = 1 + random.index(below: 10)
    generation.childrenPerSeed = 1 + random.index(below: 1000)
    generation.methods = maybe { $0.words() }
    generation.evaluationSuite = random.index(below: 1000)
    return generation
  }

  private mutating func fields() -> FieldMap {
    var fields = FieldMap()
    fields.text = maybe { $0.path() }
    fields.conversation = maybe { $0.path() }
    fields.label = maybe { $0.path() }
    fields.id = maybe { $0.path() }
    fields.input = maybe { $0.path() }
    fields.context = maybe { $0.path() }
    fields.output = maybe { $0.path() }
    fields.spans = maybe { $0.path() }
    fields.spanUnit = pick(SpanUnit.allCases)
    fields.spanColumns = maybe { own in
      FieldMap.SpanColumns(
        start: own.path(),
        end: own.path(),
        label: own.path(),
        text: own.maybe { $0.path() }
      )
    }
    return fields
  }

  /// One or two coordinates in the order of the dimensions.
  private mutating func cell(_ dimensions: [String], least: Int) -> Cell {
    let count = min(dimensions.count, least + random.index(below: 2))
    let chosen = random.sample(count, of: dimensions.count).sorted()
    return Cell(chosen.map { Cell.Coordinate(dimensions[$0], pick(["*", word()])) })
  }

  private mutating func path() -> FieldPath {
    FieldPath(pick(["text", "messages[0].content", "a.b", "Full text", "null", "x[2][3].y"]))
      ?? FieldPath(field: "text")
  }

  private mutating func word() -> String {
    let parts = [
      "refund", "a b", "yes", "12", "é", "\u{7F}", "\u{2028}", "\"", "\n", ": ", "#", "[", "👍", "-",
      "\\", "'", "null", "~", ",", "{", "}", "x\u{FEFF}",
    ]
    return (0..<(1 + random.index(below: 3))).map { _ in pick(parts) }.joined()
  }

  private mutating func words() -> [String] { (0..<random.index(below: 4)).map { _ in word() } }

  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[random.index(below: items.count)]
  }

  private mutating func maybe<Item>(_ make: (inout Self) -> Item) -> Item? {
    random.chance(0.5) ? make(&self) : nil
  }
}
