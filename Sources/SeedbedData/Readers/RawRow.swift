/// One row of a file, before anything is made of it.
public struct RawRow: Sendable, Equatable {
  /// Which row of data it is, counted from 1; headers and blank lines do not count, bad rows do.
  public var number: Int
  /// Where its first byte is in the unpacked file, counted from 0.
  public var byteOffset: Int
  /// Its fields in their order; of a table every value is a string, but for lists under
  /// the names of `StructuredCell`.
  public var fields: JSONObject

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - number: Which row of data it is, from 1.
  ///   - byteOffset: Where its first byte is in the unpacked file, from 0.
  ///   - fields: Its fields.
  public init(number: Int, byteOffset: Int, fields: JSONObject) {
    self.number = number
    self.byteOffset = byteOffset
    self.fields = fields
  }
}
