import SeedbedKernels
public import SeedbedLearning

/// What classifiers say of the labels of real rows that had no part in their training.
///
/// Grouped, stratified cross-validation by groups of near-duplicates. Beyond `mostRows` it trains on a sample of
/// whole groups, drawn by the seed, and the other rows are judged by all classifiers together, none of which
/// has seen them.
public struct LabelEvidence: Sendable {
  /// Beyond this many rows a sample is trained on.
  public static let mostRows = 30_000
  /// The label model's options with a weaker penalty, which tells wrong labels better.
  static let options: TextClassifier.Options = {
    var options = TextClassifier.Options.labels
    options.student.inverseRegularization = 4
    return options
  }()
  /// How many parts the rows are divided into.
  static let folds = 3

  /// The labels, in order of class number.
  public let classes: [String]
  /// The class of each row.
  public let actual: [Int]
  /// The most probable class of each row.
  public let predicted: [Int]
  /// How many rows were trained on.
  public let trainedRows: Int
  /// The probability of every class for each row, row by row.
  public let probabilities: [Double]
  /// How fast errors fall with the number of training rows.
  public let powerLaw: ErrorPowerLaw
  /// For each fold the classifier that saw nothing of it.
  let models: [TextClassifier]

  /// Cross-validates a classifier.
  ///
  /// Nil without labels, with fewer than two of them, or with too few rows to hold any out.
  ///
  /// - Parameters:
  ///   - rows: Real rows with their labels and groups.
  ///   - seed: Chooses the sample where there are too many rows.
  ///   - threads: The most threads; the result does not depend on it.
  ///   - mostRows: Beyond this many rows a sample is looked at.
  public init?(
    _ rows: LearnedRows,
    seed: UInt64,
    threads: Int,
    mostRows: Int = LabelEvidence.mostRows
  ) {
    guard !rows.labels.isEmpty, rows.count >= 2 * Self.folds else { return nil }
    let drawn = Self.sample(rows.groups, mostRows, seed)
    let classes = Array(Set(rows.labels)).sorted()
    guard classes.count >= 2 else { return nil }
    let numbers = Dictionary(uniqueKeysWithValues: classes.enumerated().map { ($1, $0) })
    let actual = rows.labels.map { numbers[$0] ?? 0 }
    let texts = drawn.map { rows.texts[$0] }, known = drawn.map { actual[$0] }
    let outOfFold = OutOfFold.evaluate(
      texts,
      labels: known,
      groups: drawn.map { rows.groups[$0] },
      classCount: classes.count,
      folds: Self.folds,
      options: Self.options,
      threads: threads
    )
    self.classes = classes
    self.actual = actual
    trainedRows = drawn.count
    models = outOfFold.models
    let judged = Self.probabilities(rows.texts, outOfFold, drawn, threads)
    probabilities = judged
    predicted = actual.indices.map { Self.mostProbable(judged, $0, classes.count) }
    powerLaw = LearningExponent.measure(
      texts,
      labels: known,
      classCount: classes.count,
      outOfFold: outOfFold,
      threads: threads
    )
  }

  /// The probabilities of one of the rows.
  ///
  /// - Parameter row: The row's number.
  /// - Returns: One number a class.
  public func probabilities(of row: Int) -> ArraySlice<Double> {
    probabilities[row * classes.count..<(row + 1) * classes.count]
  }

  /// The most probable class of unseen texts by the mean of all classifiers.
  func predict(_ texts: [String], threads: Int) -> [Int] {
    let found = Self.meanProbabilities(texts, models, threads)
    return texts.indices.map { Self.mostProbable(found, $0, classes.count) }
  }

  /// Out of fold for the rows that were trained on, by all classifiers for the others.
  private static func probabilities(
    _ texts: [String],
    _ outOfFold: OutOfFold,
    _ drawn: [Int],
    _ threads: Int
  ) -> [Double] {
    guard drawn.count < texts.count else { return outOfFold.probabilities }
    let count = outOfFold.classCount, seen = Set(drawn)
    let others = texts.indices.filter { !seen.contains($0) }
    let found = meanProbabilities(others.map { texts[$0] }, outOfFold.models, threads)
    var probabilities = [Double](repeating: 0, count: texts.count * count)
    for (rows, values) in [(drawn, outOfFold.probabilities), (others, found)] {
      for (place, row) in rows.enumerated() {
        for label in 0..<count {
          probabilities[row * count + label] = values[place * count + label]
        }
      }
    }
    return probabilities
  }

  private static func meanProbabilities(
    _ texts: [String],
    _ models: [TextClassifier],
    _ threads: Int
  ) -> [Double] {
    var sums: [Double] = []
    for model in models {
      let found = model.probabilities(texts, threads: threads)
      if sums.isEmpty { sums = [Double](repeating: 0, count: found.count) }
      for index in found.indices { sums[index] += found[index] / Double(models.count) }
    }
    return sums
  }

  /// The first of the most probable classes of a row.
  private static func mostProbable(_ probabilities: [Double], _ row: Int, _ count: Int) -> Int {
    var best = 0
    for label in 1..<count
    where probabilities[row * count + label] > probabilities[row * count + best] { best = label }
    return best
  }

  /// Whole groups in an order drawn by the seed, until there are enough rows.
  private static func sample(_ groups: [Int], _ most: Int, _ seed: UInt64) -> [Int] {
    guard groups.count > most else { return Array(groups.indices) }
    var members: [Int: [Int]] = [:]
    var order: [Int] = []
    for (row, group) in groups.enumerated() {
      if members[group] == nil { order.append(group) }
      members[group, default: []].append(row)
    }
    var random = CounterRandom(seed: seed, sample: "", operation: "label evidence", draw: 0)
    random.shuffle(&order)
    var drawn: [Int] = []
    for group in order where drawn.count < most { drawn += members[group] ?? [] }
    return drawn.sorted()
  }
}
