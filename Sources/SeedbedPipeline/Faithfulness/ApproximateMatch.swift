/// Finds where a pattern stands in a text with the fewest changes.
///
/// Myers' bit-parallel algorithm ("A fast bit-vector algorithm for approximate string matching based
/// on dynamic programming", 1999) in Hyyrö's form, 64 rows at a time.
struct ApproximateMatch {
  /// The end of the best place, in bytes of the text.
  var end: Int
  /// How many bytes are put in, left out or changed.
  var distance: Int

  /// The best place that ends anywhere in a part of the text, the first of several.
  ///
  /// - Complexity: O(n · m / 64).
  static func best(_ pattern: [UInt8], in text: ArraySlice<UInt8>) -> Self {
    let blocks = (pattern.count + 63) / 64
    guard blocks > 0 else { return Self(end: text.startIndex, distance: 0) }
    var matches = [UInt64](repeating: 0, count: 256 * blocks)
    for (row, byte) in pattern.enumerated() {
      matches[Int(byte) * blocks + row / 64] |= 1 << UInt64(row % 64)
    }
    var plus = [UInt64](repeating: ~0, count: blocks)
    var minus = [UInt64](repeating: 0, count: blocks)
    let lastBit = UInt64(1) << UInt64((pattern.count - 1) % 64)
    var score = pattern.count
    var best = Self(end: text.startIndex, distance: score)
    for index in text.indices {
      // A place may begin anywhere, so nothing comes into the first row.
      var carry = 0
      for block in 0..<blocks {
        var match = matches[Int(text[index]) * blocks + block]
        let (up, down) = (plus[block], minus[block])
        let diagonal = match | down
        if carry < 0 { match |= 1 }
        let zero = (((match & up) &+ up) ^ up) | match
        var grows = down | ~(zero | up)
        var shrinks = up & zero
        let top = block == blocks - 1 ? lastBit : 1 << 63
        let next = (grows & top != 0 ? 1 : 0) - (shrinks & top != 0 ? 1 : 0)
        grows <<= 1
        shrinks <<= 1
        if carry < 0 { shrinks |= 1 }
        if carry > 0 { grows |= 1 }
        plus[block] = shrinks | ~(diagonal | grows)
        minus[block] = grows & diagonal
        carry = next
      }
      score += carry
      if score < best.distance { best = Self(end: index + 1, distance: score) }
    }
    return best
  }

  /// The range of the text that the pattern stands for and its distance.
  static func range(
    of pattern: [UInt8],
    in text: ArraySlice<UInt8>
  ) -> (range: Range<Int>, distance: Int) {
    let forward = best(pattern, in: text)
    let reversed = Array(text[text.startIndex..<forward.end].reversed())
    let backward = best(Array(pattern.reversed()), in: reversed[...])
    return (forward.end - backward.end..<forward.end, forward.distance)
  }
}
