/// Tells where a sentence ends, well enough to cut a long paragraph there.
enum SentenceEnd {
  /// The offset after the sentence's last mark when the byte at `index` ends one, else nil.
  ///
  /// A full stop ends none after an abbreviation or an initial, nor before a small letter.
  static func end(_ bytes: Span<UInt8>, at index: Int) -> Int? {
    switch bytes[index] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      return afterClosers(bytes, index + 1)
    case UInt8(ascii: "."):
      guard let end = afterClosers(bytes, index + 1), !isAbbreviation(bytes, before: index) else {
        return nil
      }
      var next = end
      while BlockCut.isSpace(bytes.byte(next)) { next += 1 }
      let following = bytes.byte(next)
      return following >= UInt8(ascii: "a") && following <= UInt8(ascii: "z") ? nil : end
    case 0xE2 where bytes.byte(index + 1) == 0x80 && bytes.byte(index + 2) == 0xA6:
      return afterClosers(bytes, index + 3)  // …
    case 0xE3 where bytes.byte(index + 1) == 0x80 && bytes.byte(index + 2) == 0x82:
      return index + 3  // 。
    case 0xEF where bytes.byte(index + 1) == 0xBC:
      let last = bytes.byte(index + 2)
      return last == 0x81 || last == 0x9F ? index + 3 : nil  // ！？
    default: return nil
    }
  }

  /// The offset after closing quotes and brackets, when a space follows there.
  private static func afterClosers(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var index = start
    // Three are the most that people write: a quotation in brackets in a quotation.
    for _ in 0..<3 {
      switch bytes.byte(index) {
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"): index += 1
      case 0xE2 where bytes.byte(index + 1) == 0x80 && (0x99...0x9D) ~= bytes.byte(index + 2):
        index += 3  // ’ “ ”
      case 0xC2 where bytes.byte(index + 1) == 0xBB: index += 2  // »
      default: break
      }
    }
    return index >= bytes.count || BlockCut.isSpace(bytes[index]) ? index : nil
  }

  private static func isAbbreviation(_ bytes: Span<UInt8>, before index: Int) -> Bool {
    var start = index
    while start > 0, index - start < 8, isLetter(bytes[start - 1]) { start -= 1 }
    guard start < index else { return false }
    if index - start == 1 {
      return bytes[start] < UInt8(ascii: "a") || bytes.byte(start - 1) == 0x2E
    }
    guard start == 0 || !isLetter(bytes[start - 1]) else { return false }
    return abbreviations.contains { word in
      guard word.utf8CodeUnitCount == index - start else { return false }
      for offset in 0..<word.utf8CodeUnitCount
      where bytes[start + offset] | 0x20 != word.utf8Start[offset] { return false }
      return true
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  private static let abbreviations: [StaticString] = [
    "mr", "mrs", "ms", "dr", "prof", "st", "vs", "etc", "no", "fig", "sec", "approx", "inc", "ltd",
    "co", "corp", "jr", "sr", "cf", "al", "ca", "bzw", "usw", "nr", "vgl", "abs", "sra", "ej",
    "mme",
    "art", "vol", "pp", "ed", "dept", "est", "jan", "feb", "aug", "sept", "oct", "nov", "dec",
  ]
}
