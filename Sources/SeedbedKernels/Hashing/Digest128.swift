/// A 128-bit hash: wide enough that two of a billion texts do not share one by chance.
public struct Digest128: Hashable, Comparable, Sendable {
  /// The upper 64 bits.
  public let high: UInt64
  /// The lower 64 bits.
  public let low: UInt64

  /// Joins two halves.
  ///
  /// - Parameters:
  ///   - high: The upper 64 bits.
  ///   - low: The lower 64 bits.
  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The digest as 32 lower-case hexadecimal digits.
  public var hex: String {
    let words = digits
    return unsafe String(unsafeUninitializedCapacity: 32) { buffer in
      for (place, word) in [words.0, words.1, words.2, words.3].enumerated() {
        unsafe UnsafeMutableRawBufferPointer(buffer)
          .storeBytes(of: word, toByteOffset: place * 8, as: UInt64.self)
      }
      return 32
    }
  }

  /// Appends the digest as 32 lower-case hexadecimal digits.
  ///
  /// - Parameter buffer: Receives the digits in ASCII.
  public func writeHex(into buffer: inout [UInt8]) {
    unsafe withUnsafeBytes(of: digits) { unsafe buffer.append(contentsOf: $0) }
  }

  /// The digits in ASCII, eight in a word, as they lie in memory.
  private var digits: (UInt64, UInt64, UInt64, UInt64) {
    (
      Self.digits(of: high >> 32), Self.digits(of: high & 0xFFFF_FFFF),
      Self.digits(of: low >> 32), Self.digits(of: low & 0xFFFF_FFFF)
    )
  }

  /// The eight hexadecimal digits of 32 bits, all at once: each half byte moves to a byte of its own.
  private static func digits(of value: UInt64) -> UInt64 {
    var nibbles = (value << 16 | value) & 0x0000_FFFF_0000_FFFF
    nibbles = (nibbles << 8 | nibbles) & 0x00FF_00FF_00FF_00FF
    nibbles = (nibbles << 4 | nibbles) & 0x0F0F_0F0F_0F0F_0F0F
    let letters = (nibbles &+ 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
    return (nibbles &+ 0x3030_3030_3030_3030 &+ letters &* 0x27).bigEndian
  }

  /// Orders digests as 128-bit numbers.
  public static func < (left: Self, right: Self) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// Hashes bytes to 128 bits, the same on every machine and in every release.
///
/// The halves are two passes of the 64-bit hash with different keys, so a collision needs both to
/// collide. It is no cryptographic hash.
///
/// - Parameters:
///   - bytes: What to hash.
///   - seed: Chooses one of many unrelated hash functions.
/// - Returns: The digest; its upper half is `hash64` of the same bytes and seed.
public func hash128(_ bytes: Span<UInt8>, seed: UInt64 = 0) -> Digest128 {
  Digest128(
    high: unsafe hashedWords(bytes.bytes, seed: seed, keys: .first),
    low: unsafe hashedWords(bytes.bytes, seed: ~seed, keys: .second)
  )
}
