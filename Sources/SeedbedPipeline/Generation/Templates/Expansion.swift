public import SeedbedData

/// One filled template.
public struct Expansion: Sendable, Hashable {
  /// Where the value of a slot stands.
  public struct Place: Sendable, Hashable {
    /// The slot's name.
    public var slot: String
    /// Its place in the text, in UTF-8 bytes.
    public var range: Range<Int>

    /// Makes a place.
    ///
    /// - Parameters:
    ///   - slot: The slot's name.
    ///   - range: Its place in the text, in UTF-8 bytes.
    public init(slot: String, range: Range<Int>) {
      self.slot = slot
      self.range = range
    }
  }

  /// The template.
  public var template: Template
  /// The text with every slot filled.
  public var text: String
  /// The value of each slot, by name.
  public var slots: JSONObject
  /// Where the values stand, in the order of the text.
  public var places: [Place]
}
