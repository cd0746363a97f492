/// Folds letters to lower-case ASCII, as people type them in a hurry: "Está" and "esta" are one.
enum LatinFold {
  /// The base letters of U+00C0...U+00FF; zero for the two signs among them.
  private static let table: [UInt8] = {
    let half = Array("aaaaaaaceeeeiiiidnooooo".utf8) + [0] + Array("ouuuuyts".utf8)
    let lower = Array("aaaaaaaceeeeiiiidnooooo".utf8) + [0] + Array("ouuuuyty".utf8)
    return half + lower
  }()

  /// Calls `body` with a 64-bit hash of each folded word of the text.
  ///
  /// A word is a run of letters of Latin-1; an apostrophe or any other character ends it. The hash is
  /// FNV-1a of the folded bytes, which is enough to tell some hundreds of known words apart.
  static func forEachWord(in bytes: Span<UInt8>, _ body: (_ hash: UInt64, _ length: Int) -> Void) {
    let basis: UInt64 = 0xcbf2_9ce4_8422_2325
    let prime: UInt64 = 0x100_0000_01b3
    let folds = table.span
    var hash = basis
    var length = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      var letter: UInt8 = 0
      if (byte | 0x20) &- 0x61 < 26 {
        letter = byte | 0x20
      } else if byte == 0xC3, index + 1 < bytes.count, bytes[index + 1] & 0xC0 == 0x80 {
        letter = folds[Int(bytes[index + 1] & 0x3F)]
        index += 1
      } else if byte == 0xC2 {
        index += 1  // a sign of Latin-1, such as an inverted question mark
      } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 {
        index += 2  // a typographic quotation mark, apostrophe or dash
      } else if byte >= 0x80 {
        letter = 1  // a letter or sign outside Latin-1: the word is not one of ours
      }
      index += 1
      if letter != 0 {
        hash = (hash ^ UInt64(letter)) &* prime
        length += 1
      } else if length > 0 {
        body(hash, length)
        hash = basis
        length = 0
      }
    }
    if length > 0 { body(hash, length) }
  }
}
