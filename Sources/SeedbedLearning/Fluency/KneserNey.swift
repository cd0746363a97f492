/// The smoothed probabilities of counted sequences.
struct KneserNey {
  /// The discounts by the length of the sequences, from 1.
  let discounts: [NGramDiscounts]
  /// The probability of the last word of each node after the words before it.
  private(set) var probabilities: [Double]
  /// For each node as a context what the discounts took; 1 when no word is known to follow.
  private(set) var backoffs: [Double]
  /// The probability of an unknown word in no context.
  let unknown: Double

  init(_ counts: NGramCounts, discounts given: NGramDiscounts?, vocabularyCount: Int) {
    let nodes = counts.nodes
    let adjusted = nodes.indices.map { node in
      // Before the start of a text there is nothing to be counted.
      let isCounted = Int(nodes[node].order) == counts.order || nodes[node].isAtStart
      return Int(isCounted ? nodes[node].count : nodes[node].predecessors)
    }
    let discounts =
      given.map { Array(repeating: $0, count: counts.order) }
      ?? Self.estimated(counts, adjusted)
    // Of each context: the sum of the counts, and of what is taken from them.
    var totals = [Int](repeating: 0, count: nodes.count)
    var taken = [Double](repeating: 0, count: nodes.count)
    for node in nodes.indices.dropFirst(2) {
      let parent = Int(nodes[node].parent)
      totals[parent] += adjusted[node]
      taken[parent] += discounts[Int(nodes[node].order) - 1].discount(adjusted[node])
    }
    var backoffs = [Double](repeating: 1, count: nodes.count)
    for node in nodes.indices where totals[node] > 0 {
      backoffs[node] = taken[node] / Double(totals[node])
    }
    let unknown = backoffs[0] / Double(vocabularyCount)
    var probabilities = [Double](repeating: 1, count: nodes.count)
    for node in nodes.indices.dropFirst(2) {
      let parent = Int(nodes[node].parent)
      let discount = discounts[Int(nodes[node].order) - 1].discount(adjusted[node])
      let own = (Double(adjusted[node]) - discount) / Double(totals[parent])
      let suffix = Int(nodes[node].suffix)
      let shorter = suffix == 0 ? unknown : backoffs[parent] * probabilities[suffix]
      probabilities[node] = own + shorter
    }
    self.discounts = discounts
    self.probabilities = probabilities
    self.backoffs = backoffs
    self.unknown = unknown
  }

  private static func estimated(_ counts: NGramCounts, _ adjusted: [Int]) -> [NGramDiscounts] {
    var tallies = [[Int]](repeating: [0, 0, 0, 0], count: counts.order)
    for (node, count) in zip(counts.nodes, adjusted).dropFirst(2) where (1...4).contains(count) {
      tallies[Int(node.order) - 1][count - 1] += 1
    }
    return tallies.map { NGramDiscounts(countsOfCounts: $0) ?? .fallback }
  }
}
