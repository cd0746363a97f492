// The mixing step of the hashes: a 64 × 64 → 128-bit product whose halves are xored, as in MUM
// (Vladimir Makarov, 2016) and wyhash (Wang Yi, 2019). Every bit of both factors reaches every
// bit of the result, at the price of one multiplication for sixteen bytes.

/// Xors the two halves of the 128-bit product.
@inline(__always)
func foldedProduct(_ a: UInt64, _ b: UInt64) -> UInt64 {
  let product = a.multipliedFullWidth(by: b)
  return product.high ^ product.low
}

/// Scrambles one word; a one-to-one map, so distinct words stay distinct.
@inline(__always)
func scrambled(_ word: UInt64) -> UInt64 {
  var word = word ^ (word >> 32)
  word &*= HashKeys.first.a | 1
  word ^= word >> 29
  word &*= HashKeys.first.b | 1
  return word ^ (word >> 32)
}

/// Constants that keep zeros in the data from being zeros in a product.
struct HashKeys {
  var a: UInt64
  var b: UInt64
  var c: UInt64
  var d: UInt64

  /// The fractional bits of the square roots of 2, 3, 5 and 7: numbers with nothing up their
  /// sleeve.
  static var first: Self {
    @inline(__always) get {
      Self(
        a: 0x6a09_e667_f3bc_c908,
        b: 0xbb67_ae85_84ca_a73b,
        c: 0x3c6e_f372_fe94_f82b,
        d: 0xa54f_f53a_5f1d_36f1
      )
    }
  }

  /// The same of 11, 13, 17 and 19, for the other half of a 128-bit digest.
  static var second: Self {
    @inline(__always) get {
      Self(
        a: 0x510e_527f_ade6_82d1,
        b: 0x9b05_688c_2b3e_6c1f,
        c: 0x1f83_d9ab_fb41_bd6b,
        d: 0x5be0_cd19_137e_2179
      )
    }
  }
}

/// Reads eight bytes as a little-endian word.
@inline(__always)
func word64(_ bytes: RawSpan, at offset: Int) -> UInt64 {
  // The callers have compared the offset with the length; a second check costs a third of the
  // speed.
  unsafe UInt64(
    littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
  )
}

/// Reads four bytes as a little-endian word.
@inline(__always)
func word32(_ bytes: RawSpan, at offset: Int) -> UInt64 {
  unsafe UInt64(
    UInt32(
      littleEndian: bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self)
    )
  )
}

/// Reads one byte.
@inline(__always)
func byte(_ bytes: RawSpan, at offset: Int) -> UInt64 {
  unsafe UInt64(bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt8.self))
}
