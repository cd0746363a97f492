/// Makes the hashes of a text's windows of a few scalars, one text after the other in the same
/// memory.
///
/// Windows are counted in scalars, not bytes, so that a Chinese text has windows as wide as an
/// English one. A window of up to eight bytes is hashed one to one, so such windows never collide;
/// where the text is ASCII and the window at most eight wide, the hashes are those of `Shingler`.
public struct ScalarShingler: Sendable {
  /// The hashes of the text read last as they come, repeated ones included.
  public private(set) var hashes: [UInt64] = []
  /// How many scalars a window has.
  public let width: Int
  private var starts: [Int] = []

  /// Makes a shingler.
  ///
  /// - Parameter width: How many scalars a window has, at least 1.
  public init(width: Int) {
    precondition(width > 0, "a shingle needs at least one scalar")
    self.width = width
  }

  /// Replaces `hashes` by those of a text.
  ///
  /// - Parameter view: The text as `DuplicateView` leaves it.
  /// - Returns: Whether the text was as long as a window; a shorter one has no hashes.
  /// - Complexity: O(n).
  public mutating func read(_ view: Span<UInt8>) -> Bool {
    hashes.removeAll(keepingCapacity: true)
    if width <= 8, UTF8Validation.endOfASCII(view, from: 0) == view.count {
      guard view.count >= width else { return false }
      unsafe appendASCII(view.bytes)
      return true
    }
    starts.removeAll(keepingCapacity: true)
    for offset in 0..<view.count where view[offset] & 0xc0 != 0x80 { starts.append(offset) }
    starts.append(view.count)
    guard starts.count > width else { return false }
    hashes.reserveCapacity(starts.count - width)
    let bytes = unsafe view.bytes
    for first in 0..<starts.count - width {
      hashes.append(Self.hash(bytes, from: starts[first], to: starts[first + width]))
    }
    return true
  }

  private static func hash(_ bytes: RawSpan, from start: Int, to end: Int) -> UInt64 {
    let length = end - start
    guard length <= 8 else {
      return hashedWords(bytes.extracting(start..<end), seed: 0, keys: .second)
    }
    let key = HashKeys.second.c &* UInt64(length)
    if bytes.byteCount - start >= 8 {
      return scrambled(word64(bytes, at: start) & .max >> UInt64(64 - 8 * length) ^ key)
    }
    var word: UInt64 = 0
    for offset in start..<end { word |= byte(bytes, at: offset) << UInt64(8 * (offset - start)) }
    return scrambled(word ^ key)
  }

  private mutating func appendASCII(_ bytes: RawSpan) {
    let count = bytes.byteCount, width = width
    let mask = UInt64.max >> UInt64(64 - 8 * width)
    let key = HashKeys.second.c &* UInt64(width)
    let whole = max(0, min(count - 7, count - width + 1))
    hashes.append(contentsOf: repeatElement(0, count: count - width + 1))
    var target = hashes.mutableSpan
    for start in 0..<whole { target[start] = scrambled(word64(bytes, at: start) & mask ^ key) }
    // The last windows are too near the end to be read as eight bytes from their start.
    for start in whole..<target.count {
      target[start] = Self.hash(bytes, from: start, to: start + width)
    }
  }
}
