import SeedbedKernels

extension SurrogateDraw {
  /// Another name, word by word: each word has its own surrogate, so parts of a name stay together.
  mutating func person(_ value: String) -> String {
    let parts = TextParts.split(value)
    let culture = SurrogateWords.culture(of: parts)
    let words = parts.filter { SurrogateWords.isWord($0) }.count
    var seen = 0
    var result = ""
    for part in parts {
      guard SurrogateWords.isWord(part) else {
        result += part
        continue
      }
      seen += 1
      if SurrogateWords.staysInName(part) {
        result += part
      } else if part.unicodeScalars.count == 1 {
        result += scrambled(part)
      } else {
        result += nameWord(part, culture, isLast: seen == words && words > 1)
      }
    }
    return result
  }

  /// The surrogate of one word of a name, the same wherever the word occurs.
  private func nameWord(_ word: String, _ culture: Int, isLast: Bool) -> String {
    let folded = word.lowercased()
    let known = SurrogateWords.kind(of: folded)
    let kind = known?.kind ?? (isLast ? .surname : .given)
    let list = SurrogateWords.names(known?.culture ?? culture, kind, like: word)
    for step in attempt..<(attempt + 32) {
      var draw = surrogates.chance(for: folded, "name", step)
      guard !list.isEmpty else { break }
      let other = list[draw.index(below: list.count)]
      if other.lowercased() != folded, !surrogates.isReal(other) { return cased(other, like: word) }
    }
    var draw = SurrogateDraw(surrogates: surrogates, type: type, attempt: attempt)
    draw.random = surrogates.chance(for: folded, "name", attempt)
    let letters = draw.invented(max(4, min(word.count, 10)))
    return cased(letters.prefix(1).uppercased() + letters.dropFirst(), like: word)
  }

  /// A company of invented words; legal form and kind of business stay.
  mutating func organization(_ value: String) -> String {
    var result = ""
    for part in TextParts.split(value) {
      let stays = !SurrogateWords.isWord(part) || SurrogateWords.staysInOrganization(part)
      result += stays ? part : cased(pick(SurrogateWords.companies), like: part)
    }
    // A name that is a kind of business throughout still gets another one.
    return result == value ? cased(pick(SurrogateWords.companies), like: value) : result
  }

  /// Another country for a country, another town for a town.
  mutating func place(_ value: String) -> String {
    cased(pick(SurrogateWords.places(like: value)), like: value)
  }

  /// A title before a name stays; a profession becomes another.
  mutating func title(_ value: String) -> String {
    if SurrogateWords.isHonorific(value) { return value }
    let other = pick(SurrogateWords.professions)
    let isCapital = value.unicodeScalars.first.map { $0.properties.isUppercase } ?? false
    return isCapital ? other.prefix(1).uppercased() + other.dropFirst() : other
  }

  /// Other numbers and names in the form of the address; kinds of street, units and countries stay.
  mutating func address(_ value: String) -> String {
    var result = ""
    for part in TextParts.split(value) {
      if part.utf8.allSatisfy(ByteClass.isDigit) {
        var digits = self.digits(part.utf8.count)
        if digits.first == 0x30 { digits[0] = 0x31 + UInt8(random.index(below: 9)) }
        result += String(decoding: digits, as: UTF8.self)
      } else if !SurrogateWords.isWord(part) || SurrogateWords.staysInAddress(part) {
        result += part
      } else {
        result += cased(pick(SurrogateWords.streets), like: part)
      }
    }
    return result
  }

  /// An address at a domain for examples (RFC 2606), its local part in the same form.
  mutating func email(_ value: String) -> String {
    let local = value.prefix { $0 != "@" }
    var result = ""
    for part in TextParts.split(String(local)) {
      if part.utf8.allSatisfy(ByteClass.isDigit) {
        result += String(decoding: digits(part.utf8.count), as: UTF8.self)
      } else if SurrogateWords.isWord(part) {
        // Names run together with capitals: AnnLee.
        for name in TextParts.humps(part) {
          result += cased(pick(SurrogateWords.plainNames), like: String(name))
        }
      } else {
        result += part
      }
    }
    return result + "@" + pick(["example.com", "example.org", "example.net"])
  }

  /// A host below a domain for examples; the scheme, `www` and the form of the path stay.
  mutating func domain(_ value: String) -> String {
    var rest = value[...]
    var result = ""
    if let scheme = rest.firstRange(of: "://") {
      result += rest[..<scheme.upperBound]
      rest = rest[scheme.upperBound...]
    }
    if rest.lowercased().hasPrefix("www.") {
      result += rest.prefix(4)
      rest = rest.dropFirst(4)
    }
    let host = rest.prefix { !"/?#:".contains($0) }
    let path = rest.dropFirst(host.count)
    let name = host.prefix { $0 != "." }
    result += invented(max(4, min(name.count, 16)))
    result += "." + pick(["example.com", "example.org", "example.net"])
    return result + scrambled(String(path))
  }

  /// A word of consonants and vowels in turn.
  mutating func invented(_ count: Int) -> String {
    let consonants = Array("bdfgklmnprstvz".utf8), vowels = Array("aeiou".utf8)
    let bytes = (0..<count).map { place in
      place % 2 == 0
        ? consonants[random.index(below: consonants.count)]
        : vowels[random.index(below: vowels.count)]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
