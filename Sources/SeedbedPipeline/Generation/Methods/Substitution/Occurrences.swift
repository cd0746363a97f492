/// Where a value stands in a text, on word borders.
enum Occurrences {
  /// The places in ascending order, without overlap.
  ///
  /// - Parameters:
  ///   - value: What to look for; not empty.
  ///   - bytes: The text.
  ///   - anyCase: Whether capitals of ASCII letters count as small ones.
  /// - Returns: Half-open ranges of bytes.
  static func of(_ value: String, in bytes: Span<UInt8>, anyCase: Bool = false) -> [Range<Int>] {
    let wanted = Array(value.utf8)
    var found: [Range<Int>] = []
    guard let first = wanted.first, bytes.count >= wanted.count else { return found }
    var index = 0
    let last = bytes.count - wanted.count
    while index <= last {
      guard same(bytes[index], first, anyCase), matches(bytes, index, wanted, anyCase),
        !cuts(bytes, index), !cuts(bytes, index + wanted.count)
      else {
        index += 1
        continue
      }
      found.append(index..<(index + wanted.count))
      index += wanted.count
    }
    return found
  }

  private static func matches(
    _ bytes: Span<UInt8>,
    _ index: Int,
    _ wanted: [UInt8],
    _ anyCase: Bool
  ) -> Bool {
    for offset in wanted.indices where !same(bytes[index + offset], wanted[offset], anyCase) {
      return false
    }
    return true
  }

  private static func same(_ left: UInt8, _ right: UInt8, _ anyCase: Bool) -> Bool {
    left == right || anyCase && left ^ right == 0x20 && (left | 0x20) &- 0x61 < 26
  }

  /// Whether a border at a place would cut a word.
  private static func cuts(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
    place > 0 && place < bytes.count && isWord(bytes[place - 1]) && isWord(bytes[place])
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }
}
