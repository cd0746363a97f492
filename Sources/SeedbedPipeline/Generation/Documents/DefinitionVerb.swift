import SeedbedText

/// A verb that says what something is, with the question it answers.
struct DefinitionVerb {
  enum Sense {
    case be, mean, refer, stand, represent
  }

  var sense: Sense
  var isPlural: Bool
  /// How many words it has.
  var length: Int
  var language: String

  /// The verb at a word; nil where there is none.
  static func find(_ words: [ProseWord], _ index: Int, _ language: String) -> DefinitionVerb? {
    let word = words[index].lower
    let next = index + 1 < words.count ? words[index + 1].lower : ""
    func verb(_ sense: Sense, _ isPlural: Bool, _ length: Int = 1) -> DefinitionVerb {
      DefinitionVerb(sense: sense, isPlural: isPlural, length: length, language: language)
    }
    switch (language, word, next) {
    case ("en", "is", _): return verb(.be, false)
    case ("en", "are", _): return verb(.be, true)
    case ("en", "means", _): return verb(.mean, false)
    case ("en", "refers", "to"): return verb(.refer, false, 2)
    case ("en", "refer", "to"): return verb(.refer, true, 2)
    case ("en", "stands", "for"): return verb(.stand, false, 2)
    case ("en", "represents", _): return verb(.represent, false)
    case ("es", "es", _), ("fr", "est", _), ("de", "ist", _): return verb(.be, false)
    case ("es", "son", _), ("fr", "sont", _), ("de", "sind", _): return verb(.be, true)
    default: return nil
    }
  }

  /// Whether what follows the verb says what the subject is, and not what it does or has.
  func accepts(_ rest: ArraySlice<ProseWord>) -> Bool {
    guard let first = rest.first, first.lead.isEmpty || first.isCode else { return false }
    let second = rest.dropFirst().first?.lower ?? ""
    switch (language, sense, isPlural) {
    case ("en", .be, false):
      if first.lower == "one" { return second == "of" }
      if first.lower == "the" {
        let joins: Set<String> = ["of", "that", "which", "for", "used"]
        return rest.prefix(7).contains { joins.contains($0.lower) }
      }
      if first.lower == "a" || first.lower == "an" {
        return !["lot", "bit", "good", "great", "must", "little", "problem", "pain", "big"]
          .contains(second)
      }
      return first.text.hasSuffix("’s") || first.text.hasSuffix("'s")
    case ("en", .be, true): return Self.namesMany(rest)
    case ("en", .mean, _), ("en", .represent, _):
      return !["that", "you", "it", "we", "if", "when", "to", "there", "not"].contains(first.lower)
    case ("en", _, _): return true
    case ("es", .be, false): return ["un", "una"].contains(first.lower)
    case ("fr", .be, false):
      return ["un", "une"].contains(first.lower) && first.flowsOn
    case ("de", .be, false): return ["ein", "eine"].contains(first.lower)
    case ("es", .be, true): return ["unos", "unas"].contains(first.lower)
    case ("fr", .be, true): return first.lower == "des"
    default: return false
    }
  }

  /// Whether the words begin with a noun of several things that is explained further.
  private static func namesMany(_ rest: ArraySlice<ProseWord>) -> Bool {
    let joins: Set<String> = ["of", "that", "which", "for", "used"]
    let words = Array(rest.prefix(5))
    guard let first = words.first, !first.lower.hasSuffix("ed"), !first.lower.hasSuffix("ing"),
      !["always", "never", "often", "also", "not", "the", "both", "all", "as", "like", "useful"]
        .contains(first.lower)
    else { return false }
    for (word, next) in zip(words, words.dropFirst()) {
      if word.lower.hasSuffix("s"), !word.lower.hasSuffix("ss"), joins.contains(next.lower) {
        return true
      }
      guard word.flowsOn, word.lower != "to", word.lower != "in" else { return false }
    }
    return false
  }

  /// The question that the verb's sentence answers.
  func question(_ subject: String) -> String {
    switch (language, sense) {
    case ("es", _): return isPlural ? "¿Qué son \(subject)?" : "¿Qué es \(subject)?"
    case ("fr", _):
      let isVowel = subject.unicodeScalars.first.map { "aeiouéèêhœ".unicodeScalars.contains($0) }
      return "Qu’est-ce \(isVowel == true ? "qu’" : "que ")\(subject) ?"
    case ("de", _): return isPlural ? "Was sind \(subject)?" : "Was ist \(subject)?"
    case (_, .be): return isPlural ? "What are \(subject)?" : "What is \(subject)?"
    case (_, .mean): return "What does \(subject) mean?"
    case (_, .refer): return "What \(isPlural ? "do" : "does") \(subject) refer to?"
    case (_, .stand): return "What does \(subject) stand for?"
    case (_, .represent): return "What does \(subject) represent?"
    }
  }

  /// The question about an entry of a list.
  static func glossary(_ term: String, under heading: String, _ language: String) -> String {
    switch language {
    case "es": "¿Qué se dice de «\(term)» en «\(heading)»?"
    case "fr": "Que dit-on de « \(term) » sous « \(heading) » ?"
    case "de": "Was wird unter „\(heading)“ über „\(term)“ gesagt?"
    default: "What is said about “\(term)” under “\(heading)”?"
    }
  }
}
