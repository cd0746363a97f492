import Foundation
import SeedbedData

/// Files of rows that nobody but their owner may read.
enum PrivateFile {
  /// Writes rows as JSON Lines.
  ///
  /// - Throws: A `SeedbedError` naming the file.
  static func write(_ rows: [JSONObject], to path: String) throws {
    var bytes: [UInt8] = []
    for row in rows {
      JSONWriter().write(object: row, into: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    // What is there may be of somebody else, with rights of its own.
    try? FileManager.default.removeItem(atPath: path)
    let isWritten = FileManager.default.createFile(
      atPath: path,
      contents: Data(bytes),
      attributes: [.posixPermissions: 0o600]
    )
    guard isWritten else {
      throw SeedbedError(.inputOutput, "`\(path)` could not be written")
    }
  }
}
