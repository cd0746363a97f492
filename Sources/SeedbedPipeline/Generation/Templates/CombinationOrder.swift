/// The order in which the combinations of slot values come: first those that show every few slots in every
/// combination, then all others, none of them twice.
struct CombinationOrder: Sendable {
  private static let most = 1_000_000

  private let sizes: [Int]
  /// How many combinations there are, at most a million.
  let count: Int
  private let first: CoveringArray?
  /// The numbers that the rows of `first` have among all combinations, ascending.
  private let taken: [Int]

  /// Makes an order.
  ///
  /// - Parameters:
  ///   - sizes: How many values each slot has.
  ///   - strength: How many slots are covered together by the first combinations, 1 to 3; fewer where those
  ///     would be very many.
  ///   - arrays: The covering arrays made so far.
  init(sizes: [Int], strength: Int, _ arrays: inout CoveringArrays) {
    self.sizes = sizes
    count = sizes.reduce(1) { min(Self.most, $0 * $1) }
    first = count == 0 ? nil : arrays.array(sizes, strength)
    var taken: [Int] = []
    if let first {
      for row in 0..<first.count {
        if let number = Self.number(of: first[row], sizes) { taken.append(number) }
      }
    }
    self.taken = taken.sorted()
  }

  /// The index of the value of each slot in a combination.
  ///
  /// - Parameter index: A number below `count`.
  /// - Returns: One index a slot.
  func combination(_ index: Int) -> [Int] {
    let rows = first?.count ?? 0
    if let first, index < rows { return Array(first[index]) }
    // Skip what has come: the numbers below the answer move it up by one each.
    let wanted = index - rows
    var low = 0, high = taken.count
    while low < high {
      let middle = (low + high) / 2
      if taken[middle] - middle <= wanted { low = middle + 1 } else { high = middle }
    }
    return plain(wanted + low)
  }

  /// The combination with a number in the plain order, in which the k-th shifts every slot by k, and one slot
  /// more by one each time k passes the length of the ones before, so that few show many values.
  private func plain(_ number: Int) -> [Int] {
    var carry = 0, product = 1
    return sizes.map { size in
      let digit = number / product % size
      let index = (digit + carry) % size
      carry += digit
      product = min(1_000_000_000, product * size)
      return index
    }
  }

  /// The number of a combination in the plain order; nil beyond those that are counted.
  private static func number(of row: ArraySlice<Int>, _ sizes: [Int]) -> Int? {
    var carry = 0, product = 1, number = 0
    for (index, size) in zip(row, sizes) {
      let digit = ((index - carry) % size + size) % size
      if digit > 0, product >= most { return nil }
      number += digit * product
      if number >= most { return nil }
      carry += digit
      product = min(1_000_000_000, product * size)
    }
    return number
  }
}
