/// Lists of small numbers, one behind the other in memory.
struct NumberedLists: Sendable {
  private var starts: [Int]
  private var values: [Int32]

  /// Puts each value into the list of the same place's number, keeping their order.
  init(_ numbers: [Int32], _ values: [Int32], count: Int) {
    starts = [Int](repeating: 0, count: count + 1)
    for number in numbers { starts[Int(number) + 1] += 1 }
    for list in 0..<count { starts[list + 1] += starts[list] }
    var next = starts
    self.values = [Int32](repeating: 0, count: values.count)
    for (place, number) in numbers.enumerated() {
      self.values[next[Int(number)]] = values[place]
      next[Int(number)] += 1
    }
  }

  private init(starts: [Int], values: [Int32]) {
    self.starts = starts
    self.values = values
  }

  /// How many lists there are.
  var count: Int { starts.count - 1 }

  /// One list.
  subscript(list: Int) -> ArraySlice<Int32> { values[starts[list]..<starts[list + 1]] }

  /// How many values a list has.
  func size(of list: Int) -> Int { starts[list + 1] - starts[list] }

  /// For each value the lists that it is in, ascending.
  func inverted(count: Int) -> NumberedLists {
    var lists: [Int32] = []
    lists.reserveCapacity(values.count)
    for list in 0..<self.count {
      for _ in 0..<size(of: list) { lists.append(Int32(truncatingIfNeeded: list)) }
    }
    return NumberedLists(values, lists, count: count)
  }

  /// Sorts each list.
  mutating func sortEach(threads: Int, by precedes: (Int32, Int32) -> Bool) {
    let many = (0..<count).filter { size(of: $0) > 1 }
    let sorted = Parallel.map(many.count, threads: threads) { self[many[$0]].sorted(by: precedes) }
    for (list, members) in zip(many, sorted) {
      values.replaceSubrange(starts[list]..<starts[list + 1], with: members)
    }
  }

  /// Makes lists one after the other.
  struct Builder {
    private var starts = [0]
    private var values: [Int32] = []

    /// Adds a list of ascending values, each of which is kept once.
    mutating func append(_ ascending: [Int32]) {
      var last: Int32?
      for value in ascending where value != last {
        values.append(value)
        last = value
      }
      starts.append(values.count)
    }

    /// The lists so far.
    var lists: NumberedLists { NumberedLists(starts: starts, values: values) }
  }
}
