import SeedbedKernels

extension Metrics {
  /// The effective number of different vectors, compared by their cosine (`vendi_score`).
  ///
  /// Works on the product of the columns, `XᵀX/n`, which has the eigenvalues of the kernel of the rows
  /// (Friedman & Dieng 2023), so the number of vectors costs linear time only.
  ///
  /// - Parameters:
  ///   - table: The vectors; those without a direction are left out.
  ///   - order: From 0; 1 is Shannon's entropy, 2 needs no eigenvalues, infinity is allowed.
  ///   - threads: The most threads, at least 1; the result does not depend on them.
  /// - Returns: A number in 1...`table.count`, or nil without vectors or when they have more than
  ///   `largestEigenproblem` numbers each (8,192 for order 2).
  public static func vendiScore(
    _ table: VectorTable,
    order: Double = 1,
    threads: Int
  ) -> Double? {
    let size = table.dimensions
    guard size <= (order == 2 ? 8192 : largestEigenproblem) else { return nil }
    let vectors = UnitVectors(table)
    guard vectors.isUsable.contains(true) else { return nil }
    let strip = 32
    let strips = Parallel.map((size + strip - 1) / strip, threads: threads) { index in
      gramRows(
        vectors.values.span,
        columns: size,
        wanted: index * strip..<min(size, (index + 1) * strip)
      )
    }
    var product = strips.flatMap(\.self)
    for row in 0..<size {
      for column in 0..<row { product[row * size + column] = product[column * size + row] }
    }
    // The vectors' number but for rounding; dividing by the sum itself makes the shares sum to 1.
    let trace = (0..<size).reduce(0.0) { $0 + product[$1 * size + $1] }
    if order == 2 { return trace * trace / product.reduce(0) { $0 + $1 * $1 } }
    let shares = symmetricEigenvalues(product, size: size).map { $0 / trace }
    return entropyNumber(shares, order: order)
  }
}
