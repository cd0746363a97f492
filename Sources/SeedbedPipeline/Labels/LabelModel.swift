public import SeedbedData
import SeedbedKernels
import SeedbedLearning

/// What classifiers trained on the real data say about labels, each on texts that it has not seen.
///
/// A candidate is scored by the fold model that did not see its parent, so a copy of a training text is
/// not believed just because it is a copy, and the child of a mislabelled text is caught. Templates are
/// sentences that a person wrote for a label, so one filling of each is learned from as well; a filling is
/// scored by a model that did not see its template, so templates of a label must agree with each other. Rows
/// whose label people stand by are learned from in the same way, and held out with what they were made from.
/// Thresholds come from real samples alone.
public struct LabelModel: Sendable {
  /// A sentence that a person wrote for a label, or whose label people stand by.
  public struct Example: Sendable, Hashable {
    /// What samples that are made from it name as their source.
    public var source: String
    /// The sentence.
    public var text: String
    /// The label.
    public var label: String
    /// The source of what it was made from itself, with which it is held out; nil where there is none.
    public var origin: String?

    /// Makes an example.
    ///
    /// - Parameters:
    ///   - source: What samples that are made from it name as their source.
    ///   - text: The sentence.
    ///   - label: The label.
    ///   - origin: The source of what it was made from itself.
    public init(source: String, text: String, label: String, origin: String? = nil) {
      self.source = source
      self.text = text
      self.label = label
      self.origin = origin
    }
  }

  /// What the model says of one text.
  public struct Score: Sendable, Hashable {
    /// The probability of the sample's own label, 0…1.
    public var own: Double
    /// The most probable label.
    public var best: String
    /// The probability of the most probable other label.
    public var other: Double

    /// How much more probable the own label is than any other, -1…1.
    public var margin: Double { own - other }
  }

  /// Rows of a label from which its own quantile is used; below, that of all labels together.
  private static let leastRows = 5
  private static let folds = 3

  /// The labels, in order of class number.
  public let classes: [String]
  let outOfFold: OutOfFold
  /// The row of each real sample and template, by `SourceReference.id` of what is made from it.
  let rowOf: [String: Int]
  private let thresholds: [Double]
  private let realScores: [SampleID: Score]

  /// Trains the model.
  ///
  /// - Parameters:
  ///   - samples: Real labelled samples, without the holdout.
  ///   - groups: The group of each sample; a group is never split between folds.
  ///   - examples: Sentences that a person wrote for a label, or whose label people stand by; each is in the group
  ///     of what it was made from, or one of its own.
  ///   - quantile: The share of real samples whose own label may score below the threshold.
  ///   - threads: The most threads.
  ///
  /// Nil where there are fewer than two labels, or too few samples to hold any out.
  public init?(
    _ samples: [Sample],
    groups: [Int],
    examples: [Example],
    quantile: Double,
    threads: Int
  ) {
    let labels = samples.map { $0.label ?? "" } + examples.map(\.label)
    let classes = Array(Set(labels)).sorted()
    guard classes.count >= 2, samples.count >= Self.folds * 2, !classes.contains("") else {
      return nil
    }
    let numbers = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, $0) })
    let classOf = labels.map { numbers[$0] ?? 0 }
    let sources = samples.map(\.id.hex) + examples.map(\.source)
    var rowOf = Dictionary(sources.enumerated().map { ($1, $0) }) { first, _ in first }
    var grouped = groups
    var nextGroup = (groups.max() ?? 0) + 1
    for (offset, example) in examples.enumerated() {
      let row = samples.count + offset
      if let origin = example.origin.flatMap({ rowOf[$0] }), origin < row {
        grouped.append(grouped[origin])
      } else {
        grouped.append(nextGroup)
        nextGroup += 1
        // The first of an unknown origin stands for it, so that its other children are held out with it.
        if let origin = example.origin { rowOf[origin] = row }
      }
    }
    self.rowOf = rowOf
    outOfFold = OutOfFold.evaluate(
      samples.map(\.text) + examples.map(\.text),
      labels: classOf,
      groups: grouped,
      classCount: classes.count,
      folds: Self.folds,
      options: .labels,
      threads: threads
    )
    self.classes = classes
    var scores: [SampleID: Score] = [:]
    var own = [[Double]](repeating: [], count: classes.count)
    for (row, sample) in samples.enumerated() {
      let start = row * classes.count
      let score = Self.score(
        outOfFold.probabilities[start..<(start + classes.count)],
        label: classOf[row],
        classes
      )
      scores[sample.id] = score
      own[classOf[row]].append(score.own)
    }
    realScores = scores
    let pooled = Self.quantile(own.flatMap { $0 }, quantile)
    thresholds = own.map { $0.count >= Self.leastRows ? Self.quantile($0, quantile) : pooled }
  }

  /// The least probability at which a label is believed.
  ///
  /// - Parameter label: The label.
  /// - Returns: 0…1; nil for an unknown label.
  public func threshold(for label: String) -> Double? {
    classes.firstIndex(of: label).map { thresholds[$0] }
  }

  /// The score of a real sample by the model that did not see it.
  ///
  /// - Parameter id: The sample's id.
  /// - Returns: Nil for a sample that the model does not know.
  public func score(ofReal id: SampleID) -> Score? { realScores[id] }

  /// All scores of real samples' margins, ascending.
  public var realMargins: [Double] { realScores.values.map(\.margin).sorted() }

  /// Scores candidates, each by a model that did not see its parent or template.
  ///
  /// - Parameters:
  ///   - samples: The candidates.
  ///   - threads: The most threads.
  /// - Returns: A score for each, nil where its label is unknown to the model.
  public func scores(of samples: [Sample], threads: Int) -> [Score?] {
    let seenBy = samples.map { sample in
      rowOf[sample.provenance.source.id].map { outOfFold.foldOf[$0] }
    }
    var sums = [Double](repeating: 0, count: samples.count * classes.count)
    for (fold, model) in outOfFold.models.enumerated() {
      let rows = samples.indices.filter { (seenBy[$0] ?? fold) == fold }
      let probabilities = model.probabilities(rows.map { samples[$0].text }, threads: threads)
      for (position, row) in rows.enumerated() {
        let share = seenBy[row] == nil ? 1 / Double(outOfFold.models.count) : 1
        for label in classes.indices {
          sums[row * classes.count + label] +=
            share * probabilities[position * classes.count + label]
        }
      }
    }
    return samples.enumerated().map { row, sample in
      guard let label = sample.label.flatMap({ classes.firstIndex(of: $0) }) else { return nil }
      let start = row * classes.count
      return Self.score(sums[start..<(start + classes.count)], label: label, classes)
    }
  }

  private static func score(
    _ probabilities: ArraySlice<Double>,
    label: Int,
    _ classes: [String]
  ) -> Score {
    var best = 0, other = 0.0
    for (index, probability) in probabilities.enumerated() {
      if probability > probabilities[probabilities.startIndex + best] { best = index }
      if index != label { other = max(other, probability) }
    }
    return Score(
      own: probabilities[probabilities.startIndex + label],
      best: classes[best],
      other: other
    )
  }

  /// The value below which a share of the values lies (the lower of two where it falls between them).
  private static func quantile(_ values: [Double], _ share: Double) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }
}
