/// Writes rows as JSON Lines: one compact object a line.
///
/// The rows go to a file of another name, which takes the real name on `close`: a half-written file
/// never stands under it, and without `close` nothing stays.
public struct JSONLinesWriter {
  /// How many rows were written.
  public private(set) var count = 0

  private let file: OutputFile
  private var buffer: [UInt8] = []

  /// Opens a file for writing.
  ///
  /// - Parameter path: The file; one that is there is replaced on `close`.
  /// - Throws: `SeedbedError` when it cannot be written.
  public init(path: String) throws(SeedbedError) {
    file = try OutputFile(path: path, mode: .whole)
  }

  /// Writes a row.
  ///
  /// - Parameter row: The row.
  /// - Throws: `SeedbedError` when the file cannot be written.
  public mutating func write(_ row: JSONObject) throws(SeedbedError) {
    buffer.removeAll(keepingCapacity: true)
    JSONWriter().write(object: row, into: &buffer)
    buffer.append(UInt8(ascii: "\n"))
    try file.write(buffer)
    count += 1
  }

  /// Writes rows that are JSON Lines already.
  ///
  /// - Parameters:
  ///   - bytes: The lines, each with its line end.
  ///   - count: How many there are.
  /// - Throws: `SeedbedError` when the file cannot be written.
  public mutating func write(lines bytes: [UInt8], count: Int) throws(SeedbedError) {
    try file.write(bytes)
    self.count += count
  }

  /// Puts everything on the disk and gives the file its name.
  ///
  /// - Throws: `SeedbedError` when the file cannot be written.
  public mutating func close() throws(SeedbedError) { try file.close() }
}
