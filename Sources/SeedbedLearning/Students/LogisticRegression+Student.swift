import SeedbedKernels

extension LogisticRegression: Student {
  /// The probability of every class for every row, row by row.
  ///
  /// - Parameters:
  ///   - rows: Rows of the space that the model was fitted in, of either kind.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: `rows.rowCount * classCount` probabilities; those of a row sum to 1.
  public func probabilities(_ rows: FeatureRows, threads: Int) -> [Double] {
    switch rows {
    case .sparse(let matrix): probabilities(matrix, threads: threads)
    case .dense(let table): probabilities(table, threads: threads)
    }
  }

  /// The probability of every class for every embedding, row by row.
  ///
  /// - Parameters:
  ///   - x: Embeddings of as many numbers as the model was fitted to.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: `x.count * classCount` probabilities; those of a row sum to 1.
  public func probabilities(_ x: VectorTable, threads: Int = 1) -> [Double] {
    precondition(x.dimensions == featureCount, "the rows are of another space than the model")
    let body = Array(UnsafeBufferPointer(start: weights.base, count: featureCount * stride))
    let intercepts = weights.base + featureCount * stride
    let size = DenseSoftmaxObjective.blockSize
    let blocks = (x.count + size - 1) / size
    return Parallel.map(blocks, threads: threads) { block in
      let range = DenseSoftmaxObjective.block(block, x.count)
      var logits = matrixProduct(
        x.values.span.extracting(range.lowerBound * featureCount..<range.upperBound * featureCount),
        body.span,
        rows: range.count,
        inner: featureCount,
        columns: stride
      )
      var result = [Double](repeating: 0, count: range.count * classCount)
      logits.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        for row in 0..<range.count {
          let out = base + row * stride
          for lane in presentClasses.indices { out[lane] += intercepts[lane] }
          for lane in presentClasses.count..<stride { out[lane] = -1e30 }
          _ = VectorKernels.exponentiate(out, count: stride)
          let sum = presentClasses.indices.reduce(0.0) { $0 + Double(out[$1]) }
          for (lane, label) in presentClasses.enumerated() {
            result[row * classCount + label] = Double(out[lane]) / sum
          }
        }
      }
      return result
    }.flatMap(\.self)
  }
}
