/// German negation: "nicht" before what a form of "sein" says, and "kein" for "ein".
enum GermanNegation {
  private static let sein = 1
  private static let nicht = 2
  private static let denying = 4
  private static let joining = 8
  private static let having = 16
  private static let degree = 32
  private static let asking = 64

  static func changes(_ words: [FoldedWord], _ text: String) -> [Negation.Change] {
    let known = words.map { classes.classes($0.key) }
    guard let first = known.first, first & asking == 0,
      !known.contains(where: { $0 & joining != 0 })
    else { return [] }
    let denials = words.indices.filter {
      known[$0] & denying != 0 || negative.value(words[$0].key) >= 0
    }
    if denials.count == 1 { return removing(words, known, denials[0]) }
    guard denials.isEmpty else { return [] }
    for index in words.indices.dropLast() where words[index + 1].gap == .space {
      let next = words[index + 1]
      // "Das ist gut": what is said follows at once.
      if known[index] & sein != 0, index > 0,
        Antonyms.for(language: "de")?.opposites(next.key).isEmpty == false
          || known[index + 1] & degree != 0
      {
        return [.adding(.negating(words[index].end, " nicht"))]
      }
      let article = positive.value(next.key)
      if known[index] & having != 0, article >= 0, next.letterCase == .lower {
        return [.adding(.negating(next, "k" + articles[article]))]
      }
    }
    return []
  }

  private static func removing(
    _ words: [FoldedWord],
    _ known: [Int],
    _ place: Int
  ) -> [Negation.Change] {
    let word = words[place]
    let article = negative.value(word.key)
    // "keine" may be plural, which has no article.
    if article >= 0, article != 1, word.letterCase == .lower {
      return [.removing(.affirming(word, articles[article]))]
    }
    guard known[place] & nicht != 0, place > 0, word.gap == .space, place + 1 < words.count,
      words[place + 1].gap == .space
    else { return [] }
    return [.removing(.affirming(words[place - 1].end..<word.end))]
  }

  private static let articles = ["ein", "eine", "einen", "einem"]
  private static let positive = WordIndex(articles.enumerated().map { ($0.element, $0.offset) })
  private static let negative = WordIndex(
    articles.enumerated().map { ("k" + $0.element, $0.offset) }
  )
  private static let classes = WordClasses([
    (sein, "ist sind war waren bin sei"), (nicht | denying, "nicht"),
    (
      denying,
      "nie niemals nichts niemand nirgends weder noch ohne kaum keiner keines"
    ),
    (joining, "und aber weil wenn dass ob oder denn sondern als obwohl damit"),
    (
      having,
      "habe hat haben hast hatte hatten brauche braucht brauchen gibt ist sehe kaufe möchte trägt"
    ),
    (degree, "sehr so wirklich besonders ziemlich"),
    (asking, "wer was wo wann warum wie welche welcher welches"),
  ])
}
