public import SeedbedLearning

/// How many different things a set of texts says.
///
/// The measure is the effective number of different texts (Vendi score, Friedman & Dieng 2023): a
/// thousand rows of fifty equally frequent meanings that have nothing in common score fifty. It
/// rises with noise too, so read it beside measures of fidelity; and compare sets of about the same
/// size.
public struct DiversityReport: Sendable, Hashable {
  /// The effective number of different texts.
  public struct Patterns: Sendable, Hashable {
    /// By Shannon's entropy (order 1); nil for a space of more dimensions than can be decomposed.
    public var shannon: Double?
    /// By order 2, in which rare meanings count less.
    public var quadratic: Double?

    /// The first of the two that is known.
    public var best: Double? { shannon ?? quadratic }
  }

  /// How varied the rows of one label are.
  public struct Label: Sendable, Hashable {
    /// The label.
    public var label: String
    /// How many rows of it were measured.
    public var rows: Int
    /// How many of them differ after normalisation.
    public var distinctRows: Int
    /// Their effective number.
    public var patterns: Patterns

    /// The effective number over the number of rows, 0…1; 0 when it is not known.
    public var share: Double { rows == 0 ? 0 : (patterns.best ?? 0) / Double(rows) }
  }

  /// How many rows the set has.
  public var rows: Int
  /// How many of them, drawn by the seed, were measured; all when the set is not too large.
  public var measuredRows: Int
  /// How many of the measured rows differ after normalisation.
  public var distinctRows: Int
  /// How many groups of near-duplicates the set has, when the caller has counted them.
  public var nearPatterns: Int?
  /// The effective number of the measured rows.
  public var patterns: Patterns
  /// Where the effective number of order 1 lies for samples like this one.
  ///
  /// Nil when all rows were measured. A sample has slightly fewer patterns than the whole set.
  public var interval: Interval?
  /// The mean cosine of a row with its nearest other row; nil without two rows.
  public var nearestCosine: Double?
  /// Its interval when only some rows were asked for their nearest; nil when all were.
  public var nearestInterval: Interval?
  /// How many rows were asked for their nearest.
  public var nearestSample: Int
  /// The share of different words among all; it falls as a set grows.
  public var distinct1: Double?
  /// The share of different pairs of words among all; it falls as a set grows.
  public var distinct2: Double?
  /// The labels, those with the smallest share of patterns first.
  public var labels: [Label]
  /// The largest groups by meaning; positions are those of the set.
  public var clusters: [NamedClusters.Cluster]

  /// Whether only a sample was measured.
  public var isSampled: Bool { measuredRows < rows }

  /// The effective number over the number of measured rows, 0…1.
  public var share: Double {
    measuredRows == 0 ? 0 : (patterns.best ?? 0) / Double(measuredRows)
  }

  /// One sentence that says how much there is: "1,000 rows, but 50 patterns".
  public var headline: String {
    guard rows > 0 else { return "no rows" }
    let count = rows == 1 ? "1 row" : "\(Self.grouped(rows)) rows"
    guard let best = patterns.best else { return "\(count), patterns not measured" }
    let number = max(1, Int(best.rounded()))
    let words = number == 1 ? "1 pattern" : "\(Self.grouped(number)) patterns"
    let link = share < 0.5 ? ", but " : ", "
    let sample = isSampled ? " in a sample of \(Self.grouped(measuredRows))" : ""
    return count + link + words + sample
  }

  private static func grouped(_ number: Int) -> String {
    var digits = Array(String(number))
    var place = digits.count - 3
    while place > 0 {
      digits.insert(",", at: place)
      place -= 3
    }
    return String(digits)
  }
}
