public import SeedbedData
import SeedbedLearning

extension DifficultyScale {
  /// Fewer tiers by people move no cut-off.
  static let fewestOpinions = 20
  /// How unlikely the gain of a cut-off has to be by chance.
  ///
  /// The best of many places always gains a little, so
  /// this is stricter than a single comparison would need.
  private static let level = 0.005

  /// Moves the cut-offs to where people put them, as far as their tiers say so beyond chance.
  ///
  /// Each cut-off goes to the place with the most opinions on their right side, the nearest of equal ones, when
  /// that is right more often than the quantile by McNemar's test; otherwise it stays. What a reviewer tags
  /// now and then thus changes nothing, and what reviewers see alike and the quantiles do not counts for all rows.
  ///
  /// - Parameter opinions: The scores of rows and the tiers that people gave them.
  public mutating func learn(from opinions: [(score: Double, tier: Difficulty)]) {
    guard opinions.count >= Self.fewestOpinions else { return }
    let tiers = Difficulty.allCases
    func moved(_ limit: Double, above tier: Difficulty) -> Double {
      guard let rank = tiers.firstIndex(of: tier) else { return limit }
      let isHarder = opinions.map { (tiers.firstIndex(of: $0.tier) ?? 0) > rank }
      return Self.cut(opinions.map(\.score), isHarder, from: limit)
    }
    let before = limits
    let easy = moved(limits.easy, above: .easy)
    let medium = max(easy, moved(limits.medium, above: .medium))
    limits = (easy, medium, max(medium, moved(limits.hard, above: .hard)))
    followsPeople = limits != before
  }

  /// The place that has most scores on their right side, or the present one where it is not surely better.
  private static func cut(_ scores: [Double], _ isHarder: [Bool], from limit: Double) -> Double {
    func isRight(_ row: Int, _ limit: Double) -> Bool { (scores[row] >= limit) == isHarder[row] }
    func right(_ limit: Double) -> Int { scores.indices.count { isRight($0, limit) } }
    let ends = Array(Set(scores)).sorted()
    let between = zip(ends, ends.dropFirst()).map { ($0 + $1) / 2 }
    let places = [ends[0]] + between + [ends[ends.count - 1].nextUp]
    let ranked = places.map { (place: $0, right: right($0), far: abs($0 - limit)) }
    guard let best = ranked.min(by: { ($1.right, $0.far) < ($0.right, $1.far) }) else {
      return limit
    }
    let test = McNemar(
      onlyFirst: scores.indices.count { isRight($0, limit) && !isRight($0, best.place) },
      onlySecond: scores.indices.count { isRight($0, best.place) && !isRight($0, limit) }
    )
    return test.onlySecond > test.onlyFirst && test.midPValue < level ? best.place : limit
  }
}
