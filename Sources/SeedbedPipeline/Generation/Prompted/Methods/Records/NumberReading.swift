/// What the figures of a text can stand for, so that 1,250, 1.250,00 and 1250 are seen as one number.
enum NumberReading {
  /// The figures of a text: digits with points, commas or apostrophes between them.
  static func figures(in scalars: [Unicode.Scalar]) -> [Range<Int>] {
    var figures: [Range<Int>] = []
    var index = 0
    while index < scalars.count {
      guard isDigit(scalars[index]) else {
        index += 1
        continue
      }
      var end = index + 1
      while end < scalars.count,
        isDigit(scalars[end])
          || (end + 1 < scalars.count && isSeparator(scalars[end]) && isDigit(scalars[end + 1]))
      {
        end += 1
      }
      figures.append(index..<end)
      index = end
    }
    return figures
  }

  /// Every number that the figures of a text can be read as.
  static func readings(of text: String) -> Set<String> {
    let scalars = Array(text.unicodeScalars)
    return figures(in: scalars).reduce(into: []) { $0.formUnion(readings(of: scalars[$1])) }
  }

  /// Whether each figure of a text can be read as a number of another one.
  static func agrees(_ text: String, with other: String) -> Bool {
    let known = readings(of: other)
    let scalars = Array(text.unicodeScalars)
    return figures(in: scalars).allSatisfy { !readings(of: scalars[$0]).isDisjoint(with: known) }
  }

  /// The readings of one figure: with its last sign before a fraction, with all signs between groups of
  /// three, and part by part, as in 09.01.2026.
  static func readings(of figure: ArraySlice<Unicode.Scalar>) -> Set<String> {
    var parts: [String] = [""]
    for scalar in figure {
      if isDigit(scalar) {
        parts[parts.count - 1].unicodeScalars.append(scalar)
      } else {
        parts.append("")
      }
    }
    guard parts.count > 1, let last = parts.last else {
      let number = whole(parts[0])
      // A year is often written by its last two digits.
      let isYear = number.utf8.count == 4 && (number.hasPrefix("19") || number.hasPrefix("20"))
      return isYear ? [number, whole(String(number.suffix(2)))] : [number]
    }
    var readings: Set<String> = []
    if parts.dropFirst().allSatisfy({ $0.utf8.count == 3 }) {
      readings.insert(whole(parts.joined()))
    }
    var fraction = last
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let before = whole(parts.dropLast().joined())
    readings.insert(fraction.isEmpty ? before : before + "." + fraction)
    if parts.count > 2 { for part in parts { readings.insert(whole(part)) } }
    return readings
  }

  private static func whole(_ digits: String) -> String {
    let significant = digits.drop { $0 == "0" }
    return significant.isEmpty ? "0" : String(significant)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "," || scalar == "'" || scalar == "’"
  }
}
