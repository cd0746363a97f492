public import SeedbedData

/// One row with the text by which it is compared.
public struct TextRow: Sendable {
  /// The row as read.
  public var row: RawRow
  /// Its text, with input and context behind it where the rows have them.
  public var text: String
  /// The answer to it, where the rows have one.
  public var answer: String?
  /// Its label, where the rows have one.
  public var label: String?
}

/// The rows of a `TextFile`, one batch after the other.
public struct TextRows {
  private var reader: RowReader
  private let builder: SampleBuilder
  /// Reads labels too; nil where the rows have none.
  private let labels: SampleBuilder?
  private let needsLabel: Bool
  private let answer: FieldPath?
  private let stopsAtBadRow: Bool
  private var unusable = 0

  /// How many rows were left out so far.
  public var badRows: Int { reader.badRows + unusable }

  init(
    reader: RowReader,
    fields: FieldMap,
    needsLabel: Bool,
    name: String,
    stopsAtBadRow: Bool
  ) {
    var textOnly = fields
    textOnly.label = nil
    self.reader = reader
    builder = SampleBuilder(fields: textOnly, file: name)
    labels = fields.label == nil ? nil : SampleBuilder(fields: fields, file: name)
    self.needsLabel = needsLabel
    answer = fields.output
    self.stopsAtBadRow = stopsAtBadRow
  }

  /// The next rows that have a text.
  ///
  /// - Parameter limit: How many, at least 1.
  /// - Returns: The rows; empty at the end only.
  /// - Throws: A `BadRow` unless such rows are skipped; a `SeedbedError` when the file cannot be
  ///   read on.
  public mutating func nextBatch(_ limit: Int) throws -> [TextRow] {
    var batch: [TextRow] = []
    batch.reserveCapacity(limit)
    while batch.count < max(limit, 1), let row = try reader.next() {
      do {
        let text = try builder.parts(of: row).text
        // A label that was only guessed at may be missing in some rows.
        let label =
          needsLabel
          ? try labels?.parts(of: row).label : (try? labels?.parts(of: row).label) ?? nil
        batch.append(
          TextRow(
            row: row,
            text: builder.comparisonText(of: row.fields, text: text),
            answer: answer?.value(in: row.fields)?.string,
            label: label
          )
        )
      } catch let bad as BadRow {
        if stopsAtBadRow { throw bad }
        unusable += 1
      }
    }
    return batch
  }
}
