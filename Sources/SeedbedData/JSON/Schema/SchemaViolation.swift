/// One way in which a value does not follow a JSON Schema.
public struct SchemaViolation: Sendable, Hashable {
  /// The place in the value as a JSON Pointer (RFC 6901), such as `/messages/2/text`; empty for the whole.
  public var path: String
  /// The keyword that refuses it, such as `enum`; `false` where nothing is allowed.
  public var rule: String
  /// What is wrong, in words that fit after the place.
  public var message: String

  /// Makes a violation.
  ///
  /// - Parameters:
  ///   - path: The place in the value as a JSON Pointer.
  ///   - rule: The keyword that refuses it.
  ///   - message: What is wrong, in words that fit after the place.
  public init(path: String, rule: String, message: String) {
    self.path = path
    self.rule = rule
    self.message = message
  }
}

extension SchemaViolation: CustomStringConvertible {
  /// The place and the message: `/messages/2/style is "loud", expected one of "terse", "polite"`.
  public var description: String { (path.isEmpty ? "the answer" : path) + " " + message }
}
