import SeedbedLearning

/// The similar rows of each row, one behind the other in memory.
struct Neighbourhoods {
  private var starts: [Int]
  private var others: [(row: Int, cosine: Float)]

  init(_ pairs: [CosinePair], rowCount: Int) {
    starts = [Int](repeating: 0, count: rowCount + 1)
    for pair in pairs {
      starts[pair.left + 1] += 1
      starts[pair.right + 1] += 1
    }
    for row in 0..<rowCount { starts[row + 1] += starts[row] }
    others = [(row: Int, cosine: Float)](repeating: (0, 0), count: pairs.count * 2)
    var next = starts
    for pair in pairs {
      others[next[pair.left]] = (pair.right, pair.cosine)
      others[next[pair.right]] = (pair.left, pair.cosine)
      next[pair.left] += 1
      next[pair.right] += 1
    }
  }

  /// Calls a function with each row that is similar to one.
  func forEach(of row: Int, _ body: (Int, Float) -> Void) {
    for place in starts[row]..<starts[row + 1] { body(others[place].row, others[place].cosine) }
  }
}
