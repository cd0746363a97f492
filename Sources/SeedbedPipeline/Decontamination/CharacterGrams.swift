import SeedbedKernels

/// The set of a text's character 4-grams, as hashes.
struct CharacterGrams: Sendable {
  static let width = 4

  /// The hashes of the text read last; ascending and each once.
  private(set) var hashes: [UInt64] = []
  private var shingler = Shingler(width: width)
  private var starts: [Int] = []

  /// Replaces the hashes by those of a text as `DuplicateView` leaves it.
  ///
  /// A text of fewer than four characters has one, the hash of the whole.
  mutating func read(_ folded: Span<UInt8>) {
    starts.removeAll(keepingCapacity: true)
    var isASCII = true
    for offset in 0..<folded.count where folded[offset] >= 0x80 {
      isASCII = false
      break
    }
    guard !isASCII else {
      // A character is a byte, and windows of bytes are hashed faster.
      shingler.read(folded)
      hashes = shingler.hashes
      return
    }
    for offset in 0..<folded.count where folded[offset] & 0xc0 != 0x80 { starts.append(offset) }
    hashes.removeAll(keepingCapacity: true)
    guard starts.count >= Self.width else {
      hashes.append(hash64(folded))
      return
    }
    starts.append(folded.count)
    for index in 0..<starts.count - Self.width {
      let window = starts[index]..<starts[index + Self.width]
      // A window of one-byte characters must hash as it does in a text that has no others.
      hashes.append(Self.hash(folded.extracting(window), &shingler))
    }
    hashes.sort()
    var kept = 0
    for hash in hashes where kept == 0 || hash != hashes[kept - 1] {
      hashes[kept] = hash
      kept += 1
    }
    hashes.removeLast(hashes.count - kept)
  }

  private static func hash(_ window: Span<UInt8>, _ shingler: inout Shingler) -> UInt64 {
    guard window.count == width else { return hash64(window) }
    shingler.read(window)
    return shingler.hashes.first ?? 0
  }
}
