/// A text prepared for finding words in it that differ from it in white space alone.
struct VerbatimText {
  /// The scalars of the text as it is.
  let scalars: [Unicode.Scalar]
  private let bytes: [UInt8]
  /// The scalar that each byte belongs to.
  private let places: [Int]
  private let foldsCase: Bool

  /// Prepares a text.
  ///
  /// - Parameters:
  ///   - text: The text to search in.
  ///   - foldsCase: Whether small and capital letters are the same.
  init(_ text: String, foldsCase: Bool = false) {
    scalars = Array(text.unicodeScalars)
    self.foldsCase = foldsCase
    (bytes, places) = Self.plain(scalars, foldsCase: foldsCase)
  }

  /// Every place where some words stand, as scalars of the text.
  ///
  /// Time is linear in both texts (Knuth, Morris and Pratt 1977).
  ///
  /// - Parameters:
  ///   - words: The words; white space at their ends does not count.
  ///   - whole: Whether no letter or digit may go on before or after them.
  /// - Returns: Ranges of scalars in ascending order.
  func places(of words: String, whole: Bool = false) -> [Range<Int>] {
    let (sought, _) = Self.plain(Array(words.trimmed.unicodeScalars), foldsCase: foldsCase)
    guard !sought.isEmpty, sought.count <= bytes.count else { return [] }
    let fallback = Self.fallback(of: sought)
    var found: [Range<Int>] = [], matched = 0
    for (index, byte) in bytes.enumerated() {
      while matched > 0, sought[matched] != byte { matched = fallback[matched - 1] }
      if sought[matched] == byte { matched += 1 }
      guard matched == sought.count else { continue }
      let range = places[index - sought.count + 1]..<(places[index] + 1)
      if !whole || isWhole(range) { found.append(range) }
      matched = fallback[matched - 1]
    }
    return found
  }

  /// The text of a range of scalars.
  func text(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  // MARK: - White space and case

  private static func plain(
    _ scalars: [Unicode.Scalar],
    foldsCase: Bool
  ) -> (bytes: [UInt8], places: [Int]) {
    var bytes: [UInt8] = [], places: [Int] = []
    bytes.reserveCapacity(scalars.count)
    places.reserveCapacity(scalars.count)
    var afterSpace = false
    for (place, scalar) in scalars.enumerated() {
      let isSpace = scalar.properties.isWhitespace
      defer { afterSpace = isSpace }
      if isSpace {
        if afterSpace { continue }
        bytes.append(0x20)
        places.append(place)
        continue
      }
      let folded = foldsCase ? fold(scalar) : scalar
      for byte in UTF8.encode(folded) ?? UTF8.encodedReplacementCharacter {
        bytes.append(byte)
        places.append(place)
      }
    }
    return (bytes, places)
  }

  private static func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar.isASCII {
      return ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar
    }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars
    return lower.count == 1 ? lower.first ?? scalar : scalar
  }

  /// The longest proper border of each prefix.
  private static func fallback(of sought: [UInt8]) -> [Int] {
    var fallback = [Int](repeating: 0, count: sought.count)
    var matched = 0
    for index in sought.indices.dropFirst() {
      while matched > 0, sought[matched] != sought[index] { matched = fallback[matched - 1] }
      if sought[matched] == sought[index] { matched += 1 }
      fallback[index] = matched
    }
    return fallback
  }

  // MARK: - Whole words

  /// Whether a word or number ends where the range does, on both sides.
  private func isWhole(_ range: Range<Int>) -> Bool {
    let first = scalars[range.lowerBound], last = scalars[range.upperBound - 1]
    let before = range.lowerBound > 0 ? scalars[range.lowerBound - 1] : nil
    let after = range.upperBound < scalars.count ? scalars[range.upperBound] : nil
    if Self.goesOn(before, first) || Self.goesOn(last, after) { return false }
    // 14 is no part of 3.14 or of 14,50.
    if Self.isDigit(first), let before, ".,".unicodeScalars.contains(before), range.lowerBound > 1,
      Self.isDigit(scalars[range.lowerBound - 2])
    {
      return false
    }
    if Self.isDigit(last), let after, ".,".unicodeScalars.contains(after),
      range.upperBound + 1 < scalars.count, Self.isDigit(scalars[range.upperBound + 1])
    {
      return false
    }
    return true
  }

  private static func goesOn(_ left: Unicode.Scalar?, _ right: Unicode.Scalar?) -> Bool {
    guard let left, let right, isWordPart(left), isWordPart(right) else { return false }
    // "5kg" and "€5" are a number with its unit.
    return isDigit(left) == isDigit(right) || !left.isASCII || !right.isASCII
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar)
  }

  /// Whether a scalar is part of a word in a script that puts spaces between words.
  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x9FFF, 0xA960...0xA97F,
      0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF66...0xFFDC, 0x20000...0x3FFFF:
      false
    default:
      scalar.isASCII
        ? isDigit(scalar) || ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        : scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
  }
}
