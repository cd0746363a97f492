/// How well labels and out-of-fold probabilities agree: confident learning.
///
/// Northcutt, Jiang and Chuang, "Confident learning: estimating uncertainty in dataset labels" (2021).
/// A row belongs confidently to a class when its probability reaches the mean probability of the class
/// among the rows so labelled; counting given labels against confident classes estimates how often each
/// class is labelled as each other. The probabilities must come from models that have not seen the row
/// (`OutOfFold`), else a model repeats the labels that it has learnt by heart.
public struct LabelQuality: Sendable {
  /// How many classes there are.
  public let classCount: Int
  /// The given class of each row.
  public let labels: [Int]
  /// The probability of each class, row by row.
  public let probabilities: [Double]
  /// The least probability at which a row belongs confidently to each class; nil for a class with too
  /// few rows to tell.
  public let thresholds: [Double?]
  /// The class that each row belongs to confidently, if any.
  public let confidentClasses: [Int?]
  /// How many rows of each label belong confidently to each class, row by row; at least 1 on the diagonal.
  public let confidentJoint: [Int]
  /// How many rows have each label.
  let labelCounts: [Int]
  /// The least number of rows that a class needs to be judged.
  let minimumCount: Int

  /// How much a probability may fall short of a threshold or of another, against rounding.
  static let slack = 1e-6

  /// Compares labels with probabilities; nil without rows or when a number is not a probability.
  ///
  /// - Parameters:
  ///   - labels: The given class of each row, in `0..<classCount`.
  ///   - probabilities: Out-of-fold probabilities of each class, row by row.
  ///   - classCount: How many classes there are.
  ///   - minimumCount: How many rows a class needs for a threshold of its own. No row belongs confidently
  ///     to a smaller class, and no row of one is called an issue; 1 judges them all.
  public init?(labels: [Int], probabilities: [Double], classCount: Int, minimumCount: Int = 1) {
    precondition(
      probabilities.count == labels.count * classCount,
      "label quality needs a row of probabilities for each label"
    )
    guard !labels.isEmpty, probabilities.allSatisfy({ $0 >= 0 && $0 <= 1 }) else { return nil }
    var counts = [Int](repeating: 0, count: classCount)
    var sums = [Double](repeating: 0, count: classCount)
    for (row, label) in labels.enumerated() {
      precondition((0..<classCount).contains(label), "a label is not a class id")
      counts[label] += 1
      sums[label] += probabilities[row * classCount + label]
    }
    let thresholds = zip(sums, counts).map { sum, count -> Double? in
      count >= max(minimumCount, 1) ? max(sum / Double(count), 2 * Self.slack) : nil
    }
    let bounds = thresholds.map { ($0 ?? .infinity) - Self.slack }
    let confident = labels.indices.map { row in
      Self.confidentClass(probabilities, from: row * classCount, bounds: bounds)
    }
    var joint = [Int](repeating: 0, count: classCount * classCount)
    for (label, other) in zip(labels, confident) {
      if let other { joint[label * classCount + other] += 1 }
    }
    for label in 0..<classCount {
      joint[label * classCount + label] = max(joint[label * classCount + label], 1)
    }
    self.classCount = classCount
    self.labels = labels
    self.probabilities = probabilities
    self.thresholds = thresholds
    self.minimumCount = max(minimumCount, 1)
    labelCounts = counts
    confidentClasses = confident
    confidentJoint = joint
  }

  /// The class whose bound the row reaches; the most probable class of all when it reaches several.
  private static func confidentClass(
    _ probabilities: [Double],
    from start: Int,
    bounds: [Double]
  ) -> Int? {
    var only: Int?
    var reached = 0
    var best = 0
    for label in bounds.indices {
      let probability = probabilities[start + label]
      if probability > probabilities[start + best] { best = label }
      guard probability >= bounds[label] else { continue }
      reached += 1
      if only == nil { only = label }
    }
    return reached > 1 ? best : only
  }
}
