/// Finds out whether a quote stands in any of several texts, word for word.
///
/// Only runs of white space count as one space, because models fold lines. The search is Knuth, Morris and
/// Pratt's, so that no text makes it slow.
struct QuoteFinder: Sendable {
  private let texts: [[UInt8]]

  init(_ texts: [String]) {
    self.texts = texts.map(Self.folded)
  }

  /// Whether the quote stands in a text; an empty quote never does.
  func contains(_ quote: String) -> Bool {
    let needle = Self.folded(quote)
    guard !needle.isEmpty else { return false }
    let borders = Self.borders(of: needle)
    return texts.contains { text in
      var matched = 0
      for byte in text {
        while matched > 0, needle[matched] != byte { matched = borders[matched - 1] }
        if needle[matched] == byte { matched += 1 }
        if matched == needle.count { return true }
      }
      return false
    }
  }

  /// For each beginning of the needle, the length of its longest proper border.
  private static func borders(of needle: [UInt8]) -> [Int] {
    var borders = [Int](repeating: 0, count: needle.count)
    var length = 0
    for place in needle.indices.dropFirst() {
      while length > 0, needle[length] != needle[place] { length = borders[length - 1] }
      if needle[length] == needle[place] { length += 1 }
      borders[place] = length
    }
    return borders
  }

  /// UTF-8 with runs of white space as one space, none at the ends.
  private static func folded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isSpaceOwed = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        isSpaceOwed = !bytes.isEmpty
        continue
      }
      if isSpaceOwed { bytes.append(0x20) }
      isSpaceOwed = false
      bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
    return bytes
  }
}
