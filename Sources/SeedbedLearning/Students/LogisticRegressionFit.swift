extension LogisticRegression {
  /// Fits a model to labelled rows.
  ///
  /// - Parameters:
  ///   - x: One row of features for each label.
  ///   - y: Class ids in `0..<classCount`, one a row.
  ///   - classCount: How many classes there are, at least 1.
  ///   - options: How to fit.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: The model. Without any rows all classes are equally probable.
  public static func fit(
    _ x: SparseMatrix,
    _ y: [Int],
    classCount: Int,
    options: Options = Options(),
    threads: Int = 1
  ) -> LogisticRegression {
    precondition(x.rowCount == y.count, "a fit needs one label a row")
    let task = LogisticTask(y, classCount: classCount, options: options)
    let merged = ProportionalColumns(x)
    let objective = SoftmaxObjective(
      columns: merged.columns,
      labels: task.labels,
      rowWeights: task.rowWeights,
      classCount: task.present.count,
      penalty: task.penalty,
      threads: threads
    )
    let (point, outcome) = minimum(objective.parameterCount, options, threads: threads) {
      objective.evaluate($0, gradient: $1)
    }
    return LogisticRegression(
      classCount: classCount,
      featureCount: x.columnCount,
      iterations: outcome.iterations,
      converged: outcome.converged,
      presentClasses: task.present,
      stride: objective.stride,
      weights: expand(point, merged, stride: objective.stride)
    )
  }

  /// Fits a model to labelled embeddings.
  ///
  /// The same objective as for sparse rows; the products of matrices that it needs run on the wide
  /// kernels.
  ///
  /// - Parameters:
  ///   - x: One embedding for each label, of finite numbers.
  ///   - y: Class ids in `0..<classCount`, one a row.
  ///   - classCount: How many classes there are, at least 1.
  ///   - options: How to fit.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: The model. Without any rows all classes are equally probable.
  public static func fit(
    _ x: VectorTable,
    _ y: [Int],
    classCount: Int,
    options: Options = Options(),
    threads: Int = 1
  ) -> LogisticRegression {
    precondition(x.count == y.count, "a fit needs one label a row")
    let task = LogisticTask(y, classCount: classCount, options: options)
    let objective = DenseSoftmaxObjective(
      x,
      labels: task.labels,
      rowWeights: task.rowWeights,
      classCount: task.present.count,
      penalty: task.penalty,
      threads: threads
    )
    let (point, outcome) = minimum(objective.parameterCount, options, threads: threads) {
      objective.evaluate($0, gradient: $1)
    }
    return LogisticRegression(
      classCount: classCount,
      featureCount: x.dimensions,
      iterations: outcome.iterations,
      converged: outcome.converged,
      presentClasses: task.present,
      stride: objective.stride,
      weights: point
    )
  }

  /// Where an objective is least, from all weights 0.
  private static func minimum(
    _ parameterCount: Int,
    _ options: Options,
    threads: Int,
    _ evaluate: (_ point: HeapBuffer<Float>, _ gradient: HeapBuffer<Float>) -> Double
  ) -> (point: HeapBuffer<Float>, outcome: QuasiNewton.Outcome) {
    let point = HeapBuffer<Float>(repeating: 0, count: parameterCount)
    var minimizer = QuasiNewton(
      point,
      historyLength: historyLength(parameterCount: parameterCount),
      tolerance: options.tolerance,
      maximumIterations: options.maximumIterations,
      threads: threads
    )
    return (point, minimizer.minimize(evaluate))
  }

  /// Ten pairs of vectors, as in scikit-learn, unless they would take more than 512 MiB.
  private static func historyLength(parameterCount: Int) -> Int {
    max(3, min(10, (1 << 26) / max(parameterCount, 1)))
  }

  /// Gives every original column its share of the merged column's weights.
  private static func expand(
    _ point: HeapBuffer<Float>,
    _ merged: ProportionalColumns,
    stride: Int
  ) -> HeapBuffer<Float> {
    let columnCount = merged.mergedIndex.count
    let weights = HeapBuffer<Float>(repeating: 0, count: (columnCount + 1) * stride)
    for column in 0..<columnCount where merged.mergedIndex[column] >= 0 {
      let source = point.base + Int(merged.mergedIndex[column]) * stride
      let factor = merged.factor[column]
      for lane in 0..<stride { weights.base[column * stride + lane] = factor * source[lane] }
    }
    let intercepts = point.base + merged.columns.count * stride
    (weights.base + columnCount * stride).update(from: intercepts, count: stride)
    return weights
  }
}
