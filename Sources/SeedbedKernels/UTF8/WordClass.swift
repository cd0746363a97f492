/// What a scalar does to the word it stands in.
enum WordClass: UInt8 {
  /// It separates words.
  case other
  case letter
  case digit
  /// It goes with the scalar before it.
  case mark
  /// It is a word of its own: Han, hiragana, katakana.
  case ideograph
  /// It keeps two letters together and is nothing elsewhere: apostrophes, soft hyphen, the
  /// zero-width joiner and non-joiner.
  case joiner

  @inline(__always)
  var isAlphanumeric: Bool { self == .letter || self == .digit }

  /// The class of each ASCII character.
  static let ascii: [Self] = (0..<128).map { value in
    switch UInt8(value) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "'"): .joiner
    default: .other
    }
  }

  /// Classifies a scalar beyond ASCII: common scripts by range, the rest by Unicode's properties.
  init(beyondASCII value: UInt32) {
    switch value {
    case 0xc0...0x24f: self = value == 0xd7 || value == 0xf7 ? .other : .letter
    case 0x300...0x36f: self = .mark
    case 0x391...0x3a1, 0x3a3...0x3e1, 0x400...0x481, 0x48a...0x52f: self = .letter
    case 0x5d0...0x5ea, 0x620...0x64a, 0xac00...0xd7a3: self = .letter
    case 0xad, 0x200c, 0x200d, 0x2019: self = .joiner
    case 0x3005...0x3007, 0x3021...0x3029, 0x3041...0x3096, 0x309d...0x309f: self = .ideograph
    case 0x30a1...0x30fa, 0x30fc...0x30ff, 0x31f0...0x31ff: self = .ideograph
    case 0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff: self = .ideograph
    case 0xff66...0xff9d, 0x20000...0x2fa1f, 0x30000...0x323af: self = .ideograph
    default: self.init(byCategoryOf: value)
    }
  }

  private init(byCategoryOf value: UInt32) {
    switch Unicode.Scalar(value)?.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      self = .letter
    case .decimalNumber, .letterNumber: self = .digit
    case .nonspacingMark, .spacingMark, .enclosingMark: self = .mark
    default: self = .other
    }
  }
}
