import Foundation

/// The normaliser of datatrove's decontamination (`simplify_text` with its defaults).
enum SimplifiedForm {
  /// The marks it deletes beyond ASCII's, one of them a digit.
  private static let marks: Set<UInt32> = [
    0x2014, 0x201d, 0xff05, 0xff11, 0x3008, 0x3001, 0x2501, 0x3010, 0x300c, 0x300d, 0xff0c, 0x3011,
    0xff1b, 0x201c, 0x300a, 0x201e, 0x2019, 0x2236, 0x00b4, 0xff0e, 0xff08, 0x2013, 0xff1f, 0xff01,
    0xff1a, 0xff5e, 0x00ab, 0x3009, 0x300b, 0xff09, 0x3002, 0x2026, 0x25ba, 0x00bb,
  ]

  /// Whether a scalar that is no white space is deleted: its list of marks, and control characters.
  static func deletes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7f...0x9f: true
    case ..<0x80: ASCIIForms.isPunctuation(scalar)
    default: marks.contains(scalar.value)
    }
  }

  /// Writes a scalar in lower case without diacritics, and a run of digits as one 0.
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    if scalar.isASCII {
      let byte = ASCIIForms.lowered(UInt8(truncatingIfNeeded: scalar.value))
      isDigit(byte) ? appendDigit(to: &bytes) : bytes.append(byte)
      return
    }
    let lowered = scalar.properties.lowercaseMapping
    for part in lowered.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch part.properties.generalCategory {
      case .nonspacingMark: break
      case .decimalNumber: appendDigit(to: &bytes)
      default: bytes.append(contentsOf: String(part).utf8)
      }
    }
  }

  /// Where NLTK's word tokeniser cuts a word that has no punctuation; nil for most words.
  static func cut(_ word: Span<UInt8>) -> Int? {
    guard word.count == 5 || word.count == 6 else { return nil }
    for contraction in contractions where contraction.count == word.count {
      var same = 0
      while same < word.count, contraction[same] == word[same] { same += 1 }
      if same == word.count { return 3 }
    }
    return nil
  }

  private static let contractions: [[UInt8]] =
    ["cannot", "gimme", "gonna", "gotta", "lemme", "wanna"].map { Array($0.utf8) }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// Every digit is written as 0, so a 0 before it is one of the same run.
  private static func appendDigit(to bytes: inout [UInt8]) {
    if bytes.last != 0x30 { bytes.append(0x30) }
  }
}
