/// The secret from which surrogates are drawn; it never shows in a description.
public struct SurrogateKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// The secret itself.
  let bytes: [UInt8]

  /// The fewest bytes of a key.
  public static let minimumCount = 16

  /// Takes a secret.
  ///
  /// - Parameter bytes: At least `minimumCount` bytes; fewer give nil.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.minimumCount else { return nil }
    self.bytes = bytes
  }

  /// Draws a key from the system's source of randomness, for one run.
  ///
  /// - Returns: A key of 32 bytes that nobody else has.
  public static func drawn() -> SurrogateKey {
    var generator = SystemRandomNumberGenerator()
    return SurrogateKey(drawn: (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) })
  }

  private init(drawn bytes: [UInt8]) { self.bytes = bytes }

  /// Says that there is a key, and nothing about it.
  public var description: String { "SurrogateKey(hidden)" }

  /// Says that there is a key, and nothing about it.
  public var debugDescription: String { description }

  /// A mirror without children.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
