import SeedbedKernels

/// Which part of a text a method writes in another way.
enum DrawnPart {
  /// How many bytes a text must have for a part of it to be drawn.
  private static let shortest = 24
  /// How far a border may move to come to a space.
  private static let reach = 64

  /// Draws some words from the middle of a text, between a quarter and a half of it.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - random: The source of chance.
  /// - Returns: A range that begins and ends at spaces; nil for a text that is too short or has none
  ///   there.
  static func draw(_ bytes: Span<UInt8>, _ random: inout CounterRandom) -> Range<Int>? {
    guard bytes.count >= shortest else { return nil }
    let start = random.index(below: bytes.count / 2)
    let length = bytes.count / 4 + random.index(below: bytes.count / 4)
    guard let first = space(bytes, from: start), let last = space(bytes, from: first + length)
    else {
      return nil
    }
    // The space before the part stays outside it, as the one behind does.
    return first + 1 < last ? first + 1..<last : nil
  }

  /// The first space from a place on that stands between two characters.
  private static func space(_ bytes: Span<UInt8>, from start: Int) -> Int? {
    var place = start
    let end = min(start + reach, bytes.count - 1)
    while place < end {
      if bytes[place] == 0x20, ClusterBorder.isBorder(bytes, place + 1), bytes[place + 1] != 0x20 {
        return place
      }
      place += 1
    }
    return nil
  }
}
