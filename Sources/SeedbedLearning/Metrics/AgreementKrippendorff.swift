extension Metrics {
  /// What kind of numbers raters give, which says how far two of them lie apart.
  public enum MeasurementLevel: String, Hashable, Sendable, CaseIterable {
    /// Names: two are the same or not.
    case nominal
    /// Ranks: two lie apart by how many ratings fall between them.
    case ordinal
    /// Numbers: two lie apart by their difference.
    case interval
  }

  /// The agreement of any number of raters who may leave items out (`krippendorff_alpha`).
  ///
  /// One less the disagreement within items over that between all ratings (Krippendorff, *Content Analysis*,
  /// chapter 12). An item with fewer than two ratings says nothing and is left out.
  ///
  /// - Parameters:
  ///   - ratings: For each item its ratings, nil where a rater gave none; the order of the raters does not
  ///     matter. What is not a finite number counts as missing.
  ///   - level: What kind of numbers the ratings are.
  /// - Returns: A number up to 1, 0 being chance; nil where no item has two ratings, and where all ratings
  ///   are equal.
  /// - Complexity: The squares of an item's ratings and of the number of different values.
  public static func krippendorffAlpha(_ ratings: [[Double?]], level: MeasurementLevel) -> Double? {
    let items = ratings.map { item in item.compactMap(\.self).filter(\.isFinite) }
      .filter { $0.count > 1 }
    let values = Set(items.joined()).sorted()
    guard values.count > 1 else { return nil }
    var places: [Double: Int] = [:]
    for (place, value) in values.enumerated() { places[value] = place }
    // `together[a, b]` counts how often two values were given to one item, each item weighing as many
    // pairs as it has ratings.
    var together = [Double](repeating: 0, count: values.count * values.count)
    var totals = [Double](repeating: 0, count: values.count)
    for item in items {
      let ranks = item.map { places[$0] ?? 0 }
      let weight = 1 / Double(item.count - 1)
      for (first, a) in ranks.enumerated() {
        totals[a] += 1
        for (second, b) in ranks.enumerated() where first != second {
          together[a * values.count + b] += weight
        }
      }
    }
    var observed = 0.0
    var expected = 0.0
    for a in values.indices {
      // Ranks between two values, half of their own included.
      var between = totals[a] / 2
      for b in (a + 1)..<values.count {
        between += totals[b] / 2
        let distance =
          switch level {
          case .nominal: 1.0
          case .ordinal: between * between
          case .interval: (values[a] - values[b]) * (values[a] - values[b])
          }
        between += totals[b] / 2
        observed += together[a * values.count + b] * distance
        expected += totals[a] * totals[b] * distance
      }
    }
    return 1 - observed * (totals.reduce(0, +) - 1) / expected
  }
}
