extension CounterRandom {
  /// Chooses one of the items.
  ///
  /// - Parameter items: What to choose from.
  /// - Returns: An item, each equally likely, or nil when there is none.
  public mutating func pick<Item>(_ items: [Item]) -> Item? {
    items.isEmpty ? nil : items[index(below: items.count)]
  }

  /// Puts the items in random order (Fisher and Yates).
  ///
  /// - Parameter items: What to shuffle; every order is equally likely.
  public mutating func shuffle<Item>(_ items: inout [Item]) {
    var last = items.count - 1
    while last > 0 {
      items.swapAt(last, index(below: last + 1))
      last -= 1
    }
  }

  /// Draws distinct indices without replacement.
  ///
  /// - Parameters:
  ///   - count: How many; all of them when there are fewer.
  ///   - total: One more than the largest index.
  /// - Returns: The indices in ascending order; every subset is equally likely.
  /// - Complexity: O(`total`) when more than an eighth is drawn, else O(k log k).
  public mutating func sample(_ count: Int, of total: Int) -> [Int] {
    guard count > 0, total > 0 else { return [] }
    guard count < total else { return Array(0..<total) }
    if count > total / 8 { return selected(count, of: total) }
    // Floyd's method; the set answers "drawn already?" only, so its order does not matter.
    var drawn: Set<Int> = []
    for bound in (total - count)..<total {
      let candidate = index(below: bound + 1)
      drawn.insert(drawn.contains(candidate) ? bound : candidate)
    }
    return drawn.sorted()
  }

  /// Selection sampling (Knuth, "The Art of Computer Programming" 3.4.2, algorithm S).
  private mutating func selected(_ count: Int, of total: Int) -> [Int] {
    var chosen: [Int] = []
    chosen.reserveCapacity(count)
    for candidate in 0..<total where index(below: total - candidate) < count - chosen.count {
      chosen.append(candidate)
    }
    return chosen
  }

  /// Draws an index in proportion to its weight.
  ///
  /// - Parameter weights: One weight an index; negative, infinite and undefined ones count as 0.
  /// - Returns: The index, or nil when no weight is positive.
  public mutating func weightedIndex(_ weights: [Double]) -> Int? {
    // Halving in advance keeps a sum of huge weights finite.
    let scale = 1 / Double(max(weights.count, 1))
    var total = 0.0
    for weight in weights where weight > 0 && weight.isFinite { total += weight * scale }
    guard total > 0 else { return nil }
    let target = unit() * total
    var reached = 0.0
    var lastPositive: Int?
    for (index, weight) in weights.enumerated() where weight > 0 && weight.isFinite {
      reached += weight * scale
      if target < reached { return index }
      lastPositive = index
    }
    return lastPositive
  }
}
