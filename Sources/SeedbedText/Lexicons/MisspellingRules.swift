/// Spelling mistakes by rule, for words that no list has.
enum MisspellingRules {
  /// The mistakes in a lower-case word; none for words below four letters, and none that change the
  /// first letter, which people hardly ever get wrong, except Spanish h, b and v.
  static func variants(of word: String, language: String) -> [String] {
    let scalars = Array(word.unicodeScalars)
    guard scalars.count >= 4, scalars.allSatisfy(\.properties.isAlphabetic) else { return [] }
    var found: [String] = []
    func add(_ variant: [Unicode.Scalar]) {
      let text = String(String.UnicodeScalarView(variant))
      if text != word, !found.contains(text) { found.append(text) }
    }
    undouble(scalars).forEach(add)
    double(scalars).forEach(add)
    for (old, new) in swaps(language) { replace(scalars, old, new).forEach(add) }
    vowels(scalars, language).forEach(add)
    return found
  }

  private static func undouble(_ word: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    (1..<word.count).filter { word[$0] == word[$0 - 1] }.map { index in
      var variant = word
      variant.remove(at: index)
      return variant
    }
  }

  private static func double(_ word: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    // Only consonants that are often doubled, between vowels, as in "comming".
    (1..<(word.count - 1)).filter { index in
      "lmnprst".unicodeScalars.contains(word[index]) && isVowel(word[index - 1])
        && isVowel(word[index + 1])
    }
    .map { index in
      var variant = word
      variant.insert(word[index], at: index)
      return variant
    }
  }

  /// Pairs of spellings for one sound; the first is replaced by the second, wherever it stands.
  private static func swaps(_ language: String) -> [(old: String, new: String)] {
    switch language {
    case "en":
      [
        ("ie", "ei"), ("ei", "ie"), ("ght", "gt"), ("wh", "w"), ("kn", "n"), ("wr", "r"),
        ("mb", "m"), ("sc", "s"), ("ph", "f"), ("ck", "k"), ("able", "ible"), ("ible", "able"),
        ("ance", "ence"), ("ence", "ance"), ("ful", "full"), ("tion", "sion"),
      ]
    case "es":
      [
        ("b", "v"), ("v", "b"), ("h", ""), ("ll", "y"), ("y", "ll"), ("ce", "se"), ("ci", "si"),
        ("z", "s"), ("ge", "je"), ("gi", "ji"), ("qu", "k"), ("x", "s"), ("mp", "np"),
      ]
    case "fr":
      [("eau", "au"), ("ph", "f"), ("qu", "k"), ("ç", "c"), ("ss", "s"), ("é", "er"), ("er", "é")]
    case "de":
      [
        ("ß", "ss"), ("ie", "i"), ("tz", "z"), ("ck", "k"), ("ä", "ae"), ("ö", "oe"), ("ü", "ue"),
        ("eh", "e"), ("th", "t"), ("dt", "t"),
      ]
    default: []
    }
  }

  private static func replace(
    _ word: [Unicode.Scalar],
    _ old: String,
    _ new: String
  ) -> [[Unicode.Scalar]] {
    let old = Array(old.unicodeScalars)
    let new = Array(new.unicodeScalars)
    guard word.count > old.count else { return [] }
    return (0...(word.count - old.count)).compactMap { start in
      guard Array(word[start..<(start + old.count)]) == old else { return nil }
      return Array(word[..<start]) + new + Array(word[(start + old.count)...])
    }
  }

  /// An unstressed vowel inside the word taken for another ("seperate").
  private static func vowels(_ word: [Unicode.Scalar], _ language: String) -> [[Unicode.Scalar]] {
    guard language == "en" else { return [] }
    let swaps: [Unicode.Scalar: Unicode.Scalar] = ["a": "e", "e": "a", "i": "e", "o": "a"]
    return (2..<(word.count - 1)).compactMap { index in
      guard let other = swaps[word[index]], !isVowel(word[index - 1]), !isVowel(word[index + 1])
      else { return nil }
      var variant = word
      variant[index] = other
      return variant
    }
  }

  private static func isVowel(_ scalar: Unicode.Scalar) -> Bool {
    "aeiouáéíóúäöüàèê".unicodeScalars.contains(scalar)
  }
}
