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
