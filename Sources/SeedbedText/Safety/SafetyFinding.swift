/// A part of a text that a safety rule flags.
public struct SafetyFinding: Sendable, Hashable {
  /// The place in UTF-8 bytes, half-open.
  public var utf8: Range<Int>
  /// The place in Unicode scalars, half-open.
  public var scalars: Range<Int>
  /// What it is.
  public var category: SafetyCategory
  /// Which rule flags it, such as `violence_threat.1`.
  public var rule: String

  /// Makes a finding.
  ///
  /// - Parameters:
  ///   - utf8: The place in UTF-8 bytes, half-open.
  ///   - scalars: The place in Unicode scalars, half-open.
  ///   - category: What it is.
  ///   - rule: Which rule flags it.
  public init(utf8: Range<Int>, scalars: Range<Int>, category: SafetyCategory, rule: String) {
    self.utf8 = utf8
    self.scalars = scalars
    self.category = category
    self.rule = rule
  }
}
