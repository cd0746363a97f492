import SeedbedKernels

/// Finds the pairs within one screen, panel by panel.
struct PairScreen: Sendable {
  let screen: Screen
  let threshold: Float
  let budget: ResultBudget
  /// The index to report for each vector of the screen; nil for its own.
  var names: [Int32]?

  /// The pairs of one panel's vectors with each other and with those of all later panels.
  func pairs(ofPanel left: Int) throws -> [FoundPair] {
    let capacity = ScreenPanel.capacity
    var pairs: [FoundPair] = []
    var counted = 0
    var probe = ScreenProbe(screen.panels[left], threshold: threshold)
    for right in left..<screen.panels.count {
      screen.forEachCandidate(&probe, panel: right) { row, column in
        let place = left * capacity + row
        guard place < column else { return }
        let first = Int(screen.order[place])
        let second = Int(screen.order[column])
        let cosine = screen.vectors.cosine(first, screen.vectors, second)
        guard cosine >= threshold else { return }
        let a = UInt32(names?[first] ?? Int32(first))
        let b = UInt32(names?[second] ?? Int32(second))
        pairs.append(FoundPair(left: min(a, b), right: max(a, b), cosine: cosine))
      }
      // Often enough that no thread piles up much beyond the limit.
      if pairs.count - counted >= 4096 || right == screen.panels.count - 1 {
        try budget.take(pairs.count - counted)
        counted = pairs.count
      }
    }
    return pairs
  }
}
