public import SeedbedData

/// What a method made of a model's answers, before it becomes a candidate.
public struct PromptedDraft: Sendable, Hashable {
  /// The part of a row that a value goes into, by its role or by its path.
  public enum Place: Sendable, Hashable {
    /// Further input beside the text.
    case input
    /// The document that a question is about.
    case context
    /// The answer.
    case output
    /// The list of turns, replaced as a whole; the text is then its first user turn.
    case conversation
    /// A field of the row by its path.
    case field(String)
  }

  /// The text that the sample is about.
  public var text: String
  /// Its label; nil where the task has none.
  public var label: String?
  /// Further values of the row, in order.
  public var values: [(place: Place, value: JSONValue)]
  /// Marked spans over the text.
  public var spans: [TextSpan]
  /// What it was made from: a real sample, a passage, or `prompt:NAME` where nothing was shown.
  public var source: SourceReference
  /// The samples it descends from, real or machine-made.
  public var parents: [SampleID]
  /// How deep its deepest parent is: 0 for real ones.
  public var parentDepth: Int
  /// What was drawn and done, for provenance.
  public var parameters: JSONObject
  /// The replies it was made of, the deciding one last.
  public var replies: [Reply]
  /// Tags, such as `unanswerable`.
  public var tags: [String]

  /// Makes a draft.
  ///
  /// - Parameters:
  ///   - text: The text that the sample is about.
  ///   - label: Its label.
  ///   - source: What it was made from.
  ///   - parents: The samples it descends from.
  ///   - parameters: What was drawn and done.
  ///   - replies: The replies it was made of.
  public init(
    text: String,
    label: String? = nil,
    source: SourceReference,
    parents: [SampleID],
    parameters: JSONObject,
    replies: [Reply]
  ) {
    self.text = text
    self.label = label
    self.source = source
    self.parents = parents
    self.parameters = parameters
    self.replies = replies
    values = []
    spans = []
    parentDepth = 0
    tags = []
  }

  /// Compares everything.
  public static func == (left: Self, right: Self) -> Bool {
    left.text == right.text && left.label == right.label && left.spans == right.spans
      && left.values.elementsEqual(right.values, by: ==) && left.source == right.source
      && left.parents == right.parents && left.parentDepth == right.parentDepth
      && left.parameters == right.parameters && left.replies == right.replies
      && left.tags == right.tags
  }

  /// Hashes the text and the parents.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(text)
    hasher.combine(parents)
  }
}
