import SeedbedLearning

/// Rows whose label is probably wrong.
///
/// A label that was put on a text by mistake is, to a classifier that has not seen the text, no more
/// probable than it is for any text of another label. So each row's probability of its label is ranked among
/// those of all rows of other labels: a wrong label ranks anywhere, a right one near the top. The share of
/// wrong labels is taken from the low ranks, where right ones hardly come (Storey's estimate of the share of
/// true null hypotheses, 2002), and rows are listed from the lowest rank on for as long as the list
/// holds at most `falseShare` right ones by that estimate. Confident learning (Northcutt et al. 2021) draws the line
/// by the mean probability of each label instead, which finds labels that are mistaken for each
/// other too, but with more false alarms: `review` has those.
public struct MislabelledRows: Sendable, Hashable {
  /// One row.
  public struct Row: Sendable, Hashable {
    /// The row's number among the real rows.
    public var row: Int
    /// The label that it has.
    public var label: String
    /// The label that a classifier would give it.
    public var suggestion: String
    /// The probability of the label that it has, 0…1.
    public var own: Double
    /// The probability of the suggestion, 0…1.
    public var best: Double
  }

  /// The share of right labels that the list may hold.
  public static let falseShare = 0.1
  /// From this share of wrong labels on the classifier is not believed instead.
  public static let mostWrong = 0.3
  /// The share of rows that the classifier must be right about to be believed: to a worse one hard rows look
  /// as wrong labels do, and nearly all that it named of posts that it was half right about were right.
  public static let leastAccuracy = 0.7
  /// The rows that a label needs for confident learning to judge it: the threshold of a rare one would hang
  /// on a row or two.
  public static let leastRows = 5

  /// Rows with a wrong label, the surest first.
  public var rows: [Row]
  /// Further rows whose label confident learning doubts, the surest first.
  public var review: [Row]
  /// The estimated share of wrong labels, 0…1.
  public var share: Double
  /// The estimated share of wrong labels among `rows`; 1 where there are none.
  public var precision: Double
  /// Whether the classifier tells labels well enough for any list.
  public var canTell: Bool

  /// No wrong labels are known.
  init() {
    rows = []
    review = []
    share = 0
    precision = 1
    canTell = false
  }

  /// Finds them.
  init(_ evidence: LabelEvidence) {
    self.init()
    let ranks = LabelRanks(evidence)
    share = ranks.wrongShare
    let right = zip(evidence.actual, evidence.predicted).count { $0 == $1 }
    canTell =
      share <= Self.mostWrong
      && Double(right) >= Self.leastAccuracy * Double(evidence.actual.count)
    guard canTell else { return }
    func own(_ row: Int) -> Double { Self.own(row, evidence) }
    let order = ranks.values.indices.sorted {
      (ranks.values[$0], own($0), $0) < (ranks.values[$1], own($1), $1)
    }
    var length = 0
    for (index, row) in order.enumerated() {
      let expected = share * Double(order.count) * ranks.values[row]
      let estimate = min(expected / Double(index + 1), 1)
      guard estimate >= 1 - Self.falseShare else { continue }
      length = index + 1
      precision = estimate
    }
    let found = order.prefix(length).filter { evidence.predicted[$0] != evidence.actual[$0] }
    rows = found.map { Self.row($0, evidence) }
    review = Self.doubted(evidence, except: Set(found)).map { Self.row($0, evidence) }
  }

  /// What confident learning would remove beside the rows that are named already, the least margin first.
  private static func doubted(_ evidence: LabelEvidence, except found: Set<Int>) -> [Int] {
    let quality = LabelQuality(
      labels: evidence.actual,
      probabilities: evidence.probabilities,
      classCount: evidence.classes.count,
      minimumCount: leastRows
    )
    guard let quality else { return [] }
    let margins = quality.scores(.normalizedMargin)
    return quality.issues().filter { !found.contains($0) }
      .sorted { (margins[$0], $0) < (margins[$1], $1) }
  }

  private static func own(_ row: Int, _ evidence: LabelEvidence) -> Double {
    evidence.probabilities[row * evidence.classes.count + evidence.actual[row]]
  }

  private static func row(_ row: Int, _ evidence: LabelEvidence) -> Row {
    let best = evidence.predicted[row]
    return Row(
      row: row,
      label: evidence.classes[evidence.actual[row]],
      suggestion: evidence.classes[best],
      own: own(row, evidence),
      best: evidence.probabilities[row * evidence.classes.count + best]
    )
  }
}
