/// A set of Unicode scalars.
struct ScalarClass: Sendable {
  var ranges: [ClosedRange<UInt32>] = []
  var categories: [CategoryTest] = []
  var isNegated = false

  /// General categories that belong, or that do not.
  struct CategoryTest: Sendable {
    var categories: [Unicode.GeneralCategory]
    var isNegated: Bool
  }

  init() {}

  init(_ ranges: ClosedRange<UInt32>..., isNegated: Bool = false) {
    self.ranges = ranges
    self.isNegated = isNegated
  }

  static let digit = Self(48...57)
  static let word = Self(48...57, 65...90, 95...95, 97...122)
  static let space = Self(
    9...13,
    32...32,
    0xA0...0xA0,
    0x1680...0x1680,
    0x2000...0x200A,
    0x2028...0x2029,
    0x202F...0x202F,
    0x205F...0x205F,
    0x3000...0x3000,
    0xFEFF...0xFEFF
  )
  /// What `.` stands for: everything but ends of lines.
  static let any = Self(10...10, 13...13, 0x2028...0x2029, isNegated: true)

  /// Whether a scalar is a letter, digit or `_` of ASCII, as `\b` counts.
  static func isWord(_ scalar: Unicode.Scalar?) -> Bool { scalar.map(word.contains) ?? false }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    let isIn =
      ranges.contains { $0.contains(value) }
      || !categories.isEmpty
        && categories.contains {
          $0.categories.contains(scalar.properties.generalCategory) != $0.isNegated
        }
    return isIn != isNegated
  }

  /// Everything that is not in this set.
  var inverted: Self {
    var copy = self
    copy.isNegated.toggle()
    return copy
  }

  /// Adds another set; what lies in neither of a negated one's ranges is spelt out.
  mutating func formUnion(_ other: Self) {
    guard other.isNegated else {
      ranges += other.ranges
      categories += other.categories
      return
    }
    var next: UInt32 = 0
    for range in other.ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { ranges.append(next...range.lowerBound - 1) }
      next = max(next, range.upperBound + 1)
    }
    if other.categories.isEmpty { ranges.append(next...0x10FFFF) }
    categories += other.categories.map {
      CategoryTest(categories: $0.categories, isNegated: !$0.isNegated)
    }
  }

  /// The categories that `\p{…}` can name.
  static func categories(named name: String) -> [Unicode.GeneralCategory]? {
    switch name {
    case "L", "Letter":
      [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter]
    case "Lu", "Uppercase_Letter": [.uppercaseLetter]
    case "Ll", "Lowercase_Letter": [.lowercaseLetter]
    case "M", "Mark": [.nonspacingMark, .spacingMark, .enclosingMark]
    case "N", "Number": [.decimalNumber, .letterNumber, .otherNumber]
    case "Nd", "Decimal_Number": [.decimalNumber]
    case "P", "Punctuation":
      [
        .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
        .initialPunctuation, .finalPunctuation, .otherPunctuation,
      ]
    case "S", "Symbol": [.mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol]
    case "Z", "Separator": [.spaceSeparator, .lineSeparator, .paragraphSeparator]
    default: nil
    }
  }
}
