/// One replacement in a text: the bytes from `start` to `end` give way to other text.
public struct Edit: Hashable, Sendable {
  /// Where the replaced part begins, in UTF-8 bytes of the original.
  public var start: Int
  /// Where it ends, exclusively; equal to `start` for an insertion.
  public var end: Int
  /// What stands there afterwards; empty for a deletion.
  public var replacement: String

  /// Describes a replacement; it is checked when it meets a text.
  ///
  /// - Parameters:
  ///   - start: Where the replaced part begins, in UTF-8 bytes of the original.
  ///   - end: Where it ends, exclusively.
  ///   - replacement: What stands there afterwards.
  public init(start: Int, end: Int, replacement: String) {
    self.start = start
    self.end = end
    self.replacement = replacement
  }

  /// How many bytes longer the text becomes.
  var growth: Int { replacement.utf8.count &- (end &- start) }
}
