/// A labelled text, as far as an evaluation needs to know it.
public struct UtilityRow: Sendable, Hashable {
  /// The text that a student reads.
  public var text: String
  /// The label that it is to learn; nil where the row has none.
  public var label: String?
  /// The batch in which a synthetic row was made.
  public var batch: String?
  /// The method that made a synthetic row.
  public var method: String?
  /// What the row shares with those that must be left out of a training together with it, such as the id
  /// of the real row that it was made from; nil for a row on its own.
  public var group: String?

  /// Makes a row.
  ///
  /// - Parameters:
  ///   - text: The text that a student reads.
  ///   - label: The label that it is to learn.
  ///   - batch: The batch in which a synthetic row was made.
  ///   - method: The method that made a synthetic row.
  ///   - group: What it shares with rows that are left out together with it.
  public init(
    text: String,
    label: String?,
    batch: String? = nil,
    method: String? = nil,
    group: String? = nil
  ) {
    self.text = text
    self.label = label
    self.batch = batch
    self.method = method
    self.group = group
  }
}
