import SeedbedData

extension Runner {
  /// Rows that people decided on, as cases that judges are measured by: what judges would see in a run, and
  /// what people said.
  ///
  /// A row that all who decided accepted is good, any other is not; skipped rows are left out. So are rows of
  /// the evaluation suite, which no judge sees.
  ///
  /// - Parameter reviews: Where decisions are kept.
  /// - Returns: The cases, by the ids of their samples.
  /// - Throws: A gate error where nothing was decided or the plan is of other data; a usage error for
  ///   preferences, of which a review does not say which answer is better.
  public func reviewedCases(in reviews: any ReviewJournal) async throws -> CalibrationCases {
    guard configuration.task != .preference else {
      throw SeedbedError(
        .usage,
        "a review says whether a pair is right, not which of its answers is better",
        hint: "calibrate with a file of pairs that people have judged"
      )
    }
    let log = ReviewLog(try reviews.reviewEvents(after: 0))
    let (plan, prepared, evidence) = try await reviewEvidence()
    let cases = JudgedCases(
      configuration: configuration,
      parents: evidence.context.parents,
      rivals: evidence.context.labels?.rivals(of: prepared.counted) ?? [:]
    )
    let candidates = try reviews.candidates(plan: plan.digest)
    let scored = candidates.sorted { $0.sample.id < $1.sample.id }.compactMap { candidate in
      let sample = candidate.sample
      let errors = log.lastWords(on: sample.id) { $0.verdict != .skip }
        .compactMap(\.verdict.isError)
      guard !errors.isEmpty, plan.quotas[candidate.quota].split != .syntheticEval else {
        return nil as ScoredCase?
      }
      let isGood = !errors.contains(true)
      return ScoredCase(cases.judgedCase(of: sample), human: isGood ? 1 : 0, isGood: isGood)
    }
    guard scored.contains(where: \.isGood), scored.contains(where: { !$0.isGood }) else {
      throw SeedbedError(
        .gate,
        "people have accepted \(scored.count { $0.isGood }) and rejected or fixed "
          + "\(scored.count { !$0.isGood }) candidates of the plan; judges are measured by both",
        hint: "look at more rows with `seedbed review`"
      )
    }
    return .scored(scored)
  }
}
