import FoundationEssentials

/// Keeps refused rows for repair: one JSON object a line with `file`, `row`, `byte`, `reason` and
/// the row.
///
/// The row is the string `raw`, or `raw_base64` when its bytes are not UTF-8; the other of the two
/// is null. The file comes into being with the first refused row and replaces an older one of that
/// name.
public struct QuarantineWriter {
  /// The file that is written.
  public let path: String
  /// How many rows were written.
  public private(set) var count = 0

  private var file: OutputFile?
  private var buffer: [UInt8] = []

  /// Makes a writer; nothing is created yet.
  ///
  /// - Parameter path: The file to write.
  public init(path: String) { self.path = path }

  /// Writes a row.
  ///
  /// - Parameter row: The refused row.
  /// - Throws: `SeedbedError` when the file cannot be written.
  public mutating func write(_ row: BadRow) throws(SeedbedError) {
    let output: OutputFile
    if let file {
      output = file
    } else {
      output = try OutputFile(path: path, mode: .inPlace)
      file = output
    }
    let text = String(validating: row.raw, as: UTF8.self)
    let object: JSONObject = [
      "file": .string(row.file), "row": .number(JSONNumber(row.row)),
      "byte": .number(JSONNumber(row.byte)), "reason": .string(row.reason),
      "raw": text.map(JSONValue.string) ?? .null,
      "raw_base64": text == nil ? .string(Data(row.raw).base64EncodedString()) : .null,
    ]
    buffer.removeAll(keepingCapacity: true)
    JSONWriter().write(object: object, into: &buffer)
    buffer.append(UInt8(ascii: "\n"))
    try output.write(buffer)
    count += 1
  }

  /// Writes what is still held back and closes the file; without a call this happens at the end of
  /// the writer's life, where a failure goes unseen.
  ///
  /// - Throws: `SeedbedError` when the file cannot be written.
  public mutating func close() throws(SeedbedError) {
    try file?.close()
    file = nil
  }
}
