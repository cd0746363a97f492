import SeedbedKernels

/// A text's character 4-grams, as hashes.
struct CharacterGrams: Sendable {
  static let width = 4

  /// The hashes of the text read last, as they come; ascending and each once after `sort`.
  private(set) var hashes: [UInt64] = []
  private var shingler = Shingler(width: width)
  private var starts: [Int] = []

  /// Replaces the hashes by those of a text as `DuplicateView` leaves it.
  ///
  /// A text of fewer than four characters has one, the hash of the whole.
  mutating func read(_ folded: Span<UInt8>) {
    // The windows of bytes are those of characters where a character is a byte.
    shingler.readUnsorted(folded)
    hashes = shingler.hashes
    guard Self.isBeyondASCII(folded), folded.count >= Self.width else { return }
    starts.removeAll(keepingCapacity: true)
    for offset in 0..<folded.count where folded[offset] & 0xc0 != 0x80 { starts.append(offset) }
    let bytes = hashes
    hashes.removeAll(keepingCapacity: true)
    guard starts.count >= Self.width else {
      hashes.append(hash64(folded))
      return
    }
    starts.append(folded.count)
    for index in 0..<starts.count - Self.width {
      let (start, end) = (starts[index], starts[index + Self.width])
      // A window of one-byte characters must hash as it does in a text that has no others.
      let isBytes = end - start == Self.width
      hashes.append(isBytes ? bytes[start] : hash64(folded.extracting(start..<end)))
    }
  }

  /// Puts the hashes in order and drops repeated ones.
  mutating func sort() {
    hashes.sort()
    var kept = 0
    for hash in hashes where kept == 0 || hash != hashes[kept - 1] {
      hashes[kept] = hash
      kept += 1
    }
    hashes.removeLast(hashes.count - kept)
  }

  private static func isBeyondASCII(_ text: Span<UInt8>) -> Bool {
    var all: UInt8 = 0
    for offset in 0..<text.count { all |= text[offset] }
    return all >= 0x80
  }
}
