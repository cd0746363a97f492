/// How much a disagreement of two raters weighs, by how far their categories lie apart.
public enum AgreementWeights: String, Hashable, Sendable, CaseIterable {
  /// Every disagreement weighs the same.
  case unweighted
  /// By the distance of the categories.
  case linear
  /// By the square of the distance.
  case quadratic
}

extension Metrics {
  /// The agreement of two raters beyond chance (`cohen_kappa_score`).
  ///
  /// Cohen, "A coefficient of agreement for nominal scales" (1960), and for weights "Weighted kappa"
  /// (1968): one less the weighted disagreement over the one that the raters' own frequencies would give
  /// by chance.
  ///
  /// - Parameters:
  ///   - first: The category of each item by one rater, in `0..<classCount`; for weights, in order.
  ///   - second: The category of each item by the other rater.
  ///   - classCount: How many categories there are.
  ///   - weights: How much a disagreement weighs.
  /// - Returns: A number from -1 to 1, 0 being chance; nil without items, and where both raters give every
  ///   item the same one category, for then chance agrees as well as they do.
  public static func cohenKappa(
    _ first: [Int],
    _ second: [Int],
    classCount: Int,
    weights: AgreementWeights = .unweighted
  ) -> Double? {
    let matrix = ConfusionMatrix(actual: first, predicted: second, classCount: classCount)
    var rows = [Int](repeating: 0, count: classCount)
    var columns = rows
    for (index, count) in matrix.counts.enumerated() {
      rows[index / classCount] += count
      columns[index % classCount] += count
    }
    var observed = 0.0
    var expected = 0.0
    for row in 0..<classCount {
      for column in 0..<classCount where row != column {
        let distance = Double(abs(row - column))
        let weight =
          switch weights {
          case .unweighted: 1.0
          case .linear: distance
          case .quadratic: distance * distance
          }
        observed += weight * Double(matrix[row, column])
        expected += weight * Double(rows[row]) * Double(columns[column])
      }
    }
    guard expected > 0 else { return nil }
    return 1 - observed * Double(first.count) / expected
  }
}
