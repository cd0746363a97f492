extension Metrics {
  /// How many words on average keep the share of different words above a threshold (`mtld`).
  ///
  /// McCarthy and Jarvis, "MTLD, vocd-D, and HD-D" (2010): the words are cut where the share falls to the
  /// threshold, the rest counts in proportion, and the mean is taken of both directions. It hardly
  /// depends on the length, but on the order: it measures texts as they follow each other.
  ///
  /// - Parameters:
  ///   - texts: The texts, read as one; words are compared in lower case.
  ///   - threshold: The share at which to cut, between 0 and 1; 0.72 by the authors.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: A number of words, from 1; nil without words. All different words give their number.
  public static func lexicalDiversityMTLD(
    _ texts: [String],
    threshold: Double = 0.72,
    threads: Int = 1
  ) -> Double? {
    precondition(threshold > 0 && threshold < 1, "a threshold lies between 0 and 1")
    let words = HashedWords(texts, threads: threads).words
    guard !words.isEmpty else { return nil }
    let cuts = [factors(words, threshold), factors(words.reversed(), threshold)]
    return cuts.reduce(0) { $0 + Double(words.count) / $1 } / 2
  }

  /// The expected share of different words among 42 drawn ones (`hdd`).
  ///
  /// McCarthy and Jarvis (2007): for each word the hypergeometric probability to be among words drawn
  /// without replacement. It depends neither on the order nor, much, on the length.
  ///
  /// - Parameters:
  ///   - texts: The texts, read as one; words are compared in lower case.
  ///   - draws: How many words are drawn, from 1; 42 by the authors.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: A number in 0...1; nil with fewer words than are drawn.
  public static func lexicalDiversityHDD(
    _ texts: [String],
    draws: Int = 42,
    threads: Int = 1
  ) -> Double? {
    precondition(draws > 0, "at least one word is drawn")
    guard let counts = GramCounts(HashedWords(texts, threads: threads).words),
      counts.total >= draws
    else { return nil }
    let expected = counts.sum { count in
      // The chance to miss a word: C(total − count, draws) / C(total, draws).
      var missed = 1.0
      for drawn in 0..<draws {
        missed *= max(Double(counts.total - drawn) - count, 0) / Double(counts.total - drawn)
      }
      return 1 - missed
    }
    return expected / Double(draws)
  }

  /// Into how many runs the words fall, the last one counting by how far it has come.
  private static func factors(_ words: [UInt64], _ threshold: Double) -> Double {
    var factors = 0.0
    var lastSeen: [UInt64: Int] = [:]
    var (run, start, distinct) = (0, 0, 0)
    for (place, word) in words.enumerated() {
      run += 1
      // A word seen before the run's start is new to the run.
      if lastSeen.updateValue(place, forKey: word) ?? -1 < start { distinct += 1 }
      guard Double(distinct) / Double(run) <= threshold else { continue }
      factors += 1
      (run, start, distinct) = (0, place + 1, 0)
    }
    if run > 0 { factors += (1 - Double(distinct) / Double(run)) / (1 - threshold) }
    return factors > 0 ? factors : 1
  }
}
