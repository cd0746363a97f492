import SeedbedData
public import SeedbedLearning
import SeedbedText

/// What the learned detectors look at, made once for all of them.
public struct LearnedEvidence: Sendable {
  /// The real training rows.
  public private(set) var rows: LearnedRows
  /// What classifiers say of their labels; nil where there is nothing to learn.
  public let labels: LabelEvidence?
  /// A vector for each real row, or nil.
  public let vectors: VectorTable?
  /// Real unlabelled rows from where the model will be used, or nil.
  public let reference: LearnedRows?
  /// A vector for each row of the reference set, by the same embedder.
  public let referenceVectors: VectorTable?
  /// The most probable label of each reference row; empty without labels or reference set.
  public let referenceLabels: [String]
  /// Rows whose label is wrong.
  public let mislabelled: MislabelledRows
  /// The language of most rows, as an ISO 639-1 code.
  public let language: String
  /// The seed of every draw.
  public let seed: UInt64
  /// The most threads; no result depends on it.
  public let threads: Int

  /// Trains the classifiers and collects the rest.
  ///
  /// - Parameters:
  ///   - rows: The real training rows, without the holdout.
  ///   - vectors: A vector for each of them, or nil.
  ///   - reference: Rows of the reference set with the same dimensions, or nil; their labels are not
  ///     looked at.
  ///   - referenceVectors: A vector for each of these, by the same embedder.
  ///   - seed: The seed of every draw.
  ///   - threads: The most threads.
  public init(
    rows: LearnedRows,
    vectors: VectorTable? = nil,
    reference: LearnedRows? = nil,
    referenceVectors: VectorTable? = nil,
    seed: UInt64 = 0,
    threads: Int = 1
  ) {
    precondition(vectors == nil || vectors?.count == rows.count, "vectors need one a row")
    precondition(
      referenceVectors == nil || referenceVectors?.count == reference?.count,
      "vectors need one a reference row"
    )
    self.rows = rows
    self.vectors = vectors
    self.reference = reference
    self.referenceVectors = referenceVectors
    self.seed = seed
    self.threads = threads
    language = MainLanguage.of(rows.texts)
    let labels = LabelEvidence(rows, seed: seed, threads: threads)
    self.labels = labels
    mislabelled = labels.map(MislabelledRows.init) ?? MislabelledRows()
    referenceLabels =
      if let labels, let reference {
        labels.predict(reference.texts, threads: threads).map { labels.classes[$0] }
      } else { [] }
  }

  /// The dimensions of the reference set that say something of its rows, each with the value of every row; labels
  /// are those that a classifier gives.
  ///
  /// A log seldom has all fields of the real rows; what it does not have it cannot tell.
  var referenceColumns: [(dimension: String, values: [String])] {
    guard let reference else { return [] }
    return zip(reference.dimensions, reference.values).compactMap { dimension, values in
      if dimension == DimensionName.label {
        return referenceLabels.isEmpty ? nil : (dimension, referenceLabels)
      }
      let isTold = values.contains { $0 != DimensionSet.none }
      return isTold ? (dimension, values) : nil
    }
  }

  /// The same evidence with the topic of each row as one more dimension of the real rows.
  ///
  /// - Parameter topics: The topics of these rows.
  /// - Returns: Evidence for detectors that look at the real rows alone.
  public func adding(_ topics: RowTopics) -> LearnedEvidence {
    var evidence = self
    evidence.rows.append(dimension: "topic", topics.values)
    return evidence
  }
}
