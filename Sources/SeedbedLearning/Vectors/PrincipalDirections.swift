import SeedbedKernels

/// The directions along which vectors are longest: orthogonal iteration on a sample (Golub & Van
/// Loan, *Matrix Computations*, §8.2.4).
///
/// The directions need not be exact, only orthonormal: a screen is right with any.
enum PrincipalDirections {
  private static let rounds = 3

  /// Finds directions in the order of the length they explain.
  ///
  /// - Parameters:
  ///   - sample: The vectors, one behind the other.
  ///   - dimensions: The numbers of a vector.
  ///   - count: How many directions, at most `dimensions`.
  /// - Returns: Rows that are orthonormal; zeros where the sample has no further direction.
  static func find(_ sample: [Float], dimensions: Int, count: Int) -> [[Float]] {
    let rows = sample.count / dimensions
    let turned = transposed(sample, rows: rows, columns: dimensions)
    var random = CounterRandom(seed: 0, sample: "sample", operation: "directions", draw: 0)
    var directions = (0..<count).map { _ in
      (0..<dimensions).map { _ in Float(random.unit() - 0.5) }
    }
    orthonormalize(&directions)
    for _ in 0..<rounds {
      // (Q Xᵀ) X, without the square matrix XᵀX.
      let flat = directions.flatMap(\.self)
      let shares = matrixProduct(
        flat.span,
        turned.span,
        rows: count,
        inner: dimensions,
        columns: rows
      )
      let next = matrixProduct(
        shares.span,
        sample.span,
        rows: count,
        inner: rows,
        columns: dimensions
      )
      directions = (0..<count).map { Array(next[$0 * dimensions..<($0 + 1) * dimensions]) }
      orthonormalize(&directions)
    }
    return directions
  }

  /// Turns the directions within their space so that each has about the same length.
  ///
  /// Rounding to bytes then loses least. Walsh–Hadamard transforms of 32 directions that lie far apart in their order.
  static func balanced(_ directions: [[Float]]) -> [[Float]] {
    let size = 32
    precondition(directions.count % size == 0, "directions are balanced in groups of 32")
    let groups = directions.count / size
    var result = directions
    for group in 0..<groups {
      let members = (0..<size).map { group + $0 * groups }
      var half = 1
      while half < size {
        for first in 0..<size where first & half == 0 {
          let (a, b) = (members[first], members[first + half])
          for index in result[a].indices {
            let (x, y) = (result[a][index], result[b][index])
            result[a][index] = (x + y) * Float(0.5).squareRoot()
            result[b][index] = (x - y) * Float(0.5).squareRoot()
          }
        }
        half *= 2
      }
    }
    return result
  }

  /// Gram and Schmidt's process, each direction twice ("twice is enough", Kahan and Parlett).
  private static func orthonormalize(_ directions: inout [[Float]]) {
    for current in directions.indices {
      var direction = directions[current]
      normalize(&direction)
      for pass in 0..<2 {
        for earlier in directions[..<current] { remove(earlier, from: &direction) }
        let length = dot(direction.span, direction.span).squareRoot()
        // Where the second pass too takes much away, what is left is rounding.
        if length < (pass == 0 ? 1e-4 : 0.5) {
          direction = [Float](repeating: 0, count: direction.count)
        }
        normalize(&direction)
      }
      directions[current] = direction
    }
  }

  private static func remove(_ earlier: [Float], from direction: inout [Float]) {
    let share = dot(earlier.span, direction.span)
    earlier.withUnsafeBufferPointer { earlier in
      direction.withUnsafeMutableBufferPointer { direction in
        for index in direction.indices { direction[index] -= share * earlier[index] }
      }
    }
  }

  private static func normalize(_ direction: inout [Float]) {
    let length = dot(direction.span, direction.span).squareRoot()
    guard length > 0 else { return }
    for index in direction.indices { direction[index] /= length }
  }

  private static func transposed(_ matrix: [Float], rows: Int, columns: Int) -> [Float] {
    var turned = [Float](repeating: 0, count: matrix.count)
    for row in 0..<rows {
      for column in 0..<columns { turned[column * rows + row] = matrix[row * columns + column] }
    }
    return turned
  }
}
