public import SeedbedData

/// Makes queues of what there is to look at, by purpose.
public enum ReviewQueues {
  private static let judge = "judge"
  private static let label = "label"

  /// All queues that have samples.
  ///
  /// - Parameters:
  ///   - plan: The plan; nil where there is none.
  ///   - candidates: The plan's candidates as the checks left them.
  ///   - version: The version to spot-check; nil where there is none.
  /// - Returns: The queues, the spot check first, then by purpose.
  public static func all(
    plan: Plan?,
    candidates: [Candidate],
    version: DatasetVersion?
  ) -> [QueueContent] {
    // What a person made, a person has seen; only what a check keeps out all the same is shown again.
    let made = candidates.filter { $0.sample.provenance.method?.name != ReviewDecision.name }
    let key = plan?.digest ?? ""
    var queues = [
      disagreement(made, key: key), singleCheck(candidates, key: key), lowMargin(made),
    ]
    if let version { queues.insert(spotCheck(of: version), at: 0) }
    if let plan { queues += gaps(plan, made) }
    return queues.filter { !$0.items.isEmpty }
  }

  /// The spot check of a version: all of its synthetic rows in the order of the draw.
  ///
  /// - Parameter version: The version.
  /// - Returns: The queue; how many of its rows are looked at is for the release rule to say.
  public static func spotCheck(of version: DatasetVersion) -> QueueContent {
    QueueContent(
      id: ReviewPurpose.spotCheck.rawValue,
      purpose: .spotCheck,
      title: "spot check of version \(version.id.prefix(12))",
      version: version.id,
      items: SpotCheck.order(of: version).map {
        .init(
          $0,
          why: "drawn at random from the synthetic rows of version \(version.id.prefix(12))"
        )
      }
    )
  }

  /// Candidates on which judges, or the judges and the label check, do not agree.
  static func disagreement(_ candidates: [Candidate], key: String) -> QueueContent {
    var why: [SampleID: String] = [:]
    for candidate in candidates {
      guard let judge = verdict(judge, of: candidate) else { continue }
      if judge.outcome == .undecided {
        why[candidate.sample.id] = "the judges do not agree: \(judge.evidence)"
      } else if let label = verdict(label, of: candidate),
        (label.outcome == .pass) != (judge.outcome == .pass)
      {
        why[candidate.sample.id] =
          "the judges say \(judge.outcome.rawValue) (\(judge.evidence)), the label check says "
          + "\(label.outcome.rawValue) (\(label.evidence))"
      }
    }
    return shuffled(.disagreement, "judges and checks disagree", why, key: key)
  }

  /// Candidates that one check alone kept out.
  static func singleCheck(_ candidates: [Candidate], key: String) -> QueueContent {
    var why: [SampleID: String] = [:]
    for candidate in candidates where candidate.status == .rejected {
      let failed = candidate.verdicts.filter { $0.outcome != .pass }
      guard failed.count == 1, let only = failed.first else { continue }
      let word = only.outcome == .undecided ? "was undecided" : "failed"
      why[candidate.sample.id] = "only the check `\(only.check)` \(word): \(only.evidence)"
    }
    return shuffled(.singleCheck, "rejected by one check alone", why, key: key)
  }

  /// Accepted candidates, the one that passed most narrowly first.
  static func lowMargin(_ candidates: [Candidate]) -> QueueContent {
    var found: [(margin: Double, item: QueueContent.Item)] = []
    for candidate in candidates where candidate.status == .accepted {
      let margins = candidate.verdicts.compactMap { verdict in
        margin(of: verdict).map { (margin: $0, verdict: verdict) }
      }
      guard let least = margins.min(by: { $0.margin < $1.margin }) else { continue }
      let percent = Int((least.margin * 100).rounded())
      found.append(
        (
          least.margin,
          .init(
            candidate.sample.id,
            why: "the check `\(least.verdict.check)` passed by \(percent) % of its threshold: "
              + least.verdict.evidence
          )
        )
      )
    }
    found.sort { ($0.margin, $0.item.sample) < ($1.margin, $1.item.sample) }
    return QueueContent(
      id: ReviewPurpose.lowMargin.rawValue,
      purpose: .lowMargin,
      title: "accepted by the narrowest margins",
      items: found.map(\.item)
    )
  }

  /// One queue for each quota of the plan that has accepted candidates.
  static func gaps(_ plan: Plan, _ candidates: [Candidate]) -> [QueueContent] {
    let accepted = Dictionary(grouping: candidates.filter { $0.status == .accepted }, by: \.quota)
    return plan.quotas.enumerated().map { number, quota in
      let cell = quota.cell.coordinates.isEmpty ? "the whole dataset" : quota.cell.description
      let ids = SpotCheck.shuffled(
        (accepted[number] ?? []).map(\.sample.id),
        key: plan.digest,
        operation: "gap \(number)"
      )
      return QueueContent(
        id: "gap:\(number)",
        purpose: .gap,
        title: cell,
        items: ids.map { .init($0, why: "it was made for \(cell): \(quota.reason)") }
      )
    }
  }

  /// How far a score lies from its threshold, as a share of the greater of the two; nil without either.
  static func margin(of verdict: Verdict) -> Double? {
    guard verdict.outcome == .pass, let score = verdict.score, let threshold = verdict.threshold
    else { return nil }
    let scale = max(abs(score), abs(threshold))
    return scale > 0 ? abs(score - threshold) / scale : 0
  }

  private static func verdict(_ check: String, of candidate: Candidate) -> Verdict? {
    candidate.verdicts.last { $0.check == check }
  }

  private static func shuffled(
    _ purpose: ReviewPurpose,
    _ title: String,
    _ why: [SampleID: String],
    key: String
  ) -> QueueContent {
    let ids = SpotCheck.shuffled(Array(why.keys), key: key, operation: purpose.rawValue)
    return QueueContent(
      id: purpose.rawValue,
      purpose: purpose,
      title: title,
      items: ids.map { .init($0, why: why[$0] ?? "") }
    )
  }
}
