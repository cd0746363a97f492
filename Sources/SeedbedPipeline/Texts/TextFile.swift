public import SeedbedData

/// A file of rows with a text each, read without a project and as often as wanted.
public struct TextFile: Sendable {
  /// The file as the user named it; `-` is standard input.
  public let name: String
  /// Which field plays which part, as named by the user or found from the first rows.
  public let fields: FieldMap
  /// What the file was found to be.
  public let format: DetectedFormat
  /// The names of the columns of a table; empty for JSON.
  public let columns: [String]

  /// How many bytes a text of the first rows has on average.
  public let meanTextBytes: Int

  private let path: String
  private let reading: Configuration.Reading
  /// Whether a row without a label is a bad row, because the user named the field.
  private let needsLabel: Bool
  /// Keeps what came through standard input for as long as it may be read.
  private let spool: SpooledInput?

  private static let rowsForDetection = 2000
  private static let rowsForNamedText = 200

  /// Opens a file and finds out where its texts are.
  ///
  /// Standard input is first copied to a temporary file without a name, so that it can be read
  /// again.
  ///
  /// - Parameters:
  ///   - name: The file, or `-` for standard input.
  ///   - reading: How it is cut into rows.
  ///   - text: The field that holds the text, where the user names it.
  ///   - label: The field that holds the label, where the user names it.
  ///   - answer: The field that holds the answer to the text, where the user names it.
  ///   - spans: The field that holds the spans of the text, where the user names it.
  ///   - spanUnit: What their offsets count.
  /// - Throws: A `SeedbedError` or `BadRow` for a file that cannot be read or holds no row.
  public init(
    _ name: String,
    reading: Configuration.Reading = .init(),
    text: FieldPath? = nil,
    label: FieldPath? = nil,
    answer: FieldPath? = nil,
    spans: FieldPath? = nil,
    spanUnit: SpanUnit = .scalar
  ) throws {
    self.name = name
    self.reading = reading
    needsLabel = label != nil
    spool = name == "-" ? try SpooledInput.standardInput() : nil
    path = spool?.path ?? name
    var reader = try RowReader(path: path, name: Self.shownName(name), options: reading.options)
    // Who names the text leaves little to be found out.
    let first = try reader.nextBatch(text == nil ? Self.rowsForDetection : Self.rowsForNamedText)
    guard !first.isEmpty else {
      throw SeedbedError(.data, "`\(Self.shownName(name))` holds no row")
    }
    var fields = TaskDetector.detect(first.map(\.fields), text: text, label: label).fields
    if let answer { fields.output = answer }
    if let spans {
      fields.spans = spans
      fields.spanColumns = nil
    }
    fields.spanUnit = spanUnit
    self.fields = fields
    format = reader.detected
    columns = reader.columns
    let builder = SampleBuilder(fields: fields, file: name)
    let lengths = first.compactMap { try? builder.parts(of: $0).text.utf8.count }
    meanTextBytes = lengths.isEmpty ? 0 : lengths.reduce(0, +) / lengths.count
  }

  /// Starts reading from the first row.
  ///
  /// - Returns: The rows, to be asked for one batch after the other.
  /// - Throws: A `SeedbedError` when the file cannot be opened.
  public func rows() throws -> TextRows {
    let name = Self.shownName(name)
    return TextRows(
      reader: try RowReader(path: path, name: name, options: reading.options),
      fields: fields,
      needsLabel: needsLabel,
      name: name,
      stopsAtBadRow: reading.onBadRow == .stop
    )
  }

  /// Starts reading samples from the first row.
  ///
  /// - Returns: The samples, to be asked for one batch after the other.
  /// - Throws: A `SeedbedError` when the file cannot be opened.
  public func samples() throws -> SampleRows {
    let name = Self.shownName(name)
    return SampleRows(
      reader: try RowReader(path: path, name: name, options: reading.options),
      fields: fields,
      name: name,
      stopsAtBadRow: reading.onBadRow == .stop
    )
  }

  private static func shownName(_ name: String) -> String {
    name == "-" ? "standard input" : name
  }
}
