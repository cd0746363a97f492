/// A word, number or mark of a text that is searched for personal data.
struct TextToken {
  /// What the token is made of.
  enum Kind: UInt8 {
    /// Letters only.
    case word
    /// ASCII digits only.
    case number
    /// Letters and digits.
    case code
    /// One sign.
    case mark
  }

  /// The capitals of a word.
  enum Shape: UInt8 {
    /// No capital, or a script without them.
    case lower
    /// The first letter alone.
    case capital
    /// All letters, at least two.
    case upper
    /// Capitals inside: MysticWeb, McDonald.
    case mixed
  }

  /// What stands before a token.
  enum Gap: UInt8 {
    /// Nothing: the tokens touch.
    case none
    /// Blanks.
    case blank
    /// One line feed at least.
    case line
    /// An empty line, or the start of the text.
    case paragraph
  }

  /// UTF-8 offsets, half-open.
  var start: Int
  var end: Int
  /// The hash of the lower-case word.
  var hash: UInt64
  var flags: WordFlags
  var kind: Kind
  var shape: Shape
  var gap: Gap
  /// The first byte, which is the whole token for an ASCII mark.
  var first: UInt8

  var count: Int { end - start }
  var isCapitalized: Bool { kind == .word && shape != .lower }
  var startsLine: Bool { gap.rawValue >= Gap.line.rawValue }

  func isMark(_ sign: Unicode.Scalar) -> Bool {
    kind == .mark && UInt32(first) == sign.value
  }
}
