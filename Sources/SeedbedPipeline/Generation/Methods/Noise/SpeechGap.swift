import SeedbedKernels
import SeedbedText

/// What stands between two words, without what nobody says.
enum SpeechGap {
  /// Takes what nobody says out of a gap.
  ///
  /// Marks of punctuation become spaces, several spaces one; signs that are read out become words;
  /// anything else, such as an emoji, stays.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - gap: The gap; at a border of the text it has a part on one side only.
  ///   - words: How signs are read out.
  /// - Returns: What is left; nil where the gap stays as it is.
  static func cleaned(
    _ bytes: Span<UInt8>,
    _ gap: Range<Int>,
    _ words: SpeechWords?
  ) -> String? {
    let isInside = gap.lowerBound > 0 && gap.upperBound < bytes.count
    if gap.isEmpty || (isInside && gap.count == 1 && bytes[gap.lowerBound] == 0x20) { return nil }
    if gap.allSatisfy({ isSilentASCII(bytes[$0]) }) { return isInside ? " " : "" }
    var kept: [String] = []
    var run = String.UnicodeScalarView()
    let old = bytes.string(gap)
    for scalar in old.unicodeScalars {
      if isSilent(scalar) {
        flush(&run, &kept)
      } else if let word = word(scalar, words) {
        flush(&run, &kept)
        kept.append(word)
      } else {
        run.append(scalar)
      }
    }
    flush(&run, &kept)
    var new = kept.joined(separator: " ")
    // What stays keeps its place beside a word that it touched, as a combining mark does.
    if !kept.isEmpty {
      if gap.lowerBound > 0, old.unicodeScalars.first.map(isSilent) == true { new = " " + new }
      if gap.upperBound < bytes.count, old.unicodeScalars.last.map(isSilent) == true { new += " " }
    } else if isInside {
      new = " "
    }
    return new.utf8.elementsEqual(old.utf8) ? nil : new
  }

  private static func flush(_ run: inout String.UnicodeScalarView, _ kept: inout [String]) {
    guard !run.isEmpty else { return }
    kept.append(String(run))
    run = String.UnicodeScalarView()
  }

  private static func word(_ scalar: Unicode.Scalar, _ words: SpeechWords?) -> String? {
    switch scalar {
    case "&": words?.and
    case "+": words?.plus
    case "%": words?.percent
    default: nil
    }
  }

  /// Whether a scalar is a space or a mark that nobody says.
  private static func isSilent(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x7F: isSilentASCII(UInt8(scalar.value))
    case 0xA0, 0xA1, 0xAB, 0xB7, 0xBB, 0xBF: true
    case 0x2000...0x200A, 0x2010...0x2029, 0x202F, 0x2039, 0x203A: true
    case 0x60C, 0x61B, 0x61F: true
    case 0x3000...0x3002, 0x300C...0x300F: true
    case 0xFF01, 0xFF0C, 0xFF0E, 0xFF1A, 0xFF1B, 0xFF1F: true
    default: false
    }
  }

  /// Whether an ASCII byte is a space or a mark that nobody says; no letters or digits are in gaps.
  private static func isSilentASCII(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: "%"), 0x80...: false
    default: byte &- 0x30 >= 10 && (byte | 0x20) &- 0x61 >= 26
    }
  }
}
