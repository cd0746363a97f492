/// Rows of numbers that a student learns from: weighted counts of n-grams, or embeddings.
public enum FeatureRows: Sendable {
  /// Rows that are mostly zeros, as a `TFIDFVectorizer` makes them.
  case sparse(SparseMatrix)
  /// Rows of an embedder.
  case dense(VectorTable)

  /// How many rows there are.
  public var rowCount: Int {
    switch self {
    case .sparse(let matrix): matrix.rowCount
    case .dense(let table): table.count
    }
  }

  /// How many columns a row has.
  public var columnCount: Int {
    switch self {
    case .sparse(let matrix): matrix.columnCount
    case .dense(let table): table.dimensions
    }
  }

  /// The chosen rows in the chosen order.
  ///
  /// - Parameter indices: Places in `0..<rowCount`, repetitions allowed.
  /// - Returns: Rows of the same space and kind.
  public func rows(_ indices: [Int]) -> FeatureRows {
    switch self {
    case .sparse(let matrix): .sparse(matrix.rows(indices))
    case .dense(let table):
      .dense(VectorTable(dimensions: table.dimensions, values: indices.flatMap { table[$0] }))
    }
  }

  /// Calls `body` with the column and value of each entry of a row; those of dense rows may be 0.
  @inline(__always)
  func forEachEntry(ofRow row: Int, _ body: (_ column: Int, _ value: Double) -> Void) {
    switch self {
    case .sparse(let matrix):
      for entry in matrix.rowStarts[row]..<matrix.rowStarts[row + 1] {
        body(Int(matrix.columns[entry]), matrix.values[entry])
      }
    case .dense(let table):
      for column in 0..<table.dimensions {
        body(column, Double(table.values[row * table.dimensions + column]))
      }
    }
  }

  /// The same rows without their zeros.
  var withoutZeros: SparseMatrix {
    switch self {
    case .sparse(let matrix): return matrix
    case .dense(let table):
      var matrix = SparseMatrix(columnCount: table.dimensions)
      for row in 0..<table.count {
        let entries = table[row].enumerated().filter { $0.element != 0 }
        matrix.append(
          columns: entries.map { Int32($0.offset) },
          values: entries.map { Double($0.element) }
        )
      }
      return matrix
    }
  }
}
