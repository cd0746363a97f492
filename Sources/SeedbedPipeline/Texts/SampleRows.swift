public import SeedbedData

/// The rows of a `TextFile` as samples, one batch after the other.
public struct SampleRows {
  private var reader: RowReader
  private var builder: SampleBuilder
  private let stopsAtBadRow: Bool
  private var unusable = 0

  /// How many rows were left out so far.
  public var badRows: Int { reader.badRows + unusable }

  init(reader: RowReader, fields: FieldMap, name: String, stopsAtBadRow: Bool) {
    self.reader = reader
    builder = SampleBuilder(fields: fields, file: name)
    self.stopsAtBadRow = stopsAtBadRow
  }

  /// The next samples.
  ///
  /// - Parameter limit: How many, at least 1.
  /// - Returns: The samples; empty at the end only.
  /// - Throws: A `BadRow` unless such rows are skipped; a `SeedbedError` when the file cannot be read on.
  public mutating func nextBatch(_ limit: Int) throws -> [Sample] {
    var batch: [Sample] = []
    batch.reserveCapacity(limit)
    while batch.count < max(limit, 1), let row = try reader.next() {
      do {
        batch.append(try builder.sample(from: row))
      } catch let bad as BadRow {
        if stopsAtBadRow { throw bad }
        unusable += 1
      }
    }
    return batch
  }
}

extension TextFile {
  /// How many rows are read to learn the values of spans.
  private static let rowsForSpans = 20_000

  /// The values that the marked spans of the first rows have.
  ///
  /// - Returns: The values by label.
  /// - Throws: A `SeedbedError` or `BadRow` when the file cannot be read.
  public func spanValues() throws -> SpanValues {
    var rows = try samples()
    let first = try rows.nextBatch(Self.rowsForSpans).filter { !$0.tags.contains("span_invalid") }
    return SpanValues(learning: first.flatMap(\.spans).map { ($0.label, $0.text) })
  }
}
