/// Sketches a set as a short signature with one hash a member, whatever the length of the signature.
///
/// One-permutation hashing (Li, Owen and Zhang 2012): a member's mixed hash names a bin by its low
/// bits and a value by its high bits, and a bin keeps its lowest value. An empty bin copies another by
/// *optimal densification* (Shrivastava 2017): a walk of universal hashes of the bin and the attempt,
/// which ends at the first bin that was not empty. Equal sets have equal signatures, and two
/// signatures agree in a bin with a probability equal to the sets' Jaccard similarity, as
/// `MinHasher`'s do; the numbers of the two are not comparable.
///
/// The cost hardly grows with the number of bins, but a set of far fewer members than bins has most
/// of its bins copied, which costs time and adds variance. See `isFaster(forSetsOf:bins:)`.
public struct OnePermutationHasher: Sendable {
  /// How many numbers a signature has, a power of two.
  public let bins: Int
  private let key: UInt64

  /// Makes a sketcher.
  ///
  /// - Parameters:
  ///   - bins: How many numbers a signature has: a power of two, 1...65,536.
  ///   - seed: Signatures can be compared only when made with the same seed and number of bins.
  public init(bins: Int = 128, seed: UInt64 = 1) {
    precondition(
      bins > 0 && bins <= 1 << 16 && bins & (bins - 1) == 0,
      "the number of bins is a power of two up to 65,536"
    )
    self.bins = bins
    var random = CounterRandom(seed: seed, sample: "key", operation: "one-permutation", draw: 0)
    key = random.next()
  }

  /// Whether sets of a size are sketched faster than by `MinHasher` with as many permutations.
  ///
  /// Measured with AVX-512, where MinHash is 8 % faster than with AVX2: 128 bins overtake 128 or 144
  /// permutations from about 100 members on (0.4 µs a set) and 256 bins 256 permutations from 120; with
  /// 1,024 members they are 4 and 6 times as fast. By the speed of MinHash with SSE2 alone, 128 bins
  /// would win from some 20 members on there. The rule is the same on every machine because the
  /// choice changes the signatures.
  ///
  /// - Parameters:
  ///   - members: The typical number of members of a set.
  ///   - bins: How many numbers a signature has.
  /// - Returns: Whether the sets are large enough.
  public static func isFaster(forSetsOf members: Int, bins: Int) -> Bool { members >= bins }

  /// Sketches a set.
  ///
  /// - Parameter shingles: The members' hashes, in any order.
  /// - Returns: `bins` numbers, all `UInt32.max` for the empty set.
  public func signature(of shingles: Span<UInt64>) -> [UInt32] {
    var signature = [UInt32](repeating: .max, count: bins)
    write(signatureOf: shingles, into: &signature, at: 0)
    return signature
  }

  /// Sketches a set into a table of signatures, without allocating.
  ///
  /// - Parameters:
  ///   - shingles: The members' hashes, in any order.
  ///   - table: Where to put the signature.
  ///   - offset: The index of the signature's first number; `bins` numbers must fit.
  public func write(
    signatureOf shingles: Span<UInt64>,
    into table: inout [UInt32],
    at offset: Int
  ) {
    precondition(
      offset >= 0 && table.count >= bins && offset <= table.count - bins,
      "the table has no room for a signature at this offset"
    )
    unsafe table.withUnsafeMutableBufferPointer { table in
      let signature = table.extracting(offset..<offset + bins)
      unsafe signature.update(repeating: Self.empty)
      if shingles.isEmpty { return }
      unsafe fill(signature, from: shingles)
      unsafe densify(signature)
    }
  }

  /// The mark of a bin without a member; a value that equals it is lowered by one.
  private static let empty = UInt32.max

  private func fill(_ signature: UnsafeMutableBufferPointer<UInt32>, from shingles: Span<UInt64>) {
    let mask = UInt64(bins - 1)
    for index in 0..<shingles.count {
      let mixed = foldedProduct(shingles[index] ^ key, HashKeys.first.a)
      let bin = Int(truncatingIfNeeded: mixed & mask)
      let value = min(UInt32(truncatingIfNeeded: mixed >> 32), Self.empty - 1)
      unsafe signature[bin] = min(signature[bin], value)
    }
  }

  /// Copies a value into each empty bin, only ever from one that had a member of its own.
  private func densify(_ signature: UnsafeMutableBufferPointer<UInt32>) {
    let words = (bins + 63) / 64
    unsafe withUnsafeTemporaryAllocation(of: UInt64.self, capacity: words) { occupied in
      unsafe occupied.initialize(repeating: 0)
      for bin in 0..<bins {
        let bit: UInt64 = unsafe signature[bin] == Self.empty ? 0 : 1
        unsafe occupied[bin >> 6] |= bit &<< UInt64(bin & 63)
      }
      for bin in 0..<bins where unsafe signature[bin] == Self.empty {
        unsafe signature[bin] = signature[donor(of: bin, occupied)]
      }
    }
  }

  /// The first bin on the walk of an empty one that had a member of its own.
  private func donor(of bin: Int, _ occupied: UnsafeMutableBufferPointer<UInt64>) -> Int {
    let start = key ^ UInt64(bin) &* HashKeys.second.a
    var attempt: UInt64 = 1
    while true {
      let hash = foldedProduct(start ^ attempt &* HashKeys.second.b, HashKeys.second.c)
      // One word of hash serves several steps of the walk.
      var steps = hash
      for _ in 0..<4 {
        let candidate = Int(truncatingIfNeeded: steps & UInt64(bins - 1))
        if unsafe occupied[candidate >> 6] &>> UInt64(candidate & 63) & 1 == 1 { return candidate }
        steps >>= 16
      }
      attempt &+= 1
    }
  }
}
