import SeedbedKernels

extension Metrics {
  /// How far synthetic records keep from the real ones, by the measure of random records
  /// (`DCRBaselineProtection`).
  ///
  /// The median distance of synthetic records to the nearest real one over that of random records, at
  /// most 1. It says little by itself (a wide range hides a copy): read it beside
  /// `overfittingProtection`, the low end of NNDR and the copies.
  ///
  /// - Parameters:
  ///   - synthetic: The distances of synthetic records to the nearest real one.
  ///   - random: Those of random records, as `uniformRecords` makes them.
  /// - Returns: A number in 0...1; nil without records and where the median of the random ones is 0.
  public static func baselineProtection(synthetic: [Double], random: [Double]) -> Double? {
    guard let own = quantile(of: synthetic, 0.5), let other = quantile(of: random, 0.5), other > 0
    else {
      return nil
    }
    return min(own / other, 1)
  }

  /// Whether synthetic records keep as far from the training set as from a holdout
  /// (`DCROverfittingProtection`).
  ///
  /// Twice the share of synthetic records that are not strictly closer to the training set, at most 1.
  /// Training set and holdout must be of like size, or the larger one is closer by chance.
  ///
  /// - Parameters:
  ///   - toTraining: The distance of each synthetic record to the nearest of the training set.
  ///   - toHoldout: Its distance to the nearest of the holdout.
  /// - Returns: A number in 0...1, about 1 without overfitting; nil without records.
  public static func overfittingProtection(toTraining: [Double], toHoldout: [Double]) -> Double? {
    precondition(toTraining.count == toHoldout.count, "each record needs both distances")
    guard !toTraining.isEmpty, !(toTraining + toHoldout).contains(where: \.isNaN) else {
      return nil
    }
    let closer = zip(toTraining, toHoldout).reduce(0) { $0 + ($1.0 < $1.1 ? 1 : 0) }
    return min(2 * (1 - Double(closer) / Double(toTraining.count)), 1)
  }

  /// The low end of the distance ratios of nearest records (NNDR).
  ///
  /// Take it against the training set and against a holdout: copies make the first much the smaller.
  ///
  /// - Parameters:
  ///   - records: The nearest record of each synthetic one; those without a ratio are left out, but for
  ///     exact copies of a record that is there more than once, which count as 0.
  ///   - probability: Which quantile to take, 0...1.
  /// - Returns: A number in 0...1, or nil without ratios.
  public static func nearestDistanceRatio(
    _ records: [NearestRecord],
    quantile probability: Double = 0.05
  ) -> Double? {
    quantile(
      of: records.compactMap { $0.ratio ?? ($0.distance == 0 && $0.secondDistance == 0 ? 0 : nil) },
      probability
    )
  }

  /// Draws records with no regard to how columns hang together.
  ///
  /// Numbers from the whole range, categories from all that occur, missing values as often as they are.
  ///
  /// - Parameters:
  ///   - reference: The records to take ranges and categories from.
  ///   - count: How many records to draw.
  ///   - seed: The seed of all draws.
  /// - Returns: Columns of the same kinds; a column of whole numbers stays one.
  public static func uniformRecords(
    like reference: RecordTable,
    count: Int,
    seed: UInt64
  ) -> RecordTable {
    let columns = reference.columns.enumerated().map { index, column in
      var random = CounterRandom(seed: seed, sample: "records", operation: "uniform", draw: index)
      switch column {
      case .numbers(let values):
        let known = values.compactMap(\.self).filter(\.isFinite)
        let (least, most) = (known.min() ?? 0, known.max() ?? 0)
        let isWhole = known.allSatisfy { $0.rounded() == $0 } && most - least < 0x1p53
        let missing = Double(values.count - known.count) / Double(max(values.count, 1))
        return RecordColumn.numbers(
          (0..<count).map { _ in
            let part = random.unit()
            if random.chance(missing) { return nil }
            return isWhole
              ? least + (part * (most - least + 1)).rounded(.down)
              : least * (1 - part) + most * part
          }
        )
      case .categories(let values):
        let known = Set(values.compactMap(\.self)).sorted()
        let missing = Double(values.count { $0 == nil }) / Double(max(values.count, 1))
        return RecordColumn.categories(
          (0..<count).map { _ in
            let name = random.pick(known)
            return random.chance(missing) ? nil : name
          }
        )
      }
    }
    return RecordTable(columns)
  }

  /// A quantile; nil without values and for ones that are not a number.
  private static func quantile(of values: [Double], _ probability: Double) -> Double? {
    precondition(probability >= 0 && probability <= 1, "a probability lies in 0...1")
    guard !values.isEmpty, !values.contains(where: \.isNaN) else { return nil }
    return Bootstrap.quantile(values.sorted(), probability)
  }
}
