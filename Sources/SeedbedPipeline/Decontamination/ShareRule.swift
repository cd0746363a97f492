/// The published rules: any n-gram, or a share of n-grams or of words.
enum ShareRule {
  /// What a rule says of a benchmark text and a row; nil when it finds nothing that counts.
  ///
  /// - Parameters:
  ///   - number: The text's number.
  ///   - text: The text.
  ///   - matches: The row's n-grams.
  ///   - index: The benchmark.
  ///   - rule: The rule; none for chains.
  /// - Returns: A tie, contaminated or undecided, or nil.
  static func tie(
    _ number: Int,
    _ text: BenchmarkText,
    _ matches: GramMatches,
    _ index: BenchmarkIndex,
    _ rule: GramRule
  ) -> LeakTie? {
    let all = text.grams.map { matches.holds($0) }
    let counted = text.grams.map { $0 != BenchmarkText.uncounted }
    let common = text.grams.map { $0 != BenchmarkText.uncounted && index.boilerplate[Int($0)] }
    let speaking = zip(all, common).map { $0 && !$1 }
    let verdict = judge(speaking, zip(counted, common).map { $0 && !$1 }, rule, text.words.count)
    let grams = Set(text.grams.indices.filter { speaking[$0] }.map { text.grams[$0] }).sorted()
    if let verdict, verdict.counts {
      return LeakTie(text: number, rule: .grams, score: verdict.share, grams: grams)
    }
    if let raw = judge(all, counted, rule, text.words.count), raw.counts {
      return LeakTie(text: number, rule: .grams, score: raw.share, reason: .boilerplate)
    }
    return verdict.map {
      LeakTie(text: number, rule: .grams, score: $0.share, reason: .greyBand, grams: grams)
    }
  }

  /// The share of a text's n-grams or words that is found, and whether it counts; nil below the grey
  /// band.
  static func judge(
    _ found: [Bool],
    _ counted: [Bool],
    _ rule: GramRule,
    _ words: Int
  ) -> (share: Double, counts: Bool)? {
    let hits = found.count { $0 }
    let total = counted.count { $0 }
    guard hits > 0, total > 0 else { return nil }
    let share = Double(hits) / Double(total)
    switch rule.measure {
    case .any: return (share, true)
    case .grams(let from, let grey):
      return share >= grey ? (share, share >= from) : nil
    case .words(let above, let grey):
      let share = Double(covered(found, rule.n)) / Double(max(1, words))
      return share >= grey ? (share, share > above) : nil
    case .chain: return nil
    }
  }

  /// How many words lie in an n-gram that is found.
  private static func covered(_ found: [Bool], _ n: Int) -> Int {
    var (covered, end) = (0, 0)
    for (position, isFound) in found.enumerated() where isFound {
      covered += position + n - max(end, position)
      end = position + n
    }
    return covered
  }
}
