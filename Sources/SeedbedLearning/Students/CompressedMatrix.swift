/// A sparse matrix in single precision by rows or, transposed, by columns.
struct CompressedMatrix: Sendable {
  let starts: [Int]
  let indices: HeapBuffer<Int32>
  let values: HeapBuffer<Float>

  var count: Int { starts.count - 1 }

  init(starts: [Int], indices: [Int32], values: [Float]) {
    self.starts = starts
    self.indices = HeapBuffer(indices)
    self.values = HeapBuffer(values)
  }

  /// The same numbers grouped by the other index, ascending within a group.
  func transposed(count: Int) -> CompressedMatrix {
    var starts = [Int](repeating: 0, count: count + 1)
    for entry in 0..<indices.count { starts[Int(indices[entry]) + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var others = [Int32](repeating: 0, count: indices.count)
    var numbers = [Float](repeating: 0, count: indices.count)
    for row in 0..<self.count {
      for entry in self.starts[row]..<self.starts[row + 1] {
        let target = next[Int(indices[entry])]
        next[Int(indices[entry])] += 1
        others[target] = Int32(row)
        numbers[target] = values[entry]
      }
    }
    return CompressedMatrix(starts: starts, indices: others, values: numbers)
  }

  /// Cuts the rows into at most `pieces` runs with about equally many entries.
  func balancedRuns(_ pieces: Int) -> [Range<Int>] {
    // A row costs something without entries too.
    let total = indices.count + 4 * count
    var runs: [Range<Int>] = []
    var first = 0
    for row in 0..<count {
      let cost = starts[row + 1] + 4 * (row + 1)
      if cost * pieces >= total * (runs.count + 1) || row == count - 1 {
        runs.append(first..<(row + 1))
        first = row + 1
      }
    }
    return runs
  }
}
