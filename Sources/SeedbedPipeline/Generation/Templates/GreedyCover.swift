import SeedbedKernels

/// Makes the rows of a covering array one by one, each the best of several candidates.
struct GreedyCover {
  private static let mostCandidates = 40
  private static let work = 20_000

  private let table: TupleTable
  private var isOpen: [Bool]
  private var left: Int
  /// No tuple before this one is open.
  private var firstOpen = 0
  /// For each column and value, how many open tuples it is part of.
  private var openOf: [[Int]]
  private var random: CounterRandom

  init(_ table: TupleTable, seed: UInt64, attempt: Int) {
    self.table = table
    isOpen = [Bool](repeating: true, count: table.count)
    left = table.count
    openOf = table.sizes.indices.map { column in
      let each = table.groupsOf[column].reduce(0) { sum, group in
        sum + table.groups[group].columns.reduce(1) { $1 == column ? $0 : $0 * table.sizes[$1] }
      }
      return [Int](repeating: each, count: table.sizes[column])
    }
    random = CounterRandom(seed: seed, sample: 0, operation: 0, draw: UInt64(attempt))
  }

  /// Rows that cover all tuples, one after the other.
  mutating func rows() -> [Int] {
    let candidates = max(1, min(Self.mostCandidates, Self.work / max(1, table.count)))
    var cells: [Int] = []
    while left > 0 {
      var best: [Int] = []
      var most = -1
      for _ in 0..<candidates {
        let row = candidate()
        let gain = table.groups.indices.reduce(0) { sum, group in
          sum + (table.tuple(group, row[...]).map { isOpen[$0] ? 1 : 0 } ?? 0)
        }
        if gain > most { (best, most) = (row, gain) }
      }
      // Among three columns the greedy choice may close nothing: then the next open tuple has its turn.
      if most == 0 { best = rowOfNextOpen() }
      close(best)
      cells += best
    }
    return cells
  }

  private mutating func rowOfNextOpen() -> [Int] {
    while !isOpen[firstOpen] { firstOpen += 1 }
    var row = [Int](repeating: -1, count: table.sizes.count)
    for (column, value) in table.values(of: firstOpen) { row[column] = value }
    for column in row.indices where row[column] < 0 { row[column] = bestValue(column, row) }
    return row
  }

  private mutating func close(_ row: [Int]) {
    for group in table.groups.indices {
      guard let number = table.tuple(group, row[...]), isOpen[number] else { continue }
      isOpen[number] = false
      left -= 1
      for column in table.groups[group].columns { openOf[column][row[column]] -= 1 }
    }
  }

  /// The value with the most open tuples first, then the other columns in random order, each with the
  /// value that closes most with those before it.
  private mutating func candidate() -> [Int] {
    var row = [Int](repeating: -1, count: table.sizes.count)
    var order = Array(row.indices)
    random.shuffle(&order)
    var first = (column: order[0], value: 0, open: -1)
    for column in order {
      let start = random.index(below: table.sizes[column])
      for step in 0..<table.sizes[column] {
        let value = (start + step) % table.sizes[column]
        if openOf[column][value] > first.open { first = (column, value, openOf[column][value]) }
      }
    }
    row[first.column] = first.value
    for column in order where column != first.column { row[column] = bestValue(column, row) }
    return row
  }

  private mutating func bestValue(_ column: Int, _ row: [Int]) -> Int {
    let size = table.sizes[column]
    var gains = [Int](repeating: 0, count: size)
    for group in table.groupsOf[column] {
      let (columns, offset) = table.groups[group]
      guard columns.allSatisfy({ $0 == column || row[$0] >= 0 }) else { continue }
      var base = 0, stride = 1
      var own = 1
      for other in columns.reversed() {
        if other == column { own = stride } else { base += row[other] * stride }
        stride *= table.sizes[other]
      }
      for value in 0..<size where isOpen[offset + base + value * own] { gains[value] += 1 }
    }
    let start = random.index(below: size)
    var best = start
    for step in 1..<max(size, 2) {
      let value = (start + step) % size
      // Where nothing new can be closed here, a value with more left to do is better.
      if gains[value] > gains[best]
        || gains[value] == gains[best] && openOf[column][value] > openOf[column][best]
      {
        best = value
      }
    }
    return best
  }
}
