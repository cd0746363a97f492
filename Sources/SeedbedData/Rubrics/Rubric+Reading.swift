extension Rubric {
  /// Reads a rubric's file.
  ///
  /// - Parameters:
  ///   - text: The file's content.
  ///   - file: The file's name, for messages.
  /// - Throws: A `SeedbedError` with line and column for an unknown key, a wrong type, or a value out of
  ///   range.
  public init(yaml text: String, file: String) throws {
    var root = try StrictMapping(document: text, file: file)
    let version = try root.required("rubric")
    guard try version.int() == 1 else {
      throw version.invalid("this program reads version 1 of the file")
    }
    self.init(
      name: try Self.words(root.required("name")),
      instruction: try Self.words(root.required("instruction")),
      criteria: try Self.readCriteria(root.required("criteria"))
    )
    if let value = root.value("scale") { scale = try Self.readScale(value) }
    if let value = root.value("anchors") { anchors = try value.mapping(readAnchors) }
    if let value = root.value("evidence") {
      evidence = try value.list().map { try $0.choice(EvidenceField.self) }
      guard Set(evidence).count == evidence.count else {
        throw value.invalid("a field is named twice")
      }
    }
    threshold = try root.value("threshold")?.double(0...1) ?? threshold
    spread = try root.value("spread")?.double(0...1) ?? spread
    tasks = try root.value("applies_to")?.list().map { try $0.choice(TaskKind.self) } ?? []
    try root.finish()
  }

  private static func words(_ value: StrictValue) throws -> String {
    let text = try value.string()
    guard text.contains(where: { !$0.isWhitespace }) else { throw value.invalid("it is empty") }
    return text
  }

  private static func readScale(_ value: StrictValue) throws -> ClosedRange<Int> {
    try value.mapping { mapping in
      let minimum = try mapping.required("minimum").int(0...100)
      let upper = try mapping.required("maximum")
      let maximum = try upper.int(0...110)
      guard maximum > minimum, maximum - minimum <= 10 else {
        throw upper.invalid("a scale has 2 to 11 points, the maximum being the best")
      }
      return minimum...maximum
    }
  }

  private func readAnchors(_ mapping: inout StrictMapping) throws -> [Anchor] {
    var found: [Anchor] = []
    for key in mapping.keys {
      let value = try mapping.required(key)
      guard let score = Int(key), scale.contains(score) else {
        throw value.invalid(
          "`\(key)` is no point of the scale from \(scale.lowerBound) to \(scale.upperBound)"
        )
      }
      found.append(Anchor(score, try Self.words(value)))
    }
    return found.sorted { $0.score < $1.score }
  }

  private static func readCriteria(_ value: StrictValue) throws -> [Criterion] {
    let criteria = try value.list().map { entry in
      try entry.mapping { mapping in
        let nameValue = try mapping.required("name")
        let name = try nameValue.string()
        guard !name.isEmpty, name.utf8.count <= 64, name.utf8.allSatisfy(isNameByte) else {
          throw nameValue.invalid("`\(name)` is not 1 to 64 letters, digits and underscores")
        }
        return Criterion(
          name,
          try words(mapping.required("question")),
          weight: try mapping.value("weight")?.int(1...1000) ?? 1,
          isEssential: try mapping.value("essential")?.bool() ?? false
        )
      }
    }
    guard (1...20).contains(criteria.count) else {
      throw value.invalid("a rubric has 1 to 20 criteria")
    }
    let names = criteria.map(\.name)
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw value.invalid("`\(twice)` is named twice")
    }
    return criteria
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }
}
