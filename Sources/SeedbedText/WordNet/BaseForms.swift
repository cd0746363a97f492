extension WordNet {
  /// The base forms of a word that WordNet knows, as its own `morphy` finds them.
  ///
  /// Irregular forms come from the exception lists; regular ones by detaching endings. The word
  /// itself comes first when it is a lemma.
  ///
  /// - Parameters:
  ///   - word: A word form in any case.
  ///   - pos: The part of speech.
  /// - Returns: Lower-case lemmas without repeats; empty when no rule leads to one.
  public func baseForms(of word: String, _ pos: PartOfSpeech) -> [String] {
    let word = word.lowercased()
    var found: [String] = []
    func add(_ form: String) {
      if !found.contains(form), contains(form, pos) { found.append(form) }
    }
    add(word)
    let irregular = exceptions(for: word, pos)
    irregular.forEach(add)
    // Like morphy: an irregular form is not taken apart by the regular rules.
    guard irregular.isEmpty else { return found }
    for rule in Self.detachments(pos) where word.utf8.count > rule.ending.utf8.count {
      if word.hasSuffix(rule.ending) { add(word.dropLast(rule.ending.count) + rule.replacement) }
    }
    return found
  }

  private static func detachments(
    _ pos: PartOfSpeech
  ) -> [(ending: String, replacement: String)] {
    switch pos {
    case .noun:
      [
        ("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"),
        ("men", "man"), ("ies", "y"),
      ]
    case .verb:
      [
        ("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"),
        ("ing", ""),
      ]
    case .adjective: [("er", ""), ("est", ""), ("er", "e"), ("est", "e")]
    case .adverb: []
    }
  }
}
