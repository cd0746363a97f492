import SeedbedKernels

/// A text in the form in which quotes are looked for, with the place of each byte in the text.
struct QuoteForm: Sendable {
  /// How much is overlooked.
  enum Strictness: Sendable {
    /// Runs of white space are one space.
    case spacing
    /// Case, and the shapes of quotation marks, hyphens and dashes too.
    case marks
  }

  private(set) var bytes: [UInt8] = []
  /// Where each byte comes from.
  private(set) var places: [Int32] = []

  init(_ text: String, _ strictness: Strictness) {
    let source = Array(text.utf8)
    bytes.reserveCapacity(source.count)
    places.reserveCapacity(source.count)
    var spaced = false
    var index = 0
    while index < source.count, index < Int(Int32.max) {
      let byte = source[index]
      let length = min(Self.length(of: byte), source.count - index)
      if Self.isSpace(source, index, length) {
        spaced = !bytes.isEmpty
      } else {
        let start = bytes.count
        if strictness == .spacing {
          append(source[index..<index + length], at: index, spaced)
        } else {
          append(Self.folded(source[index..<index + length])[...], at: index, spaced)
        }
        if bytes.count > start { spaced = false }
      }
      index += length
    }
  }

  private mutating func append(_ part: ArraySlice<UInt8>, at place: Int, _ spaced: Bool) {
    guard !part.isEmpty else { return }
    if spaced {
      bytes.append(0x20)
      places.append(Int32(place))
    }
    for byte in part {
      bytes.append(byte)
      places.append(Int32(place))
    }
  }

  // MARK: - Scalars

  private static func length(of lead: UInt8) -> Int {
    lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  }

  private static func isSpace(_ bytes: [UInt8], _ index: Int, _ length: Int) -> Bool {
    let byte = bytes[index]
    if length == 1 { return byte == 0x20 || byte &- 0x09 < 5 }
    if length == 2 { return byte == 0xC2 && (bytes[index + 1] == 0xA0 || bytes[index + 1] == 0x85) }
    guard length == 3 else { return false }
    // U+2000 to U+200A, U+202F, U+3000.
    if byte == 0xE3 { return bytes[index + 1] == 0x80 && bytes[index + 2] == 0x80 }
    guard byte == 0xE2, bytes[index + 1] == 0x80 else { return false }
    return bytes[index + 2] &- 0x80 < 0x0B || bytes[index + 2] == 0xAF
  }

  /// A scalar in lower case, with plain quotation marks and hyphens; empty for what is not seen.
  private static func folded(_ part: ArraySlice<UInt8>) -> [UInt8] {
    guard let lead = part.first else { return [] }
    if lead < 0x80 {
      if lead == UInt8(ascii: "`") { return [UInt8(ascii: "'")] }
      return [lead &- 0x41 < 26 ? lead | 0x20 : lead]
    }
    guard let scalar = String(decoding: part, as: UTF8.self).unicodeScalars.first else { return [] }
    switch scalar.value {
    case 0x2018...0x201B, 0x2032, 0xB4: return [UInt8(ascii: "'")]
    case 0x201C...0x201F, 0x2033, 0xAB, 0xBB: return [UInt8(ascii: "\"")]
    case 0x2010...0x2015, 0x2212: return [UInt8(ascii: "-")]
    case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: return []
    default: return Array(scalar.properties.lowercaseMapping.utf8)
    }
  }
}
