/// Cuts a signature into bands and hashes each, so that similar sets share a key with high
/// probability (locality-sensitive hashing; Indyk and Motwani 1998).
///
/// Sets of similarity s share at least one key with probability 1 − (1 − sʳ)ᵇ for b bands of r
/// rows. The number of the band is part of its key, so the keys of all bands may lie in one table.
///
/// - Parameters:
///   - signature: At least `bands * rows` numbers.
///   - bands: How many keys.
///   - rows: How many numbers make a key.
/// - Returns: One key a band, in order.
public func bandKeys(of signature: Span<UInt32>, bands: Int = 16, rows: Int = 8) -> [UInt64] {
  var keys: [UInt64] = []
  appendBandKeys(of: signature, bands: bands, rows: rows, to: &keys)
  return keys
}

/// Appends the keys of a signature's bands to a list.
///
/// - Parameters:
///   - signature: At least `bands * rows` numbers.
///   - bands: How many keys.
///   - rows: How many numbers make a key.
///   - keys: Where the keys go, one a band, in order.
public func appendBandKeys(
  of signature: Span<UInt32>,
  bands: Int = 16,
  rows: Int = 8,
  to keys: inout [UInt64]
) {
  precondition(
    bands > 0 && rows > 0 && bands <= signature.count / rows,
    "the bands need more numbers than the signature has"
  )
  keys.reserveCapacity(keys.count + bands)
  for band in 0..<bands {
    let end = (band + 1) * rows
    var state = scrambled(UInt64(band) ^ HashKeys.second.a)
    for row in stride(from: band * rows, to: end, by: 2) {
      let upper = row + 1 < end ? UInt64(signature[row + 1]) << 32 : 0
      state = foldedProduct(state ^ UInt64(signature[row]) ^ upper, HashKeys.second.b)
    }
    keys.append(scrambled(state))
  }
}

/// The short key of one band of a signature, for tables of their own per band.
///
/// Two unlike bands share a 32-bit key once in four billion times, so what shares one is still to be
/// compared.
///
/// - Parameters:
///   - signature: At least `(band + 1) * rows` numbers.
///   - band: Which band, from 0.
///   - rows: How many numbers make a key.
/// - Returns: The key.
@inline(__always)
func shortBandKey(of signature: Span<UInt32>, band: Int, rows: Int) -> UInt32 {
  var state = HashKeys.second.a
  for row in band * rows..<(band + 1) * rows {
    state = foldedProduct(state ^ UInt64(signature[row]), HashKeys.second.b)
  }
  return UInt32(truncatingIfNeeded: scrambled(state) >> 32)
}

/// Replaces a list by the short keys of all bands of a signature.
///
/// - Parameters:
///   - signature: At least `plan.permutations` numbers.
///   - plan: How the signature is cut.
///   - keys: Gets one key a band, in order.
public func writeShortBandKeys(
  of signature: Span<UInt32>,
  plan: BandPlan,
  into keys: inout [UInt32]
) {
  precondition(signature.count >= plan.permutations, "the plan needs more numbers")
  keys.removeAll(keepingCapacity: true)
  for band in 0..<plan.bands {
    keys.append(shortBandKey(of: signature, band: band, rows: plan.rows))
  }
}
