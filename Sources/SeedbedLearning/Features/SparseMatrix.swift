/// One row of features: the columns that are not zero, ascending, with their values.
public struct SparseVector: Hashable, Sendable {
  /// The columns that hold a value, ascending and distinct.
  public var columns: [Int32]
  /// The values, one for each entry of `columns`.
  public var values: [Double]
  /// How many columns the space has.
  public var columnCount: Int

  /// Makes a vector of its entries.
  ///
  /// - Parameters:
  ///   - columns: Ascending distinct columns in `0..<columnCount`.
  ///   - values: One value a column.
  ///   - columnCount: The dimension of the space.
  public init(columns: [Int32] = [], values: [Double] = [], columnCount: Int) {
    precondition(columns.count == values.count, "a sparse vector needs one value a column")
    self.columns = columns
    self.values = values
    self.columnCount = columnCount
  }

  /// The cosine of the angle to another vector, 0 when either is empty.
  ///
  /// - Parameter other: A vector of the same space.
  /// - Returns: A number in -1...1.
  public func cosine(_ other: SparseVector) -> Double {
    let norms = (squaredNorm * other.squaredNorm).squareRoot()
    return norms > 0 ? dot(other) / norms : 0
  }

  /// The sum of the products of the values in common columns.
  ///
  /// - Parameter other: A vector of the same space.
  /// - Returns: The product, 0 without common columns.
  public func dot(_ other: SparseVector) -> Double {
    var sum = 0.0
    var i = 0
    var j = 0
    while i < columns.count, j < other.columns.count {
      if columns[i] == other.columns[j] {
        sum += values[i] * other.values[j]
        i += 1
        j += 1
      } else if columns[i] < other.columns[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return sum
  }

  private var squaredNorm: Double { values.reduce(0) { $0 + $1 * $1 } }
}

/// Many sparse rows of one space in three flat arrays (compressed sparse rows).
public struct SparseMatrix: Hashable, Sendable {
  /// Where each row begins in `columns` and `values`; one more entry than rows.
  public private(set) var rowStarts: [Int]
  /// The columns of all rows, ascending within a row.
  public private(set) var columns: [Int32]
  /// The values that belong to `columns`.
  public private(set) var values: [Double]
  /// How many columns the space has.
  public let columnCount: Int

  /// Makes a matrix without rows.
  ///
  /// - Parameter columnCount: The dimension of the space.
  public init(columnCount: Int) {
    rowStarts = [0]
    columns = []
    values = []
    self.columnCount = columnCount
  }

  /// Makes a matrix of rows.
  ///
  /// - Parameters:
  ///   - rows: The rows, all of one space.
  ///   - columnCount: The dimension of that space.
  public init(_ rows: [SparseVector], columnCount: Int) {
    self.init(columnCount: columnCount)
    for row in rows { append(row) }
  }

  /// How many rows there are.
  public var rowCount: Int { rowStarts.count - 1 }

  /// Adds a row at the end.
  ///
  /// - Parameter row: A row of the same space.
  public mutating func append(_ row: SparseVector) {
    precondition(row.columnCount == columnCount, "the row is of another space than the matrix")
    columns.append(contentsOf: row.columns)
    values.append(contentsOf: row.values)
    rowStarts.append(columns.count)
  }

  /// Adds all rows of another matrix at the end.
  mutating func append(_ other: SparseMatrix) {
    precondition(other.columnCount == columnCount, "the rows are of another space than the matrix")
    let offset = columns.count
    columns.append(contentsOf: other.columns)
    values.append(contentsOf: other.values)
    for start in other.rowStarts.dropFirst() { rowStarts.append(start + offset) }
  }

  /// Adds a row by its parts.
  mutating func append(columns: [Int32], values: [Double]) {
    self.columns.append(contentsOf: columns)
    self.values.append(contentsOf: values)
    rowStarts.append(self.columns.count)
  }

  /// One row as a vector of its own.
  ///
  /// - Parameter index: The row's place in `0..<rowCount`.
  public subscript(row index: Int) -> SparseVector {
    let range = rowStarts[index]..<rowStarts[index + 1]
    return SparseVector(
      columns: Array(columns[range]),
      values: Array(values[range]),
      columnCount: columnCount
    )
  }

  /// The chosen rows in the chosen order.
  ///
  /// - Parameter indices: Places in `0..<rowCount`, repetitions allowed.
  /// - Returns: A matrix of the same space.
  public func rows(_ indices: [Int]) -> SparseMatrix {
    var result = SparseMatrix(columnCount: columnCount)
    for index in indices {
      let range = rowStarts[index]..<rowStarts[index + 1]
      result.columns.append(contentsOf: columns[range])
      result.values.append(contentsOf: values[range])
      result.rowStarts.append(result.columns.count)
    }
    return result
  }
}
