/// How much each piece of a vocabulary weighs in the mean of a text.
enum PieceWeights {
  /// Where the weight of a piece falls to a half: the upper end of the range that the paper gives.
  private static let smoothing = 1e-3
  /// Mandelbrot's correction of Zipf's law for the first ranks.
  private static let offset = 2.7

  /// Smooth inverse frequencies: `a / (a + p)` with `p` in proportion to `1 / (rank + 2.7)`.
  ///
  /// A vocabulary is written in the order of frequency from its first whole word on; signs and
  /// letters before it count as the most frequent.
  static func weights(count: Int, firstWord: Int) -> [Float] {
    let total = (0..<count).reduce(0.0) { $0 + 1 / (Double($1) + offset) }
    return (0..<count).map { piece in
      let share = 1 / (Double(max(piece - firstWord, 0)) + offset) / total
      return Float(smoothing / (smoothing + share))
    }
  }
}
