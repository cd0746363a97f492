import SeedbedKernels

/// One thing about the outside of a text: its length, casing, punctuation or spacing.
///
/// Marks are written as words that begin with a letter no living text uses (U+10000, of Linear B), so
/// that they pass through the same vectoriser as the words of the text.
struct SurfaceMark: Hashable, Sendable {
  static let prefix = "\u{10000}"

  /// The word that stands for the mark; letters and digits in lower case only.
  let token: String
  /// The mark in words for people.
  let name: String

  private init(_ code: String, _ name: String) {
    token = Self.prefix + code
    self.name = name
  }

  /// The marks of a text, each once.
  static func marks(of text: String) -> [SurfaceMark] {
    var marks = [length(of: text)]
    var seen: Set<Unicode.Scalar> = []
    var previous: Unicode.Scalar?
    var hasGap = false
    var letters = (upper: 0, lower: 0)
    for scalar in text.unicodeScalars {
      let kind = scalar.properties
      if kind.isUppercase { letters.upper += 1 }
      if kind.isLowercase { letters.lower += 1 }
      if scalar == " " {
        hasGap = hasGap || previous == " "
      } else if isSymbol(scalar), seen.insert(scalar).inserted {
        let code = String(scalar.value, radix: 16)
        marks.append(SurfaceMark("has" + code, "has \(shown(scalar))"))
      }
      previous = scalar
    }
    if hasGap { marks.append(SurfaceMark("hasgap", "has two spaces in a row")) }
    if text.unicodeScalars.first?.properties.isWhitespace == true {
      marks.append(SurfaceMark("indented", "white space in front"))
    }
    if previous?.properties.isWhitespace == true {
      marks.append(SurfaceMark("trailing", "white space at the end"))
    }
    marks.append(start(of: text))
    marks.append(end(of: text))
    marks.append(casing(letters))
    return marks
  }

  /// The number of words, in steps of about a quarter.
  private static func length(of text: String) -> SurfaceMark {
    var count = 0
    WordScanner.forEachWord(in: text.utf8Span.span) { _ in count += 1 }
    var low = 0
    var high = 0
    while high < count {
      low = high + 1
      high = max(low, low * 5 / 4)
    }
    let name = low == high ? "\(low)" : "\(low) to \(high)"
    return SurfaceMark("length\(low)", "length: \(name) words")
  }

  private static func isSymbol(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter, .modifierLetter,
      .decimalNumber, .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      false
    default: true
    }
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": return "line break"
    case "\t": return "tab"
    default: break
    }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator, .surrogate,
      .privateUse, .unassigned:
      return "U+" + String(scalar.value, radix: 16, uppercase: true)
    default: return String(scalar)
    }
  }

  private static func start(of text: String) -> SurfaceMark {
    guard let first = text.unicodeScalars.first(where: { !$0.properties.isWhitespace }) else {
      return SurfaceMark("startsempty", "is empty")
    }
    if first.properties.isUppercase { return SurfaceMark("startsupper", "starts with a capital") }
    if first.properties.isLowercase {
      return SurfaceMark("startslower", "starts with a small letter")
    }
    return isSymbol(first)
      ? SurfaceMark("starts" + String(first.value, radix: 16), "starts with \(shown(first))")
      : SurfaceMark("startsother", "starts with a digit or a letter without case")
  }

  private static func end(of text: String) -> SurfaceMark {
    guard let last = text.unicodeScalars.last(where: { !$0.properties.isWhitespace }) else {
      return SurfaceMark("endsempty", "is empty")
    }
    return isSymbol(last)
      ? SurfaceMark("ends" + String(last.value, radix: 16), "ends with \(shown(last))")
      : SurfaceMark("endsword", "ends without punctuation")
  }

  private static func casing(_ letters: (upper: Int, lower: Int)) -> SurfaceMark {
    if letters.upper == 0 { return SurfaceMark("caselower", "no capitals") }
    if letters.lower == 0 { return SurfaceMark("caseupper", "all capitals") }
    let isDense = letters.upper * 10 > letters.upper + letters.lower
    return isDense
      ? SurfaceMark("casedense", "over a tenth capitals")
      : SurfaceMark("casemixed", "some capitals")
  }
}
