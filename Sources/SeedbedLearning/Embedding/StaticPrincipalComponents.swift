/// The axes along which vectors differ most, for keeping most of them in fewer numbers.
///
/// Principal component analysis by the covariance matrix. Every sum has a fixed order, so that the
/// result has the same bits with any number of threads. The components are scaled down by the fourth
/// root of their standard deviation: the first few would otherwise dominate every cosine, although
/// they tell how unusual a word is rather than what it means.
struct PrincipalComponents {
  private static let blockRows = 16
  private static let chunk = 512

  private let width: Int
  private let count: Int
  private let mean: [Double]
  /// `width` rows of `count` numbers: the scaled axes as columns.
  private let axes: [Double]

  init(of table: VectorTable, count: Int, threads: Int) {
    let width = table.dimensions
    self.width = width
    self.count = count
    var mean = [Double](repeating: 0, count: width)
    for row in 0..<table.count {
      for (index, value) in table[row].enumerated() { mean[index] += Double(value) }
    }
    for index in mean.indices { mean[index] /= Double(max(table.count, 1)) }
    self.mean = mean
    let covariance = Self.covariance(table, mean, threads: threads)
    let (values, vectors) = symmetricEigenvectors(covariance, size: width)
    var axes = [Double](repeating: 0, count: width * count)
    let least = 1e-12 * max(values.first ?? 0, 0)
    for axis in 0..<count where values[axis] > least {
      let scale = values[axis].squareRoot().squareRoot().squareRoot()
      for index in 0..<width { axes[index * count + axis] = vectors[axis * width + index] / scale }
    }
    self.axes = axes
  }

  /// The vectors in the new axes, row by row.
  func project(_ table: VectorTable, threads: Int) -> [Float] {
    let chunk = Self.chunk
    let pieces = (table.count + chunk - 1) / chunk
    let parts = Parallel.map(pieces, threads: threads) { piece in
      var made: [Float] = []
      made.reserveCapacity(chunk * count)
      var sums = [Double](repeating: 0, count: count)
      for row in piece * chunk..<min(piece * chunk + chunk, table.count) {
        for axis in sums.indices { sums[axis] = 0 }
        for (index, value) in table[row].enumerated() {
          Self.add(Double(value) - mean[index], axes, index * count, to: &sums)
        }
        for sum in sums { made.append(Float(sum)) }
      }
      return made
    }
    return parts.flatMap(\.self)
  }

  private static func covariance(
    _ table: VectorTable,
    _ mean: [Double],
    threads: Int
  ) -> [Double] {
    let width = table.dimensions
    let blocks = (width + blockRows - 1) / blockRows
    let parts = Parallel.map(blocks, threads: threads) { block in
      let rows = block * blockRows..<min((block + 1) * blockRows, width)
      var sums = [[Double]](repeating: [Double](repeating: 0, count: width), count: rows.count)
      var centred = [Double](repeating: 0, count: width)
      for item in 0..<table.count {
        for (index, value) in table[item].enumerated() {
          centred[index] = Double(value) - mean[index]
        }
        for row in rows { add(centred[row], centred, 0, to: &sums[row - rows.lowerBound]) }
      }
      return sums.flatMap(\.self)
    }
    let scale = 1 / Double(max(table.count - 1, 1))
    return parts.flatMap(\.self).map { $0 * scale }
  }

  /// Adds a multiple of `target.count` numbers.
  @inline(__always)
  private static func add(
    _ factor: Double,
    _ numbers: [Double],
    _ start: Int,
    to target: inout [Double]
  ) {
    target.withUnsafeMutableBufferPointer { target in
      numbers.withUnsafeBufferPointer { numbers in
        for index in 0..<target.count { target[index] += factor * numbers[start + index] }
      }
    }
  }
}
