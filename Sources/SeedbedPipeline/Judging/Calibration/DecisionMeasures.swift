public import SeedbedLearning

/// How well decisions agree with people's.
public struct DecisionMeasures: Sendable, Hashable {
  /// The measures at one threshold.
  public struct Row: Sendable, Hashable {
    /// The least score that passes, 0…1; nil for pairs.
    public var threshold: Double?
    /// How many cases pass; for pairs, how many have a winner.
    public var passed: Int
    /// Cohen's kappa with people; nil where it is not defined.
    public var kappa: Double?
    /// The share of right ones among those that pass; 0 where none does.
    public var precision: Double
    /// The share of right ones that pass; 0 where there is none.
    public var recall: Double
    /// The harmonic mean of both.
    public var f1: Double
  }

  /// The measures at every threshold that makes a difference, the lowest first; one for pairs.
  public var rows: [Row]
  /// The one with the highest kappa, among equals the lowest threshold; nil where kappa is never defined.
  public var best: Row?
  /// The interval of the best one's kappa.
  public var kappa: Interval?
  /// The cases that are decided against people's word.
  public var misjudged: [String]
  /// The cases that are not decided.
  public var undecided: [String]
  /// The share of those.
  public var undecidedShare: Double
}

extension DecisionMeasures {
  /// Measures scores at every threshold.
  ///
  /// A case without a score does not pass at any threshold, as it would not in a run.
  ///
  /// - Parameters:
  ///   - scores: The score of each case, 0…1; nil where there is none.
  ///   - cases: The cases.
  ///   - fallback: The threshold by which cases are called misjudged where kappa is never defined.
  ///   - bootstrap: How the interval is drawn.
  init(scores: [Double?], cases: [ScoredCase], fallback: Double, bootstrap: Bootstrap) {
    let good = cases.map { $0.isGood ? 1 : 0 }
    func passes(_ threshold: Double) -> [Int] {
      scores.map { score in
        score.map { PanelJudgement.reaches($0, threshold) ? 1 : 0 } ?? 0
      }
    }
    rows = Self.thresholds(scores).map { threshold in
      let passed = passes(threshold)
      let matrix = ConfusionMatrix(actual: good, predicted: passed, classCount: 2)
      let score = matrix.classScores[1]
      return Row(
        threshold: threshold,
        passed: passed.reduce(0, +),
        kappa: Metrics.cohenKappa(good, passed, classCount: 2),
        precision: score.precision,
        recall: score.recall,
        f1: score.f1
      )
    }
    var highest = -Double.infinity
    for row in rows {
      // Equal up to rounding is equal, or the last bit would choose the threshold.
      guard let kappa = row.kappa, kappa > highest + 1e-12 else { continue }
      highest = kappa
      best = row
    }
    let threshold = best?.threshold ?? fallback
    let passed = passes(threshold)
    kappa = best == nil ? nil : bootstrap.cohenKappa(good, passed, classCount: 2)
    misjudged = cases.indices.filter { scores[$0] != nil && passed[$0] != good[$0] }
      .map { cases[$0].judged.id }
    undecided = cases.indices.filter { scores[$0] == nil }.map { cases[$0].judged.id }
    undecidedShare = Self.share(undecided.count, of: cases.count)
  }

  /// Measures winners; a tie and no winner at all count as a third answer, which is never right.
  ///
  /// Precision, recall and F1 are the means over both sides.
  ///
  /// - Parameters:
  ///   - winners: The winner of each pair; nil where there is none.
  ///   - pairs: The pairs.
  ///   - bootstrap: How the interval is drawn.
  init(winners: [PairOpinion.Winner?], pairs: [LabelledPair], bootstrap: Bootstrap) {
    let right = pairs.map { $0.human == .first ? 1 : 2 }
    let said = winners.map { PairOpinion.category($0) }
    let scores = ConfusionMatrix(actual: right, predicted: said, classCount: 3).classScores[1...]
    let row = Row(
      passed: said.count { $0 > 0 },
      kappa: Metrics.cohenKappa(right, said, classCount: 3),
      precision: scores.reduce(0) { $0 + $1.precision } / 2,
      recall: scores.reduce(0) { $0 + $1.recall } / 2,
      f1: scores.reduce(0) { $0 + $1.f1 } / 2
    )
    rows = [row]
    best = row.kappa == nil ? nil : row
    kappa = bootstrap.cohenKappa(right, said, classCount: 3)
    misjudged = pairs.indices.filter { winners[$0] != nil && said[$0] != right[$0] }
      .map { pairs[$0].pair.id }
    undecided = pairs.indices.filter { winners[$0] == nil }.map { pairs[$0].pair.id }
    undecidedShare = Self.share(undecided.count, of: pairs.count)
  }

  /// The scores that occur, each once, ascending.
  private static func thresholds(_ scores: [Double?]) -> [Double] {
    var found: [Double] = []
    for score in scores.compactMap(\.self).sorted() {
      if let last = found.last, PanelJudgement.reaches(last, score) { continue }
      found.append(score)
    }
    return found
  }

  static func share(_ part: Int, of whole: Int) -> Double {
    whole > 0 ? Double(part) / Double(whole) : 0
  }
}

extension PairOpinion {
  /// 1 for the first, 2 for the second, 0 for neither.
  static func category(_ winner: Winner?) -> Int {
    switch winner {
    case .side(.first): 1
    case .side(.second): 2
    case .tie, nil: 0
    }
  }
}
