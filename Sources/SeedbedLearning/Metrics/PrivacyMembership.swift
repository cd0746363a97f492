/// How well an attacker tells who was in the training set from the synthetic data alone.
public struct MembershipRisk: Hashable, Sendable {
  /// How often a member lies nearer to the synthetic data than another does; 0.5 is chance.
  public let areaUnderCurve: Double
  /// The 95 % interval of the area; nil with fewer than two records of a kind.
  public let interval: Interval?
  /// The share of members that are found while at most 1 % of the others are taken for members.
  public let truePositiveRate: Double
  /// The least share of false accusations that the other records can show, 1 over their number: above
  /// 0.01 the rate above is one at no false accusation at all.
  public let resolution: Double
}

extension Metrics {
  /// Attacks membership by distance (`roc_auc_score`).
  ///
  /// Who lies near to a synthetic record is taken for a member of the training set (Chen et al.,
  /// "GAN-Leaks", 2020; the rate at few false accusations after Carlini et al. 2022). The others must be
  /// drawn as the members were, or the attack tells the draws apart.
  ///
  /// - Parameters:
  ///   - members: The distance of each record of the training set to the nearest synthetic one.
  ///   - others: The same of records that had no part in it, such as the holdout.
  ///   - falsePositiveRate: The share of false accusations that is allowed.
  /// - Returns: The risk; nil without both kinds of records, or when a distance is not a number.
  public static func membershipRisk(
    members: [Double],
    others: [Double],
    falsePositiveRate: Double = 0.01
  ) -> MembershipRisk? {
    precondition(falsePositiveRate >= 0, "a rate is not negative")
    let labels = members.map { _ in true } + others.map { _ in false }
    let scores = (members + others).map { -$0 }
    guard let area = areaUnderROC(scores: scores, labels: labels) else { return nil }
    // All records at one distance are accused together.
    let (near, far) = (members.sorted(), others.sorted())
    var (found, accused, best) = (0, 0, 0)
    while found < near.count || accused < far.count {
      let distance = min(
        found < near.count ? near[found] : .infinity,
        accused < far.count ? far[accused] : .infinity
      )
      while found < near.count, near[found] <= distance { found += 1 }
      while accused < far.count, far[accused] <= distance { accused += 1 }
      guard Double(accused) / Double(far.count) <= falsePositiveRate else { break }
      best = found
    }
    return MembershipRisk(
      areaUnderCurve: area,
      interval: Interval.areaUnderROC(scores: scores, labels: labels),
      truePositiveRate: Double(best) / Double(near.count),
      resolution: 1 / Double(far.count)
    )
  }
}
