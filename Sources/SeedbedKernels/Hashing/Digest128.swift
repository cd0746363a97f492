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
    var text: [UInt8] = []
    text.reserveCapacity(32)
    writeHex(into: &text)
    return String(decoding: text, as: UTF8.self)
  }

  /// Appends the digest as 32 lower-case hexadecimal digits.
  ///
  /// - Parameter buffer: Receives the digits in ASCII.
  public func writeHex(into buffer: inout [UInt8]) {
    for half in [high, low] {
      for shift in stride(from: 60, through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: (half >> UInt64(shift)) & 15)
        buffer.append(digit < 10 ? 0x30 &+ digit : 0x57 &+ digit)
      }
    }
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
