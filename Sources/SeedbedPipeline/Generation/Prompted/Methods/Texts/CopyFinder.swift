import SeedbedKernels

/// Finds texts that equal or nearly equal one that is there already.
struct CopyFinder {
  /// What a text repeats.
  struct Copy: Hashable {
    /// The position of the earlier text.
    var index: Int
    /// The Jaccard similarity of their five-byte windows, 0…1; 1 for the same words.
    var similarity: Double
  }

  /// From this similarity on, a text is a copy.
  static let threshold = 0.8

  private var texts: [(plain: String, windows: [UInt64])] = []

  init(_ texts: [String] = []) {
    for text in texts { add(text) }
  }

  mutating func add(_ text: String) { texts.append(Self.read(text)) }

  /// The text that comes nearest to a copy; nil where none is near enough.
  func find(_ text: String) -> Copy? {
    let (plain, windows) = Self.read(text)
    var best: Copy?
    for (index, other) in texts.enumerated() {
      let similarity =
        plain == other.plain ? 1 : jaccard(windows.span, other.windows.span)
      if similarity >= Self.threshold, similarity > best?.similarity ?? 0 {
        best = Copy(index: index, similarity: similarity)
      }
    }
    return best
  }

  /// The mean similarity of all pairs; 0 for fewer than two texts.
  var meanSimilarity: Double {
    var sum = 0.0
    var pairs = 0
    for (index, left) in texts.enumerated() {
      for right in texts[(index + 1)...] {
        sum += jaccard(left.windows.span, right.windows.span)
        pairs += 1
      }
    }
    return pairs == 0 ? 0 : sum / Double(pairs)
  }

  private static func read(_ text: String) -> (plain: String, windows: [UInt64]) {
    let plain = DuplicateView.normalized(text)
    return (plain, shingles(of: plain.utf8Span.span))
  }
}
