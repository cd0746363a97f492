/// What the published normalisers do with ASCII.
enum ASCIIForms {
  /// The lower-case form of a byte.
  static func lowered(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// Whether a scalar is one of the 32 ASCII marks that are neither letters, digits nor space.
  static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x2f, 0x3a...0x40, 0x5b...0x60, 0x7b...0x7e: true
    default: false
    }
  }

  /// Whether Python's `str.split` and `\s` call a scalar white space: Unicode's, and the four
  /// separators among the control characters.
  static func isPythonSpace(_ scalar: Unicode.Scalar) -> Bool {
    (0x1c...0x1f).contains(scalar.value) || isSpace(scalar)
  }

  /// Whether Unicode calls a scalar white space; its tables are asked only beyond ASCII.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar.value == 0x20 || (9...13).contains(scalar.value) : scalar.properties.isWhitespace
  }

  /// For each ASCII byte what a form makes of it: 0 dropped, a space a separator, else the byte.
  private static func table(_ form: WordForm) -> [UInt8] {
    (0..<128).map { value in
      let scalar = Unicode.Scalar(UInt8(value))
      switch form.fate(of: scalar) {
      case .separator, .joiner: return 0x20
      case .dropped: return 0
      case .kept, .alone:
        var bytes: [UInt8] = []
        form.append(scalar, to: &bytes)
        return bytes.first ?? 0
      }
    }
  }

  /// The table of a form; nil where a character's fate depends on its neighbours.
  static func table(of form: WordForm) -> [UInt8]? {
    switch form {
    case .plain: plain
    case .janitor: janitor
    case .simplified: simplified
    case .folded, .standard: nil
    }
  }

  private static let plain = table(.plain)
  private static let janitor = table(.janitor)
  private static let simplified = table(.simplified)
}
