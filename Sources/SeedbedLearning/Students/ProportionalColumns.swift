/// Columns that differ by a factor only, merged into one: an exact reduction of the problem.
///
/// N-gram data are full of them: every n-gram that occurs in one text only, all pieces of a rare
/// word. Under an L2 penalty the best weights of columns `c_j u` are `w c_j / ‖c‖`, where `w` is the
/// best weight of the single column `‖c‖ u`; the objective keeps its value. (A rotation of the
/// weight space, so that L-BFGS even takes the same steps.)
struct ProportionalColumns: Sendable {
  /// The merged matrix by columns: for each the rows and values.
  let columns: CompressedMatrix
  /// For each original column its merged one, or -1 when the column is empty.
  let mergedIndex: [Int32]
  /// For each original column what the merged weight is multiplied by.
  let factor: [Float]

  init(_ matrix: SparseMatrix) {
    let byColumn = Transposed(matrix)
    var leaders: [Int] = []
    var squares: [Double] = []
    var merged = [Int32](repeating: -1, count: matrix.columnCount)
    var ratios = [Double](repeating: 0, count: matrix.columnCount)
    // The latest merged column of each hash; a clash of hashes only costs a merge.
    var groups: [UInt64: Int] = [:]
    for column in 0..<matrix.columnCount where !byColumn.range(column).isEmpty {
      let hash = byColumn.rowHash(column)
      if let group = groups[hash], let ratio = byColumn.ratio(of: column, to: leaders[group]) {
        merged[column] = Int32(group)
        ratios[column] = ratio
        squares[group] += ratio * ratio
      } else {
        groups[hash] = leaders.count
        merged[column] = Int32(leaders.count)
        ratios[column] = 1
        leaders.append(column)
        squares.append(1)
      }
    }
    var starts = [0]
    var indices: [Int32] = []
    var values: [Float] = []
    for (leader, square) in zip(leaders, squares) {
      for entry in byColumn.range(leader) {
        indices.append(byColumn.rows[entry])
        values.append(Float(byColumn.values[entry] * square.squareRoot()))
      }
      starts.append(indices.count)
    }
    columns = CompressedMatrix(starts: starts, indices: indices, values: values)
    mergedIndex = merged
    factor =
      matrix.columnCount == 0
      ? []
      : zip(merged, ratios).map { group, ratio in
        group < 0 ? 0 : Float(ratio / squares[Int(group)].squareRoot())
      }
  }

  /// The matrix by columns in double precision.
  private struct Transposed {
    var starts: [Int]
    var rows: [Int32]
    var values: [Double]

    init(_ matrix: SparseMatrix) {
      starts = Array(repeating: 0, count: matrix.columnCount + 1)
      rows = Array(repeating: 0, count: matrix.columns.count)
      values = Array(repeating: 0, count: matrix.columns.count)
      for column in matrix.columns { starts[Int(column) + 1] += 1 }
      for column in 0..<matrix.columnCount { starts[column + 1] += starts[column] }
      var next = starts
      for row in 0..<matrix.rowCount {
        for entry in matrix.rowStarts[row]..<matrix.rowStarts[row + 1] {
          let column = Int(matrix.columns[entry])
          rows[next[column]] = Int32(row)
          values[next[column]] = matrix.values[entry]
          next[column] += 1
        }
      }
    }

    func range(_ column: Int) -> Range<Int> { starts[column]..<starts[column + 1] }

    func rowHash(_ column: Int) -> UInt64 {
      var hash: UInt64 = 0
      for entry in range(column) {
        hash = (hash ^ UInt64(truncatingIfNeeded: rows[entry])) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 29
      }
      return hash
    }

    /// What the leader's values must be multiplied by to give the column's, if that is one number.
    func ratio(of column: Int, to leader: Int) -> Double? {
      let own = range(column)
      let other = range(leader)
      guard own.count == other.count, values[other.lowerBound] != 0 else { return nil }
      let ratio = values[own.lowerBound] / values[other.lowerBound]
      for (entry, lead) in zip(own, other) {
        guard rows[entry] == rows[lead],
          abs(values[entry] - ratio * values[lead]) <= 1e-12 * abs(values[entry])
        else { return nil }
      }
      return ratio.isFinite && ratio != 0 ? ratio : nil
    }
  }
}
