/// A verb between a subject and a number, with the questions it makes.
struct NumberVerb {
  enum Sense {
    case have, cost, last, be
  }

  let sense: Sense
  let isPlural: Bool
  /// The form that stands in a question.
  let form: String
  private let language: String

  /// The verb that a word is; nil for any other.
  static func find(_ word: String, _ language: String) -> NumberVerb? {
    func verb(_ sense: Sense, _ isPlural: Bool, _ form: String) -> NumberVerb {
      NumberVerb(sense: sense, isPlural: isPlural, form: form, language: language)
    }
    switch language {
    case "en":
      let bases = [
        "have", "contain", "include", "support", "provide", "offer", "hold", "store", "need",
        "require", "use", "allow", "accept", "cover", "receive",
      ]
      if word == "has" { return verb(.have, false, "have") }
      if word == "is" || word == "are" { return verb(.be, word == "are", word) }
      for (base, sense) in [("cost", Sense.cost), ("take", .last), ("last", .last)] {
        if word == base + "s" { return verb(sense, false, base) }
        if word == base { return verb(sense, true, base) }
      }
      if bases.contains(word) { return verb(.have, true, word) }
      let base = String(word.dropLast())
      return word.hasSuffix("s") && bases.contains(base) ? verb(.have, false, base) : nil
    default:
      let forms: [(String, Sense, Bool)] =
        switch language {
        case "es":
          [
            ("tiene", .have, false), ("tienen", .have, true), ("incluye", .have, false),
            ("contiene", .have, false), ("ofrece", .have, false), ("cuesta", .cost, false),
            ("cuestan", .cost, true), ("dura", .last, false), ("tarda", .last, false),
          ]
        case "fr":
          [
            ("contient", .have, false), ("comprend", .have, false), ("inclut", .have, false),
            ("possède", .have, false), ("coûte", .cost, false), ("coûtent", .cost, true),
            ("dure", .last, false), ("prend", .last, false),
          ]
        default:
          [
            ("hat", .have, false), ("haben", .have, true), ("enthält", .have, false),
            ("umfasst", .have, false), ("kostet", .cost, false), ("kosten", .cost, true),
            ("dauert", .last, false),
          ]
        }
      return forms.first { $0.0 == word }.map { verb($0.1, $0.2, $0.0) }
    }
  }

  private var auxiliary: String { isPlural ? "do" : "does" }

  func cost(_ subject: String) -> String {
    switch language {
    case "es": "¿Cuánto \(form) \(subject)?"
    case "fr": "Combien \(form) \(subject) ?"
    case "de": "Wie viel \(form) \(subject)?"
    default: "How much \(auxiliary) \(subject) \(form)?"
    }
  }

  func duration(_ subject: String) -> String {
    switch language {
    case "es": "¿Cuánto \(form) \(subject)?"
    case "fr": "Combien de temps \(form) \(subject) ?"
    case "de": "Wie lange \(form) \(subject)?"
    default: "How long \(auxiliary) \(subject) \(form)?"
    }
  }

  /// How many of something; nil where the gender of the noun cannot be told.
  func count(_ subject: String, _ noun: String) -> String? {
    switch language {
    case "es":
      guard noun.hasSuffix("os") || noun.hasSuffix("as") else { return nil }
      return "¿\(noun.hasSuffix("as") ? "Cuántas" : "Cuántos") \(noun) \(form) \(subject)?"
    case "fr":
      let isVowel = noun.unicodeScalars.first.map { "aeiouéèêhœ".unicodeScalars.contains($0) }
      return "Combien \(isVowel == true ? "d’" : "de ")\(noun) \(form) \(subject) ?"
    case "de": return "Wie viele \(noun) \(form) \(subject)?"
    default: return "How many \(noun) \(auxiliary) \(subject) \(form)?"
    }
  }
}

/// A verb in the past with the date at which it happened.
struct DatedVerb {
  /// The word at which the verb begins.
  let verb: Int
  let isPlural: Bool
  /// The words of the date.
  let date: Range<Int>
  private let auxiliary: String
  private let participle: String
  private let language: String

  /// Finds "was released in 2015" and the like.
  static func find(_ words: [ProseWord], _ language: String) -> DatedVerb? {
    for index in 1..<max(1, min(8, words.count - 2)) {
      let word = words[index].lower
      var next = index + 1
      switch (language, word) {
      case ("en", "was"), ("en", "were"): break
      case ("es", "fue"), ("es", "fueron"), ("de", "wurde"), ("de", "wurden"): break
      case ("fr", "a"), ("fr", "ont"):
        guard words[next].lower == "été" else { continue }
        next += 1
      default: continue
      }
      let isPlural = ["were", "fueron", "wurden", "ont"].contains(word)
      if language == "de" { return german(words, index, isPlural) }
      guard next + 1 < words.count, words[index..<next].allSatisfy({ $0.flowsOn }) else {
        return nil
      }
      let participle = words[next]
      let ends =
        switch language {
        case "es": ["ado", "ada", "ido", "ida", "ados", "adas"]
        case "fr": ["é", "ée", "és", "ées"]
        default: ["ed", "built", "made", "born", "written", "founded"]
        }
      guard participle.flowsOn, ends.contains(where: participle.lower.hasSuffix),
        let date = date(words, next + 1, language)
      else { return nil }
      return DatedVerb(
        verb: index,
        isPlural: isPlural,
        date: date,
        auxiliary: words[index].text,
        participle: participle.text,
        language: language
      )
    }
    return nil
  }

  /// "wurde 2015 gegründet": the date stands before the participle.
  private static func german(_ words: [ProseWord], _ index: Int, _ isPlural: Bool) -> DatedVerb? {
    let start = words[index + 1].lower == "im" ? index + 2 : index + 1
    guard let last = words.last, last.lower.hasPrefix("ge") || last.lower.hasSuffix("t"),
      words.indices.contains(start), isYear(words[start]), start == words.count - 2
    else { return nil }
    return DatedVerb(
      verb: index,
      isPlural: isPlural,
      date: start..<(start + 1),
      auxiliary: words[index].text,
      participle: last.text,
      language: "de"
    )
  }

  private static func date(
    _ words: [ProseWord],
    _ index: Int,
    _ language: String
  ) -> Range<Int>? {
    let links: Set<String> = ["in", "on", "en", "el", "le"]
    guard links.contains(words[index].lower), words[index].flowsOn else { return nil }
    // A year, or a day and month before one.
    for end in (index + 1)..<min(words.count, index + 7) where isYear(words[end]) {
      let isWhole = end + 1 == words.count || !words[end].flowsOn
      return isWhole ? (index + 1)..<(end + 1) : nil
    }
    return nil
  }

  private static func isYear(_ word: ProseWord) -> Bool {
    word.text.utf8.count == 4 && word.text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      && ["1", "2"].contains(word.text.prefix(1))
  }

  func question(_ subject: String) -> String {
    switch language {
    case "es": "¿Cuándo \(auxiliary) \(participle) \(subject)?"
    case "fr": "Quand est-ce que \(subject) \(auxiliary) été \(participle) ?"
    case "de": "Wann \(auxiliary) \(subject) \(participle)?"
    default: "When \(auxiliary) \(subject) \(participle)?"
    }
  }
}
