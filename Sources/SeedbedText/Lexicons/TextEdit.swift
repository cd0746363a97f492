/// A change that a lexicon proposes to one place of a text.
public struct TextEdit: Sendable, Hashable {
  /// The place: a half-open range of UTF-8 byte offsets.
  public var range: Range<Int>
  /// What to put there, in the letter case of the original.
  public var replacement: String
  /// Which rule proposes it, for the record of edits.
  public var note: String

  /// Makes an edit.
  ///
  /// - Parameters:
  ///   - range: Half-open UTF-8 byte offsets into the text.
  ///   - replacement: The new words.
  ///   - note: The rule that proposes the change.
  public init(range: Range<Int>, replacement: String, note: String) {
    self.range = range
    self.replacement = replacement
    self.note = note
  }
}
