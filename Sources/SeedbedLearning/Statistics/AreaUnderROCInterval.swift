extension Interval {
  /// The interval of the area under the receiver operating characteristic.
  ///
  /// The variance is that of DeLong, DeLong and Clarke-Pearson (1988), from how each item compares with
  /// all of the other kind, and the interval is symmetric on the scale of log odds, so that it stays
  /// within 0...1. It takes the scores as given: how they would vary with another training is not in it.
  ///
  /// - Parameters:
  ///   - scores: One number an item; the larger, the more positive.
  ///   - labels: Whether each item is positive.
  ///   - confidence: Between 0 and 1, exclusive.
  /// - Returns: The interval, a single point where all or no pairs are in order; nil with fewer than two
  ///   items of a kind, or when a score is not a number.
  /// - Complexity: O(n log n).
  public static func areaUnderROC(
    scores: [Double],
    labels: [Bool],
    confidence: Double = 0.95
  ) -> Interval? {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    let positives = labels.count { $0 }
    let negatives = labels.count - positives
    guard positives > 1, negatives > 1,
      let area = Metrics.areaUnderROC(scores: scores, labels: labels)
    else { return nil }
    // An item's rank among all less its rank among its own kind is how many of the other kind it beats.
    let ranks = Metrics.ranks(scores)
    var squares = (positive: 0.0, negative: 0.0)
    for kind in [true, false] {
      let rows = scores.indices.filter { labels[$0] == kind }
      let others = Double(kind ? negatives : positives)
      let mean = kind ? area : 1 - area
      let own = Metrics.ranks(rows.map { scores[$0] })
      for (place, row) in rows.enumerated() {
        let deviation = (ranks[row] - own[place]) / others - mean
        if kind {
          squares.positive += deviation * deviation
        } else {
          squares.negative += deviation * deviation
        }
      }
    }
    let (n, m) = (Double(positives), Double(negatives))
    let variance = squares.positive / (n * (n - 1)) + squares.negative / (m * (m - 1))
    guard area > 0, area < 1 else {
      return Interval(estimate: area, lower: area, upper: area, confidence: confidence)
    }
    let odds = PortableMath.log(area / (1 - area))
    let width =
      normalQuantile(0.5 + confidence / 2) * variance.squareRoot() / (area * (1 - area))
    func share(_ odds: Double) -> Double { 1 / (1 + PortableMath.exp(-odds)) }
    return Interval(
      estimate: area,
      lower: share(odds - width),
      upper: share(odds + width),
      confidence: confidence
    )
  }
}
