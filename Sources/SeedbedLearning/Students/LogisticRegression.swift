/// A linear classifier: multinomial logistic regression with an L2 penalty.
///
/// The objective is scikit-learn's: `C Σ_i s_i loss_i + ½ ‖W‖²`, intercepts free. With two classes
/// the penalty counts double, which makes the two symmetric weight vectors the same model as
/// scikit-learn's single one. Classes without a training row get the probability 0. Solved by
/// L-BFGS; the result has the same bits for any number of threads.
public struct LogisticRegression: Sendable {
  /// How classes of different size are weighted.
  public enum ClassWeight: String, Hashable, Sendable, CaseIterable {
    /// Every row counts the same.
    case uniform
    /// Every class counts the same: a row of class `k` weighs `n / (classes · n_k)`.
    case balanced
  }

  /// How the model is fitted.
  public struct Options: Hashable, Sendable {
    /// `C`, the inverse of the penalty's strength; above 0.
    public var inverseRegularization: Double
    /// How classes of different size are weighted.
    public var classWeight: ClassWeight
    /// What a row of each class weighs instead, one positive number a class; nil for `classWeight`.
    public var givenClassWeights: [Double]?
    /// The fit ends when no component of the mean loss' gradient is larger.
    public var tolerance: Double
    /// The fit ends after so many iterations at the latest.
    public var maximumIterations: Int

    /// Makes options; the defaults are scikit-learn's.
    ///
    /// - Parameters:
    ///   - inverseRegularization: `C`, above 0.
    ///   - classWeight: How classes of different size are weighted.
    ///   - givenClassWeights: What a row of each class weighs instead.
    ///   - tolerance: The largest gradient component to end with, from 1e-7.
    ///   - maximumIterations: The most iterations, from 0.
    public init(
      inverseRegularization: Double = 1,
      classWeight: ClassWeight = .uniform,
      givenClassWeights: [Double]? = nil,
      tolerance: Double = 1e-4,
      maximumIterations: Int = 100
    ) {
      precondition(inverseRegularization > 0, "the inverse regularisation must be above 0")
      self.inverseRegularization = inverseRegularization
      precondition(
        givenClassWeights?.allSatisfy { $0 > 0 && $0.isFinite } ?? true,
        "the weight of a class must be above 0"
      )
      self.classWeight = classWeight
      self.givenClassWeights = givenClassWeights
      self.tolerance = tolerance
      self.maximumIterations = maximumIterations
    }
  }

  /// How many classes there are, with or without training rows.
  public let classCount: Int
  /// How many columns the rows have.
  public let featureCount: Int
  /// How many iterations the fit took.
  public let iterations: Int
  /// Whether the fit reached its tolerance.
  public let converged: Bool

  /// The classes that had training rows, ascending.
  let presentClasses: [Int]
  /// How many floats one feature's weights take.
  let stride: Int
  /// The weights of each feature and, last, the intercepts; classes in the order of `presentClasses`.
  let weights: HeapBuffer<Float>

  /// The weight of a feature for a class, 0 for a class without training rows.
  ///
  /// - Parameters:
  ///   - feature: A column in `0..<featureCount`.
  ///   - label: A class in `0..<classCount`.
  /// - Returns: The weight, right to single precision.
  public func coefficient(feature: Int, label: Int) -> Double {
    precondition((0..<featureCount).contains(feature), "no such feature")
    return presentClasses.firstIndex(of: label).map { Double(weights[feature * stride + $0]) } ?? 0
  }

  /// The intercept of a class, `-infinity` for a class without training rows.
  ///
  /// - Parameter label: A class in `0..<classCount`.
  /// - Returns: The intercept, right to single precision.
  public func intercept(label: Int) -> Double {
    presentClasses.firstIndex(of: label).map { Double(weights[featureCount * stride + $0]) }
      ?? -.infinity
  }

  /// The probability of every class for every row, row by row.
  ///
  /// - Parameters:
  ///   - x: Rows of the space that the model was fitted in.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: `x.rowCount * classCount` probabilities; those of a row sum to 1.
  public func probabilities(_ x: SparseMatrix, threads: Int = 1) -> [Double] {
    precondition(x.columnCount == featureCount, "the rows are of another space than the model")
    let size = 128
    let indices = HeapBuffer(x.columns)
    let values = HeapBuffer(x.values.map { Float($0) })
    let pieces = Parallel.map((x.rowCount + size - 1) / size, threads: threads) { piece in
      let range = (piece * size)..<min((piece + 1) * size, x.rowCount)
      var result = [Double](repeating: 0, count: range.count * classCount)
      let buffer = HeapBuffer<Float>(repeating: 0, count: stride)
      for row in range {
        let start = x.rowStarts[row]
        let sum = exponentials(
          indices.base + start,
          values.base + start,
          x.rowStarts[row + 1] - start,
          into: buffer.base
        )
        for (lane, label) in presentClasses.enumerated() {
          result[(row - range.lowerBound) * classCount + label] = Double(buffer[lane]) / sum
        }
      }
      return result
    }
    return pieces.flatMap(\.self)
  }

  /// The most probable class of every row, the first of equals.
  ///
  /// - Parameters:
  ///   - x: Rows of the space that the model was fitted in.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: One class id a row.
  public func predict(_ x: SparseMatrix, threads: Int = 1) -> [Int] {
    let scores = probabilities(x, threads: threads)
    return (0..<x.rowCount).map { row in
      var best = 0
      for label in 1..<max(classCount, 1)
      where scores[row * classCount + label] > scores[row * classCount + best] { best = label }
      return best
    }
  }

  /// Fills the buffer with `exp(logit − largest)` and returns their sum.
  private func exponentials(
    _ indices: UnsafePointer<Int32>,
    _ values: UnsafePointer<Float>,
    _ count: Int,
    into buffer: UnsafeMutablePointer<Float>
  ) -> Double {
    let intercepts = weights.base + featureCount * stride
    for lane in 0..<presentClasses.count { buffer[lane] = intercepts[lane] }
    for lane in presentClasses.count..<stride { buffer[lane] = -1e30 }
    VectorKernels.addRows(
      of: weights.base,
      stride: stride,
      at: indices,
      times: values,
      count: count,
      to: buffer
    )
    _ = VectorKernels.exponentiate(buffer, count: stride)
    return (0..<presentClasses.count).reduce(0) { $0 + Double(buffer[$1]) }
  }
}
