/// A number with its unit, for comparing.
struct ComparedFigure {
  let value: Double
  let unit: String

  private static let words: [String: Double] = [
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "one": 1,
  ]

  /// How else a number can be written: `4` for `four`, `four` for `4`.
  static func otherForms(of text: String) -> [String] {
    if let value = words[text.lowercased()] { return [String(Int(value))] }
    return words.filter { String(Int($0.value)) == text }.map(\.key).sorted()
  }

  /// Reads a text that is one number with at most one unit round it; nil for any other.
  init?(_ text: String) {
    var digits = "", unit = "", rest = Substring(text)
    if let word = text.split(separator: " ").first.map({ $0.lowercased() }),
      let value = Self.words[word]
    {
      self.value = value
      self.unit = text.split(separator: " ").dropFirst().joined(separator: " ").lowercased()
      return
    }
    while let first = rest.first, !first.isNumber {
      unit.append(first)
      rest.removeFirst()
    }
    while let first = rest.first, first.isASCII, first.isNumber || first == "," || first == "." {
      digits.append(first)
      rest.removeFirst()
    }
    // A comma before three digits groups thousands; any other could as well be a fraction.
    let groups = digits.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.dropFirst().allSatisfy({ $0.prefix { $0.isNumber }.count == 3 }),
      let value = Double(groups.joined()), !rest.contains(where: \.isNumber),
      unit.count + rest.count <= 16
    else { return nil }
    self.value = unit.trimmed.hasSuffix("-") || unit.trimmed == "−" ? -value : value
    self.unit = (unit.trimmed + " " + rest.description.trimmed).trimmed.lowercased()
  }
}
