/// A JSON number that keeps its text, so that `1.0`, `1e400` and `12345678901234567890` survive.
///
/// Two numbers are equal when their texts are: `1` and `1.0` differ. Compare `double` for the
/// value.
public struct JSONNumber: Hashable, Sendable {
  /// The number as written.
  public let literal: String

  /// Makes a whole number.
  public init(_ value: Int) { literal = String(value) }

  /// Makes a whole number.
  public init(_ value: UInt64) { literal = String(value) }

  /// Makes a number with the shortest text that reads back as the same value.
  ///
  /// JSON has no text for an infinite number or one that is not a number: they are written `null`.
  public init(_ value: Double) { literal = value.isFinite ? value.description : "null" }

  /// Takes a text, when it is a JSON number.
  ///
  /// - Parameter literal: The text; nil comes back when it is not exactly one JSON number.
  public init?(literal: String) {
    guard case .number(let number)? = try? JSONParser.parse(literal),
      number.literal.utf8.count == literal.utf8.count
    else { return nil }
    self = number
  }

  /// Takes a text that a scanner has proved to be a number.
  init(verified literal: String) { self.literal = literal }

  /// The value, when it has no fraction and fits.
  public var int: Int? { Int(literal) ?? Double(literal).flatMap { Int(exactly: $0) } }

  /// The nearest floating-point value: infinite when the number is beyond all of them.
  public var double: Double { Double(literal) ?? .nan }
}

extension JSONNumber: CustomStringConvertible {
  /// The number as written.
  public var description: String { literal }
}
