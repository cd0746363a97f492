/// What happens when a row cannot be read.
public enum BadRowPolicy: String, Sendable, CaseIterable {
  /// Reading ends with the row as the error.
  case stop
  /// The row is counted and left out.
  case skip
  /// The row is counted, left out, and handed to the sink to be kept for repair.
  case quarantine
}

/// A row that could not be read, with its place and the reason.
public struct BadRow: Error, Sendable, Equatable {
  /// The file as it was named.
  public var file: String
  /// Which row of data it is, counted from 1.
  public var row: Int
  /// Where its first byte is in the unpacked file, counted from 0.
  public var byte: Int
  /// What is wrong with it.
  public var reason: String
  /// Its bytes; of a row that is beyond the size limit or has no end only the first 4,096.
  public var raw: [UInt8]

  /// Makes a bad row.
  ///
  /// - Parameters:
  ///   - file: The file as it was named.
  ///   - row: Which row of data it is, from 1.
  ///   - byte: Where its first byte is in the unpacked file, from 0.
  ///   - reason: What is wrong with it.
  ///   - raw: Its bytes.
  public init(file: String, row: Int, byte: Int, reason: String, raw: [UInt8]) {
    self.file = file
    self.row = row
    self.byte = byte
    self.reason = reason
    self.raw = raw
  }
}

extension BadRow: CustomStringConvertible {
  /// The place and the reason: `data.jsonl: row 3 (byte 211): invalid UTF-8 at byte 17 of the row`.
  public var description: String { "\(file): row \(row) (byte \(byte)): \(reason)" }
}
