/// What is known about a file before it is read; what is nil is found out from its content.
public struct RowReaderOptions: Sendable {
  /// Whether quotes in a table mean anything.
  public enum Quoting: String, Sendable, CaseIterable {
    /// A cell that begins with a quote ends with one; two quotes inside stand for one (RFC 4180).
    case rfc4180
    /// A quote is a character like any other.
    case none
  }

  /// The format.
  public var format: FileFormat?
  /// The byte between the cells of a table.
  public var delimiter: UInt8?
  /// Whether the first record of a table holds the names of its columns.
  public var hasHeader: Bool?
  /// Whether quotes in a table mean anything.
  public var quoting: Quoting?
  /// Names for the columns of a table; nil takes the header, or `column_1` and so on without one.
  ///
  /// When `hasHeader` is nil, the first record is a header only if it says just these names.
  public var columns: [String]?
  /// What happens when a row cannot be read.
  public var onBadRow: BadRowPolicy
  /// How many bytes a row may have, at least 1; a longer one is a bad row.
  public var maximumRowBytes: Int
  /// How deep JSON may be nested, 0 to 1024.
  public var maximumDepth: Int
  /// How many bytes are read at a time, at least 1; results do not depend on it.
  public var chunkSize: Int

  /// Makes options.
  ///
  /// - Parameters:
  ///   - format: The format.
  ///   - delimiter: The byte between the cells of a table.
  ///   - hasHeader: Whether the first record of a table holds the names of its columns.
  ///   - quoting: Whether quotes in a table mean anything.
  ///   - columns: Names for the columns of a table.
  ///   - onBadRow: What happens when a row cannot be read.
  ///   - maximumRowBytes: How many bytes a row may have, at least 1.
  ///   - maximumDepth: How deep JSON may be nested, 0 to 1024.
  ///   - chunkSize: How many bytes are read at a time, at least 1.
  public init(
    format: FileFormat? = nil,
    delimiter: UInt8? = nil,
    hasHeader: Bool? = nil,
    quoting: Quoting? = nil,
    columns: [String]? = nil,
    onBadRow: BadRowPolicy = .stop,
    maximumRowBytes: Int = 64 << 20,
    maximumDepth: Int = 512,
    chunkSize: Int = 256 << 10
  ) {
    self.format = format
    self.delimiter = delimiter
    self.hasHeader = hasHeader
    self.quoting = quoting
    self.columns = columns
    self.onBadRow = onBadRow
    self.maximumRowBytes = maximumRowBytes
    self.maximumDepth = maximumDepth
    self.chunkSize = chunkSize
  }
}
