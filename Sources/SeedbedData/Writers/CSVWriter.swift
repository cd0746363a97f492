/// Writes rows as a table after RFC 4180, with line feeds as line ends and a header.
///
/// A string is written as it is, null and a missing field as an empty cell, an array or object as
/// compact JSON. Values are never changed: a cell that a spreadsheet program would take for a
/// formula (it begins with `=`, `+`, `-` or `@`) is written as it is, so open untrusted data there
/// with care. As with `JSONLinesWriter`, the file takes its name on `close`.
public struct CSVWriter {
  /// The columns in their order.
  public let columns: [String]
  /// How many rows were written; the header does not count.
  public private(set) var count = 0

  private let known: Set<String>
  private let delimiter: UInt8
  private let file: OutputFile
  private var buffer: [UInt8] = []

  /// Opens a file for writing and writes the header.
  ///
  /// - Parameters:
  ///   - path: The file; one that is there is replaced on `close`.
  ///   - columns: The fields to write, in order, each once.
  ///   - delimiter: The byte between cells.
  /// - Throws: `SeedbedError` when the file cannot be written or the columns are none or not
  ///   different.
  public init(
    path: String,
    columns: [String],
    delimiter: UInt8 = UInt8(ascii: ",")
  ) throws(SeedbedError) {
    known = Set(columns)
    guard !columns.isEmpty, known.count == columns.count else {
      throw SeedbedError(.usage, "a table needs columns, and their names must differ")
    }
    self.columns = columns
    self.delimiter = delimiter
    file = try OutputFile(path: path, mode: .whole)
    try write(columns.map(JSONValue.string))
  }

  /// The keys of all rows in the order in which they are first seen.
  ///
  /// - Parameter rows: The rows.
  /// - Returns: Each key once.
  public static func columns(of rows: some Sequence<JSONObject>) -> [String] {
    var seen: Set<String> = []
    var columns: [String] = []
    for row in rows {
      for (key, _) in row where seen.insert(key).inserted { columns.append(key) }
    }
    return columns
  }

  /// Writes a row.
  ///
  /// - Parameter row: The row; it may lack columns but not have others.
  /// - Throws: `SeedbedError` when the row has a field that is no column, or the file cannot be
  ///   written.
  public mutating func write(_ row: JSONObject) throws(SeedbedError) {
    for (key, _) in row where !known.contains(key) {
      throw SeedbedError(
        .usage,
        "row \(count + 1) has the field `\(key)`, which is no column of `\(file.path)`"
      )
    }
    try write(columns.map { row[$0] ?? .null })
    count += 1
  }

  /// Puts everything on the disk and gives the file its name.
  ///
  /// - Throws: `SeedbedError` when the file cannot be written.
  public mutating func close() throws(SeedbedError) { try file.close() }

  private mutating func write(_ values: [JSONValue]) throws(SeedbedError) {
    buffer.removeAll(keepingCapacity: true)
    for (position, value) in values.enumerated() {
      if position > 0 { buffer.append(delimiter) }
      // A row of one empty cell would be a blank line, which readers step over.
      append(Self.text(value), alone: values.count == 1)
    }
    buffer.append(UInt8(ascii: "\n"))
    try file.write(buffer)
  }

  private static func text(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .string(let text): text
    default: value.serialized()
    }
  }

  private mutating func append(_ text: String, alone: Bool) {
    let delimiter = delimiter
    let needsQuotes = text.utf8.contains { byte in
      byte == delimiter || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
    }
    guard needsQuotes || (alone && text.isEmpty) else {
      buffer.append(contentsOf: text.utf8)
      return
    }
    buffer.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { buffer.append(byte) }
      buffer.append(byte)
    }
    buffer.append(UInt8(ascii: "\""))
  }
}
