import CKernels

/// Sketches a set as a short signature, whose agreement with another estimates their Jaccard
/// similarity (Broder 1997).
///
/// The permutations are affine maps of 32-bit words, the "affine32" scheme of datasketch 2: a
/// shingle hash is folded to 32 bits by xor of its halves (a hash below 2³² stays itself), mixed by
/// MurmurHash3's finaliser to h, and permutation k maps h to `multipliers[k] * h + offsets[k]`
/// modulo 2³². With k permutations the standard error of an estimate J is √(J(1−J)/k).
public struct MinHasher: Sendable {
  /// How many numbers a signature has.
  public let permutations: Int
  private let multipliers: [UInt32]
  private let offsets: [UInt32]

  /// Draws the permutations from a seed.
  ///
  /// - Parameters:
  ///   - permutations: How many; at least 1.
  ///   - seed: Signatures can be compared only when made with the same seed.
  public init(permutations: Int = 128, seed: UInt64 = 1) {
    precondition(permutations > 0, "a signature needs at least one permutation")
    var random = CounterRandom(seed: seed, sample: "permutations", operation: "minhash", draw: 0)
    var multipliers: [UInt32] = []
    var offsets: [UInt32] = []
    for _ in 0..<permutations {
      let word = random.next()
      // Only an odd factor makes the map one-to-one.
      multipliers.append(UInt32(truncatingIfNeeded: word) | 1)
      offsets.append(UInt32(truncatingIfNeeded: word >> 32))
    }
    self.init(multipliers: multipliers, offsets: offsets)
  }

  /// Takes given permutations, for parity with another program.
  ///
  /// - Parameters:
  ///   - multipliers: The factor of each permutation; odd, or the map is not one-to-one.
  ///   - offsets: What each adds; as many as there are factors.
  public init(multipliers: [UInt32], offsets: [UInt32]) {
    precondition(
      !multipliers.isEmpty && multipliers.count == offsets.count,
      "every permutation needs one multiplier and one offset"
    )
    self.permutations = multipliers.count
    self.multipliers = multipliers
    self.offsets = offsets
  }

  /// Sketches a set.
  ///
  /// - Parameter shingles: The members' hashes, in any order.
  /// - Returns: `permutations` numbers, all `UInt32.max` for the empty set.
  public func signature(of shingles: Span<UInt64>) -> [UInt32] {
    var signature = [UInt32](repeating: .max, count: permutations)
    write(signatureOf: shingles, into: &signature, at: 0)
    return signature
  }

  /// Sketches a set into a table of signatures, without allocating.
  ///
  /// - Parameters:
  ///   - shingles: The members' hashes, in any order.
  ///   - table: Where to put the signature.
  ///   - offset: The index of the signature's first number; `permutations` numbers must fit.
  public func write(
    signatureOf shingles: Span<UInt64>,
    into table: inout [UInt32],
    at offset: Int
  ) {
    precondition(
      offset >= 0 && table.count >= permutations && offset <= table.count - permutations,
      "the table has no room for a signature at this offset"
    )
    unsafe shingles.withUnsafeBufferPointer { hashes in
      unsafe table.withUnsafeMutableBufferPointer { table in
        unsafe ck_minhash_affine32(
          hashes.baseAddress,
          hashes.count,
          multipliers,
          offsets,
          permutations,
          table.baseAddress?.advanced(by: offset)
        )
      }
    }
  }
}
