/// Hashes bytes to 64 bits, the same on every machine and in every release.
///
/// Built from folded multiplications as wyhash is; made for tables, shingles and seeds. It is no
/// cryptographic hash: somebody who tries can make two texts collide.
///
/// - Parameters:
///   - bytes: What to hash.
///   - seed: Chooses one of many unrelated hash functions.
/// - Returns: A hash in which each bit depends on all bytes, the length and the seed.
/// - Complexity: O(n), several bytes a processor cycle.
public func hash64(_ bytes: Span<UInt8>, seed: UInt64 = 0) -> UInt64 {
  unsafe hashedWords(bytes.bytes, seed: seed, keys: .first)
}

/// Hashes the UTF-8 form of a text to 64 bits.
///
/// - Parameters:
///   - text: What to hash; canonically equivalent texts with different bytes hash differently.
///   - seed: Chooses one of many unrelated hash functions.
/// - Returns: The same as for the text's bytes.
public func hash64(_ text: String, seed: UInt64 = 0) -> UInt64 {
  hash64(text.utf8Span.span, seed: seed)
}

/// One pass over the bytes; the two halves of a digest are two passes with different keys.
@inline(__always)
func hashedWords(_ bytes: RawSpan, seed: UInt64, keys: HashKeys) -> UInt64 {
  let count = bytes.byteCount
  let length = UInt64(truncatingIfNeeded: count)
  var state = seed ^ foldedProduct(seed ^ keys.a, length ^ keys.b)
  let first: UInt64
  let last: UInt64
  if count > 16 {
    var offset = 0
    if count > 64 {
      // Four chains that do not wait for each other.
      var lanes = (state, state ^ keys.b, state ^ keys.c, state ^ keys.d)
      repeat {
        lanes.0 = step(bytes, offset, lanes.0, keys.a)
        lanes.1 = step(bytes, offset + 16, lanes.1, keys.b)
        lanes.2 = step(bytes, offset + 32, lanes.2, keys.c)
        lanes.3 = step(bytes, offset + 48, lanes.3, keys.d)
        offset += 64
      } while count - offset > 64
      state = lanes.0 ^ rotated(lanes.1, 17) ^ rotated(lanes.2, 34) ^ rotated(lanes.3, 51)
    }
    while count - offset > 16 {
      state = step(bytes, offset, state, keys.a)
      offset += 16
    }
    first = word64(bytes, at: count - 16)
    last = word64(bytes, at: count - 8)
  } else if count >= 8 {
    first = word64(bytes, at: 0)
    last = word64(bytes, at: count - 8)
  } else if count >= 4 {
    first = word32(bytes, at: 0)
    last = word32(bytes, at: count - 4)
  } else if count > 0 {
    first = byte(bytes, at: 0) | byte(bytes, at: count / 2) << 8 | byte(bytes, at: count - 1) << 16
    last = 0
  } else {
    first = 0
    last = 0
  }
  let product = (first ^ keys.c).multipliedFullWidth(by: last ^ state)
  return foldedProduct(product.low ^ keys.d ^ length, product.high ^ keys.b)
}

@inline(__always)
private func step(_ bytes: RawSpan, _ offset: Int, _ state: UInt64, _ key: UInt64) -> UInt64 {
  foldedProduct(word64(bytes, at: offset) ^ key, word64(bytes, at: offset + 8) ^ state)
}

@inline(__always)
private func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
  word &<< count | word &>> (64 - count)
}
