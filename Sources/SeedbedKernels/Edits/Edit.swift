/// One replacement in a text: the bytes from `start` to `end` give way to other text.
public struct Edit: Hashable, Sendable {
  /// Where the replaced part begins, in UTF-8 bytes of the original.
  public var start: Int
  /// Where it ends, exclusively; equal to `start` for an insertion.
  public var end: Int
  /// What stands there afterwards; empty for a deletion.
  public var replacement: String
  /// Why: the rule that made the edit, such as `transpose`; empty where nobody says.
  public var reason: String

  /// Describes a replacement; it is checked when it meets a text.
  ///
  /// - Parameters:
  ///   - start: Where the replaced part begins, in UTF-8 bytes of the original.
  ///   - end: Where it ends, exclusively.
  ///   - replacement: What stands there afterwards.
  ///   - reason: The rule that made the edit.
  public init(start: Int, end: Int, replacement: String, reason: String = "") {
    self.start = start
    self.end = end
    self.replacement = replacement
    self.reason = reason
  }

  /// How many bytes longer the text becomes.
  var growth: Int { replacement.utf8.count &- (end &- start) }
}
