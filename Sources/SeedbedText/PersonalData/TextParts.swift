/// Cuts a value into runs of letters, runs of digits, and what stands between.
enum TextParts {
  private enum Kind {
    case letters, digits, other
  }

  /// The parts in their order; joined they are the value again.
  static func split(_ value: String) -> [String] {
    var parts: [String] = []
    var last: Kind?
    for scalar in value.unicodeScalars {
      let kind: Kind =
        scalar.value &- 0x30 < 10
        ? .digits
        : scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
          ? .letters : .other
      if kind == last, let end = parts.indices.last {
        parts[end].unicodeScalars.append(scalar)
      } else {
        parts.append(String(scalar))
        last = kind
      }
    }
    return parts
  }

  /// The parts of a word that begin with a capital: `AnnLee` is two.
  static func humps(_ word: String) -> [Substring] {
    guard word != word.uppercased() else { return [word[...]] }
    var parts: [Substring] = []
    var start = word.startIndex
    for index in word.indices.dropFirst() where word[index].isUppercase {
      parts.append(word[start..<index])
      start = index
    }
    parts.append(word[start...])
    return parts
  }
}
