/// Texts put together for the encoder: sorted by length, so that the longest begin and no thread is
/// left alone with them at the end.
struct BertBatches: Sendable {
  /// The most tokens in a batch.
  let tokens: Int
  private let order: [Int]
  private let ends: [Int]

  var count: Int { ends.count }

  /// The most texts in a batch.
  var longestBatch: Int {
    ends.indices.reduce(0) { max($0, ends[$1] - ($1 > 0 ? ends[$1 - 1] : 0)) }
  }

  /// Makes batches of at most `tokens` tokens, from texts that have no more than that each.
  init(lengths: [Int], tokens: Int) {
    self.tokens = tokens
    order = lengths.indices.sorted { (-lengths[$0], $0) < (-lengths[$1], $1) }
    var ends: [Int] = []
    var filled = 0
    for (place, text) in order.enumerated() {
      if filled + lengths[text] > tokens {
        ends.append(place)
        filled = 0
      }
      filled += lengths[text]
    }
    if !order.isEmpty { ends.append(order.count) }
    self.ends = ends
  }

  /// The texts of one batch, or nil behind the last.
  subscript(index: Int) -> ArraySlice<Int>? {
    guard index < ends.count else { return nil }
    return order[(index > 0 ? ends[index - 1] : 0)..<ends[index]]
  }
}
