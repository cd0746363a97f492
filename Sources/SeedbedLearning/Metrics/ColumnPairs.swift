/// How alike the association of two columns is in a reference and in another set.
public struct CorrelationSimilarity: Hashable, Sendable {
  /// How the association of two columns of numbers is measured.
  public enum Coefficient: String, Hashable, Sendable, CaseIterable {
    /// Pearson's, of the numbers.
    case pearson
    /// Spearman's, of their ranks, ties at their mean rank.
    case spearman
  }

  /// The correlation in the reference.
  public let reference: Double
  /// The correlation in the other set.
  public let other: Double

  /// `1 − |difference| / 2`, in 0...1 (`CorrelationSimilarity`).
  public var similarity: Double { 1 - abs(reference - other) / 2 }

  /// Compares the correlations of two columns.
  ///
  /// Nil with fewer than two rows on a side, and when a column is constant or holds what is not a finite
  /// number.
  ///
  /// - Parameters:
  ///   - reference: Both columns of the reference, of one length.
  ///   - other: Both columns of the other set, of one length.
  ///   - coefficient: How to measure.
  public init?(
    reference: (x: [Double], y: [Double]),
    _ other: (x: [Double], y: [Double]),
    coefficient: Coefficient = .pearson
  ) {
    let sides = [reference, other]
    guard sides.allSatisfy({ $0.x.allSatisfy(\.isFinite) && $0.y.allSatisfy(\.isFinite) }) else {
      return nil
    }
    let values = sides.compactMap { side in
      switch coefficient {
      case .pearson: Metrics.pearson(side.x, side.y)
      case .spearman: Metrics.spearman(side.x, side.y)
      }
    }
    guard values.count == 2 else { return nil }
    self.reference = values[0]
    self.other = values[1]
  }
}

extension Metrics {
  /// How alike the joint distribution of two columns of categories is in two sets
  /// (`ContingencySimilarity`): one less the total variation of the pairs.
  ///
  /// - Parameters:
  ///   - reference: Both columns of one set, of one length; nil is a category of its own.
  ///   - other: Both columns of the other set.
  /// - Returns: A number in 0...1, or nil when either set is empty.
  public static func contingencySimilarity<A: Hashable & Comparable, B: Hashable & Comparable>(
    reference: (x: [A?], y: [B?]),
    _ other: (x: [A?], y: [B?])
  ) -> Double? {
    precondition(
      reference.x.count == reference.y.count && other.x.count == other.y.count,
      "pairs of columns have one length"
    )
    let x = numbers(reference.x, other.x)
    let y = numbers(reference.y, other.y)
    let pairs = categoryCounts(
      zip(x.0, y.0).map { Pair(x: $0.0, y: $0.1) },
      zip(x.1, y.1).map { Pair(x: $0.0, y: $0.1) }
    )
    return totalVariation(pairs.first.map(Double.init), pairs.second.map(Double.init))
      .map { 1 - $0 }
  }

  /// Cuts two columns of numbers into equal-width bins of the reference's range, with open ends.
  ///
  /// - Parameters:
  ///   - reference: The column that gives the range; nil and what is not finite is left out of it.
  ///   - other: The other column.
  ///   - bins: How many bins, from 1.
  /// - Returns: The bin of each value, nil where the value is nil or not finite; a value on an edge
  ///   belongs to the bin above. All nil when the reference has no finite value or its range overflows.
  public static func equalWidthBins(
    reference: [Double?],
    _ other: [Double?],
    bins: Int = 10
  ) -> (reference: [Int?], other: [Int?]) {
    precondition(bins > 0, "a column is cut into at least one bin")
    let known = reference.compactMap(\.self).filter(\.isFinite)
    guard var low = known.min(), var high = known.max(), (high - low).isFinite else {
      return (reference.map { _ in nil }, other.map { _ in nil })
    }
    if low == high { (low, high) = (low - 0.5, high + 0.5) }
    let step = (high - low) / Double(bins)
    let edges = (1..<max(bins, 2)).prefix(bins - 1).map { low + Double($0) * step }
    func place(_ value: Double?) -> Int? {
      value.flatMap { $0.isFinite ? bin(of: $0, edges) : nil }
    }
    return (reference.map(place), other.map(place))
  }

  private struct Pair: Hashable, Comparable {
    let x: Int
    let y: Int

    static func < (a: Self, b: Self) -> Bool { (a.x, a.y) < (b.x, b.y) }
  }

  /// Categories as numbers, 0 for nil.
  private static func numbers<Category: Hashable & Comparable>(
    _ first: [Category?],
    _ second: [Category?]
  ) -> ([Int], [Int]) {
    var places: [Category: Int] = [:]
    for value in (first + second).compactMap(\.self) where places[value] == nil {
      places[value] = places.count + 1
    }
    func number(_ value: Category?) -> Int { value.flatMap { places[$0] } ?? 0 }
    return (first.map(number), second.map(number))
  }
}
