public import SeedbedData
public import SeedbedKernels

/// One way to make candidates.
public protocol GenerationMethod: Sendable {
  /// What the method declares about itself.
  var descriptor: MethodDescriptor { get }
}

/// A text to vary, with what must not be touched in it.
public struct Seed: Sendable {
  /// The text.
  public var text: String
  /// Its language as an ISO 639-1 code; nil where it is unknown.
  public var language: String?
  /// Its label, whose words are what the label may hang on.
  public var label: String?
  /// UTF-8 ranges that no edit may touch, ascending: spans, numbers, names, ids, quoted text.
  public var locked: [Range<Int>]

  /// Makes a seed.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - language: Its language.
  ///   - label: Its label.
  ///   - locked: UTF-8 ranges that no edit may touch, ascending.
  public init(text: String, language: String?, label: String?, locked: [Range<Int>]) {
    self.text = text
    self.language = language
    self.label = label
    self.locked = locked
  }

  /// Whether an edit of a range would touch what is locked; an insertion between two bytes of a locked
  /// range touches it, one at its border does not.
  ///
  /// - Parameter range: A UTF-8 range.
  /// - Returns: True where the edit must not be made.
  public func isLocked(_ range: Range<Int>) -> Bool {
    locked.contains { lock in
      range.isEmpty
        ? lock.lowerBound < range.lowerBound && range.lowerBound < lock.upperBound
        : lock.overlaps(range)
    }
  }
}

/// The edits that a transform proposes, with what it drew.
public struct Proposal: Sendable, Hashable {
  /// The edits against the seed's text; never empty.
  public var edits: EditList
  /// What was drawn, for provenance, such as the words replaced.
  public var parameters: JSONObject

  /// Makes a proposal.
  ///
  /// - Parameters:
  ///   - edits: The edits, at least one.
  ///   - parameters: What was drawn.
  public init(edits: EditList, parameters: JSONObject) {
    self.edits = edits
    self.parameters = parameters
  }
}

/// A method that edits the text of a sample.
public protocol TransformMethod: GenerationMethod {
  /// Proposes edits, or nil where the text gives nothing to change.
  ///
  /// - Parameters:
  ///   - seed: The text, with what must not be touched.
  ///   - random: The only source of chance.
  /// - Returns: At least one edit with what was drawn, or nil.
  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal?
}
