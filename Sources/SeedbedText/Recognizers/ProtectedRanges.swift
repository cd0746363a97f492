/// Finds the parts of a text that must stay whole: numbers with their units, dates, addresses, codes,
/// placeholders, quotations.
///
/// One pass over the bytes; at each place the recognisers are asked in a fixed order and the first
/// that answers takes the range. What lies in a quotation is covered by the quotation.
public enum ProtectedRanges {
  /// The protected parts of a text, in order and without overlap.
  public static func find(in text: String) -> [ProtectedRange] {
    let bytes = text.utf8Span.span
    let hints = TextHints(bytes)
    guard hints.hasAny else { return [] }
    var found: [ProtectedRange] = []
    var index = 0
    while index < bytes.count {
      // Most bytes are the inside of words and cannot begin anything.
      guard ByteClass.mayBegin(bytes, index), let match = match(bytes, index, hints)
      else {
        index += 1
        continue
      }
      // A match may begin before its marker (the name before an @), never before the last match.
      let start = max(match.range.lowerBound, found.last?.range.upperBound ?? 0)
      found.append(ProtectedRange(range: start..<match.range.upperBound, kind: match.kind))
      index = match.range.upperBound
    }
    return found
  }

  private static func match(
    _ bytes: Span<UInt8>,
    _ index: Int,
    _ hints: TextHints
  ) -> ProtectedRange? {
    switch bytes[index] {
    case UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<"),
      UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0xC2, 0xE2:
      MarkedRecognizer.match(bytes, index) ?? FigureRecognizer.match(bytes, index)
    case UInt8(ascii: "@"), UInt8(ascii: "#"):
      AddressRecognizer.tag(bytes, index)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
      UInt8(ascii: "("):
      AddressRecognizer.match(bytes, index) ?? FigureRecognizer.match(bytes, index)
    default:
      (hints.hasAddress ? AddressRecognizer.match(bytes, index) : nil)
        ?? (hints.hasDigit
          ? DateRecognizer.monthFirst(bytes, index) ?? FigureRecognizer.code(bytes, index) : nil)
    }
  }
}
