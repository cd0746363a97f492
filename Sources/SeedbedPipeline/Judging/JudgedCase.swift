public import SeedbedData

/// A case for a judge: what is judged, and what it is to be held against.
public struct JudgedCase: Sendable, Hashable {
  /// A part of what is judged, beside its text.
  public struct Part: Sendable, Hashable {
    /// What the part is to the text.
    public enum Role: String, Sendable, CaseIterable {
      /// Further input.
      case input
      /// The answer.
      case output
      /// The turns of a conversation.
      case conversation
      /// The better one of two answers.
      case chosen
      /// The worse one.
      case rejected
      /// The marked values.
      case spans
      /// The fields of a record.
      case record
    }

    /// What it is to the text.
    public var role: Role
    /// Its text.
    public var text: String

    /// Makes a part.
    ///
    /// - Parameters:
    ///   - role: What it is to the text.
    ///   - text: Its text.
    public init(_ role: Role, _ text: String) {
      self.role = role
      self.text = text
    }
  }

  /// Something that the case was made from; a judge sees it.
  public struct Evidence: Sendable, Hashable {
    /// What kind of source it is.
    public enum Kind: String, Sendable, CaseIterable {
      /// The passage of a document.
      case document
      /// The sample that it was made from.
      case parent
    }

    /// What kind of source it is.
    public var kind: Kind
    /// Its text.
    public var text: String

    /// Makes a piece of evidence.
    ///
    /// - Parameters:
    ///   - kind: What kind of source it is.
    ///   - text: Its text.
    public init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// A label with what it means.
  public struct LabelMeaning: Sendable, Hashable {
    /// The label.
    public var label: String
    /// What it means; empty where nobody said.
    public var words: String

    /// Makes a meaning.
    ///
    /// - Parameters:
    ///   - label: The label.
    ///   - words: What it means.
    public init(_ label: String, _ words: String = "") {
      self.label = label
      self.words = words
    }
  }

  /// What names the case, in records and for chance.
  public var id: String
  /// What the sample is for.
  public var task: TaskKind
  /// The text.
  public var text: String
  /// The label that the text is said to have; nil where the task has none.
  public var label: String?
  /// Further parts of what is judged, in order.
  public var parts: [Part]
  /// What the case was made from.
  public var evidence: [Evidence]
  /// All labels with their meanings, in any order.
  public var labels: [LabelMeaning]

  /// Makes a case.
  ///
  /// - Parameters:
  ///   - id: What names the case.
  ///   - task: What the sample is for.
  ///   - text: The text.
  ///   - label: The label that the text is said to have.
  ///   - parts: Further parts of what is judged.
  ///   - evidence: What the case was made from.
  ///   - labels: All labels with their meanings.
  public init(
    id: String,
    task: TaskKind,
    text: String,
    label: String? = nil,
    parts: [Part] = [],
    evidence: [Evidence] = [],
    labels: [LabelMeaning] = []
  ) {
    self.id = id
    self.task = task
    self.text = text
    self.label = label
    self.parts = parts
    self.evidence = evidence
    self.labels = labels
  }

  /// Every text that a judge may quote.
  var quotable: [String] { [text] + parts.map(\.text) + evidence.map(\.text) }
}
