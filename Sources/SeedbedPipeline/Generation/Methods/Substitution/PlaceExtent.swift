import SeedbedText

/// The whole of a place's name where only its last word was recognised: "Los Angeles", "hong kong".
enum PlaceExtent {
  private static let beginnings: Set<String> = [
    "los", "las", "san", "santa", "saint", "st", "new", "el", "la", "le", "hong", "fort", "port",
    "mount", "lake",
    "north", "south", "east", "west",
  ]

  /// The range of the name; nil where it is part of a longer one that is not known.
  static func whole(_ range: Range<Int>, in text: String) -> Range<Int>? {
    let bytes = text.utf8Span.span
    guard range.lowerBound > 1, bytes[range.lowerBound - 1] == 0x20 else { return range }
    var start = range.lowerBound - 1
    while start > 0, (bytes[start - 1] | 0x20) &- 0x61 < 26 { start -= 1 }
    guard start < range.lowerBound - 1 else { return range }
    let wider = start..<range.upperBound
    if ValueMaker.isKnownPlace(FigureRules.string(bytes, wider)) { return wider }
    let word = FigureRules.string(bytes, start..<(range.lowerBound - 1)).lowercased()
    return beginnings.contains(word) ? nil : range
  }
}
