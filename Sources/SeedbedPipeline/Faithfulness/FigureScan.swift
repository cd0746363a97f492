import SeedbedText

/// Finds the figures and codes of a text, those in quotations and code too.
enum FigureScan {
  /// A figure, date, address or telephone number with its bytes.
  struct Found {
    var range: Range<Int>
    var kind: ProtectedRange.Kind
    var text: String
  }

  /// The figures and codes, in order.
  static func find(in text: [UInt8]) -> [Found] {
    var bytes = text
    guard bytes.contains(where: { $0 &- 0x30 < 10 || $0 == UInt8(ascii: "@") }) else { return [] }
    blankMarks(&bytes)
    let plain = String(decoding: bytes, as: UTF8.self)
    guard plain.utf8.count == bytes.count else { return [] }
    return ProtectedRanges.find(in: plain).compactMap { found in
      switch found.kind {
      case .number, .money, .percentage, .date, .time, .version, .phone, .email, .url:
        Found(
          range: found.range,
          kind: found.kind,
          text: String(decoding: bytes[found.range], as: UTF8.self)
        )
      default: nil
      }
    }
  }

  /// Replaces what would hide figures by spaces: the marks of quotations, code and placeholders.
  private static func blankMarks(_ bytes: inout [UInt8]) {
    for index in bytes.indices {
      switch bytes[index] {
      case UInt8(ascii: "\""), UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "["),
        UInt8(ascii: "<"):
        bytes[index] = 0x20
      case UInt8(ascii: "'"):
        let isInside =
          index > 0 && index + 1 < bytes.count && isWord(bytes[index - 1])
          && isWord(bytes[index + 1])
        if !isInside { bytes[index] = 0x20 }
      case 0x80...0xBF where index > 1 && isQuotation(bytes, endingAt: index):
        let count = bytes[index - 2] == 0xE2 ? 3 : 2
        for place in index - count + 1...index { bytes[place] = 0x20 }
      default: continue
      }
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || byte >= 0x80
  }

  /// Whether “ ” „ « or » ends at a byte.
  private static func isQuotation(_ bytes: [UInt8], endingAt index: Int) -> Bool {
    if bytes[index - 1] == 0xC2 { return bytes[index] == 0xAB || bytes[index] == 0xBB }
    return bytes[index - 2] == 0xE2 && bytes[index - 1] == 0x80
      && (0x9C...0x9E).contains(bytes[index])
  }
}
