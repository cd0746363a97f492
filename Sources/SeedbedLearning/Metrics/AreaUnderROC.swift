extension Metrics {
  /// The area under the receiver operating characteristic (`roc_auc_score`): how often a positive
  /// item scores above a negative one, ties counting half.
  ///
  /// It is taken from the ranks (Mann and Whitney 1947), so no curve is drawn.
  ///
  /// - Parameters:
  ///   - scores: One number an item; the larger, the more positive.
  ///   - labels: Whether each item is positive.
  /// - Returns: A number in 0...1, 0.5 for chance; nil without both kinds of items, or when a score
  ///   is not a number.
  /// - Complexity: O(n log n).
  public static func areaUnderROC(scores: [Double], labels: [Bool]) -> Double? {
    precondition(scores.count == labels.count, "the area under a curve needs one label a score")
    let positives = labels.count { $0 }
    let negatives = labels.count - positives
    guard positives > 0, negatives > 0, !scores.contains(where: \.isNaN) else { return nil }
    let order = scores.indices.sorted { scores[$0] < scores[$1] }
    // Twice the rank sum, so that the mean rank of ties stays a whole number.
    var doubledRankSum = 0
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, scores[order[end]] == scores[order[start]] { end += 1 }
      doubledRankSum += (start + end + 1) * order[start..<end].count { labels[$0] }
      start = end
    }
    let wins = Double(doubledRankSum - positives * (positives + 1)) / 2
    return wins / (Double(positives) * Double(negatives))
  }
}
