import SeedbedKernels

extension Metrics {
  /// The squared Fréchet distance of two sets of vectors taken as normal distributions.
  ///
  /// As in the Fréchet inception distance of images (Heusel et al. 2017):
  /// `|μ₁ − μ₂|² + tr(S₁ + S₂ − 2 (S₁ S₂)^½)` with the covariances of samples (n − 1). It sees means and
  /// covariances only and is too large for few vectors, by about their spread times `directions / n`, so
  /// compare sets of equal size.
  ///
  /// - Parameters:
  ///   - first: One set.
  ///   - second: The other set, of as many dimensions.
  ///   - directions: The most numbers a vector may have, at least 1; longer ones are projected to as many
  ///     main directions of both sets together, which can only lessen the distance.
  /// - Returns: From 0, in squared units of the vectors; nil with fewer than two vectors in a set and when
  ///   a number is not finite.
  /// - Complexity: O(n d²) with d numbers a vector after projection, and about 20 d³.
  public static func frechetDistance(
    _ first: VectorTable,
    _ second: VectorTable,
    directions: Int = 128
  ) -> Double? {
    precondition(first.dimensions == second.dimensions, "both sets need vectors of one length")
    precondition(directions > 0, "a distance needs a direction")
    guard first.count > 1, second.count > 1, first.values.allSatisfy(\.isFinite),
      second.values.allSatisfy(\.isFinite)
    else { return nil }
    let (a, b) = projected(first, second, directions: directions)
    let size = a.dimensions
    let moments = [a, b].map(moments)
    let shift = zip(moments[0].mean, moments[1].mean).reduce(0) { sum, pair in
      sum + (pair.0 - pair.1) * (pair.0 - pair.1)
    }
    let root = squareRoot(moments[0].covariance, size: size)
    let inner = product(product(root, moments[1].covariance, size: size), root, size: size)
    guard inner.allSatisfy(\.isFinite) else { return nil }
    let values = symmetricEigenvalues(symmetrized(inner, size: size), size: size)
    // Roots would blow up what is left of zeros by rounding.
    let least = 1e-14 * (values.last ?? 0)
    let overlap = values.reduce(0) { $0 + ($1 > least ? $1.squareRoot() : 0) }
    let traces = (0..<size).reduce(0) { sum, at in
      sum + moments[0].covariance[at * size + at] + moments[1].covariance[at * size + at]
    }
    let distance = shift + traces - 2 * overlap
    return distance.isFinite ? max(distance, 0) : nil
  }

  private static func projected(
    _ first: VectorTable,
    _ second: VectorTable,
    directions: Int
  ) -> (VectorTable, VectorTable) {
    guard first.dimensions > directions else { return (first, second) }
    var pooled = first
    pooled.append(second)
    let axes = PrincipalDirections.find(
      pooled.values,
      dimensions: first.dimensions,
      count: directions
    )
    var basis = [Float](repeating: 0, count: first.dimensions * directions)
    for (column, axis) in axes.enumerated() {
      for (row, value) in axis.enumerated() { basis[row * directions + column] = value }
    }
    func projection(_ table: VectorTable) -> VectorTable {
      let values = matrixProduct(
        table.values.span,
        basis.span,
        rows: table.count,
        inner: table.dimensions,
        columns: directions
      )
      return VectorTable(dimensions: directions, values: values)
    }
    return (projection(first), projection(second))
  }

  private static func moments(_ table: VectorTable) -> (mean: [Double], covariance: [Double]) {
    let size = table.dimensions
    let count = Double(table.count)
    var mean = [Double](repeating: 0, count: size)
    for (at, value) in table.values.enumerated() { mean[at % size] += Double(value) }
    for at in 0..<size { mean[at] /= count }
    var covariance = gramRows(table.values.span, columns: size, wanted: 0..<size)
    for row in 0..<size {
      for column in row..<size {
        let value =
          (covariance[row * size + column] - count * mean[row] * mean[column]) / (count - 1)
        covariance[row * size + column] = value
        covariance[column * size + row] = value
      }
    }
    return (mean, covariance)
  }

  /// The symmetric root of a symmetric matrix without negative eigenvalues.
  private static func squareRoot(_ matrix: [Double], size: Int) -> [Double] {
    let (values, vectors) = symmetricEigenvectors(matrix, size: size)
    var scaled = vectors
    for (row, value) in values.enumerated() {
      let factor = max(value, 0).squareRoot().squareRoot()
      for at in row * size..<(row + 1) * size { scaled[at] *= factor }
    }
    var root = [Double](repeating: 0, count: size * size)
    for row in 0..<size {
      for i in 0..<size {
        let factor = scaled[row * size + i]
        for j in 0..<size { root[i * size + j] += factor * scaled[row * size + j] }
      }
    }
    return root
  }

  private static func product(_ a: [Double], _ b: [Double], size: Int) -> [Double] {
    var product = [Double](repeating: 0, count: size * size)
    for i in 0..<size {
      for k in 0..<size {
        let factor = a[i * size + k]
        for j in 0..<size { product[i * size + j] += factor * b[k * size + j] }
      }
    }
    return product
  }

  private static func symmetrized(_ matrix: [Double], size: Int) -> [Double] {
    (0..<size * size).map { at in
      (matrix[at] + matrix[at % size * size + at / size]) / 2
    }
  }
}
