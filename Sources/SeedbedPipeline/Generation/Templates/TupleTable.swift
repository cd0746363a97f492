/// The combinations of values of every two or three columns, numbered.
struct TupleTable {
  let sizes: [Int]
  let strength: Int
  /// The columns of each combination, ascending, and the number of its first tuple.
  private(set) var groups: [(columns: [Int], offset: Int)] = []
  private(set) var count = 0
  /// For each column the groups that it is in.
  private(set) var groupsOf: [[Int]]

  init(sizes: [Int], strength: Int) {
    self.sizes = sizes
    self.strength = strength
    groupsOf = [[Int]](repeating: [], count: sizes.count)
    for first in sizes.indices {
      for second in sizes.indices where second > first {
        if strength == 2 {
          add([first, second])
        } else {
          for third in sizes.indices where third > second { add([first, second, third]) }
        }
      }
    }
  }

  private mutating func add(_ columns: [Int]) {
    for column in columns { groupsOf[column].append(groups.count) }
    groups.append((columns, count))
    count += columns.reduce(1) { $0 * sizes[$1] }
  }

  /// The number of the tuple that a row has in a group; nil where the row leaves one of its columns open.
  func tuple(_ group: Int, _ row: ArraySlice<Int>) -> Int? {
    var number = 0
    for column in groups[group].columns {
      let value = row[row.startIndex + column]
      if value < 0 { return nil }
      number = number * sizes[column] + value
    }
    return groups[group].offset + number
  }

  /// The columns of a tuple with the value of each.
  func values(of tuple: Int) -> [(column: Int, value: Int)] {
    guard let group = groups.lastIndex(where: { $0.offset <= tuple }) else { return [] }
    var number = tuple - groups[group].offset
    var values: [(column: Int, value: Int)] = []
    for column in groups[group].columns.reversed() {
      values.append((column, number % sizes[column]))
      number /= sizes[column]
    }
    return values
  }

  /// Takes out the rows whose tuples other rows have too, and closes what rows leave open.
  func dropNeedless(_ cells: inout [Int]) {
    let width = sizes.count
    var covers = [Int32](repeating: 0, count: count)
    let rows = cells.count / width
    for row in 0..<rows { tally(cells[(row * width)..<((row + 1) * width)], by: 1, &covers) }
    var kept: [Int] = []
    for row in (0..<rows).reversed() {
      let values = cells[(row * width)..<((row + 1) * width)]
      let isNeeded = groups.indices.contains { group in
        tuple(group, values).map { covers[$0] == 1 } ?? false
      }
      if isNeeded { kept.append(row) } else { tally(values, by: -1, &covers) }
    }
    let isOpen = cells.contains { $0 < 0 }
    cells = kept.reversed().flatMap { row in
      (0..<width).map { column in
        let value = cells[row * width + column]
        return value < 0 ? row % sizes[column] : value
      }
    }
    // What was closed may make other rows needless.
    if isOpen { dropNeedless(&cells) }
  }

  private func tally(_ row: ArraySlice<Int>, by step: Int32, _ covers: inout [Int32]) {
    for group in groups.indices {
      if let number = tuple(group, row) { covers[number] += step }
    }
  }
}
