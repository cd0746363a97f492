/// Two words that say the opposite, in all their forms.
struct AntonymPair {
  /// The forms of the first, and at the same places those of the second.
  var first: [String]
  var second: [String]
  /// Whether the first speaks well and the second ill of something.
  var hasValence: Bool
  var isForward = true
  var isBackward = true

  /// Reads lines `word word`; `>` between them goes one way only, where the second has a nearer opposite.
  ///
  /// - Parameters:
  ///   - list: The lines.
  ///   - hasValence: Whether the first words speak well of something.
  ///   - forms: The forms of a word, as many for each.
  /// - Returns: What was read, or nil.
  static func read(
    _ list: String,
    hasValence: Bool,
    forms: (String) -> [String]? = { [$0] }
  ) -> [AntonymPair] {
    list.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").map(String.init)
      guard let first = words.first, let last = words.last, let a = forms(first),
        let b = forms(last), a.count == b.count
      else { return nil }
      let isOneWay = words.count == 3
      return AntonymPair(first: a, second: b, hasValence: hasValence, isBackward: !isOneWay)
    }
  }

  /// Lines of forms, the second word's after a slash.
  static func read(forms list: String, hasValence: Bool) -> [AntonymPair] {
    list.split(separator: "\n").compactMap { line in
      let sides = line.split(separator: "/").map { $0.split(separator: " ").map(String.init) }
      guard sides.count == 2, sides[0].count == sides[1].count else { return nil }
      return AntonymPair(first: sides[0], second: sides[1], hasValence: hasValence)
    }
  }

  /// The forms of an English verb: base, third person, "-ing", past and participle.
  static func verb(_ base: String) -> [String]? {
    let doubles = ["withdraw", "follow", "show", "open", "lower", "unfollow", "enter", "deposit"]
    let past = IrregularVerbs.forms[base]
    let plain = doubles.contains(base)
    return [
      base, Spelling.withS(base), plain ? base + "ing" : Spelling.withIng(base),
      past?.past ?? (plain ? base + "ed" : Spelling.withVowelEnding(base, "ed")),
      past?.participle ?? (plain ? base + "ed" : Spelling.withVowelEnding(base, "ed")),
    ]
  }

  /// The forms of a Spanish adjective by gender and number.
  static func spanish(_ word: String) -> [String]? {
    let stem = word.dropLast()
    if word.hasSuffix("o") { return [word, stem + "a", word + "s", stem + "as"] }
    if word.hasSuffix("e") { return [word, word, word + "s", word + "s"] }
    if word.hasSuffix("l") || word.hasSuffix("r") {
      return [word, word, word + "es", word + "es"]
    }
    return nil
  }

  /// The forms of a German adjective.
  static func german(_ word: String) -> [String]? {
    [word, word + "e", word + "en", word + "em", word + "er", word + "es"]
  }
}
