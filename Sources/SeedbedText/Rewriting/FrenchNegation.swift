/// French negation: "ne" or "n'" before the verb, "pas" after it.
enum FrenchNegation {
  private static let verb = 1
  private static let pas = 2
  private static let denying = 4
  private static let joining = 8
  private static let article = 16
  private static let subject = 32
  private static let je = 64
  private static let ne = 128

  static func changes(_ words: [FoldedWord], _ text: String) -> [Negation.Change] {
    let known = words.map { classes.classes($0.key) }
    guard !known.contains(where: { $0 & joining != 0 }) else { return [] }
    if let place = words.indices.first(where: { known[$0] & pas != 0 }) {
      return removing(words, known, place, text).map { [$0] } ?? []
    }
    guard !known.contains(where: { $0 & (denying | ne) != 0 }),
      !words.contains(where: { isElided($0, "n'", text) })
    else { return [] }
    return adding(words, known, text)
  }

  private static func adding(
    _ words: [FoldedWord],
    _ known: [Int],
    _ text: String
  ) -> [Negation.Change] {
    for index in words.indices {
      // "un" after the verb would have to become "de".
      let next = index + 1 < words.count && words[index + 1].gap == .space ? known[index + 1] : 0
      let lower = String(text.utf8Slice(words[index].range)).lowercasedPlain
      if let full = elisions[lower] {
        guard next & article == 0 || lower == "c'est" || lower == "c'était" else { return [] }
        return [.adding(.negating(words[index], full))]
      }
      guard known[index] & verb != 0, index > 0, words[index].gap == .space,
        known[index - 1] & subject != 0 || !isPronounNeeded(lower)
      else { continue }
      let isBe = ["est", "sont", "était", "étaient", "suis", "sommes"].contains(lower)
      guard next & article == 0 || isBe else { return [] }
      let opening = startsWithVowel(lower) ? "n'" : "ne "
      return [
        .adding(
          .negating(words[index].start, opening),
          .negating(words[index].end, " pas")
        )
      ]
    }
    return []
  }

  private static func removing(
    _ words: [FoldedWord],
    _ known: [Int],
    _ place: Int,
    _ text: String
  ) -> Negation.Change? {
    guard place >= 2, words[place].gap == .space, known.count(where: { $0 & pas != 0 }) == 1,
      !known.contains(where: { $0 & denying != 0 }),
      place + 1 >= words.count || known[place + 1] & pas == 0
    else { return nil }
    // "pas de" would have to become "un" or "du".
    if place + 1 < words.count {
      let next = String(text.utf8Slice(words[place + 1].range)).lowercasedPlain
      guard next != "de", !next.hasPrefix("d'") else { return nil }
    }
    let gone = TextEdit.affirming(words[place - 1].end..<words[place].end)
    for index in [place - 1, place - 2] {
      if known[index] & ne != 0, index + 1 < words.count, words[index].gap == .space {
        return .removing(.affirming(words[index].start..<words[index + 1].start), gone)
      }
      guard isElided(words[index], "n'", text), words[index].gap == .space else { continue }
      let prefix = words[index].start..<verbStart(words[index], text)
      guard index > 0, known[index - 1] & je != 0 else {
        return .removing(.affirming(prefix), gone)
      }
      // "je n'ai pas" becomes "j'ai".
      let pronoun = words[index - 1]
      let joined = TextEdit(
        range: pronoun.start..<prefix.upperBound,
        replacement: pronoun.letterCase == .lower ? "j'" : "J'",
        note: "affirm"
      )
      return .removing(joined, gone)
    }
    return nil
  }

  private static func isElided(_ word: FoldedWord, _ prefix: String, _ text: String) -> Bool {
    word.hasApostrophe && String(text.utf8Slice(word.range)).lowercasedPlain.hasPrefix(prefix)
  }

  /// The place after the apostrophe.
  private static func verbStart(_ word: FoldedWord, _ text: String) -> Int {
    let part = text.utf8Slice(word.range)
    guard let sign = part.unicodeScalars.firstIndex(where: { $0 == "'" || $0 == "\u{2019}" }) else {
      return word.start
    }
    let after = part.unicodeScalars.index(after: sign)
    return word.start + part.utf8.distance(from: part.startIndex, to: after)
  }

  private static func startsWithVowel(_ word: String) -> Bool {
    guard let first = word.unicodeScalars.first else { return false }
    return "aeiouhéèêâà".unicodeScalars.contains(first)
  }

  /// Short forms that are other words without a pronoun before them ("a", "as").
  private static func isPronounNeeded(_ verb: String) -> Bool {
    verb.utf8.count <= 3 && verb != "est"
  }

  private static let elisions = [
    "c'est": "ce n'est pas", "c'était": "ce n'était pas", "j'ai": "je n'ai pas",
    "j'aime": "je n'aime pas", "j'avais": "je n'avais pas", "j'adore": "je n'adore pas",
    "j'étais": "je n'étais pas",
  ]

  private static let classes = WordClasses([
    (
      verb,
      """
      est sont était étaient suis es sommes êtes a ont avait peux peut peuvent pouvons veux veut
      fonctionne fonctionnent marche marchent aime aiment recommande vaut mérite arrive arrivent dois
      doit vais va vont semble habite travaille comprends comprend crois
      """
    ),
    (pas, "pas"), (ne, "ne"),
    (denying, "jamais rien personne aucun aucune plus ni sans non guère"),
    (joining, "et mais parce que qu'il qui si quand ou car donc lorsque comment pourquoi où"),
    (article, "un une des du de"),
    (subject, "je tu il elle on nous vous ils elles ça cela ce"), (je, "je"),
  ])
}
