import SeedbedText

/// What decides whether one value of a slot can stand where another does: "in my area" and "Chicago" are
/// both locations, and only one of them follows "in".
enum SpanShape {
  private static let functions = ["en", "es", "fr", "de"].map { FunctionWords.for(language: $0) }

  /// Values with the same key can stand for each other.
  static func key(_ text: String) -> String {
    let words = text.split(separator: " ")
    guard let first = words.first, let last = words.last else { return "" }
    let lower = first.lowercased()
    let opening = functions.contains { $0.contains(lower) } ? lower : ""
    let isFigure = text.utf8.contains { $0 &- 0x30 < 10 } && words.count == 1
    // A single word may be a plural that the words round it agree with.
    let isPlural = words.count == 1 && LetterCase(of: last) == .lower && last.hasSuffix("s")
    return opening + (isFigure ? "#" : "") + (isPlural ? "s" : "")
  }
}
