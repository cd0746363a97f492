public import SeedbedData

/// Judges that score a case by one rubric and decide together.
///
/// A judge sees the case with its evidence and answers in scores; none can rewrite it. Whatever is missing
/// (an answer, a quote that stands in the case, agreement) makes the panel undecided, never passed.
public struct JudgePanel: Sendable {
  /// How several scores become one decision.
  public enum Rule: String, Sendable, CaseIterable {
    /// The mean score must reach the threshold.
    case mean
    /// More than half of the judges must reach it.
    case majority
  }

  /// The name of its verdicts.
  public static let checkName = "judge"

  /// What is asked.
  public let rubric: Rubric
  /// The least score that passes, 0…1.
  public let threshold: Double
  /// How several scores become one decision.
  public let rule: Rule
  let judges: [Judge]

  /// Makes a panel.
  ///
  /// - Parameters:
  ///   - judges: The judges, at least one, each with a name of its own.
  ///   - rubric: What is asked.
  ///   - threshold: The least score that passes, 0…1; nil for the rubric's.
  ///   - rule: How several scores become one decision.
  ///   - seed: The seed of the order in which criteria and labels are shown.
  ///   - sampling: How answers are drawn; what is open comes from each model's settings.
  /// - Throws: A `SeedbedError` where there is no judge, or two have one name.
  public init(
    judges: [any Asker],
    rubric: Rubric,
    threshold: Double? = nil,
    rule: Rule = .mean,
    seed: Int,
    sampling: SamplingSettings = SamplingSettings()
  ) throws {
    let names = judges.map(\.model.name)
    guard !judges.isEmpty else {
      throw SeedbedError(
        .configuration,
        "the panel has no judge",
        hint: "name at least one model under `judges`"
      )
    }
    if let twice = names.first(where: { name in names.count { $0 == name } > 1 }) {
      throw SeedbedError(.configuration, "the judge `\(twice)` is named twice")
    }
    self.rubric = rubric
    self.threshold = threshold ?? rubric.threshold
    self.rule = rule
    self.judges = judges.map { Judge(asker: $0, rubric: rubric, seed: seed, sampling: sampling) }
  }

  /// Which models judge.
  public var identities: [ModelIdentity] { judges.map(\.identity) }

  /// Decides about a case.
  ///
  /// - Parameter judged: The case, with its final text.
  /// - Returns: The verdict of the check `judge`.
  /// - Throws: As ``judgement(of:)``.
  public func verdict(for judged: JudgedCase) async throws -> Verdict {
    try await judgement(of: judged).verdict
  }

  /// Decides about a case and keeps what each judge said.
  ///
  /// - Parameter judged: The case, with its final text.
  /// - Returns: The verdict with the opinions in the order of the judges.
  /// - Throws: A `RequestFailure` of the kind `pending`, after every judge was asked, where an answer is
  ///   still to come; a `SeedbedError` where going on is pointless; `CancellationError`.
  public func judgement(of judged: JudgedCase) async throws -> PanelJudgement {
    PanelJudgement(
      try await Self.ask(judges) { try await $0.opinion(of: judged, variant: 0) },
      threshold: threshold,
      spread: rubric.spread,
      rule: rule
    )
  }

  /// Compares two texts; every judge is asked in both orders.
  ///
  /// - Parameter pair: The two, and what they are to be held against.
  /// - Returns: The winner, if all judges could decide, with what each said.
  /// - Throws: As ``judgement(of:)``.
  public func compare(_ pair: PairCase) async throws -> PairJudgement {
    PairJudgement(try await Self.ask(judges) { try await $0.opinion(of: pair, variant: 0) })
  }

  /// Asks all judges at once; a pending answer of one does not keep the others from being asked.
  private static func ask<Opinion: Sendable>(
    _ judges: [Judge],
    _ question: @escaping @Sendable (Judge) async throws -> Opinion
  ) async throws -> [Opinion] {
    try await mapConcurrently(judges, width: judges.count) { judge in
      do {
        return Result<Opinion, RequestFailure>.success(try await question(judge))
      } catch let failure as RequestFailure {
        return .failure(failure)
      }
    }.map { try $0.get() }
  }
}
