/// What a rule calls a word: how text is normalised before n-grams are compared.
enum WordForm: Sendable {
  /// The words of `DuplicateView`; Han characters and kana are words of their own.
  case folded
  /// Lower case, no punctuation, split at white space.
  case plain
  /// ASCII lower case, no ASCII punctuation, split at white space; all else stays.
  case janitor
  /// Lower case, no punctuation, no diacritics, digits as one 0, split at white space and where
  /// NLTK's word tokeniser still splits what is left.
  case simplified
  /// Runs of letters, digits and marks in lower case, as Elasticsearch's standard analyser and
  /// Unicode's annex 29 cut them.
  case standard

  /// Whether Han characters and kana are words of their own.
  var splitsIdeographs: Bool { self == .folded || self == .standard }

  /// What becomes of a scalar.
  enum Fate {
    case separator
    case dropped
    case kept
    /// A word of its own.
    case alone
    /// Kept between two letters or two digits, else a separator; as in "don't" and "3.5".
    case joiner
  }

  /// What becomes of a scalar in a published form.
  func fate(of scalar: Unicode.Scalar) -> Fate {
    switch self {
    case .folded, .plain:
      if ASCIIForms.isSpace(scalar) { return .separator }
      return ASCIIForms.isPunctuation(scalar) || scalar.isPunctuation ? .dropped : .kept
    case .janitor:
      if ASCIIForms.isPythonSpace(scalar) { return .separator }
      return ASCIIForms.isPunctuation(scalar) ? .dropped : .kept
    case .simplified:
      if ASCIIForms.isPythonSpace(scalar) { return .separator }
      if scalar == "\u{2018}" { return .alone }
      return SimplifiedForm.deletes(scalar) ? .dropped : .kept
    case .standard:
      if scalar == "_" || scalar.isWordScalar { return .kept }
      return StandardForm.joiners.contains(scalar) ? .joiner : .separator
    }
  }

  /// Writes a kept scalar as it is compared.
  func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    switch self {
    case .janitor:
      if scalar.isASCII {
        bytes.append(ASCIIForms.lowered(UInt8(truncatingIfNeeded: scalar.value)))
      } else {
        bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
      }
    case .simplified: SimplifiedForm.append(scalar, to: &bytes)
    case .folded, .plain, .standard:
      if scalar.isASCII {
        bytes.append(ASCIIForms.lowered(UInt8(truncatingIfNeeded: scalar.value)))
      } else {
        bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether Unicode calls it punctuation; ASCII is judged by `ASCIIForms`.
  var isPunctuation: Bool {
    guard !isASCII else { return false }
    switch properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }

  /// Whether it is a letter, a number or a mark.
  var isWordScalar: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a: return true
    case ..<0x80: return false
    default: break
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      return true
    default: return false
    }
  }

  /// Whether it goes with the scalar before it.
  var isMark: Bool {
    guard value >= 0x300 else { return false }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return true
    default: return false
    }
  }
}
