import Crypto
public import SeedbedKernels

/// SHA-256 over content, the source of every id and of the hashes in a manifest.
///
/// Parts are length-prefixed, so that ("ab", "c") and ("a", "bc") never hash alike.
public struct ContentHash: Sendable {
  /// Parts that have not been hashed yet: most contents are short, and hashed in one go at the end.
  private var pending: [UInt8] = []
  /// What has been hashed of a long content.
  private var hasher: SHA256?

  private static let mostPending = 1 << 16

  /// Starts an empty hash.
  ///
  /// - Parameter domain: What is being hashed; equal content of another domain hashes otherwise.
  public init(domain: String) {
    pending.reserveCapacity(512)
    add(domain)
  }

  /// Starts anew, in the memory that is there.
  ///
  /// - Parameter domain: What is being hashed now.
  mutating func restart(domain: String) {
    hasher = nil
    pending.removeAll(keepingCapacity: true)
    add(domain)
  }

  /// Adds a part of raw bytes.
  ///
  /// - Parameter bytes: The part; its length becomes part of the hash.
  public mutating func add(_ bytes: [UInt8]) {
    append(count: bytes.count)
    pending.append(contentsOf: bytes)
    hashIfLong()
  }

  /// Adds an object, as the bytes of its canonical text.
  ///
  /// - Parameter object: The part; the order of its members does not matter.
  mutating func add(canonical object: JSONObject) {
    let place = pending.count
    append(count: 0)
    let start = pending.count
    JSONWriter(.canonical).write(object: object, into: &pending)
    // The length stands before the text and is known after it.
    withUnsafeBytes(of: Int64(pending.count - start).littleEndian) { length in
      for (offset, byte) in length.enumerated() { pending[place + offset] = byte }
    }
    hashIfLong()
  }

  /// Adds a text part, as its UTF-8 bytes.
  ///
  /// - Parameter text: The part.
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      append(count: bytes.count)
      pending.append(contentsOf: bytes)
    }
    hashIfLong()
  }

  /// Adds a digest as a text part of 32 lower-case hex digits.
  mutating func add(hex digest: Digest128) {
    append(count: 32)
    digest.writeHex(into: &pending)
  }

  /// Adds an integer part.
  ///
  /// - Parameter number: The part, hashed as eight little-endian bytes.
  public mutating func add(_ number: Int) {
    append(count: number)
  }

  /// The first 128 bits of the hash.
  public var digest: Digest128 {
    var hasher = self.hasher ?? SHA256()
    pending.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    return hasher.finalize().withUnsafeBytes { bytes in
      Digest128(
        high: UInt64(bigEndian: bytes.loadUnaligned(as: UInt64.self)),
        low: UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
      )
    }
  }

  /// The SHA-256 of whole bytes, as 64 lower-case hex digits, as `sha256sum` prints it.
  ///
  /// - Parameter bytes: The content of a file.
  /// - Returns: 64 hex digits.
  public static func hex(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }

  private mutating func append(count: Int) {
    withUnsafeBytes(of: Int64(count).littleEndian) { pending.append(contentsOf: $0) }
  }

  private mutating func hashIfLong() {
    guard pending.count > Self.mostPending else { return }
    var hasher = self.hasher ?? SHA256()
    pending.withUnsafeBytes { hasher.update(bufferPointer: $0) }
    self.hasher = hasher
    pending.removeAll(keepingCapacity: true)
  }
}
