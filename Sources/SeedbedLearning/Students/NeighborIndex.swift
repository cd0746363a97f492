import SeedbedKernels

/// Training rows prepared for exact search.
///
/// Nearness is a product with a training row, from which half the row's squared length is taken for
/// distances: what only depends on the query changes no order. Sparse rows are found through the list
/// of rows of each column. Dense ones are first compared in single precision, many at once; those that
/// rounding might have kept out are compared again in double precision.
struct NeighborIndex: Sendable {
  private enum Rows: Sendable {
    /// The rows that hold a value, column by column.
    case sparse(starts: [Int], rows: [Int32], values: [Double])
    /// The rows, and blocks of them by columns.
    case dense(VectorTable, blocks: [[Float]])
  }

  private let rows: Rows
  private let rowCount: Int
  private let columnCount: Int
  private let metric: NearestNeighbors.Metric
  /// For cosines what a product with each row is multiplied by.
  private let factors: [Double]
  /// For distances half the squared length of each row.
  private let halves: [Double]
  /// The same in single precision.
  private let roughFactors: [Float]
  private let roughHalves: [Float]

  private static let blockSize = 1024
  private static let queryBlock = 32

  init(_ rows: FeatureRows, metric: NearestNeighbors.Metric) {
    rowCount = rows.rowCount
    columnCount = rows.columnCount
    self.metric = metric
    let squares = Self.squaredLengths(rows)
    let factors =
      metric == .euclidean
      ? Array(repeating: 1, count: squares.count)
      : squares.map { $0 > 0 ? 1 / $0.squareRoot() : 0 }
    let halves =
      metric == .cosine ? Array(repeating: 0, count: squares.count) : squares.map { $0 / 2 }
    self.factors = factors
    self.halves = halves
    roughFactors = factors.map { Float($0) }
    roughHalves = halves.map { Float($0) }
    switch rows {
    case .sparse(let matrix): self.rows = Self.turned(matrix)
    case .dense(let table):
      let starts = stride(from: 0, to: table.count, by: Self.blockSize)
      self.rows = .dense(
        table,
        blocks: starts.map { start in
          Self.turned(table, start..<min(start + Self.blockSize, table.count))
        }
      )
    }
  }

  /// The nearest rows of each query, the nearest first.
  func nearest(_ queries: FeatureRows, count: Int, threads: Int) -> [[Int]] {
    precondition(
      queries.columnCount == columnCount,
      "the rows are of another space than the student"
    )
    let pieces = (queries.rowCount + Self.queryBlock - 1) / Self.queryBlock
    return Parallel.map(pieces, threads: threads) { piece in
      let start = piece * Self.queryBlock
      let range = start..<min(start + Self.queryBlock, queries.rowCount)
      switch (queries, rows) {
      case (.sparse(let matrix), .sparse(let starts, let entries, let values)):
        return nearest(matrix, range, count, starts, entries, values)
      case (.dense(let table), .dense(let own, let blocks)):
        return nearest(table, range, count, own, blocks)
      default: preconditionFailure("the rows are of another kind than the student's")
      }
    }.flatMap(\.self)
  }

  private func nearest(
    _ queries: SparseMatrix,
    _ range: Range<Int>,
    _ count: Int,
    _ starts: [Int],
    _ entries: [Int32],
    _ values: [Double]
  ) -> [[Int]] {
    var products = [Double](repeating: 0, count: rowCount)
    return range.map { query in
      for index in products.indices { products[index] = 0 }
      products.withUnsafeMutableBufferPointer { products in
        for entry in queries.rowStarts[query]..<queries.rowStarts[query + 1] {
          let weight = queries.values[entry]
          let column = Int(queries.columns[entry])
          for at in starts[column]..<starts[column + 1] {
            products[Int(entries[at])] += weight * values[at]
          }
        }
      }
      var best = NearestRows(capacity: count)
      for row in 0..<rowCount { best.insert(row, products[row] * factors[row] - halves[row]) }
      return best.rows
    }
  }

  private func nearest(
    _ queries: VectorTable,
    _ range: Range<Int>,
    _ count: Int,
    _ own: VectorTable,
    _ blocks: [[Float]]
  ) -> [[Int]] {
    let part = queries.values.span.extracting(
      range.lowerBound * columnCount..<range.upperBound * columnCount
    )
    var rough = [Float](repeating: 0, count: range.count * rowCount)
    for (block, values) in blocks.enumerated() {
      let first = block * Self.blockSize
      let size = min(Self.blockSize, rowCount - first)
      let width = values.count / columnCount
      let products = matrixProduct(
        part,
        values.span,
        rows: range.count,
        inner: columnCount,
        columns: width
      )
      rough.withUnsafeMutableBufferPointer { rough in
        for query in 0..<range.count {
          for place in 0..<size {
            let product = products[query * width + place]
            rough[query * rowCount + first + place] =
              product * roughFactors[first + place] - roughHalves[first + place]
          }
        }
      }
    }
    return range.enumerated().map { place, query in
      exact(queries[query], rough[(place * rowCount)..<((place + 1) * rowCount)], count, own)
    }
  }

  /// The nearest rows in double precision among those that are near enough in single precision.
  private func exact(
    _ query: ArraySlice<Float>,
    _ rough: ArraySlice<Float>,
    _ count: Int,
    _ own: VectorTable
  ) -> [Int] {
    var screen = NearestRows(capacity: count)
    for (row, value) in rough.enumerated() { screen.insert(row, Double(value)) }
    let length = query.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
    let longest = metric == .cosine ? 1 : (halves.max() ?? 0) * 2
    // Each of the products and sums may be off by 2^-24 of what is added up.
    let largest = length * longest.squareRoot() + (metric == .cosine ? 0 : longest)
    let slack = largest * Double(columnCount + 8) * 0x1p-23
    var best = NearestRows(capacity: count)
    for (row, value) in rough.enumerated() where Double(value) >= screen.bound - slack {
      var product = 0.0
      for (a, b) in zip(query, own[row]) { product += Double(a) * Double(b) }
      best.insert(row, product * factors[row] - halves[row])
    }
    return best.rows
  }

  private static func squaredLengths(_ rows: FeatureRows) -> [Double] {
    switch rows {
    case .sparse(let matrix):
      (0..<matrix.rowCount).map { row in
        matrix.values[matrix.rowStarts[row]..<matrix.rowStarts[row + 1]]
          .reduce(0) { $0 + $1 * $1 }
      }
    case .dense(let table):
      (0..<table.count).map { table[$0].reduce(0) { $0 + Double($1) * Double($1) } }
    }
  }

  private static func turned(_ matrix: SparseMatrix) -> Rows {
    var starts = [Int](repeating: 0, count: matrix.columnCount + 1)
    for column in matrix.columns { starts[Int(column) + 1] += 1 }
    for column in 0..<matrix.columnCount { starts[column + 1] += starts[column] }
    var next = starts
    var rows = [Int32](repeating: 0, count: matrix.columns.count)
    var values = [Double](repeating: 0, count: matrix.columns.count)
    for row in 0..<matrix.rowCount {
      for entry in matrix.rowStarts[row]..<matrix.rowStarts[row + 1] {
        let target = next[Int(matrix.columns[entry])]
        next[Int(matrix.columns[entry])] += 1
        rows[target] = Int32(row)
        values[target] = matrix.values[entry]
      }
    }
    return .sparse(starts: starts, rows: rows, values: values)
  }

  /// Some rows by columns, filled up with zeros to whole lanes of the product's kernel.
  private static func turned(_ table: VectorTable, _ range: Range<Int>) -> [Float] {
    let lanes = DenseSoftmaxObjective.lanes
    let width = (range.count + lanes - 1) / lanes * lanes
    let d = table.dimensions
    var turned = [Float](repeating: 0, count: width * d)
    for (place, row) in range.enumerated() {
      for column in 0..<d { turned[column * width + place] = table.values[row * d + column] }
    }
    return turned
  }
}

/// The rows of the greatest values so far, of equal ones the earlier; rows come in ascending order.
private struct NearestRows {
  private(set) var rows: [Int] = []
  private var values: [Double] = []
  private let capacity: Int

  init(capacity: Int) { self.capacity = capacity }

  /// What a value must exceed to be among them, or reach where they are not yet full.
  var bound: Double {
    guard rows.count == capacity, let last = values.last else { return -.infinity }
    return last
  }

  @inline(__always)
  mutating func insert(_ row: Int, _ value: Double) {
    guard value > bound else {
      // Rows come in order, so that an equal one is later and no better.
      if rows.count < capacity { append(row, value) }
      return
    }
    if rows.count == capacity {
      rows.removeLast()
      values.removeLast()
    }
    append(row, value)
  }

  private mutating func append(_ row: Int, _ value: Double) {
    var place = values.count
    while place > 0, values[place - 1] < value { place -= 1 }
    rows.insert(row, at: place)
    values.insert(value, at: place)
  }
}
