import SeedbedData

/// Keeps the plain values of the fields of rows, column by column.
struct ColumnCollector: Sendable {
  /// The most columns that are kept.
  static let mostColumns = 64
  /// A longer value is a text and no category.
  static let longestValue = 100

  /// One field of all rows.
  struct Column: Sendable {
    /// The value of each row as text; nil where it is missing.
    var values: [String?]
    /// Why the field is no column of numbers or categories; nil when it may be one.
    var reason: String?
  }

  private(set) var columns: [String: Column] = [:]
  /// The names in the order in which they were first seen.
  private(set) var names: [String] = []
  private var rows = 0

  /// Adds a row.
  mutating func add(_ fields: JSONObject, except skipped: Set<String>) {
    for (name, value) in fields where !skipped.contains(name) {
      if columns[name] == nil {
        guard names.count < Self.mostColumns else { continue }
        names.append(name)
        columns[name] = Column(values: [])
      }
      columns[name]?.set(value, row: rows)
    }
    rows += 1
  }

  /// The values of a field, one a row.
  func values(of name: String) -> [String?] {
    let known = columns[name]?.values ?? []
    return known + [String?](repeating: nil, count: rows - known.count)
  }
}

extension ColumnCollector.Column {
  fileprivate mutating func set(_ value: JSONValue, row: Int) {
    guard reason == nil else { return }
    let text: String?
    switch value {
    case .null: text = nil
    case .bool(let flag): text = flag ? "true" : "false"
    case .number(let number): text = number.literal
    case .string(let string): text = string.isEmpty ? nil : string
    case .array, .object: return leave("it holds lists or objects")
    }
    guard let text else { return }
    guard text.utf8.count <= ColumnCollector.longestValue else {
      return leave("it holds values of more than \(ColumnCollector.longestValue) bytes")
    }
    while values.count < row { values.append(nil) }
    values.append(text)
  }

  private mutating func leave(_ reason: String) {
    self.reason = reason
    values = []
  }
}
