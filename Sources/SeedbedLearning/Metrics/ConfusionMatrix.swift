/// How often each actual class was predicted as each class.
public struct ConfusionMatrix: Hashable, Sendable {
  /// The scores of one class.
  public struct ClassScore: Hashable, Sendable {
    /// The share of right ones among the rows predicted as the class; 0 when there are none.
    public let precision: Double
    /// The share of right ones among the rows of the class; 0 when there are none.
    public let recall: Double
    /// The harmonic mean of both; 0 when nothing is right.
    public let f1: Double
    /// How many rows are of the class.
    public let support: Int
  }

  /// How many classes there are.
  public let classCount: Int
  /// The counts, row by row: the actual class is the row, the predicted one the column.
  public private(set) var counts: [Int]

  /// Counts two lists of class ids.
  ///
  /// - Parameters:
  ///   - actual: The right class of each row, in `0..<classCount`.
  ///   - predicted: The predicted class of each row, in `0..<classCount`.
  ///   - classCount: How many classes there are.
  public init(actual: [Int], predicted: [Int], classCount: Int) {
    precondition(actual.count == predicted.count, "a confusion matrix needs one prediction a row")
    self.classCount = classCount
    counts = Array(repeating: 0, count: classCount * classCount)
    for (row, column) in zip(actual, predicted) {
      precondition(
        (0..<classCount).contains(row) && (0..<classCount).contains(column),
        "a label is not a class id"
      )
      counts[row * classCount + column] += 1
    }
  }

  /// How often a class was predicted as another.
  ///
  /// - Parameters:
  ///   - actual: The right class.
  ///   - predicted: The predicted class.
  public subscript(actual: Int, predicted: Int) -> Int { counts[actual * classCount + predicted] }

  /// The number of rows.
  public var total: Int { counts.reduce(0, +) }

  /// The share of right predictions, 0 without rows.
  public var accuracy: Double {
    let right = (0..<classCount).reduce(0) { $0 + self[$1, $1] }
    return total > 0 ? Double(right) / Double(total) : 0
  }

  /// Precision, recall and F1 of each class, with 0 for a division by zero.
  public var classScores: [ClassScore] {
    var predicted = [Int](repeating: 0, count: classCount)
    for (index, count) in counts.enumerated() { predicted[index % classCount] += count }
    return (0..<classCount).map { label in
      let right = self[label, label]
      let support = counts[(label * classCount)..<((label + 1) * classCount)].reduce(0, +)
      func ratio(_ part: Int, _ whole: Int) -> Double {
        whole > 0 ? Double(part) / Double(whole) : 0
      }
      return ClassScore(
        precision: ratio(right, predicted[label]),
        recall: ratio(right, support),
        f1: ratio(2 * right, predicted[label] + support),
        support: support
      )
    }
  }

  /// The mean F1 of all classes, absent ones too (`macro_f1`).
  public var macroF1: Double {
    classCount > 0 ? classScores.reduce(0) { $0 + $1.f1 } / Double(classCount) : 0
  }

  /// The mean F1 of the classes by the number of their rows (`weighted_f1`).
  public var weightedF1: Double {
    let sum = classScores.reduce(0) { $0 + $1.f1 * Double($1.support) }
    return total > 0 ? sum / Double(total) : 0
  }
}
