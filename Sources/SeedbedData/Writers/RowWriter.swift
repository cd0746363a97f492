/// Writes rows to a file in the format that its name says, or else in that of the rows' own file.
public struct RowWriter {
  // One of the two; an enumeration would copy the writer's buffer for each row.
  private var lines: JSONLinesWriter?
  private var table: CSVWriter?

  /// How many rows were written.
  public var count: Int { (lines?.count ?? 0) + (table?.count ?? 0) }

  /// Opens a file for writing; it takes its name on `close`.
  ///
  /// - Parameters:
  ///   - path: The file, or `-` for standard output. A name that ends in `.jsonl`, `.ndjson`, `.csv`
  ///     or `.tsv` says its format; another leaves it to `source`, with JSON as JSON Lines.
  ///   - source: The format that the rows were read from.
  ///   - columns: The columns of a table, each once; empty where the rows come from JSON.
  /// - Throws: A `SeedbedError` when the format is not written, when a table is asked for without
  ///   columns, or when the file cannot be written.
  public init(path: String, source: DetectedFormat, columns: [String]) throws(SeedbedError) {
    switch try Self.format(of: path, source: source) {
    case .jsonLines, .json, .conll, .parquet:
      lines = try JSONLinesWriter(path: path)
    case .csv:
      let delimiter = source.format == .csv ? source.delimiter : UInt8(ascii: ",")
      table = try CSVWriter(
        path: path,
        columns: try Self.checked(columns, path),
        delimiter: delimiter
      )
    case .tsv:
      table = try CSVWriter(
        path: path,
        columns: try Self.checked(columns, path),
        delimiter: UInt8(ascii: "\t")
      )
    }
  }

  /// Writes a row.
  ///
  /// - Parameter row: The row's fields; of a table, no others than its columns.
  /// - Throws: A `SeedbedError` when the file cannot be written or the row has a further field.
  public mutating func write(_ row: JSONObject) throws(SeedbedError) {
    try lines?.write(row)
    try table?.write(row)
  }

  /// Whether a table is written, not JSON Lines.
  public var isTable: Bool { table != nil }

  /// Writes rows that are JSON Lines already.
  ///
  /// - Parameters:
  ///   - bytes: The lines, each with its line end; a table takes none.
  ///   - count: How many there are.
  /// - Throws: A `SeedbedError` when the file cannot be written.
  public mutating func write(lines bytes: [UInt8], count: Int) throws(SeedbedError) {
    try lines?.write(lines: bytes, count: count)
  }

  /// Puts everything on the disk and gives the file its name.
  ///
  /// - Throws: A `SeedbedError` when the file cannot be written.
  public mutating func close() throws(SeedbedError) {
    try lines?.close()
    try table?.close()
  }

  private static func format(
    of path: String,
    source: DetectedFormat
  ) throws(SeedbedError) -> FileFormat {
    let name = path.lowercased()
    if name.hasSuffix(".gz") {
      throw SeedbedError(
        .usage,
        "`\(path)` would have to be packed, and packed files are only read",
        hint: "write to `-` and pipe it through gzip"
      )
    }
    if name.hasSuffix(".parquet") {
      throw SeedbedError(
        .usage,
        "`\(path)` would have to be Parquet, which is only read here",
        hint: "name the output with `.jsonl`"
      )
    }
    if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return .jsonLines }
    if name.hasSuffix(".csv") { return .csv }
    if name.hasSuffix(".tsv") { return .tsv }
    return source.format
  }

  private static func checked(
    _ columns: [String],
    _ path: String
  ) throws(SeedbedError) -> [String] {
    guard !columns.isEmpty else {
      throw SeedbedError(
        .usage,
        "`\(path)` is a table, but the rows come from JSON and have no columns",
        hint: "name the output with `.jsonl`"
      )
    }
    return columns
  }
}
