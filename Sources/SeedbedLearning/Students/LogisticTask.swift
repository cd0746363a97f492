/// What a fit of logistic regression needs to know of its labels, whatever the rows are.
struct LogisticTask {
  /// The classes that have rows, ascending; all of them without any rows.
  let present: [Int]
  /// The place of each row's class in `present`.
  let labels: [Int]
  /// What each row weighs; the sum is 1.
  let rowWeights: [Float]
  /// The strength of the penalty against the mean loss.
  let penalty: Double

  init(_ y: [Int], classCount: Int, options: LogisticRegression.Options) {
    precondition(classCount > 0, "a fit needs a class")
    precondition(y.allSatisfy { (0..<classCount).contains($0) }, "a label is not a class id")
    precondition(
      options.givenClassWeights.map { $0.count == classCount } ?? true,
      "given class weights need one number a class"
    )
    var counts = [Int](repeating: 0, count: classCount)
    for label in y { counts[label] += 1 }
    let present = y.isEmpty ? Array(0..<classCount) : counts.indices.filter { counts[$0] > 0 }
    var position = [Int](repeating: 0, count: classCount)
    for (index, label) in present.enumerated() { position[label] = index }

    let weights: [Double] = y.map { label in
      if let given = options.givenClassWeights { return given[label] }
      return switch options.classWeight {
      case .uniform: 1
      case .balanced: Double(y.count) / (Double(present.count) * Double(counts[label]))
      }
    }
    let total = y.isEmpty ? 1 : weights.reduce(0, +)
    let symmetry: Double = present.count == 2 ? 2 : 1
    self.present = present
    labels = y.map { position[$0] }
    rowWeights = weights.map { Float($0 / total) }
    penalty = symmetry / (options.inverseRegularization * total)
  }
}
