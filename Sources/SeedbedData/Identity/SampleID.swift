public import SeedbedKernels

/// The id of a sample: 128 bits of a hash over its content and origin.
public struct SampleID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The hash itself.
  public let digest: Digest128

  /// Wraps a hash.
  ///
  /// - Parameter digest: The hash of the sample's content.
  public init(_ digest: Digest128) {
    self.digest = digest
  }

  /// Reads an id as it is stored and exported.
  ///
  /// - Parameter hex: 32 lower-case hex digits; anything else gives nil.
  public init?(hex: String) {
    // `UInt64` would take a sign and capitals too.
    guard hex.utf8.count == 32,
      hex.utf8.allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
      let high = UInt64(hex.prefix(16), radix: 16), let low = UInt64(hex.suffix(16), radix: 16)
    else { return nil }
    digest = Digest128(high: high, low: low)
  }

  /// 32 lower-case hex digits.
  public var hex: String { digest.hex }

  /// The first ten hex digits, as shown to people.
  public var short: String { String(hex.prefix(10)) }

  /// 32 lower-case hex digits.
  public var description: String { hex }

  /// Orders ids by their digits.
  public static func < (left: SampleID, right: SampleID) -> Bool { left.digest < right.digest }
}
