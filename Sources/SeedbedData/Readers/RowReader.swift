/// Reads the rows of a file one after the other, in memory that does not grow with the file.
///
/// ```swift
/// var reader = try RowReader(path: "data.jsonl")
/// while let row = try reader.next() { print(row.fields) }
/// ```
///
/// Copies of a reader share their place in the file: use one of them. The path `-` is standard
/// input. When reading throws, it is over, and `next` answers nil from then on. Faults of single
/// rows follow `RowReaderOptions.onBadRow`; a fault after which the next row cannot be found (a
/// quote that never closes, broken brackets in a JSON array, a file that is cut off) throws its
/// `BadRow` under every policy. Rows that were read before it stay valid.
public struct RowReader {
  private enum Rows {
    case lines(LineRows)
    case document(DocumentRows)
    case table(TableRows)
    case blocks(CoNLLRows)
  }

  /// What the file was found to be.
  public let detected: DetectedFormat
  /// The names of the columns of a table; empty for JSON.
  public let columns: [String]
  /// How many rows were refused so far.
  public private(set) var badRows = 0
  /// Takes each refused row under the policy `quarantine`; what it throws ends the reading.
  public var badRowSink: ((BadRow) throws -> Void)?

  private let name: String
  private let policy: BadRowPolicy
  private let rows: Rows
  private var number = 0
  private var ended = false

  /// Opens a file and finds out what it is.
  ///
  /// - Parameters:
  ///   - path: The file, or `-` for standard input.
  ///   - name: What messages about bad rows call the file; nil for its path.
  ///   - options: What is known of it, and how to treat bad rows.
  /// - Throws: `SeedbedError` when the file cannot be read, is empty, or is nothing that is known.
  public init(path: String, name: String? = nil, options: RowReaderOptions = .init()) throws {
    self.name = name ?? path
    policy = options.onBadRow
    let buffer = try ChunkBuffer(path: path, name: name, chunkSize: options.chunkSize)
    let detected = try FormatDetector.detect(buffer, options: options)
    self.detected = detected
    switch detected.format {
    case .jsonLines, .parquet:
      rows = .lines(LineRows(buffer, options: options))
      columns = []
    case .json:
      rows = .document(DocumentRows(buffer, detected: detected, options: options))
      columns = []
    case .conll:
      rows = .blocks(CoNLLRows(buffer, options: options))
      columns = []
    case .csv, .tsv:
      let table = try TableRows(buffer, detected: detected, options: options)
      rows = .table(table)
      columns = table.columns
    }
  }

  /// The next row.
  ///
  /// - Returns: The row; nil at the end.
  /// - Throws: `BadRow` by the policy, `SeedbedError` when the file cannot be read on, or what the
  ///   sink throws.
  public mutating func next() throws -> RawRow? {
    guard !ended else { return nil }
    do {
      while let read = try nextRead() {
        number += 1
        switch read.outcome {
        case .fields(let fields):
          return RawRow(number: number, byteOffset: read.byteOffset, fields: fields)
        case .bad(let reason, let raw):
          try refuse(reason, raw, at: read.byteOffset, readsOn: true)
        case .broken(let reason, let raw):
          try refuse(reason, raw, at: read.byteOffset, readsOn: false)
        }
      }
    } catch {
      ended = true
      throw error
    }
    ended = true
    return nil
  }

  /// The next rows, up to a limit.
  ///
  /// - Parameter limit: How many, at least 1.
  /// - Returns: The rows; empty at the end only.
  /// - Throws: As `next`; rows of the batch that were read before the fault are lost with it.
  public mutating func nextBatch(_ limit: Int) throws -> [RawRow] {
    var batch: [RawRow] = []
    while batch.count < max(limit, 1), let row = try next() { batch.append(row) }
    return batch
  }

  private func nextRead() throws(SeedbedError) -> ReadRow? {
    switch rows {
    case .lines(let rows): try rows.next()
    case .document(let rows): try rows.next()
    case .table(let rows): try rows.next()
    case .blocks(let rows): try rows.next()
    }
  }

  private mutating func refuse(
    _ reason: String,
    _ raw: [UInt8],
    at byte: Int,
    readsOn: Bool
  ) throws {
    badRows += 1
    let row = BadRow(file: name, row: number, byte: byte, reason: reason, raw: raw)
    if policy == .quarantine { try badRowSink?(row) }
    guard readsOn, policy != .stop else { throw row }
  }
}
