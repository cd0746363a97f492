public import SeedbedData
public import SeedbedLearning

/// What the learned gaps were found by, and what was found beside them.
public struct LearnedReport: Sendable {
  /// One topic of the real rows.
  public struct Topic: Sendable, Hashable {
    /// Its words.
    public var name: String
    /// How many real rows it has.
    public var rows: Int
    /// The share of its rows that a classifier mistakes, without those whose label is wrong; nil without labels.
    public var errorRate: Interval?
  }

  /// One row whose label is probably wrong.
  public struct WrongLabel: Sendable, Hashable {
    /// The row's id; nil for a row that is no sample of a project.
    public var id: SampleID?
    /// Where it stands in its file, from 1; nil for a row that comes from none.
    public var row: Int?
    /// The label that it has.
    public var label: String
    /// The label that a classifier would give it.
    public var suggestion: String
    /// The probability of the label that it has, 0…1.
    public var probability: Double
  }

  /// How the reference set was used.
  public struct Reference: Sendable, Hashable {
    /// The file.
    public var file: ReferenceSummary
    /// The share of its rows that no training row is near, with the share that is nothing; nil without vectors.
    public var uncovered: Interval?
    /// How carefully both sets are written.
    public var surface: [SurfaceComparison]
  }

  /// How many real rows were looked at.
  public var rows: Int
  /// How many of them a classifier was trained on; 0 without labels.
  public var trainedRows: Int
  /// The share of rows whose label the classifier guesses without having seen them; nil without labels.
  public var accuracy: Interval?
  /// How the errors fall with rows; nil without labels.
  public var powerLaw: ErrorPowerLaw?
  /// What made the vectors; nil without.
  public var embedder: String?
  /// What the rows are about, the largest first; empty without vectors.
  public var topics: [Topic]
  /// Every row whose label is probably wrong, the surest first.
  public var wrongLabels: [WrongLabel]
  /// How the reference set was used; nil without one.
  public var reference: Reference?

  /// Sums up what was found.
  ///
  /// - Parameters:
  ///   - findings: What was found.
  ///   - evidence: What it was found in.
  ///   - embedder: What made the vectors, or nil.
  ///   - reference: Where the reference set comes from, or nil.
  public init(
    _ findings: LearnedFindings,
    in evidence: LearnedEvidence,
    embedder: String?,
    reference: ReferenceSummary?
  ) {
    rows = evidence.rows.count
    trainedRows = evidence.labels?.trainedRows ?? 0
    accuracy = evidence.labels.map { labels in
      let right = zip(labels.actual, labels.predicted).count { $0 == $1 }
      return Interval.wilson(successes: right, trials: labels.actual.count)
    }
    powerLaw = evidence.labels?.powerLaw
    self.embedder = embedder
    topics = Self.topics(findings.topics, evidence)
    wrongLabels = findings.mislabelled.rows.map { row in
      WrongLabel(
        id: evidence.rows.ids(of: [row.row]).first,
        row: evidence.rows.numbers(of: [row.row]).first,
        label: row.label,
        suggestion: row.suggestion,
        probability: row.own
      )
    }
    self.reference = reference.map {
      Reference(file: $0, uncovered: findings.uncovered?.share, surface: findings.surface)
    }
  }

  private static func topics(_ found: RowTopics?, _ evidence: LearnedEvidence) -> [Topic] {
    guard let found else { return [] }
    let wrong = Set(evidence.mislabelled.rows.map(\.row))
    var rows: [String: Int] = [:], right: [String: Int] = [:], errors: [String: Int] = [:]
    var names: [String] = []
    for (row, topic) in found.values.enumerated() {
      if rows[topic] == nil { names.append(topic) }
      rows[topic, default: 0] += 1
      guard let labels = evidence.labels, !wrong.contains(row) else { continue }
      if labels.actual[row] == labels.predicted[row] {
        right[topic, default: 0] += 1
      } else {
        errors[topic, default: 0] += 1
      }
    }
    return names.map { name in
      let mistaken = errors[name] ?? 0
      return Topic(
        name: name,
        rows: rows[name] ?? 0,
        errorRate: evidence.labels == nil
          ? nil
          : Interval.wilson(successes: mistaken, trials: mistaken + (right[name] ?? 0))
      )
    }.sorted { ($1.rows, $0.name) < ($0.rows, $1.name) }
  }
}

/// Where the rows of a reference set come from, and which were left out.
public struct ReferenceSummary: Sendable, Hashable {
  /// The file, as it was named.
  public var name: String
  /// Rows that were used.
  public var rows: Int
  /// Rows that were left out because they are like a row of the holdout.
  public var likeHoldout: Int
  /// Rows that could not be read.
  public var badRows: Int

  /// Makes a summary.
  ///
  /// - Parameters:
  ///   - name: The file.
  ///   - rows: Rows that were used.
  ///   - likeHoldout: Rows that are like a row of the holdout.
  ///   - badRows: Rows that could not be read.
  public init(name: String, rows: Int, likeHoldout: Int = 0, badRows: Int = 0) {
    self.name = name
    self.rows = rows
    self.likeHoldout = likeHoldout
    self.badRows = badRows
  }
}
