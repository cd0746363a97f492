public import SeedbedData
public import SeedbedKernels

/// A changed text with everything that belongs to it.
public struct Variation: Sendable, Hashable {
  /// The new text.
  public var text: String
  /// What leads from the seed's text to it.
  public var edits: EditList
  /// Where the seed's marks are in the new text, in UTF-8 bytes, mark by mark.
  public var marks: [Range<Int>]
  /// What was drawn beyond the edits, for provenance.
  public var parameters: JSONObject
  /// The new label where it changed; nil where it stays.
  public var label: String?
  /// Values to be renamed in the sample's companions.
  public var renames: [Proposal.Rename]

  /// Applies a proposal to its seed; nil where that would change nothing or harm a span.
  ///
  /// - Parameters:
  ///   - proposal: What a method proposed.
  ///   - seed: The seed that it proposed it for.
  ///   - keepsSpans: Whether the words in marked spans must stay.
  public init?(_ proposal: Proposal, to seed: Seed, keepsSpans: Bool) {
    guard let text = try? proposal.edits.applied(to: seed.text),
      !text.hasBytes(of: seed.text),
      text.utf8.contains(where: { $0 > 0x20 })
    else { return nil }
    var marks: [Range<Int>] = []
    marks.reserveCapacity(seed.marks.count)
    for mark in seed.marks {
      guard let moved = proposal.edits.map(mark.range),
        !keepsSpans || !proposal.edits.touches(mark.range)
      else { return nil }
      marks.append(moved)
    }
    self.text = text
    edits = proposal.edits
    self.marks = marks
    parameters = proposal.parameters
    label = proposal.label
    renames = proposal.renames
  }

  /// Makes a variation whose parts are known.
  ///
  /// - Parameters:
  ///   - text: The new text.
  ///   - edits: What leads from the seed's text to it.
  ///   - marks: Where the seed's marks are in the new text.
  ///   - parameters: What was drawn.
  ///   - label: The new label where it changed.
  ///   - renames: Values to be renamed in the companions.
  public init(
    text: String,
    edits: EditList,
    marks: [Range<Int>],
    parameters: JSONObject = [:],
    label: String? = nil,
    renames: [Proposal.Rename] = []
  ) {
    self.text = text
    self.edits = edits
    self.marks = marks
    self.parameters = parameters
    self.label = label
    self.renames = renames
  }
}

extension TransformMethod {
  /// Varies a text.
  ///
  /// - Parameters:
  ///   - seed: The text, read with all locks.
  ///   - random: The only source of chance.
  /// - Returns: The variation; nil where the text gives nothing to change.
  public func variation(of seed: Seed, random: inout CounterRandom) -> Variation? {
    // Most methods open nothing, and then the seed is not copied.
    seed.isOpened(differentlyBy: self)
      ? applied(to: seed.opened(for: self), &random) : applied(to: seed, &random)
  }

  private func applied(to seed: Seed, _ random: inout CounterRandom) -> Variation? {
    propose(for: seed, random: &random).flatMap {
      Variation($0, to: seed, keepsSpans: !opensSpans)
    }
  }
}
