extension Bootstrap {
  /// The interval of Cohen's kappa.
  ///
  /// A drawn sample in which both raters keep to one category says nothing about agreement; it counts as 0,
  /// the value of chance, so that the lower end is never too high.
  ///
  /// - Parameters:
  ///   - first: The category of each item by one rater, in `0..<classCount`.
  ///   - second: The category of each item by the other rater.
  ///   - classCount: How many categories there are.
  ///   - weights: How much a disagreement weighs.
  /// - Returns: The interval around the kappa of all items; nil where that is not defined.
  public func cohenKappa(
    _ first: [Int],
    _ second: [Int],
    classCount: Int,
    weights: AgreementWeights = .unweighted
  ) -> Interval? {
    agreement(items: first.count) { rows in
      Metrics.cohenKappa(
        rows.map { first[$0] },
        rows.map { second[$0] },
        classCount: classCount,
        weights: weights
      )
    }
  }

  /// The interval of Fleiss' kappa; a drawn sample in which it is not defined counts as 0.
  ///
  /// - Parameter counts: For each item, how many raters chose each category.
  /// - Returns: The interval around the kappa of all items; nil where that is not defined.
  public func fleissKappa(_ counts: [[Int]]) -> Interval? {
    agreement(items: counts.count) { rows in Metrics.fleissKappa(rows.map { counts[$0] }) }
  }

  /// The interval of Krippendorff's alpha; a drawn sample in which it is not defined counts as 0.
  ///
  /// - Parameters:
  ///   - ratings: For each item its ratings, nil where a rater gave none.
  ///   - level: What kind of numbers the ratings are.
  /// - Returns: The interval around the alpha of all items; nil where that is not defined.
  public func krippendorffAlpha(
    _ ratings: [[Double?]],
    level: Metrics.MeasurementLevel
  ) -> Interval? {
    agreement(items: ratings.count) { rows in
      Metrics.krippendorffAlpha(rows.map { ratings[$0] }, level: level)
    }
  }

  private func agreement(
    items: Int,
    _ statistic: @Sendable ([Int]) -> Double?
  ) -> Interval? {
    guard items > 0, statistic(Array(0..<items)) != nil else { return nil }
    return interval(count: items) { statistic($0) ?? 0 }
  }
}
