import SeedbedKernels

/// Benchmark texts among which those with a high Jaccard similarity to another are found.
///
/// MinHash bands name candidates (Broder 1997; Indyk and Motwani 1998) and each is compared exactly.
/// Of 32 bands of 4 rows a pair at 0.8 shares one with probability 0.99999995, a pair at 0.6, where
/// the grey band begins, with 0.988.
struct NearTexts: Sendable {
  struct Match: Sendable, Hashable {
    /// The position of the text.
    var text: Int
    /// Jaccard similarity of character 4-grams, 0…1.
    var similarity: Double
  }

  /// What a search needs for itself.
  struct Scratch: Sendable {
    fileprivate var characters = CharacterGrams()
    fileprivate var signature = [UInt32](repeating: 0, count: bands * rows)
    fileprivate var keys: [UInt64] = []
    fileprivate var buckets: [UInt32] = []
    fileprivate var candidates: [UInt32] = []
    fileprivate var seen: [UInt64] = []
  }

  private static let bands = 32
  private static let rows = 4
  private static let hasher = MinHasher(permutations: bands * rows)

  /// The similarity from which texts are found.
  let threshold: Double
  /// The ascending hashes of each text's 4-grams.
  private let sets: [[UInt64]]
  /// The fewest and the most members of a set.
  private let sizes: ClosedRange<Int>
  private let buckets: GramTable
  private let bucketStarts: [Int32]
  private let bucketTexts: [UInt32]

  /// Indexes texts.
  ///
  /// - Parameters:
  ///   - texts: The texts as `DuplicateView` leaves them.
  ///   - threshold: Jaccard similarity from which a text is found, above 0.
  init(_ texts: [[UInt8]], threshold: Double) {
    self.threshold = threshold
    var scratch = Scratch()
    var sets: [[UInt64]] = []
    var entries: [(key: UInt64, text: UInt32)] = []
    for (number, text) in texts.enumerated() {
      Self.sketch(text.span, &scratch)
      if !text.isEmpty { entries += scratch.keys.map { ($0, UInt32(truncatingIfNeeded: number)) } }
      scratch.characters.sort()
      sets.append(scratch.characters.hashes)
    }
    self.sets = sets
    sizes = (sets.lazy.map(\.count).min() ?? 0)...(sets.lazy.map(\.count).max() ?? 0)
    entries.sort { ($0.key, $0.text) < ($1.key, $1.text) }
    var keys: [UInt64] = []
    var starts: [Int32] = []
    for (position, entry) in entries.enumerated() where keys.last != entry.key {
      keys.append(entry.key)
      starts.append(Int32(truncatingIfNeeded: position))
    }
    starts.append(Int32(truncatingIfNeeded: entries.count))
    buckets = GramTable(keys)
    bucketStarts = starts
    bucketTexts = entries.map(\.text)
  }

  /// Finds the texts that are similar enough to another.
  ///
  /// - Parameters:
  ///   - folded: A text as `DuplicateView` leaves it.
  ///   - scratch: Memory that is used again.
  /// - Returns: The matches in the order of the texts.
  func matches(_ folded: Span<UInt8>, _ scratch: inout Scratch) -> [Match] {
    guard buckets.count > 0, canMatch(folded, &scratch) else { return [] }
    Self.sketch(folded, &scratch)
    scratch.buckets.removeAll(keepingCapacity: true)
    let keys = scratch.keys
    buckets.find(keys.span, numbers: &scratch.buckets)
    guard !scratch.buckets.isEmpty else { return [] }
    scratch.candidates.removeAll(keepingCapacity: true)
    for bucket in scratch.buckets.lazy.map(Int.init) {
      let texts = Int(bucketStarts[bucket])..<Int(bucketStarts[bucket + 1])
      scratch.candidates.append(contentsOf: bucketTexts[texts])
    }
    scratch.candidates.sort()
    scratch.characters.sort()
    let own = scratch.characters.hashes
    var found: [Match] = []
    var last: UInt32?
    for text in scratch.candidates where text != last {
      last = text
      let set = sets[Int(text)]
      let similarity = jaccard(set.span, own.span)
      if similarity >= threshold { found.append(Match(text: Int(text), similarity: similarity)) }
    }
    return found
  }

  /// Whether a text is neither too short nor too long to be similar to any.
  private func canMatch(_ folded: Span<UInt8>, _ scratch: inout Scratch) -> Bool {
    guard folded.count > 0 else { return false }
    let (least, most) = (threshold * Double(sizes.lowerBound), Double(sizes.upperBound) / threshold)
    // A text has no more members than bytes.
    guard Double(folded.count) >= least else { return false }
    guard Double(folded.count) > most else { return true }
    // A repetitive text has fewer than its length says.
    return Double(Self.fewestMembers(folded, &scratch.seen)) <= most
  }

  private static func sketch(_ folded: Span<UInt8>, _ scratch: inout Scratch) {
    scratch.characters.read(folded)
    let hashes = scratch.characters.hashes
    hasher.write(signatureOf: hashes.span, into: &scratch.signature, at: 0)
    scratch.keys.removeAll(keepingCapacity: true)
    let signature = scratch.signature
    appendBandKeys(of: signature.span, bands: bands, rows: rows, to: &scratch.keys)
  }

  /// A lower bound of a text's members without sorting them: how many places their hashes take.
  private static func fewestMembers(_ folded: Span<UInt8>, _ seen: inout [UInt64]) -> Int {
    let bits = 1 << (Int.bitWidth - (folded.count * 4).leadingZeroBitCount)
    let blocks = max(2, min(bits / 64, 1 << 24))
    seen.removeAll(keepingCapacity: true)
    seen.append(contentsOf: repeatElement(0, count: blocks))
    let shift = UInt32(UInt32(blocks).leadingZeroBitCount + 1)
    var places = seen.mutableSpan
    var window: UInt32 = 0
    var (fewest, length) = (0, 0)
    for offset in 0..<folded.count {
      let byte = folded[offset]
      // Only where a character is a byte is every window of four bytes a member.
      length = byte < 0x80 ? length &+ 1 : 0
      window = window << 8 | UInt32(byte)
      guard length >= CharacterGrams.width else { continue }
      let hash = window &* 0x9e37_79b1
      let block = Int(hash >> shift)
      let bit: UInt64 = 1 << UInt64(hash >> 8 & 63)
      fewest &+= places[block] & bit == 0 ? 1 : 0
      places[block] |= bit
    }
    return fewest
  }
}
