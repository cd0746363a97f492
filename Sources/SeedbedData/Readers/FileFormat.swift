/// A file format that rows are read from.
public enum FileFormat: String, Sendable, CaseIterable {
  /// One JSON object a line.
  case jsonLines = "jsonl"
  /// An array of objects, an object that holds one, or objects one after the other.
  case json = "json"
  /// A table whose cells are separated by a comma, a semicolon or a bar.
  case csv = "csv"
  /// A table whose cells are separated by tabs.
  case tsv = "tsv"
  /// Blocks of lines, one token a line with its tag.
  case conll = "conll"
  /// Columns with a type, which the program `duckdb` turns into rows.
  case parquet = "parquet"
}

/// What was found out about a file.
public struct DetectedFormat: Sendable, Equatable {
  /// Where the rows of a JSON document lie.
  enum Layout: Sendable, Equatable {
    /// In an array whose first element begins at or after this place in the file.
    case array(offset: Int)
    /// At the top level, one after the other.
    case values
  }

  /// The format.
  public var format: FileFormat
  /// Whether the file is packed with gzip.
  public var compressed = false
  /// Whether the first record of a table holds the names of its columns.
  public var hasHeader = false
  /// The byte between the cells of a table.
  public var delimiter = UInt8(ascii: ",")
  /// Whether quotes in a table mean anything.
  public var quoting = RowReaderOptions.Quoting.rfc4180
  /// The keys that lead to the array of rows in a JSON document: `["data"]` for `{"data": [...]}`.
  public var rowPath: [String] = []

  var layout = Layout.values
  /// How many cells most records of a table have.
  var columnCount = 0
  /// The byte that ends a record of a table: a line feed, or a carriage return where there is no
  /// other.
  var lineEnd = UInt8(ascii: "\n")
}
