/// The benchmark's n-grams in one row of the data, and where they stand.
struct GramMatches: Sendable {
  /// The n-grams found, each once, by their first place.
  private(set) var distinct: [UInt32] = []
  private var numbers: [UInt32] = []
  private var positions: [Int32] = []
  /// For each n-gram of the benchmark its first match in this row, or -1.
  private var heads: [Int32]
  /// For each match the next of the same n-gram, or -1.
  private var following: [Int32] = []

  init(grams: Int) {
    heads = [Int32](repeating: -1, count: grams)
  }

  /// Replaces the matches by those of another row.
  mutating func read(_ words: Span<UInt64>, n: Int, table: GramTable) {
    for gram in distinct { heads[Int(gram)] = -1 }
    distinct.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    positions.removeAll(keepingCapacity: true)
    table.find(words, n: n, grams: &numbers, positions: &positions)
    following.removeAll(keepingCapacity: true)
    guard !numbers.isEmpty else { return }
    following.append(contentsOf: repeatElement(-1, count: numbers.count))
    for match in numbers.indices.reversed() {
      let gram = Int(numbers[match])
      following[match] = heads[gram]
      heads[gram] = Int32(truncatingIfNeeded: match)
    }
    for (match, gram) in numbers.enumerated() where heads[Int(gram)] == Int32(match) {
      distinct.append(gram)
    }
  }

  /// Whether the row has an n-gram.
  func holds(_ gram: UInt32) -> Bool {
    gram != BenchmarkText.uncounted && heads[Int(gram)] >= 0
  }

  /// Calls a function with the word positions of an n-gram, the first `limit` of them.
  func forEachPosition(of gram: UInt32, limit: Int, _ body: (Int) -> Void) {
    guard gram != BenchmarkText.uncounted else { return }
    var match = heads[Int(gram)]
    var left = limit
    while match >= 0, left > 0 {
      body(Int(positions[Int(match)]))
      match = following[Int(match)]
      left -= 1
    }
  }
}
