/// The longest run of words that two texts have in common.
struct SharedRun: Sendable, Hashable {
  /// Where it begins in the first text, in words.
  var first: Int
  /// Where it begins in the second.
  var second: Int
  /// How many words it has.
  var length: Int

  /// Finds it by halving: texts that share a run share all shorter ones.
  ///
  /// - Parameters:
  ///   - a: Word hashes of the first text.
  ///   - b: Word hashes of the second.
  /// - Returns: The earliest in `b` of the longest runs, at its earliest place in `a`; nil when the
  ///   texts share no word.
  /// - Complexity: O((|a| + |b|) log |a|) look-ups.
  static func longest(_ a: Span<UInt64>, _ b: Span<UInt64>) -> SharedRun? {
    var low = 0
    var high = min(a.count, b.count)
    var best: SharedRun?
    while low < high {
      let length = (low + high + 1) / 2
      if let run = shared(a, b, length) {
        best = run
        low = length
      } else {
        high = length - 1
      }
    }
    return best
  }

  private static func shared(_ a: Span<UInt64>, _ b: Span<UInt64>, _ length: Int) -> SharedRun? {
    var places: [(gram: UInt64, position: Int)] = []
    places.reserveCapacity(a.count - length + 1)
    GramHashes.forEach(a, n: length) { places.append(($0, $1)) }
    places.sort { ($0.gram, $0.position) < ($1.gram, $1.position) }
    var found: SharedRun?
    GramHashes.forEach(b, n: length) { gram, position in
      guard found == nil else { return }
      var (low, high) = (0, places.count)
      while low < high {
        let middle = (low + high) / 2
        if places[middle].gram < gram { low = middle + 1 } else { high = middle }
      }
      if low < places.count, places[low].gram == gram {
        found = SharedRun(first: places[low].position, second: position, length: length)
      }
    }
    return found
  }
}
