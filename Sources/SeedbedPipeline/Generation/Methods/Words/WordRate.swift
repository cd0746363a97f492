import SeedbedKernels

/// How many words of a text a method changes.
enum WordRate {
  /// About a tenth of the words, the α of Wei and Zou, as changes in a hundred characters.
  static let tenth = 1.8

  /// How many changes a text gets: the rate's share of its characters, its fraction decided by
  /// chance.
  ///
  /// - Parameters:
  ///   - seed: The text, with the rate that is asked for.
  ///   - words: How many words it has.
  ///   - random: Decides on the fraction.
  /// - Returns: From 1 to the number of words.
  static func changes(_ seed: Seed, words: Int, _ random: inout CounterRandom) -> Int {
    let scalars = seed.text.utf8Span.span.scalarCount
    let rate = min(max(seed.rate ?? tenth, 0), 100)
    let expected = (rate.isNaN ? 0 : rate) * Double(scalars) / 100
    let whole = Int(expected)
    let drawn = whole + (random.chance(expected - Double(whole)) ? 1 : 0)
    return min(max(drawn, 1), max(words, 1))
  }
}
