public import SeedbedData

/// What a stop rule measured, where that is beyond its bound.
public struct StopFinding: Sendable, Hashable {
  /// The rule.
  public var rule: Rule
  /// What was measured.
  public var measured: Double
  /// What would have been allowed.
  public var threshold: Double
  /// Both in a sentence.
  public var finding: String
  /// What to do.
  public var hint: String

  /// Candidates of a round from which it can be told whether it brought anything.
  public static let leastCandidates = 50

  /// Wrong labels in the real data.
  ///
  /// - Parameters:
  ///   - wrong: Rows whose label is probably wrong.
  ///   - rows: All rows.
  ///   - limit: The largest share of them, 0…1.
  /// - Returns: Nil where the share is within the limit.
  public static func labels(wrong: Int, of rows: Int, limit: Double) -> StopFinding? {
    let share = Double(wrong) / Double(max(rows, 1))
    guard share > limit else { return nil }
    return StopFinding(
      rule: .labels,
      measured: share,
      threshold: limit,
      finding: "\(wrong) of \(rows) real samples have a label that is probably wrong, "
        + "\(percent(share)); \(percent(limit)) is the most that `wrong_labels` allows",
      hint: "correct or remove them: what grows from them is wrong too; "
        + "`seedbed gaps --learned` shows examples"
    )
  }

  /// Synthetic samples among the training samples.
  ///
  /// - Parameters:
  ///   - synthetic: Synthetic training samples that a plan asks for.
  ///   - real: Real training samples.
  ///   - limit: The largest share, 0…1; nil stands for the rule of thumb by the number of real ones.
  /// - Returns: Nil where the share is within the limit.
  public static func mixing(synthetic: Int, real: Int, limit: Double?) -> StopFinding? {
    let recommended = MixingRatio.recommended(realRows: real)
    let most = limit ?? recommended.shares.upperBound
    let share = Double(synthetic) / Double(max(synthetic + real, 1))
    guard share > most else { return nil }
    let basis =
      limit == nil
      ? "the rule of thumb for \(real) real ones is \(recommended.words)"
      : "\(percent(most)) is the most that `synthetic_share` allows"
    let fits = Int((Double(real) * most / (1 - most) + 1e-9).rounded(.down))
    let less =
      fits == 0
      ? "so many real ones need none"
      : "lower the counts in `plan.yaml` to \(fits) in all, or set `budget: \(fits)` under `generation`"
    return StopFinding(
      rule: .mixing,
      measured: share,
      threshold: most,
      finding: "\(synthetic) of \(synthetic + real) training samples would be synthetic, "
        + "\(percent(share)); \(basis)",
      hint: less + "; where `seedbed evaluate` shows that a larger share helps, name it as "
        + "`synthetic_share` under `stop_rules`"
    )
  }

  /// Training samples that are all synthetic, which may serve for the time being and is said.
  ///
  /// - Parameters:
  ///   - synthetic: Synthetic training samples that a plan asks for.
  ///   - real: Real training samples.
  /// - Returns: Nil where there are real ones.
  public static func temporary(synthetic: Int, real: Int) -> StopFinding? {
    let recommended = MixingRatio.recommended(realRows: real)
    guard recommended.isTemporary, synthetic > 0 else { return nil }
    return StopFinding(
      rule: .mixing,
      measured: 1,
      threshold: recommended.shares.upperBound,
      finding: "all \(synthetic) training samples would be synthetic; \(recommended.words)",
      hint: "collect and label real rows, and make a version with them"
    )
  }

  /// What people have not looked at, once there is a version.
  ///
  /// - Parameters:
  ///   - state: What they have looked at.
  ///   - needed: How many rejected candidates they must have looked at, or all where there are fewer.
  /// - Returns: Nil before the first version, and where enough was looked at.
  public static func review(_ state: ReviewState, needed: Int) -> StopFinding? {
    guard let version = state.newestVersion else { return nil }
    let wanted = min(needed, state.rejected)
    var words: [String] = []
    if state.spotCheckPassed == nil {
      words.append("the spot check of version \(version.prefix(12)) is not finished")
    } else if state.spotCheckPassed == false {
      words.append("version \(version.prefix(12)) did not pass its spot check")
    }
    if state.rejectedReviewed < wanted {
      words.append(
        "\(state.rejectedReviewed) of \(state.rejected) rejected candidates were looked at, and "
          + "\(wanted) must be"
      )
    }
    guard !words.isEmpty else { return nil }
    return StopFinding(
      rule: .review,
      measured: Double(state.rejectedReviewed),
      threshold: Double(wanted),
      finding: words.joined(separator: "; "),
      hint: "look at them with `seedbed review` before more is made the same way"
    )
  }

  /// No version to compare with: the second may be made to be compared with the first, a third may not.
  ///
  /// - Parameters:
  ///   - state: What people have looked at and released.
  ///   - versions: How many versions were made.
  /// - Returns: Nil before there are two versions, and where one was released.
  public static func release(_ state: ReviewState, versions: Int) -> StopFinding? {
    guard versions >= 2, state.releasedVersion == nil else { return nil }
    return StopFinding(
      rule: .release,
      measured: 0,
      threshold: 1,
      finding: "\(versions) versions were made and 0 of them released; "
        + "1 is the least, so that there is something to compare the next one with",
      hint: "release the best one with `seedbed version release`"
    )
  }

  /// A round of generation that brought nothing new.
  ///
  /// - Parameters:
  ///   - gain: What the round brought.
  ///   - least: The least share of its candidates that must bring something, 0…1.
  /// - Returns: Nil where it brought enough, or had too few candidates to tell.
  public static func coverage(_ gain: CoverageGain, least: Double) -> StopFinding? {
    guard gain.candidates >= leastCandidates, gain.share < least else { return nil }
    return StopFinding(
      rule: .coverage,
      measured: gain.share,
      threshold: least,
      finding: "of \(gain.candidates) candidates made in round \(gain.round + 1), "
        + "\(gain.accepted) were accepted and \(gain.covering) brought words or a cell that were not "
        + "there before, \(percent(gain.share)); \(percent(least)) is the least that `least_gain` allows",
      hint: "write templates, or add methods or real samples, for the cells that stay short"
    )
  }

  /// A share in per cent with at most one place.
  private static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10) %" : "\(tenths / 10).\(tenths % 10) %"
  }

  /// The finding as printed with `--json`.
  public var json: JSONObject {
    [
      "rule": .string(rule.rawValue), "measured": .optional(measured),
      "threshold": .optional(threshold), "finding": .string(finding), "hint": .string(hint),
    ]
  }
}
