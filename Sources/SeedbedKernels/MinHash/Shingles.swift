/// Hashes every window of a text.
///
/// - Parameters:
///   - normalized: The text as `DuplicateView` leaves it.
///   - width: The length of a window in bytes; at least 1.
/// - Returns: The windows' hashes, ascending, each once. A text shorter than a window gives
///   the hash of the whole, an empty one nothing.
public func shingles(of normalized: Span<UInt8>, width: Int = 5) -> [UInt64] {
  var shingler = Shingler(width: width)
  shingler.read(normalized)
  return shingler.hashes
}

/// Makes the shingle hashes of one text after the other in the same memory.
///
/// Windows of up to eight bytes are hashed one to one, so distinct windows never collide.
public struct Shingler: Sendable {
  /// The hashes of the text read last; ascending and each once after `read`.
  public private(set) var hashes: [UInt64] = []
  private let width: Int
  private var sorter = HashSorter()

  /// Makes a shingler.
  ///
  /// - Parameter width: The length of a window in bytes; at least 1.
  public init(width: Int = 5) {
    precondition(width > 0, "a shingle needs at least one byte")
    self.width = width
  }

  /// Replaces `hashes` by those of a text.
  ///
  /// - Parameter normalized: The text as `DuplicateView` leaves it.
  /// - Complexity: O(n) expected, O(n log n) for repetitive texts.
  public mutating func read(_ normalized: Span<UInt8>) {
    readUnsorted(normalized)
    sorter.sortUnique(&hashes)
  }

  /// Replaces `hashes` by those of a text as they come, repeated ones included.
  ///
  /// That is enough for a MinHash signature, and saves most of the time; a Jaccard similarity needs
  /// `read`.
  ///
  /// - Parameter normalized: The text as `DuplicateView` leaves it.
  /// - Complexity: O(n).
  public mutating func readUnsorted(_ normalized: Span<UInt8>) {
    hashes.removeAll(keepingCapacity: true)
    let count = normalized.count
    guard count >= width else {
      if count > 0 { hashes.append(hash64(normalized)) }
      return
    }
    hashes.reserveCapacity(count - width + 1)
    if width > 8 {
      for start in 0...(count - width) {
        hashes.append(hash64(normalized.extracting(start..<start + width)))
      }
    } else {
      unsafe appendShortWindows(normalized.bytes)
    }
  }

  /// A window of up to eight bytes is a word with the bytes behind it masked away.
  private mutating func appendShortWindows(_ bytes: RawSpan) {
    let count = bytes.byteCount
    let mask = UInt64.max >> UInt64(64 - 8 * width)
    let key = HashKeys.second.c &* UInt64(width)
    let whole = max(0, count - 7)
    hashes.append(contentsOf: repeatElement(0, count: count - width + 1))
    var target = hashes.mutableSpan
    for start in 0..<whole { target[start] = scrambled(word64(bytes, at: start) & mask ^ key) }
    // The last windows are too near the end to be read as eight bytes from their start.
    var tail: UInt64 = 0
    for offset in whole..<count { tail |= byte(bytes, at: offset) << UInt64(8 * (offset - whole)) }
    for start in whole..<max(whole, target.count) {
      target[start] = scrambled(tail >> UInt64(8 * (start - whole)) & mask ^ key)
    }
  }
}
