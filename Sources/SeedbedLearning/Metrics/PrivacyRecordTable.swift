/// The values of one column of records.
public enum RecordColumn: Hashable, Sendable {
  /// Numbers, or times as numbers; nil, and what is not finite, is missing.
  case numbers([Double?])
  /// Names of categories; nil is missing.
  case categories([String?])

  /// How many values there are.
  public var count: Int {
    switch self {
    case .numbers(let values): values.count
    case .categories(let values): values.count
    }
  }
}

/// Records as columns of numbers and categories.
public struct RecordTable: Hashable, Sendable {
  /// The columns, all of one length.
  public let columns: [RecordColumn]
  /// How many records there are.
  public let count: Int

  /// Makes a table.
  ///
  /// - Parameter columns: The columns, at least one, all of one length.
  public init(_ columns: [RecordColumn]) {
    precondition(!columns.isEmpty, "records have at least one column")
    precondition(
      columns.allSatisfy { $0.count == columns[0].count },
      "the columns differ in length"
    )
    self.columns = columns
    count = columns[0].count
  }

  /// Whether another table has columns of the same kinds.
  func hasKinds(of other: RecordTable) -> Bool {
    columns.count == other.columns.count
      && zip(columns, other.columns).allSatisfy { own, other in
        switch (own, other) {
        case (.numbers, .numbers), (.categories, .categories): true
        default: false
        }
      }
  }
}
