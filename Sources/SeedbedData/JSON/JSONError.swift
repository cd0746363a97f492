/// Why a text is not JSON, and at which byte.
public struct JSONError: Error, Sendable, Hashable {
  /// What the fault says about the rest of the text.
  enum Kind: Sendable {
    /// Brackets, quotes or commas are wrong: where the value ends is a guess.
    case syntax
    /// The value's borders are certain, only what is inside is refused.
    case content
  }

  /// The byte where it was noticed, counted from 0.
  public var offset: Int
  /// What is wrong, in words that fit after `byte 17: `.
  public var reason: String
  var kind: Kind = .syntax

  /// Makes an error.
  ///
  /// - Parameters:
  ///   - offset: The byte where it was noticed, counted from 0.
  ///   - reason: What is wrong.
  public init(offset: Int, reason: String) {
    self.offset = offset
    self.reason = reason
  }

  init(_ offset: Int, _ reason: String, _ kind: Kind = .syntax) {
    self.offset = offset
    self.reason = reason
    self.kind = kind
  }
}

extension JSONError: CustomStringConvertible {
  /// The place and the reason: `byte 17: expected ',' or '}' after a member`.
  public var description: String { "byte \(offset): \(reason)" }
}
