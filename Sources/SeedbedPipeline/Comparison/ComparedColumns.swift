import SeedbedLearning

/// The columns of both sides beside texts and labels, each as numbers or as categories.
struct ComparedColumns: Sendable {
  /// The values of a column on one side.
  enum Values: Sendable {
    case numbers([Double?])
    case categories([String?])
  }

  /// A column of all sides: real, synthetic and, where there is one, holdout.
  struct Column: Sendable {
    var name: String
    var sides: [Values]
  }

  /// What is compared, in the order of the real file.
  private(set) var columns: [Column] = []
  /// What is not, with the reason.
  private(set) var left: [ColumnComparison.LeftColumn] = []
  /// How many rows each side has.
  let counts: [Int]

  /// The most different values a category has.
  static let mostValues = 1000

  /// Chooses what can be compared.
  init(_ sides: [ComparedRows]) {
    counts = sides.map(\.count)
    for name in Self.names(sides) {
      let collected = sides.map { $0.columns.columns[name] }
      if collected.prefix(2).contains(where: { $0 == nil }) {
        let side = collected[0] == nil ? "real" : "synthetic"
        leave(name, "no \(side) row has it")
      } else if let reason = collected.compactMap({ $0?.reason }).first {
        leave(name, reason)
      } else if Self.isID(name) {
        leave(name, "its name is that of an id")
      } else {
        add(name, sides.map { $0.columns.values(of: name) })
      }
    }
  }

  private mutating func add(_ name: String, _ values: [[String?]]) {
    if values.prefix(2).contains(where: { $0.allSatisfy { $0 == nil } }) {
      return leave(name, "a side has no value of it")
    }
    let numbers = values.map { $0.map { $0.map(Self.number) } }
    let isNumeric = numbers.allSatisfy { $0.allSatisfy { $0.map { $0 != nil } ?? true } }
    if isNumeric {
      columns.append(Column(name: name, sides: numbers.map { .numbers($0.map { $0 ?? nil }) }))
      return
    }
    let different = Set(values[0]).count
    guard different <= Self.mostValues, values[0].count <= 20 || 2 * different <= values[0].count
    else { return leave(name, "its \(different) different values are no categories") }
    columns.append(Column(name: name, sides: values.map { .categories($0) }))
  }

  private mutating func leave(_ name: String, _ reason: String) {
    left.append(ColumnComparison.LeftColumn(name: name, reason: reason))
  }

  private static func names(_ sides: [ComparedRows]) -> [String] {
    var names = sides[0].columns.names
    let known = Set(names)
    names += sides[1].columns.names.filter { !known.contains($0) }
    return names
  }

  /// A finite number that is written as one.
  private static func number(_ text: String) -> Double? {
    let isNumber = text.utf8.allSatisfy { byte in
      byte &- 0x30 < 10 || [0x2B, 0x2D, 0x2E, 0x45, 0x65].contains(byte)
    }
    guard isNumber, let value = Double(text), value.isFinite else { return nil }
    return value
  }

  private static func isID(_ name: String) -> Bool {
    let name = name.lowercased()
    return ["id", "uuid", "guid", "index", "row"].contains(name) || name.hasSuffix("_id")
  }
}

extension ComparedColumns.Values {
  /// The values of some rows, as SDMetrics' measures take them.
  func column(_ rows: [Int]) -> RecordColumn {
    switch self {
    case .numbers(let values): .numbers(rows.map { values[$0] })
    case .categories(let values): .categories(rows.map { values[$0] })
    }
  }
}
