/// Writes scalars for the YAML files that people edit.
enum YAMLText {
  /// A text as a YAML scalar: plain where that is safe, else in double quotes with JSON's escapes.
  static func scalar(_ text: String) -> String {
    isPlain(text) ? text : quoted(text)
  }

  /// A text in double quotes; what YAML would refuse or fold into a space is escaped.
  static func quoted(_ text: String) -> String {
    var quoted = ""
    for scalar in JSONValue.string(text).serialized(.compact).unicodeScalars {
      if needsEscape(scalar) {
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      } else {
        quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted
  }

  /// What JSON lets stand and YAML does not: more controls, line breaks and non-characters.
  static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: true
    default: false
    }
  }

  /// A list on one line.
  static func list(_ texts: [String]) -> String {
    "[" + texts.map(scalar).joined(separator: ", ") + "]"
  }

  /// A cell as a mapping on one line.
  static func cell(_ cell: Cell) -> String {
    let entries = cell.coordinates.map { "\(scalar($0.dimension)): \(scalar($0.value))" }
    return "{" + entries.joined(separator: ", ") + "}"
  }

  private static let reserved: Set<String> = [
    "true", "false", "yes", "no", "on", "off", "null", "y", "n", "nan", "inf",
  ]

  /// Letters, digits, `_`, `-`, `.`, `/` and inner spaces, beginning with a letter, and no word or
  /// number that YAML would read as something other than a text.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first), !reserved.contains(text.lowercased()),
      text.utf8.last != 0x20
    else { return false }
    return text.utf8.allSatisfy { byte in
      isLetter(byte) || (0x30...0x39).contains(byte)
        || [0x5F, 0x2D, 0x2E, 0x2F, 0x20].contains(byte)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
