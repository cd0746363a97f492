import SeedbedKernels

/// What a screen looks at of each vector: its parts along a few orthonormal directions.
struct Projection: Sendable {
  /// The numbers and the residuals of a run of vectors.
  struct Part: Sendable {
    var values: [Float]
    /// At least the length of what each vector has outside the directions.
    var residuals: [Double]
  }

  let dimensions: Int
  let depth: Int
  /// `dimensions * depth` numbers, direction by direction within each dimension; nil for the
  /// vectors' own leading numbers.
  private let basis: [Float]?

  /// Takes the vectors' own numbers, as many as a screen holds.
  init(dimensions: Int) {
    self.dimensions = dimensions
    depth = min(dimensions, ScreenPanel.largestDepth)
    basis = nil
  }

  /// Takes the parts along some directions.
  ///
  /// - Parameters:
  ///   - directions: Rows that are orthonormal, or zero.
  ///   - dimensions: The numbers of a row.
  init(directions: [[Float]], dimensions: Int) {
    var basis = [Float](repeating: 0, count: dimensions * directions.count)
    for (column, direction) in directions.enumerated() {
      for row in 0..<dimensions { basis[row * directions.count + column] = direction[row] }
    }
    self.dimensions = dimensions
    depth = directions.count
    self.basis = basis
  }

  func apply(to vectors: UnitVectors, _ range: Range<Int>) -> Part {
    let source = vectors.values[range.lowerBound * dimensions..<range.upperBound * dimensions]
    let values: [Float]
    if let basis {
      values = source.withUnsafeBufferPointer {
        matrixProduct($0.span, basis.span, rows: range.count, inner: dimensions, columns: depth)
      }
    } else if depth == dimensions {
      return Part(values: Array(source), residuals: Array(repeating: 0, count: range.count))
    } else {
      values = range.flatMap { vectors.values[$0 * dimensions..<$0 * dimensions + depth] }
    }
    let residuals = values.withUnsafeBufferPointer { values in
      (0..<range.count).map { row in
        let part = values.extracting(row * depth..<(row + 1) * depth)
        // The last term covers the rounding of the length, the directions and this sum.
        return (max(0, 1 - Double(dot(part.span, part.span))) + 2e-5).squareRoot()
      }
    }
    return Part(values: values, residuals: residuals)
  }
}
