/// The best neighbours of one query so far, the greatest cosine first, then the lower index.
struct NeighborList: Sendable {
  private(set) var neighbors: [Neighbor] = []
  private let capacity: Int

  init(capacity: Int) {
    self.capacity = capacity
  }

  /// The least cosine that a further neighbour needs.
  var leastCosine: Float {
    guard neighbors.count == capacity else { return -.infinity }
    return neighbors.last?.cosine ?? .infinity
  }

  /// Takes a neighbour in where it belongs, if it is good enough.
  ///
  /// - Returns: Whether `leastCosine` may have changed.
  mutating func insert(_ neighbor: Neighbor) -> Bool {
    if neighbors.count == capacity {
      guard let last = neighbors.last, Self.precedes(neighbor, last) else { return false }
      neighbors.removeLast()
    }
    var low = 0
    var high = neighbors.count
    while low < high {
      let middle = (low + high) / 2
      if Self.precedes(neighbors[middle], neighbor) { low = middle + 1 } else { high = middle }
    }
    neighbors.insert(neighbor, at: low)
    return neighbors.count == capacity
  }

  private static func precedes(_ a: Neighbor, _ b: Neighbor) -> Bool {
    a.cosine > b.cosine || (a.cosine == b.cosine && a.index < b.index)
  }
}
