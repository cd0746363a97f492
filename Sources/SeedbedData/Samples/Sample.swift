/// One row: the user's own fields, what the task reads in them, and where it came from.
public struct Sample: Sendable, Hashable {
  /// The hash of its content and origin.
  public var id: SampleID
  /// Whether it is real or synthetic.
  public var origin: Origin
  /// The user's fields, in the user's order.
  public var fields: JSONObject
  /// The text that methods change and checks read.
  public var text: String
  /// Where `text` sits in `fields`; nil for rows without a text of their own.
  public var textPath: FieldPath?
  /// The text that duplicates are searched in: `text` with what makes it a different case.
  public var comparisonText: String
  /// The label, for tasks that have one.
  public var label: String?
  /// Marked parts of `text`.
  public var spans: [TextSpan]
  /// Where it came from.
  public var provenance: Provenance
  /// Short remarks such as `span_repaired`, sorted.
  public var tags: [String]
  /// How hard it is, once tagged.
  public var difficulty: DifficultyTag?
  /// The part of the version it belongs to, once split.
  public var split: Split?

  /// Makes a sample from its parts.
  ///
  /// - Parameters:
  ///   - id: The hash of content and origin.
  ///   - origin: Real or synthetic.
  ///   - fields: The user's fields.
  ///   - text: The text that methods change.
  ///   - textPath: Where the text sits.
  ///   - comparisonText: The text that duplicates are searched in.
  ///   - label: The label.
  ///   - spans: Marked parts of the text.
  ///   - provenance: Where it came from.
  ///   - tags: Short remarks.
  public init(
    id: SampleID,
    origin: Origin,
    fields: JSONObject,
    text: String,
    textPath: FieldPath?,
    comparisonText: String,
    label: String?,
    spans: [TextSpan],
    provenance: Provenance,
    tags: [String] = []
  ) {
    self.id = id
    self.origin = origin
    self.fields = fields
    self.text = text
    self.textPath = textPath
    self.comparisonText = comparisonText
    self.label = label
    self.spans = spans
    self.provenance = provenance
    self.tags = tags
  }
}
