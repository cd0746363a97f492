public import SeedbedData

/// What a panel decided about a case, and what each judge said.
public struct PanelJudgement: Sendable, Hashable {
  /// The verdict of the check `judge`.
  public var verdict: Verdict
  /// The opinions, in the order of the judges.
  public var opinions: [JudgeOpinion]

  init(_ opinions: [JudgeOpinion], threshold: Double, spread: Double, rule: JudgePanel.Rule) {
    self.opinions = opinions
    let scores = opinions.compactMap(\.score)
    let mean = scores.isEmpty ? nil : scores.reduce(0, +) / Double(scores.count)
    let distance = (scores.max() ?? 0) - (scores.min() ?? 0)
    let words = opinions.map(\.words).joined(separator: ", ")
    func make(_ outcome: Outcome, _ reason: String) -> Verdict {
      Verdict(
        check: JudgePanel.checkName,
        outcome,
        score: mean,
        threshold: threshold,
        evidence: "\(reason): \(words)"
      )
    }
    guard scores.count == opinions.count, let mean else {
      verdict = make(.undecided, "not every judge could decide")
      return
    }
    // A sum of doubles may miss the limit by its last bit, which is no disagreement.
    guard distance <= spread + 1e-9 else {
      verdict = make(.undecided, "the judges differ by \(JudgeFigures.decimal(distance))")
      return
    }
    let inFavour = scores.count { Self.reaches($0, threshold) }
    let isPassed: Bool
    switch rule {
    case .mean:
      isPassed = Self.reaches(mean, threshold)
    case .majority:
      guard inFavour * 2 != scores.count else {
        verdict = make(.undecided, "half of the judges are in favour")
        return
      }
      isPassed = inFavour * 2 > scores.count
    }
    verdict = make(isPassed ? .pass : .fail, isPassed ? "good enough" : "not good enough")
  }

  /// Whether a score reaches a threshold, up to the rounding of a mean.
  static func reaches(_ score: Double, _ threshold: Double) -> Bool { score >= threshold - 1e-9 }
}

/// What a panel decided about a pair, and what each judge said.
public struct PairJudgement: Sendable, Hashable {
  /// The winner; nil where a judge could not decide or judges disagree.
  public var winner: PairOpinion.Winner?
  /// The opinions, in the order of the judges.
  public var opinions: [PairOpinion]
  /// What was decided and by whom, in one short sentence.
  public var evidence: String

  init(_ opinions: [PairOpinion]) {
    self.opinions = opinions
    let winners = opinions.compactMap(\.winner)
    let words = opinions.map(\.words).joined(separator: ", ")
    if winners.count == opinions.count, Set(winners).count == 1 {
      winner = winners.first
      evidence = "all judges agree: \(words)"
    } else {
      evidence = winners.count == opinions.count ? "the judges disagree: " : "undecided: "
      evidence += words
    }
  }
}

extension JudgeOpinion {
  fileprivate var words: String {
    let said = problem.map(\.words) ?? score.map { JudgeFigures.decimal($0) } ?? ""
    return "`\(judge.name)` \(said)"
  }
}

extension PairOpinion {
  fileprivate var words: String {
    let said =
      switch winner {
      case .side(let side): "prefers the \(side.rawValue)"
      case .tie: "sees a tie"
      case nil: problem?.words ?? ""
      }
    return "`\(judge.name)` \(said)"
  }
}

/// Numbers in sentences.
enum JudgeFigures {
  /// A number with two decimal places.
  static func decimal(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "\(value)" }
    let hundredths = Int((abs(value) * 100).rounded())
    let digits = String(100 + hundredths % 100).dropFirst()
    return (value < 0 && hundredths > 0 ? "-" : "") + "\(hundredths / 100).\(digits)"
  }
}
