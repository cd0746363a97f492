/// A way of writing text that a person or a program can turn back.
enum TextEncoding: String, CaseIterable {
  case base64, hex, rot13, morse
  case emojiSelectors = "emoji_selectors"

  /// What it is called in a sentence.
  var title: String {
    switch self {
    case .base64: "Base64"
    case .hex: "hex"
    case .rot13: "ROT13"
    case .morse: "Morse code"
    case .emojiSelectors: "variation selectors"
    }
  }

  /// Whether parts of a text can be written so while others stay as they are; the others need the text
  /// as a whole, because what is left of a word round them would be lost.
  var leavesLocks: Bool { self == .rot13 || self == .morse }

  /// Writes a part of a text.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - range: The part; it does not cut a scalar.
  ///   - style: Which spelling of the encoding, where it has several.
  /// - Returns: The part in the encoding; equal bytes where nothing of it can be encoded.
  func encode(_ bytes: Span<UInt8>, _ range: Range<Int>, style: EncodingStyle) -> String {
    switch self {
    case .base64: Base64.encode(bytes, range)
    case .hex: Hexadecimal.encode(bytes, range, style: style)
    case .rot13: LetterRotation.encode(bytes, range)
    case .morse: MorseCode.encode(bytes, range)
    case .emojiSelectors: VariationSelectors.encode(bytes, range, style: style)
    }
  }

  /// The spellings that it has; one where it has only one.
  var styles: [EncodingStyle] {
    switch self {
    case .base64, .rot13, .morse: [.plain]
    case .hex: [.plain, .spaced, .escaped]
    case .emojiSelectors: EncodingStyle.carriers
    }
  }
}

/// One spelling of an encoding.
struct EncodingStyle: Hashable {
  /// Its name in the record.
  let name: String

  static let plain = EncodingStyle(name: "plain")
  /// A space between the bytes: `48 69`.
  static let spaced = EncodingStyle(name: "spaced")
  /// A backslash before each byte, as in a program: `\x48\x69`.
  static let escaped = EncodingStyle(name: "escaped")
  /// The characters behind which text is hidden.
  static let carriers = ["😊", "👍", "🎉", "❤", "🌍", "🔑", "🐱", "☕"].map(EncodingStyle.init)
}
