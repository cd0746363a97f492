import SeedbedData

/// The rows of one side of a comparison.
struct ComparedRows: Sendable {
  /// The file.
  let name: String
  /// The texts; empty for records.
  var texts: [String] = []
  /// The label of each row; nil where it has none.
  var labels: [String?] = []
  /// Where the rows stand in the file.
  var numbers = RowNumbers()
  /// Further fields, by name.
  var columns = ColumnCollector()
  /// Rows that were left out.
  var badRows = 0

  /// How many rows there are.
  var count: Int { numbers.count }

  private static let rowsPerBatch = 4096

  /// No rows yet.
  init(named name: String) { self.name = name }

  /// Reads a file once.
  ///
  /// - Throws: A `SeedbedError` or `BadRow` for a file that cannot be read or without a usable row;
  ///   `CancellationError`.
  init(_ file: TextFile, of files: ComparedFiles) throws {
    name = file.name
    let skipped = files.otherFields
    var rows = try file.rows()
    while case let batch = try rows.nextBatch(Self.rowsPerBatch), !batch.isEmpty {
      try Task.checkCancellation()
      for row in batch {
        if files.isOfTexts { texts.append(row.text) }
        labels.append(
          files.needsLabel ? row.label : files.label.flatMap { Self.label($0, row.row.fields) }
        )
        columns.add(row.row.fields, except: skipped)
        numbers.append(row.row.number)
      }
    }
    badRows = rows.badRows
    guard count > 0 else {
      throw SeedbedError(
        .data,
        "no row of `\(name)` can be compared: \(badRows) cannot be read",
        hint: "look at one with `--on-bad-row stop`, or name the fields with `--text` and `--label`"
      )
    }
  }

  /// The label of a row, if it is one.
  private static func label(_ path: FieldPath, _ row: JSONObject) -> String? {
    switch path.value(in: row) {
    case .string(let label): label
    case .number(let number): number.literal
    case .bool(let flag): flag ? "true" : "false"
    case .array(let labels):
      labels.allSatisfy { $0.string != nil }
        ? labels.compactMap(\.string).sorted().joined(separator: "|") : nil
    default: nil
    }
  }
}
