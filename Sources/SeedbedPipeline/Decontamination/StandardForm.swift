/// Where Unicode's annex 29 keeps two parts of a word together.
enum StandardForm {
  /// Marks that may join.
  static let joiners: Set<Unicode.Scalar> = ["'", "\u{2019}", ".", ",", ";", ":", "\u{b7}"]

  /// Whether a mark joins its neighbours.
  ///
  /// Apostrophes and full stops join letters and digits, colons and middle dots letters, commas and
  /// semicolons digits.
  static func joins(
    _ mark: Unicode.Scalar,
    _ left: Unicode.Scalar,
    _ right: Unicode.Scalar
  ) -> Bool {
    switch mark {
    case "'", "\u{2019}", ".": isLetter(left) && isLetter(right) || isDigit(left) && isDigit(right)
    case ":", "\u{b7}": isLetter(left) && isLetter(right)
    default: isDigit(left) && isDigit(right)
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .decimalNumber
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic && !Ideographs.contains(scalar.value)
  }
}

/// Scripts written without spaces, in which each scalar is taken for a word.
enum Ideographs {
  /// Whether a scalar is a Han character or kana.
  static func contains(_ value: UInt32) -> Bool {
    switch value {
    case 0x3005...0x3007, 0x3021...0x3029, 0x3041...0x3096, 0x309d...0x309f: true
    case 0x30a1...0x30fa, 0x30fc...0x30ff, 0x31f0...0x31ff: true
    case 0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff: true
    case 0x20000...0x2fa1f, 0x30000...0x323af: true
    default: false
    }
  }
}
