public import SeedbedData
public import SeedbedKernels
public import SeedbedText

/// A method that edits the text of a sample.
public protocol TransformMethod: GenerationMethod {
  /// The kinds of figures, names and quotations that it may edit; the seed keeps all others locked.
  var opens: Set<ProtectedRange.Kind> { get }

  /// Whether it may put other words into a marked span, as a whole or within it.
  var opensSpans: Bool { get }

  /// Proposes edits, or nil where the text gives nothing to change.
  ///
  /// It is called for every row of a file, so it does not allocate for what it does not change.
  ///
  /// - Parameters:
  ///   - seed: The text, with what must not be touched.
  ///   - random: The only source of chance.
  /// - Returns: At least one edit with what was drawn, or nil.
  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal?
}

extension TransformMethod {
  /// None: figures, names and quotations stay as they are.
  public var opens: Set<ProtectedRange.Kind> { [] }

  /// Spans keep their words.
  public var opensSpans: Bool { false }
}

/// The edits that a transform proposes, with what it drew.
public struct Proposal: Sendable, Hashable {
  /// One value that is called something else from now on.
  public struct Rename: Sendable, Hashable {
    /// The value as it stood in the text.
    public var old: String
    /// What stands there now.
    public var new: String

    /// Makes a rename.
    ///
    /// - Parameters:
    ///   - old: The value as it stood in the text.
    ///   - new: What stands there now.
    public init(_ old: String, _ new: String) {
      self.old = old
      self.new = new
    }
  }

  /// The edits against the seed's text; never empty.
  public var edits: EditList
  /// What was drawn beyond the edits and their reasons, for provenance.
  public var parameters: JSONObject
  /// The new label where the method flips it; nil keeps the label.
  public var label: String?
  /// Values to be renamed in the sample's companions too (answer, gold record), on word borders.
  public var renames: [Rename]

  /// Makes a proposal.
  ///
  /// - Parameters:
  ///   - edits: The edits, at least one.
  ///   - parameters: What was drawn.
  ///   - label: The new label where it changes.
  ///   - renames: Values to be renamed in the companions too.
  public init(
    edits: EditList,
    parameters: JSONObject = [:],
    label: String? = nil,
    renames: [Rename] = []
  ) {
    self.edits = edits
    self.parameters = parameters
    self.label = label
    self.renames = renames
  }
}
