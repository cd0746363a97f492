/// Turns JSON Lines into Parquet, which this program does not write itself.
public protocol ParquetWriter: Sendable {
  /// Writes a file.
  ///
  /// - Parameters:
  ///   - lines: The path of a file of JSON Lines.
  ///   - schema: What its rows hold.
  ///   - path: The path of the Parquet file to write.
  /// - Throws: A `SeedbedError` when it cannot be written.
  func write(lines: String, schema: RowSchema, to path: String) throws
}
