/// The eigenvalues of a symmetric matrix with their eigenvectors.
///
/// Cyclic Jacobi rotations over whole rows would take several passes of `size³`; instead Householder
/// reflections make the matrix tridiagonal, implicit QL steps make that diagonal, and both are
/// gathered in one orthogonal matrix (Bowdler, Martin, Reinsch and Wilkinson, "The QR and QL
/// algorithms for symmetric matrices", 1968). The sign of each vector makes its component of largest
/// magnitude positive, so that the same matrix has the same vectors everywhere.
///
/// - Parameters:
///   - matrix: `size * size` numbers, row by row, symmetric.
///   - size: The number of rows, at least 1.
/// - Returns: The eigenvalues, the largest first, and one row of `size` numbers for each.
/// - Complexity: about `9 size³` multiplications.
func symmetricEigenvectors(
  _ matrix: [Double],
  size: Int
) -> (values: [Double], vectors: [Double]) {
  precondition(matrix.count == size * size, "a matrix has size * size numbers")
  var work = TridiagonalBasis(matrix, size: size)
  work.diagonalize()
  // Equal values keep the order in which they were found.
  let order = (0..<size).sorted {
    (work.diagonal[$0], $1) > (work.diagonal[$1], $0)
  }
  var vectors: [Double] = []
  vectors.reserveCapacity(size * size)
  for index in order {
    let row = work.basis[index * size..<(index + 1) * size]
    var largest = 0.0
    for value in row where abs(value) > abs(largest) { largest = value }
    vectors.append(contentsOf: largest < 0 ? row.map { -$0 } : Array(row))
  }
  return (order.map { work.diagonal[$0] }, vectors)
}

/// A symmetric matrix as a tridiagonal one in an orthogonal basis, whose rows are the axes.
private struct TridiagonalBasis {
  let size: Int
  var diagonal: [Double]
  /// `side[i]` stands between the places `i` and `i + 1`.
  var side: [Double]
  var basis: [Double]

  /// Householder's reduction: each step clears a row left of its neighbour of the diagonal.
  init(_ matrix: [Double], size: Int) {
    self.size = size
    var a = matrix
    var reflections: [(vector: [Double], factor: Double)] = []
    diagonal = [Double](repeating: 0, count: size)
    side = [Double](repeating: 0, count: size)
    for k in 0..<max(size - 2, 0) {
      var v = [Double](repeating: 0, count: size)
      for j in (k + 1)..<size { v[j] = a[k * size + j] }
      let length = Self.dot(v, v, from: k + 1).squareRoot()
      let head = v[k + 1]
      side[k] = head < 0 ? length : -length
      v[k + 1] = head - side[k]
      let square = Self.dot(v, v, from: k + 1)
      guard square > 0 else {
        reflections.append((v, 0))
        continue
      }
      let factor = 2 / square
      Self.reflect(&a, v, from: k + 1, size: size, factor: factor)
      reflections.append((v, factor))
    }
    for index in 0..<size { diagonal[index] = a[index * size + index] }
    if size > 1 { side[size - 2] = a[(size - 2) * size + size - 1] }
    // Rows of the basis are the columns of H0 H1 …, built from the last reflection to the first.
    basis = [Double](repeating: 0, count: size * size)
    for index in 0..<size { basis[index * size + index] = 1 }
    for (k, reflection) in reflections.enumerated().reversed() where reflection.factor > 0 {
      for row in (k + 1)..<size {
        Self.reflectRow(&basis, row * size, reflection.vector, k + 1, size, reflection.factor)
      }
    }
  }

  /// Implicit QL steps; each plane rotation also turns two axes of the basis.
  mutating func diagonalize() {
    for low in 0..<size {
      // Two steps a value are usual; the bound only ends what rounding might keep going.
      for _ in 0..<60 {
        var high = low
        while high < size - 1 {
          let scale = abs(diagonal[high]) + abs(diagonal[high + 1])
          if abs(side[high]) <= Double.ulpOfOne * scale { break }
          high += 1
        }
        guard high > low else { break }
        step(low, high)
      }
    }
  }

  private mutating func step(_ low: Int, _ high: Int) {
    let half = (diagonal[low + 1] - diagonal[low]) / (2 * side[low])
    let root = (half * half + 1).squareRoot()
    var g = diagonal[high] - diagonal[low] + side[low] / (half + (half < 0 ? -root : root))
    var s = 1.0
    var c = 1.0
    var p = 0.0
    for i in stride(from: high - 1, through: low, by: -1) {
      let f = s * side[i]
      let b = c * side[i]
      let length = (f * f + g * g).squareRoot()
      side[i + 1] = length
      guard length > 0 else {
        diagonal[i + 1] -= p
        side[high] = 0
        return
      }
      s = f / length
      c = g / length
      g = diagonal[i + 1] - p
      let r = (diagonal[i] - g) * s + 2 * c * b
      p = s * r
      diagonal[i + 1] = g + p
      g = c * r - b
      rotate(i, c, s)
    }
    diagonal[low] -= p
    side[low] = g
    side[high] = 0
  }

  private mutating func rotate(_ row: Int, _ c: Double, _ s: Double) {
    let size = size
    basis.withUnsafeMutableBufferPointer { basis in
      let upper = row * size
      let lower = upper + size
      for k in 0..<size {
        let f = basis[lower + k]
        let e = basis[upper + k]
        basis[lower + k] = s * e + c * f
        basis[upper + k] = c * e - s * f
      }
    }
  }

  /// Four sums side by side, because the compiler may not reorder one.
  private static func dot(_ a: [Double], _ b: [Double], from start: Int, _ row: Int = 0) -> Double {
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        dot(a, row, b, start)
      }
    }
  }

  private static func dot(
    _ a: UnsafeBufferPointer<Double>,
    _ row: Int,
    _ b: UnsafeBufferPointer<Double>,
    _ start: Int
  ) -> Double {
    var sums = SIMD4<Double>()
    var j = start
    while j + 4 <= b.count {
      let left = SIMD4(a[row + j], a[row + j + 1], a[row + j + 2], a[row + j + 3])
      sums += left * SIMD4(b[j], b[j + 1], b[j + 2], b[j + 3])
      j += 4
    }
    var total = (sums[0] + sums[1]) + (sums[2] + sums[3])
    while j < b.count {
      total += a[row + j] * b[j]
      j += 1
    }
    return total
  }

  /// Replaces the lower right block `A` by `H A H` with `H = I − factor · v vᵀ`.
  private static func reflect(
    _ a: inout [Double],
    _ v: [Double],
    from start: Int,
    size: Int,
    factor: Double
  ) {
    var w = [Double](repeating: 0, count: size)
    var overlap = 0.0
    for i in start..<size {
      w[i] = factor * dot(a, v, from: start, i * size)
      overlap += w[i] * v[i]
    }
    for i in start..<size { w[i] -= factor * overlap / 2 * v[i] }
    a.withUnsafeMutableBufferPointer { a in
      for i in start..<size {
        let row = i * size
        let x = v[i]
        let y = w[i]
        for j in start..<size { a[row + j] -= x * w[j] + y * v[j] }
      }
    }
  }

  /// Replaces a row `r` by `r H`.
  private static func reflectRow(
    _ rows: inout [Double],
    _ row: Int,
    _ v: [Double],
    _ start: Int,
    _ size: Int,
    _ factor: Double
  ) {
    let share = factor * dot(rows, v, from: start, row)
    rows.withUnsafeMutableBufferPointer { rows in
      for j in start..<size { rows[row + j] -= share * v[j] }
    }
  }
}
