/// The eigenvalues of a symmetric matrix.
///
/// Householder reflections make it tridiagonal, then implicit QR steps with Wilkinson's shift make it
/// diagonal (Golub & Van Loan, *Matrix Computations*, §8.3). Eigenvectors are never needed here.
///
/// - Parameters:
///   - matrix: `size * size` numbers, row by row, symmetric.
///   - size: The number of rows.
/// - Returns: The eigenvalues in ascending order.
/// - Complexity: `4/3 size³` multiplications.
func symmetricEigenvalues(_ matrix: [Double], size: Int) -> [Double] {
  precondition(matrix.count == size * size, "a matrix has size * size numbers")
  let largest = matrix.reduce(0) { max($0, abs($1)) }
  var (diagonal, side) = tridiagonal(matrix, size: size, largest: largest)
  var last = size - 1
  // Two steps an eigenvalue are usual; the bound only ends what rounding might keep going.
  var steps = 60 * size
  while last > 0, steps > 0 {
    var first = last
    while first > 0 {
      // Where the rank is low, both neighbours can be next to nothing.
      let scale = max(
        abs(diagonal[first - 1]) + abs(diagonal[first]),
        Double.ulpOfOne * largest
      )
      if abs(side[first - 1]) <= Double.ulpOfOne * scale {
        side[first - 1] = 0
        break
      }
      first -= 1
    }
    if first == last {
      last -= 1
    } else {
      chase(&diagonal, &side, first, last)
      steps -= 1
    }
  }
  return diagonal.sorted()
}

/// One implicit QR step on the rows `first...last`: a bulge beside the band is chased off its end.
private func chase(
  _ diagonal: inout [Double],
  _ side: inout [Double],
  _ first: Int,
  _ last: Int
) {
  let half = (diagonal[last - 1] - diagonal[last]) / 2
  let corner = side[last - 1]
  let root = (half * half + corner * corner).squareRoot()
  let shift = diagonal[last] - corner * corner / (half + (half < 0 ? -root : root))
  var x = diagonal[first] - shift
  var z = side[first]
  for k in first..<last {
    let length = (x * x + z * z).squareRoot()
    let c = length > 0 ? x / length : 1
    let s = length > 0 ? z / length : 0
    if k > first { side[k - 1] = length }
    let upper = diagonal[k]
    let lower = diagonal[k + 1]
    let between = side[k]
    diagonal[k] = c * c * upper + 2 * c * s * between + s * s * lower
    diagonal[k + 1] = s * s * upper - 2 * c * s * between + c * c * lower
    side[k] = c * s * (lower - upper) + (c * c - s * s) * between
    if k + 1 < last {
      x = side[k]
      z = s * side[k + 1]
      side[k + 1] *= c
    }
  }
}

/// The diagonal and its neighbour after reflections that clear all else.
private func tridiagonal(
  _ matrix: [Double],
  size: Int,
  largest: Double
) -> ([Double], [Double]) {
  var a = matrix
  var side = [Double](repeating: 0, count: max(size - 1, 0))
  var v = [Double](repeating: 0, count: size)
  var w = v
  for k in 0..<max(size - 2, 0) {
    for j in (k + 1)..<size { v[j] = a[k * size + j] }
    let length = v[(k + 1)...].reduce(0) { $0 + $1 * $1 }.squareRoot()
    // What is left of a matrix of low rank is rounding; its square would not be a number to divide by.
    guard length > largest * 1e-100 else { continue }
    let head = v[k + 1]
    side[k] = head < 0 ? length : -length
    v[k + 1] = head - side[k]
    let square = v[(k + 1)...].reduce(0) { $0 + $1 * $1 }
    guard square > 0 else { continue }
    reflect(&a, &v, &w, from: k + 1, size: size, factor: 2 / square)
  }
  if size > 1 { side[size - 2] = a[(size - 2) * size + size - 1] }
  return ((0..<size).map { a[$0 * size + $0] }, side)
}

/// Replaces the lower right block `A` by `H A H` with `H = I − factor · v vᵀ`.
private func reflect(
  _ a: inout [Double],
  _ v: inout [Double],
  _ w: inout [Double],
  from start: Int,
  size: Int,
  factor: Double
) {
  a.withUnsafeMutableBufferPointer { a in
    v.withUnsafeMutableBufferPointer { v in
      w.withUnsafeMutableBufferPointer { w in
        var overlap = 0.0
        for i in start..<size {
          // Four sums side by side, because the compiler may not reorder one.
          var sums = SIMD4<Double>()
          let row = i * size
          var j = start
          while j + 4 <= size {
            let left = SIMD4(a[row + j], a[row + j + 1], a[row + j + 2], a[row + j + 3])
            let right = SIMD4(v[j], v[j + 1], v[j + 2], v[j + 3])
            sums += left * right
            j += 4
          }
          var total = (sums[0] + sums[1]) + (sums[2] + sums[3])
          while j < size {
            total += a[row + j] * v[j]
            j += 1
          }
          w[i] = factor * total
          overlap += w[i] * v[i]
        }
        for i in start..<size { w[i] -= factor * overlap / 2 * v[i] }
        for i in start..<size {
          let x = v[i]
          let y = w[i]
          let row = i * size
          for j in start..<size {
            let change: Double = x * w[j] + y * v[j]
            a[row + j] -= change
          }
        }
      }
    }
  }
}
