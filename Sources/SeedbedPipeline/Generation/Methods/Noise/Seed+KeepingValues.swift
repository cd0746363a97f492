extension Seed {
  /// Values of more bytes are texts of their own.
  private static let valueLengths = 2...80

  /// The seed with those values locked too that its companions hold, such as an answer or a field of
  /// its record: in the text they must be found as they are there.
  ///
  /// A value is found in any ASCII letter case, between word borders.
  func keepingValues() -> Seed {
    guard !companions.isEmpty else { return self }
    let bytes = text.utf8Span.span
    var found: [Range<Int>] = []
    for companion in companions where Self.valueLengths.contains(companion.utf8.count) {
      Self.find(companion.utf8Span.span, in: bytes, &found)
    }
    guard !found.isEmpty else { return self }
    var seed = self
    seed.locked = Self.joined(locked + found)
    return seed
  }

  private static func find(
    _ value: Span<UInt8>,
    in bytes: Span<UInt8>,
    _ found: inout [Range<Int>]
  ) {
    var start = 0
    while start + value.count <= bytes.count {
      let end = start + value.count
      if matches(value, bytes, start), isBorder(bytes, start), isBorder(bytes, end) {
        found.append(start..<end)
        start = end
      } else {
        start += 1
      }
    }
  }

  private static func matches(_ value: Span<UInt8>, _ bytes: Span<UInt8>, _ start: Int) -> Bool {
    for offset in value.indices where folded(value[offset]) != folded(bytes[start + offset]) {
      return false
    }
    return true
  }

  private static func folded(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }

  /// Whether no word goes on over a place.
  private static func isBorder(_ bytes: Span<UInt8>, _ place: Int) -> Bool {
    place == 0 || place == bytes.count || !isOfWord(bytes[place - 1]) || !isOfWord(bytes[place])
  }

  private static func isOfWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// Ranges in ascending order, those that overlap made one.
  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound < last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
