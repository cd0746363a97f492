/// How evenly the word n-grams of a set of texts are spread (`ngram_entropy`).
public struct NGramEntropy: Hashable, Sendable {
  /// Shannon's entropy of the n-grams in nats, from 0.
  public let nats: Double
  /// The entropy over the largest that as many n-grams can have, `ln total`: 1 when all of them differ,
  /// 0 when all are the same; nil for a single one.
  public let normalized: Double?
  /// How many different n-grams there are.
  public let distinct: Int
  /// How many n-grams there are.
  public let total: Int
}

extension Metrics {
  /// The entropy of the word n-grams of a set of texts ("Ent-n").
  ///
  /// Zhang et al., "Generating informative and diverse conversational responses" (2018). It rises with the number of words, and its normalised form falls: compare sets at the same budget.
  ///
  /// - Parameters:
  ///   - texts: The texts; words are compared in lower case.
  ///   - n: The length of the n-grams in words, from 1.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: The entropy, or nil when no text has `n` words.
  public static func nGramEntropy(_ texts: [String], n: Int, threads: Int = 1) -> NGramEntropy? {
    precondition(n > 0, "n-grams have at least one word")
    return nGramEntropy(HashedWords(texts, threads: threads), n: n)
  }

  /// The entropy of the word n-grams, in nats, among a fixed number of words of a set of texts.
  ///
  /// - Parameters:
  ///   - texts: The texts; words are compared in lower case.
  ///   - n: The length of the n-grams in words, from 1.
  ///   - budget: How many words to look at; whole texts are drawn in a seeded order.
  ///   - seed: The seed of the draws.
  ///   - draws: Over how many draws the mean is taken, from 1.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: The mean entropy, or nil when the texts have fewer words than the budget or no n-gram is
  ///   left within it.
  public static func nGramEntropy(
    _ texts: [String],
    n: Int,
    budget: Int,
    seed: UInt64,
    draws: Int = 5,
    threads: Int = 1
  ) -> Double? {
    precondition(n > 0 && draws > 0, "n-grams have at least one word, and one draw is needed")
    return atBudget(texts, budget: budget, seed: seed, draws: draws, threads: threads) { words in
      nGramEntropy(words, n: n)?.nats
    }
  }

  private static func nGramEntropy(_ words: HashedWords, n: Int) -> NGramEntropy? {
    guard let counts = GramCounts(words.grams(n)) else { return nil }
    return NGramEntropy(
      nats: counts.entropy,
      normalized: counts.total > 1 ? counts.entropy / PortableMath.log(Double(counts.total)) : nil,
      distinct: counts.distinct,
      total: counts.total
    )
  }
}

/// How often the different ones of some n-grams occur.
struct GramCounts {
  /// How many n-grams there are.
  let total: Int
  /// How many n-grams occur once, twice and so on, by ascending count.
  private let frequencies: [(count: Int, grams: Int)]

  /// Counts hashes; nil without any.
  init?(_ grams: [UInt64]) {
    guard !grams.isEmpty else { return nil }
    let sorted = grams.sorted()
    var counts: [Int] = []
    var start = 0
    while start < sorted.count {
      var end = start + 1
      while end < sorted.count, sorted[end] == sorted[start] { end += 1 }
      counts.append(end - start)
      start = end
    }
    counts.sort()
    var frequencies: [(count: Int, grams: Int)] = []
    for count in counts {
      if frequencies.last?.count == count {
        frequencies[frequencies.count - 1].grams += 1
      } else {
        frequencies.append((count, 1))
      }
    }
    total = grams.count
    self.frequencies = frequencies
  }

  /// How many different n-grams there are.
  var distinct: Int { frequencies.reduce(0) { $0 + $1.grams } }

  /// Shannon's entropy in nats: `ln N − Σ c ln c / N`, which loses nothing where most counts are 1.
  var entropy: Double {
    max(PortableMath.log(Double(total)) - sum(PortableMath.xLogX) / Double(total), 0)
  }

  /// The sum over the different n-grams of a function of their counts.
  func sum(_ function: (Double) -> Double) -> Double {
    frequencies.reduce(0) { $0 + Double($1.grams) * function(Double($1.count)) }
  }
}
