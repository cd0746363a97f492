/// What one scalar becomes when texts are compared.
enum FoldedScalar {
  case dropped
  case separator
  /// One to three ASCII letters or digits, the first in the lowest byte.
  case ascii(UInt32)
  /// A letter, digit or mark of another script, lower-cased.
  case letter(UInt32)
  /// A general combining mark, whose fate depends on the letter before it.
  case mark(UInt32)

  /// Folds a scalar by itself: look-alikes are a matter of the whole word.
  init(_ value: UInt32) {
    switch value {
    case 0..<0x80: self.init(asciiByte: UInt8(value))
    case 0xb5: self = .letter(0x3bc)
    case 0xb2, 0xb3: self = .ascii(value - 0xb2 + 0x32)
    case 0xb9: self = .ascii(0x31)
    case 0xaa: self = .ascii(0x61)
    case 0xba: self = .ascii(0x6f)
    case 0xd7, 0xf7: self = .separator
    case 0xc0...0x24f, 0x1e00...0x1eff: self.init(latin: value)
    case 0x34f: self = .dropped
    case 0x300...0x36f, 0x1ab0...0x1aff, 0x1dc0...0x1dff, 0x20d0...0x20ff, 0xfe20...0xfe2f:
      self = .mark(value)
    // The letters of common scripts by range: Unicode's properties take fifty times as long.
    case 0x3b1...0x3c1, 0x3c3...0x3ce, 0x430...0x45f: self = .letter(value)
    case 0x391...0x3a1, 0x3a3...0x3a9, 0x410...0x42f: self = .letter(value + 0x20)
    case 0x400...0x40f: self = .letter(value + 0x50)
    case 0x5d0...0x5ea, 0x621...0x63a, 0x641...0x652, 0x904...0x939: self = .letter(value)
    case 0x3041...0x3096, 0x30a1...0x30fa, 0x30fc...0x30fe: self = .letter(value)
    case 0x2010...0x2027, 0x3000...0x3003, 0x3008...0x3020: self = .separator
    case 0x3400...0x4dbf, 0x4e00...0x9fff, 0xac00...0xd7a3: self = .letter(value)
    case 0xff01...0xff5e: self.init(asciiByte: UInt8(value - 0xfee0))
    default:
      if let plain = StyledLetters.plain(for: value) {
        self = .ascii(plain)
      } else {
        self.init(byPropertiesOf: value)
      }
    }
  }

  private init(asciiByte byte: UInt8) {
    switch FoldedASCII.fold(byte) {
    case FoldedASCII.dropped: self = .dropped
    case FoldedASCII.separator: self = .separator
    case let folded: self = .ascii(UInt32(folded))
    }
  }

  private init(latin value: UInt32) {
    if let letters = LatinFolding.letters(for: value) {
      self = .ascii(letters)
    } else {
      self.init(byPropertiesOf: value)
    }
  }

  private init(byPropertiesOf value: UInt32) {
    guard let properties = Unicode.Scalar(value)?.properties else {
      self = .separator
      return
    }
    if properties.isWhitespace {
      self = .separator
    } else if properties.isDefaultIgnorableCodePoint {
      self = .dropped
    } else {
      switch properties.generalCategory {
      case .control, .format: self = .dropped
      case .uppercaseLetter, .titlecaseLetter:
        self = .letter(Self.lowercase(value, properties))
      case .lowercaseLetter: self = .letter(value == 0x3c2 ? 0x3c3 : value)
      case .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark,
        .decimalNumber, .letterNumber, .otherNumber:
        self = .letter(value)
      default: self = .separator
      }
    }
  }

  /// The one-to-one lower case of a capital; the scalar itself where that would be longer.
  private static func lowercase(
    _ value: UInt32,
    _ properties: Unicode.Scalar.Properties
  ) -> UInt32 {
    let mapped = properties.lowercaseMapping.unicodeScalars
    guard let first = mapped.first, mapped.count == 1 else { return value }
    let fits = DecodedScalar.utf8Length(first.value) <= DecodedScalar.utf8Length(value)
    return fits ? first.value : value
  }
}
