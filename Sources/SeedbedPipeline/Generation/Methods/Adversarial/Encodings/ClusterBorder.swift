/// Where a text may be cut without parting a character from its marks.
enum ClusterBorder {
  /// Whether what begins at a place begins a character of its own.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - place: A place between scalars.
  /// - Returns: False before marks, joiners, variation selectors and the skin tones of emoji.
  static func isBorder(_ text: Span<UInt8>, _ place: Int) -> Bool {
    guard place > 0, place < text.count else { return true }
    let first = text[place]
    if first < 0x80 { return first != 0x0A || text[place - 1] != 0x0D }
    guard let scalar = scalar(text, place) else { return false }
    // What follows a joiner is part of what stands before it.
    if place >= 3, text[place - 3] == 0xE2, text[place - 2] == 0x80, text[place - 1] == 0x8D {
      return false
    }
    if scalar.properties.isGraphemeExtend || scalar.properties.isEmojiModifier { return false }
    // Letters written round another one, as in Devanagari; flags are pairs.
    return scalar.properties.generalCategory != .spacingMark
      && !(0x1F1E6...0x1F1FF).contains(scalar.value)
  }

  /// The scalar that begins at a place; nil where none does.
  private static func scalar(_ text: Span<UInt8>, _ place: Int) -> Unicode.Scalar? {
    let lead = text[place]
    let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    guard lead & 0xC0 != 0x80, place + length <= text.count else { return nil }
    var value = length == 1 ? UInt32(lead) : UInt32(lead) & (0xFF >> UInt32(length + 1))
    for next in 1..<max(length, 1) { value = value << 6 | UInt32(text[place + next] & 0x3F) }
    return Unicode.Scalar(value)
  }
}
