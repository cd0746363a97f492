/// Which field of a row plays which part in the task.
public struct FieldMap: Sendable, Hashable {
  /// Spans that are spread over columns, one span a row.
  public struct SpanColumns: Sendable, Hashable {
    /// The column with the first offset.
    public var start: FieldPath
    /// The column with the offset after the last.
    public var end: FieldPath
    /// The column with the span's label.
    public var label: FieldPath
    /// The column with the span's words, if there is one.
    public var text: FieldPath?

    /// Names the columns.
    ///
    /// - Parameters:
    ///   - start: The first offset.
    ///   - end: The offset after the last.
    ///   - label: The span's label.
    ///   - text: The span's words.
    public init(start: FieldPath, end: FieldPath, label: FieldPath, text: FieldPath?) {
      self.start = start
      self.end = end
      self.label = label
      self.text = text
    }
  }

  /// The text that methods change.
  public var text: FieldPath?
  /// The list of turns of a conversation; the text is its first user turn.
  public var conversation: FieldPath?
  /// The label.
  public var label: FieldPath?
  /// The row's own id; a synthetic row gets its sample id there.
  public var id: FieldPath?
  /// Further input that makes a different case of the same text (Alpaca's `input`).
  public var input: FieldPath?
  /// The document that a question is asked about.
  public var context: FieldPath?
  /// The answer, which transforms leave as it is.
  public var output: FieldPath?
  /// A list of spans over the text.
  public var spans: FieldPath?
  /// Spans spread over columns.
  public var spanColumns: SpanColumns?
  /// The unit of span offsets.
  public var spanUnit = SpanUnit.scalar

  /// A map without any field.
  public init() {}

  /// Whether rows carry marked spans.
  public var hasSpans: Bool { spans != nil || spanColumns != nil }

  /// The text in which duplicates of a row are searched.
  func comparisonText(of row: JSONObject, text: String) -> String {
    guard input != nil || context != nil else { return text }
    let further = [input, context].compactMap { $0?.value(in: row)?.string }
      .filter { !$0.isEmpty }
    return further.isEmpty ? text : ([text] + further).joined(separator: "\n")
  }
}
