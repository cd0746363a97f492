/// Makes the hashes of a text's runs of a few words, one text after the other in the same memory.
///
/// Words are what lies between single spaces, as `DuplicateView` leaves them. Each word is hashed
/// once, and no string is built.
public struct WordShingler: Sendable {
  /// The hashes of the text read last as they come, repeated ones included.
  public private(set) var hashes: [UInt64] = []
  /// How many words a run has.
  public let count: Int
  private var words: [UInt64] = []

  /// Makes a shingler.
  ///
  /// - Parameter count: How many words a run has, at least 1.
  public init(count: Int) {
    precondition(count > 0, "a shingle needs at least one word")
    self.count = count
  }

  /// Replaces `hashes` by those of a text.
  ///
  /// - Parameter view: The text as `DuplicateView` leaves it.
  /// - Returns: Whether the text had as many words as a run; one with fewer has no hashes.
  /// - Complexity: O(n).
  public mutating func read(_ view: Span<UInt8>) -> Bool {
    hashes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    var start = 0
    for offset in 0..<view.count where view[offset] == FoldedASCII.separator {
      words.append(hash64(view.extracting(start..<offset)))
      start = offset + 1
    }
    if start < view.count { words.append(hash64(view.extracting(start..<view.count))) }
    guard words.count >= count else { return false }
    for first in 0...(words.count - count) {
      var state = HashKeys.second.d
      for word in first..<first + count {
        state = foldedProduct(state ^ words[word], HashKeys.second.a) &+ words[word]
      }
      hashes.append(state)
    }
    return true
  }
}
