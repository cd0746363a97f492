import Crypto
public import SeedbedKernels

/// SHA-256 over content, the source of every id and of the hashes in a manifest.
///
/// Parts are length-prefixed, so that ("ab", "c") and ("a", "bc") never hash alike.
public struct ContentHash: Sendable {
  private var hasher = SHA256()

  /// Starts an empty hash.
  ///
  /// - Parameter domain: What is being hashed; equal content of another domain hashes otherwise.
  public init(domain: String) {
    add(domain)
  }

  /// Adds a part of raw bytes.
  ///
  /// - Parameter bytes: The part; its length becomes part of the hash.
  public mutating func add(_ bytes: [UInt8]) {
    add(count: bytes.count)
    hasher.update(data: bytes)
  }

  /// Adds an object, as the bytes of its canonical text.
  ///
  /// - Parameter object: The part; the order of its members does not matter.
  mutating func add(canonical object: JSONObject) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    JSONWriter(.canonical).write(object: object, into: &bytes)
    add(bytes)
  }

  /// Adds a text part, as its UTF-8 bytes.
  ///
  /// - Parameter text: The part.
  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      add(count: bytes.count)
      hasher.update(bufferPointer: UnsafeRawBufferPointer(bytes))
    }
  }

  /// Adds an integer part.
  ///
  /// - Parameter number: The part, hashed as eight little-endian bytes.
  public mutating func add(_ number: Int) {
    add(count: number)
  }

  /// The first 128 bits of the hash.
  public var digest: Digest128 {
    var words: (UInt64, UInt64) = (0, 0)
    for (index, byte) in hasher.finalize().prefix(16).enumerated() {
      if index < 8 {
        words.0 = words.0 << 8 | UInt64(byte)
      } else {
        words.1 = words.1 << 8 | UInt64(byte)
      }
    }
    return Digest128(high: words.0, low: words.1)
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

  private mutating func add(count: Int) {
    withUnsafeBytes(of: Int64(count).littleEndian) { hasher.update(bufferPointer: $0) }
  }
}
