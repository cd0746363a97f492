public import SeedbedData

/// Turns signals into one score and a tier, by what is usual among real rows.
///
/// Every signal counts by the share of real rows in which it is weaker (equal ones count half), so that
/// signals of different units add up; the score is their weighted mean. The tiers are cut at quantiles of
/// the real rows' scores: half of them are easy, the next 30 % medium, the next 15 % hard; the last 5 %
/// mislead a classifier as a row made for that would, and are called adversarial. Tiers that people gave to
/// rows move these cuts.
public struct DifficultyScale: Sendable {
  /// What one signal counts for.
  public struct Weights: Sendable, Hashable {
    /// The margin of the label.
    public var margin = 4.0
    /// Students that give another label.
    public var dissent = 2.0
    /// The nearness of other labels.
    public var confusion = 2.0
    /// Seldom words.
    public var rarity = 1.0
    /// Conditions.
    public var constraints = 0.5
    /// Length.
    public var length = 0.5

    /// The weights that were validated.
    public init() {}
  }

  /// The shares of real rows below which a row is easy, medium and hard.
  public static let quantiles = (easy: 0.5, medium: 0.8, hard: 0.95)

  /// The scores below which a row is easy, medium and hard.
  public internal(set) var limits: (easy: Double, medium: Double, hard: Double)
  /// Whether a limit was moved from the real rows' quantile to where people put it.
  public internal(set) var followsPeople = false
  private let weights: Weights
  private let margins: [Double]
  private let dissents: [Double]
  private let confusions: [Double]?
  private let rarities: [Double]
  private let constraints: [Double]
  private let lengths: [Double]

  /// Takes what is usual from real rows, each scored by classifiers that have not seen it.
  ///
  /// - Parameters:
  ///   - real: The signals of the real rows.
  ///   - weights: What each signal counts for.
  public init(_ real: [DifficultySignals], weights: Weights = Weights()) {
    self.weights = weights
    margins = real.map { -$0.margin }.sorted()
    dissents = real.map(\.dissent).sorted()
    let known = real.compactMap(\.confusion)
    confusions = known.isEmpty ? nil : known.sorted()
    rarities = real.map(\.rarity).sorted()
    constraints = real.map { Double($0.constraints) }.sorted()
    lengths = real.map { Double($0.words) }.sorted()
    limits = (1, 1, 1)
    let scores = real.map(score).sorted()
    func quantile(_ share: Double) -> Double {
      scores.isEmpty ? 1 : scores[min(scores.count - 1, Int(Double(scores.count) * share))]
    }
    limits = (
      quantile(Self.quantiles.easy), quantile(Self.quantiles.medium), quantile(Self.quantiles.hard)
    )
  }

  /// How hard a row is beside the real ones.
  ///
  /// - Parameter signals: What was measured of it.
  /// - Returns: 0…1, the greater the harder; a signal that the real rows or this one lack is left out.
  public func score(_ signals: DifficultySignals) -> Double {
    var sum = 0.0, total = 0.0
    func add(_ value: Double?, _ usual: [Double]?, _ weight: Double) {
      guard let value, let usual, !usual.isEmpty else { return }
      sum += weight * Self.shareBelow(value, usual)
      total += weight
    }
    add(-signals.margin, margins, weights.margin)
    add(signals.dissent, dissents, weights.dissent)
    add(signals.confusion, confusions, weights.confusion)
    add(signals.rarity, rarities, weights.rarity)
    add(Double(signals.constraints), constraints, weights.constraints)
    add(Double(signals.words), lengths, weights.length)
    return total > 0 ? sum / total : 0.5
  }

  /// The tier of a score.
  ///
  /// - Parameter score: As from `score`.
  /// - Returns: The tier by the real rows' quantiles.
  public func tier(_ score: Double) -> Difficulty {
    if score < limits.easy { return .easy }
    if score < limits.medium { return .medium }
    return score < limits.hard ? .hard : .adversarial
  }

  /// The share of real margins below one, 0…1.
  func shareOfMarginsBelow(_ margin: Double) -> Double { 1 - Self.shareBelow(-margin, margins) }

  /// The share of values below one, equal ones by half.
  private static func shareBelow(_ value: Double, _ sorted: [Double]) -> Double {
    func count(_ isBefore: (Double) -> Bool) -> Int {
      var low = 0, high = sorted.count
      while low < high {
        let middle = (low + high) / 2
        if isBefore(sorted[middle]) { low = middle + 1 } else { high = middle }
      }
      return low
    }
    return Double(count { $0 < value } + count { $0 <= value }) / Double(2 * sorted.count)
  }
}
