/// Brings the white space of a translated stretch back to what it was.
enum StretchSpacing {
  /// Translators double spaces where a word fell away, and lose or add them at the ends of a text.
  ///
  /// - Parameters:
  ///   - new: The translated stretch.
  ///   - old: The stretch that it was.
  ///   - isFirst: Whether it begins the text.
  ///   - isLast: Whether it ends the text.
  /// - Returns: The stretch; nil where it would run into what stands before or behind it.
  static func repaired(
    _ new: String,
    like old: Substring,
    isFirst: Bool,
    isLast: Bool
  ) -> String? {
    var text = collapsed(new)
    if isFirst {
      text = String(old.prefix(while: \.isWhitespace)) + String(text.drop(while: \.isWhitespace))
    }
    if isLast {
      let core = text.reversed().drop(while: \.isWhitespace).reversed()
      let end = old.reversed().prefix(while: \.isWhitespace).reversed()
      text = String(core) + String(end)
    }
    let isInner = !isFirst && !isLast
    return isInner && text.isEmpty && !old.isEmpty ? nil : text
  }

  /// The text with single spaces where there were several.
  private static func collapsed(_ text: String) -> String {
    guard text.contains("  ") else { return text }
    var result = ""
    var isAfterSpace = false
    for scalar in text.unicodeScalars {
      if scalar != " " || !isAfterSpace { result.unicodeScalars.append(scalar) }
      isAfterSpace = scalar == " "
    }
    return result
  }
}
