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
    let irregular = irregular.bases(of: WordHash(word), pos)
    irregular.forEach(add)
    // Like morphy: an irregular form is not taken apart by the regular rules.
    guard irregular.isEmpty else { return found }
    let letters = Array(word.utf8)
    for rule in Detachment.rules(pos) where rule.applies(to: letters) {
      add(String(decoding: letters.dropLast(rule.ending.count) + rule.replacement, as: UTF8.self))
    }
    return found
  }
}

/// A regular ending and what the base form has in its place.
struct Detachment {
  let ending: [UInt8]
  let replacement: [UInt8]

  private init(_ ending: String, _ replacement: String) {
    self.ending = Array(ending.utf8)
    self.replacement = Array(replacement.utf8)
  }

  /// Whether a word has the ending and something before it.
  func applies(to letters: [UInt8]) -> Bool {
    let kept = letters.count - ending.count
    guard kept > 0 else { return false }
    for index in 0..<ending.count where letters[kept + index] != ending[index] { return false }
    return true
  }

  /// The endings of a part of speech, in `morphy`'s order.
  static func rules(_ pos: PartOfSpeech) -> [Detachment] {
    switch pos {
    case .noun: nouns
    case .verb: verbs
    case .adjective: adjectives
    case .adverb: []
    }
  }

  private static let nouns = [
    Detachment("s", ""), Detachment("ses", "s"), Detachment("xes", "x"), Detachment("zes", "z"),
    Detachment("ches", "ch"), Detachment("shes", "sh"), Detachment("men", "man"),
    Detachment("ies", "y"),
  ]
  private static let verbs = [
    Detachment("s", ""), Detachment("ies", "y"), Detachment("es", "e"), Detachment("es", ""),
    Detachment("ed", "e"), Detachment("ed", ""), Detachment("ing", "e"), Detachment("ing", ""),
  ]
  private static let adjectives = [
    Detachment("er", ""), Detachment("est", ""), Detachment("er", "e"), Detachment("est", "e"),
  ]
}
