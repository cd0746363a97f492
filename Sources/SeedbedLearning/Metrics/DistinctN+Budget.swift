extension Metrics {
  /// The share of different word n-grams among a fixed number of words of a set of texts.
  ///
  /// Whole texts are drawn in a seeded order until there are enough words, the last one cut short, so
  /// that sets of different sizes are compared at the same number of words: plain `distinctN` falls as
  /// a set grows, whatever is in it.
  ///
  /// - Parameters:
  ///   - texts: The texts; words are compared in lower case.
  ///   - n: The length of the n-grams in words, from 1.
  ///   - budget: How many words to look at.
  ///   - seed: The seed of the draws.
  ///   - draws: Over how many draws the mean is taken, from 1.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: A number in 0...1, or nil when the texts have fewer words than the budget or no n-gram
  ///   is left within it.
  public static func distinctN(
    _ texts: [String],
    n: Int,
    budget: Int,
    seed: UInt64,
    draws: Int = 5,
    threads: Int = 1
  ) -> Double? {
    precondition(n > 0 && draws > 0, "n-grams have at least one word, and one draw is needed")
    return atBudget(texts, budget: budget, seed: seed, draws: draws, threads: threads) { words in
      GramCounts(words.grams(n)).map { Double($0.distinct) / Double($0.total) }
    }
  }

  /// How many words the smaller of two sets has: the largest budget at which both can be compared.
  ///
  /// - Parameters:
  ///   - first: The texts of one set.
  ///   - second: The texts of the other.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: A number of words, from 0.
  public static func commonWordBudget(
    _ first: [String],
    _ second: [String],
    threads: Int = 1
  ) -> Int {
    min(
      HashedWords(first, threads: threads).words.count,
      HashedWords(second, threads: threads).words.count
    )
  }

  /// The mean of a statistic over several draws of as many words.
  static func atBudget(
    _ texts: [String],
    budget: Int,
    seed: UInt64,
    draws: Int,
    threads: Int,
    _ statistic: (HashedWords) -> Double?
  ) -> Double? {
    let words = HashedWords(texts, threads: threads)
    var sum = 0.0
    for draw in 0..<draws {
      guard let drawn = words.drawn(budget: budget, seed: seed, draw: draw),
        let value = statistic(drawn)
      else { return nil }
      sum += value
    }
    return sum / Double(draws)
  }
}
