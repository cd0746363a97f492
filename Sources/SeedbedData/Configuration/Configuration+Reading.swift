extension Configuration {
  /// Reads `seedbed.yaml`.
  ///
  /// - Parameters:
  ///   - text: The file's content.
  ///   - file: The file's name, for messages.
  /// - Throws: A `SeedbedError` with line and column for an unknown key, a wrong type, or a value
  ///   out of range.
  public init(yaml text: String, file: String) throws {
    var root = try StrictMapping(document: text, file: file)
    let version = try root.required("seedbed")
    guard try version.int() == 1 else {
      throw version.invalid("this program reads version 1 of the file")
    }
    let dataSource = try root.required("data").mapping { try DataSource(&$0) }
    let taskKind = try root.required("task").choice(TaskKind.self)
    let fieldMap = try root.required("fields").mapping { try FieldMap(&$0) }
    self.init(
      name: try root.value("name")?.string() ?? "dataset",
      data: dataSource,
      task: taskKind,
      fields: fieldMap,
      dimensions: try root.required("dimensions").strings()
    )
    if let value = root.value("reference") {
      let path = try value.string()
      guard !path.isEmpty else { throw value.invalid("name a file, or leave the key out") }
      reference = path
    }
    license = try root.value("license")?.string()
    languages = try root.value("languages").map(Self.readLanguages) ?? []
    seed = try root.value("seed")?.int(0...Int.max) ?? seed
    declaredValues = try root.value("values")?.mapping(readDeclaredValues) ?? []
    requirements = try root.value("requirements")?.list().map(readRequirement) ?? []
    gaps = try root.mapping("gaps") { try GapSearch(&$0) } ?? gaps
    generation = try root.mapping("generation") { try Generation(&$0) } ?? generation
    verification = try root.mapping("verification") { try Verification(&$0) } ?? verification
    deduplication = try root.mapping("deduplication") { try Deduplication(&$0) } ?? deduplication
    if let value = root.value("splits") {
      splits = try value.mapping { try Splits(&$0, value) }
    }
    slots = try root.value("slots")?.mapping(Self.readSlots) ?? []
    templates = try root.value("templates")?.list().map(readTemplate) ?? []
    models = try root.value("models")?.mapping(Self.readModels) ?? []
    if let value = root.value("translators") {
      translators = try Self.readTranslators(value, models: models)
    }
    judging = try root.mapping("judging") { try Judging(&$0) } ?? judging
    spending = try root.mapping("spending") { try Spending(&$0) } ?? spending
    evaluate = try root.mapping("evaluate") { try Evaluation(&$0) } ?? evaluate
    stopRules = try root.mapping("stop_rules") { try StopRules(&$0) } ?? stopRules
    review = try root.mapping("review") { try Review(&$0) } ?? review
    try refuseUnknownModels(&root)
    try root.finish()
  }

  private static func readLanguages(_ value: StrictValue) throws -> [String] {
    let languages = try value.strings()
    if let twice = languages.first(where: { name in languages.count { $0 == name } > 1 }) {
      throw value.invalid("`\(twice)` is named twice")
    }
    guard !languages.contains("unknown") else {
      throw value.invalid("`unknown` stands for all languages that are not named")
    }
    return languages
  }

  private func readDeclaredValues(_ mapping: inout StrictMapping) throws -> [Cell.Coordinate] {
    var coordinates: [Cell.Coordinate] = []
    for dimension in mapping.keys {
      let value = try mapping.required(dimension)
      try requireDimension(dimension, at: value)
      for name in try value.strings() { coordinates.append(Cell.Coordinate(dimension, name)) }
    }
    return coordinates
  }

  private func requireDimension(_ name: String, at value: StrictValue) throws {
    guard !dimensions.contains(name) else { return }
    let nearest = NearestName.find(name, among: dimensions).map { "; did you mean `\($0)`?" }
    throw value.invalid("`\(name)` is not among `dimensions`" + (nearest ?? ""))
  }

  private func readRequirement(_ value: StrictValue) throws -> Requirement {
    try value.mapping { mapping in
      let cellValue = try mapping.required("cell")
      let cell = try readCell(cellValue)
      guard (1...2).contains(cell.coordinates.count) else {
        throw cellValue.invalid("name one or two dimensions")
      }
      return Requirement(cell, minimum: try mapping.required("minimum").int(0...Int.max))
    }
  }

  private func readCell(_ value: StrictValue) throws -> Cell {
    try value.mapping { mapping in
      var found: [Cell.Coordinate] = []
      for key in mapping.keys {
        let entry = try mapping.required(key)
        try requireDimension(key, at: entry)
        found.append(Cell.Coordinate(key, try entry.string()))
      }
      let order = { (name: String) in dimensions.firstIndex(of: name) ?? 0 }
      return Cell(found.sorted { order($0.dimension) < order($1.dimension) })
    }
  }

  private static func readSlots(_ mapping: inout StrictMapping) throws -> [Slot] {
    var slots: [Slot] = []
    for name in mapping.keys.sorted() {
      let value = try mapping.required(name)
      let values = try value.strings()
      guard !values.isEmpty else { throw value.invalid("a slot needs at least one value") }
      slots.append(Slot(name: name, values: values))
    }
    return slots
  }

  private func readTemplate(_ value: StrictValue) throws -> Template {
    try value.mapping { mapping in
      let cell = try mapping.value("cell").map(readCell) ?? Cell([])
      let textValue = try mapping.required("text")
      let template = Template(cell: cell, text: try textValue.string())
      do {
        for case .slot(let name) in try template.parts() where !name.contains("|") {
          guard slots.contains(where: { $0.name == name }) else {
            let nearest = NearestName.find(name, among: slots.map(\.name))
            throw textValue.invalid(
              "the slot `{\(name)}` has no values under `slots`"
                + (nearest.map { "; did you mean `{\($0)}`?" } ?? "")
            )
          }
        }
      } catch let error as SeedbedError where !error.message.contains(textValue.path) {
        throw textValue.invalid(error.message)
      }
      return template
    }
  }
}

extension Configuration.DataSource {
  fileprivate init(_ mapping: inout StrictMapping) throws {
    self.init(path: try mapping.required("path").string())
    reading.format = try mapping.value("format")?.choice(FileFormat.self)
    reading.hasHeader = try mapping.value("header")?.bool()
    reading.columns = try mapping.value("columns")?.strings()
    reading.onBadRow = try mapping.value("on_bad_row")?.choice(BadRowPolicy.self) ?? .stop
    if let value = mapping.value("delimiter") {
      let text = try value.string()
      guard let byte = text == "\\t" ? 0x09 : text.utf8.first, text == "\\t" || text.utf8.count == 1
      else { throw value.invalid("a delimiter is one ASCII character, or `\\t`") }
      reading.delimiter = byte
    }
  }
}

extension FieldMap {
  fileprivate init(_ mapping: inout StrictMapping) throws {
    self.init()
    text = try mapping.value("text")?.fieldPath()
    conversation = try mapping.value("conversation")?.fieldPath()
    label = try mapping.value("label")?.fieldPath()
    id = try mapping.value("id")?.fieldPath()
    input = try mapping.value("input")?.fieldPath()
    context = try mapping.value("context")?.fieldPath()
    output = try mapping.value("output")?.fieldPath()
    spans = try mapping.value("spans")?.fieldPath()
    spanUnit = try mapping.value("span_unit")?.choice(SpanUnit.self) ?? .scalar
    spanColumns = try mapping.mapping("span_columns") { columns in
      SpanColumns(
        start: try columns.required("start").fieldPath(),
        end: try columns.required("end").fieldPath(),
        label: try columns.required("label").fieldPath(),
        text: try columns.value("text")?.fieldPath()
      )
    }
  }
}

extension Configuration.Generation {
  fileprivate init(_ mapping: inout StrictMapping) throws {
    self.init()
    budget = try mapping.value("budget")?.int(0...10_000_000)
    maximumShare = try mapping.value("maximum_share")?.double(0...10) ?? maximumShare
    oversampling = try mapping.value("oversampling")?.double(1...50) ?? oversampling
    rounds = try mapping.value("rounds")?.int(1...10) ?? rounds
    childrenPerSeed = try mapping.value("children_per_seed")?.int(1...1000) ?? childrenPerSeed
    methods = try mapping.value("methods")?.strings()
    evaluationSuite = try mapping.value("evaluation_suite")?.int(0...1_000_000) ?? evaluationSuite
    models = try mapping.value("models")?.strings() ?? []
    variety = try mapping.value("variety")?.mapping(Self.readVariety) ?? []
    personas = try mapping.value("personas")?.string()
    documents = try mapping.value("documents")?.string()
  }
}

extension Configuration.Verification {
  fileprivate init(_ mapping: inout StrictMapping) throws {
    self.init()
    labelQuantile = try mapping.value("label_quantile")?.double(0...0.5) ?? labelQuantile
    minimumLength = try mapping.value("minimum_length")?.int(0...Int.max)
    if let value = mapping.value("maximum_length") {
      let most = try value.int(1...Int.max)
      guard most >= minimumLength ?? 0 else { throw value.invalid("it is below `minimum_length`") }
      maximumLength = most
    }
    personalData =
      try mapping.value("personal_data")?.choice(Configuration.FindingPolicy.self) ?? .reject
    moderation = try mapping.value("moderation")?.string()
    safety = try mapping.value("safety")?.choice(Configuration.FindingPolicy.self) ?? .reject
  }
}

extension Configuration.Deduplication {
  fileprivate init(_ mapping: inout StrictMapping) throws {
    self.init()
    nearThreshold = try mapping.value("near_threshold")?.double(0.5...1) ?? nearThreshold
    maximumDuplicateShare =
      try mapping.value("maximum_duplicate_share")?.double(0...1) ?? maximumDuplicateShare
  }
}

extension Configuration.Splits {
  fileprivate init(_ mapping: inout StrictMapping, _ value: StrictValue) throws {
    self.init()
    train = try mapping.value("train")?.double(0...1) ?? train
    validation = try mapping.value("validation")?.double(0...1) ?? validation
    guard abs(train + validation - 1) < 1e-9 else {
      throw value.invalid("`train` and `validation` must add up to 1; the test set is the holdout")
    }
  }
}
