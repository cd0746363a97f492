import SeedbedKernels

/// The squared Euclidean distances of the rows of two tables, in blocks.
///
/// Products in single precision (`|a − b|² = |a|² + |b|² − 2ab`) give bounds that settle most
/// comparisons; `exact` settles the rest in double precision. So what is decided equals what double
/// precision decides, equal vectors are at distance 0, and no bit depends on the machine.
struct SquaredDistances: Sendable {
  private static let width = 512

  let rows: VectorTable
  let columns: VectorTable
  /// The squared lengths of the rows and of the columns.
  private let rowNorms: [Double]
  private let columnNorms: [Double]
  /// The columns in blocks, each as a matrix of `dimensions` rows.
  private let blocks: [[Float]]
  /// How far, relative to the squared lengths, a product in single precision may be off.
  private let error: Double

  init(_ rows: VectorTable, _ columns: VectorTable) {
    self.rows = rows
    self.columns = columns
    error = Double(rows.dimensions + 8) * 0x1p-24
    rowNorms = Self.norms(rows)
    columnNorms = Self.norms(columns)
    blocks = stride(from: 0, to: columns.count, by: Self.width).map { start in
      let width = min(Self.width, columns.count - start)
      var block = [Float](repeating: 0, count: width * columns.dimensions)
      for column in 0..<width {
        for (place, value) in columns[start + column].enumerated() {
          block[place * width + column] = value
        }
      }
      return block
    }
  }

  /// Lower bounds of the distances of some rows to all columns.
  ///
  /// - Parameters:
  ///   - range: Which rows.
  ///   - body: Gets the first column of a block and, row by row of the range, the bounds of the block's
  ///     columns; what is not a number bounds nothing.
  func forEachBlock(of range: Range<Int>, _ body: (_ first: Int, _ bounds: [Double]) -> Void) {
    let dimensions = rows.dimensions
    let left = rows.values.span.extracting(
      range.lowerBound * dimensions..<range.upperBound * dimensions
    )
    for (index, block) in blocks.enumerated() {
      let width = block.count / dimensions
      let products = matrixProduct(
        left,
        block.span,
        rows: range.count,
        inner: dimensions,
        columns: width
      )
      let first = index * Self.width
      let bounds = [Double](unsafeUninitializedCapacity: products.count) { bounds, count in
        products.withUnsafeBufferPointer { products in
          columnNorms.withUnsafeBufferPointer { norms in
            for (place, row) in range.enumerated() {
              for column in 0..<width {
                let norm = (rowNorms[row] + norms[first + column]) * (1 - error)
                bounds[place * width + column] = norm - 2 * Double(products[place * width + column])
              }
            }
          }
        }
        count = products.count
      }
      body(first, bounds)
    }
  }

  /// How far the distance of a row and a column may at most lie above its lower bound.
  @inline(__always)
  func slack(_ row: Int, _ column: Int) -> Double {
    2 * error * (rowNorms[row] + columnNorms[column])
  }

  /// The squared distance of a row and a column.
  func exact(_ row: Int, _ column: Int) -> Double {
    let dimensions = rows.dimensions
    return rows.values.withUnsafeBufferPointer { left in
      columns.values.withUnsafeBufferPointer { right in
        var sum = 0.0
        for place in 0..<dimensions {
          let difference =
            Double(left[row * dimensions + place]) - Double(right[column * dimensions + place])
          sum += difference * difference
        }
        return sum
      }
    }
  }

  private static func norms(_ table: VectorTable) -> [Double] {
    (0..<table.count).map { row in
      table[row].reduce(0.0) { $0 + Double($1) * Double($1) }
    }
  }
}
