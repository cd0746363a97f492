import SeedbedData
import SeedbedKernels
import SeedbedLearning

/// What moves a judge that should not: the place of a text, its length, chance.
enum JudgeBias {
  /// How often the first place wins, beyond how often the better one stood there.
  ///
  /// - Parameters:
  ///   - opinions: The opinions of each pair, one for each repeat.
  ///   - pairs: The pairs.
  /// - Returns: The difference of the two shares over all answers that name a winner; nil without any.
  static func position(_ opinions: [[PairOpinion]], _ pairs: [LabelledPair]) -> Double? {
    var answered = 0
    var firstWins = 0
    var firstIsBetter = 0
    for (repeats, labelled) in zip(opinions, pairs) {
      for opinion in repeats {
        for (answer, isSwapped) in zip(opinion.answers, [false, true]) {
          guard let choice = answer.choice, choice != .tie else { continue }
          answered += 1
          if choice == .first { firstWins += 1 }
          if (labelled.human == .first) != isSwapped { firstIsBetter += 1 }
        }
      }
    }
    guard answered > 0 else { return nil }
    return Double(firstWins - firstIsBetter) / Double(answered)
  }

  /// How often the longer one wins, beyond how often it is the better one.
  ///
  /// - Returns: The difference of the two shares over all pairs with a winner and different lengths; nil
  ///   without any.
  static func length(_ winners: [PairOpinion.Winner?], _ pairs: [LabelledPair]) -> Double? {
    var decided = 0
    var longerWins = 0
    var longerIsBetter = 0
    for (winner, labelled) in zip(winners, pairs) {
      let lengths = (length(labelled.pair.first), length(labelled.pair.second))
      guard case .side(let side)? = winner, lengths.0 != lengths.1 else { continue }
      let longer: PairCase.Side = lengths.0 > lengths.1 ? .first : .second
      decided += 1
      if side == longer { longerWins += 1 }
      if labelled.human == longer { longerIsBetter += 1 }
    }
    guard decided > 0 else { return nil }
    return Double(longerWins - longerIsBetter) / Double(decided)
  }

  /// How scores go with length where people's do not: the partial rank correlation of score and length,
  /// given what people said.
  ///
  /// - Returns: A number in -1…1; nil where a correlation is not defined.
  static func length(_ scores: [Double?], _ cases: [ScoredCase]) -> Double? {
    let scored = cases.indices.filter { scores[$0] != nil }
    let given = scored.compactMap { scores[$0] }
    let human = scored.map { cases[$0].human }
    let lengths = scored.map { index in
      Double(judgedLength(cases[index].judged))
    }
    guard let direct = Metrics.spearman(given, lengths) else { return nil }
    // People who say the same of all cases explain nothing.
    let ofScore = Metrics.spearman(given, human) ?? 0
    let ofLength = Metrics.spearman(lengths, human) ?? 0
    let rest = (1 - ofScore * ofScore) * (1 - ofLength * ofLength)
    guard rest > 1e-12 else { return nil }
    return min(max((direct - ofScore * ofLength) / rest.squareRoot(), -1), 1)
  }

  /// The mean share of pairs of repeats that agree.
  ///
  /// - Parameter repeats: For each case, what was decided each time.
  /// - Returns: A number in 0…1; nil without cases, or with fewer than two repeats.
  static func consistency(_ repeats: [[Int]]) -> Double? {
    guard let times = repeats.first?.count, times > 1 else { return nil }
    var agreeing = 0
    for decisions in repeats {
      for first in 0..<times {
        for second in (first + 1)..<times where decisions[first] == decisions[second] {
          agreeing += 1
        }
      }
    }
    return Double(agreeing) / Double(repeats.count * times * (times - 1) / 2)
  }

  /// What a judge could be impressed by: the parts that were written, or the text where there are none.
  private static func judgedLength(_ judged: JudgedCase) -> Int {
    let written = judged.parts.filter { $0.role != .input }
    return written.isEmpty
      ? length(judged.text) : written.reduce(0) { $0 + length($1.text) }
  }

  private static func length(_ text: String) -> Int { text.unicodeScalars.count }
}
