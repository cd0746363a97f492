extension Metrics {
  /// The largest kernel whose eigenvalues are computed; a score that needs a larger one is nil.
  public static let largestEigenproblem = 1024

  /// The effective number of different items, from their similarities (`vendi_score`).
  ///
  /// The exponential of the Rényi entropy of the eigenvalues of `K/n` (Friedman & Dieng 2023; orders
  /// by Pasarkar & Dieng 2024). It rises with noise too: read it beside a measure of fidelity.
  ///
  /// - Parameters:
  ///   - kernel: `count * count` similarities, row by row, symmetric, 1 on the diagonal.
  ///   - count: The number of items.
  ///   - order: From 0; 1 is Shannon's entropy, 2 needs no eigenvalues, infinity is allowed.
  /// - Returns: A number in 1...count, or nil without items or with too many for their eigenvalues.
  public static func vendiScore(kernel: [Double], count: Int, order: Double = 1) -> Double? {
    precondition(kernel.count == count * count, "a kernel has count * count numbers")
    guard count > 0 else { return nil }
    let n = Double(count)
    if order == 2 { return n * n / kernel.reduce(0) { $0 + $1 * $1 } }
    guard count <= largestEigenproblem else { return nil }
    return entropyNumber(symmetricEigenvalues(kernel, size: count).map { $0 / n }, order: order)
  }

  /// The effective number of different items, from rows compared by their cosine (`vendi_score`).
  ///
  /// Works on the smaller of both products of the row matrix with itself, which have the same
  /// eigenvalues: that of the columns, `XᵀX/n`, for many rows.
  ///
  /// - Parameters:
  ///   - rows: The features, row by row; rows of zeros are left out.
  ///   - columnCount: How many features a row has, from 1.
  ///   - order: As for a kernel; order 2 works at any size.
  /// - Returns: The score, or nil without rows or when the eigenvalue problem is too large.
  public static func vendiScore(
    rows: [Double],
    columnCount: Int,
    order: Double = 2
  ) -> Double? {
    let (unit, count) = unitRows(rows, columnCount: columnCount)
    guard count > 0 else { return nil }
    let n = Double(count)
    let size = min(count, columnCount)
    if order != 2, size > largestEigenproblem { return nil }
    let product =
      count <= columnCount
      ? rowProducts(unit, count: count, columnCount: columnCount)
      : columnProducts(unit, count: count, columnCount: columnCount)
    if order == 2 { return n * n / product.reduce(0) { $0 + $1 * $1 } }
    return entropyNumber(symmetricEigenvalues(product, size: size).map { $0 / n }, order: order)
  }

  /// The exponential of the Rényi entropy of shares that sum to 1.
  static func entropyNumber(_ shares: [Double], order: Double) -> Double? {
    let shares = shares.filter { $0 > 1e-15 }
    guard let largest = shares.max(), order >= 0 else { return nil }
    if order == .infinity { return 1 / largest }
    if order == 1 {
      return PortableMath.exp(-shares.reduce(0) { $0 + PortableMath.xLogX($1) })
    }
    let sum = shares.reduce(0) { $0 + PortableMath.exp(order * PortableMath.log($1)) }
    return PortableMath.exp(PortableMath.log(sum) / (1 - order))
  }

  private static func unitRows(_ rows: [Double], columnCount: Int) -> ([Double], Int) {
    precondition(columnCount > 0 && rows.count % columnCount == 0, "the rows have no common width")
    var unit: [Double] = []
    unit.reserveCapacity(rows.count)
    var count = 0
    for start in stride(from: 0, to: rows.count, by: columnCount) {
      let row = rows[start..<(start + columnCount)]
      let norm = row.reduce(0) { $0 + $1 * $1 }.squareRoot()
      guard norm > 0, norm.isFinite else { continue }
      for value in row { unit.append(value / norm) }
      count += 1
    }
    return (unit, count)
  }

  /// `X Xᵀ`.
  private static func rowProducts(
    _ unit: [Double],
    count: Int,
    columnCount: Int
  ) -> [Double] {
    var product = [Double](repeating: 0, count: count * count)
    unit.withUnsafeBufferPointer { unit in
      for i in 0..<count {
        for j in 0...i {
          var sum = SIMD4<Double>()
          var k = 0
          let a = i * columnCount
          let b = j * columnCount
          while k + 4 <= columnCount {
            let left = SIMD4(unit[a + k], unit[a + k + 1], unit[a + k + 2], unit[a + k + 3])
            let right = SIMD4(unit[b + k], unit[b + k + 1], unit[b + k + 2], unit[b + k + 3])
            sum += left * right
            k += 4
          }
          var total = (sum[0] + sum[1]) + (sum[2] + sum[3])
          while k < columnCount {
            total += unit[a + k] * unit[b + k]
            k += 1
          }
          product[i * count + j] = total
          product[j * count + i] = total
        }
      }
    }
    return product
  }

  /// `Xᵀ X`, four rows at a time so that the sums are read and written less often.
  private static func columnProducts(
    _ unit: [Double],
    count: Int,
    columnCount: Int
  ) -> [Double] {
    var product = [Double](repeating: 0, count: columnCount * columnCount)
    // Rows of zeros fill up the last four.
    let padding = (4 - count % 4) % 4 * columnCount
    let padded = unit + [Double](repeating: 0, count: padding)
    padded.withUnsafeBufferPointer { rows in
      product.withUnsafeMutableBufferPointer { product in
        for first in stride(from: 0, to: rows.count, by: 4 * columnCount) {
          let second = first + columnCount
          let third = second + columnCount
          let fourth = third + columnCount
          for i in 0..<columnCount {
            let a = rows[first + i]
            let b = rows[second + i]
            let c = rows[third + i]
            let d = rows[fourth + i]
            for j in i..<columnCount {
              product[i * columnCount + j] +=
                (a * rows[first + j] + b * rows[second + j])
                + (c * rows[third + j] + d * rows[fourth + j])
            }
          }
        }
        for i in 0..<columnCount {
          for j in 0..<i { product[i * columnCount + j] = product[j * columnCount + i] }
        }
      }
    }
    return product
  }
}
