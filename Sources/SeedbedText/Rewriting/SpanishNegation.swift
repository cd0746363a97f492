/// Spanish negation: "no" before the verb and the pronouns that lean on it.
enum SpanishNegation {
  private static let verb = 1
  private static let clitic = 2
  private static let denying = 4
  private static let no = 8
  private static let joining = 16
  private static let asking = 32

  static func changes(_ words: [FoldedWord], _ text: String) -> [Negation.Change] {
    let known = words.map { classes.classes($0.key) }
    guard let first = known.first, first & asking == 0,
      !known.contains(where: { $0 & joining != 0 })
    else { return [] }
    let denials = words.indices.filter { known[$0] & denying != 0 }
    if denials.count == 1, known[denials[0]] & no != 0 {
      return removing(words, denials[0], text).map { [$0] } ?? []
    }
    guard denials.isEmpty, let place = words.indices.first(where: { known[$0] & verb != 0 }) else {
      return []
    }
    var start = place
    while start > 0, words[start].gap == .space, known[start - 1] & clitic != 0 { start -= 1 }
    let word = words[start]
    guard word.opensSentence || word.gap == .space else { return [] }
    guard word.opensSentence else { return [.adding(.negating(word.start, "no "))] }
    let rest = text.utf8Slice(word.range).lowercased()
    switch word.letterCase {
    case .upper: return [.adding(.negating(word.start, "NO "))]
    case .capitalised:
      return [
        .adding(TextEdit(range: word.range, replacement: "No " + rest, note: "deny"))
      ]
    default: return [.adding(.negating(word.start, "no "))]
    }
  }

  private static func removing(
    _ words: [FoldedWord],
    _ place: Int,
    _ text: String
  ) -> Negation.Change? {
    // "No, gracias" answers; what follows must belong to it.
    guard place + 1 < words.count, words[place + 1].gap == .space,
      place == 0 || words[place].gap == .space || words[place].opensSentence
    else { return nil }
    let (word, next) = (words[place], words[place + 1])
    let rest = String(text.utf8Slice(next.range))
    let cased = word.letterCase == .capitalised ? LetterCase.capitalised.applied(to: rest) : rest
    return .removing(TextEdit(range: word.start..<next.end, replacement: cased, note: "affirm"))
  }

  private static let classes = WordClasses([
    (
      verb,
      """
      es son era eran fue fueron soy somos está están estoy estamos estaba estaban hay había puede
      pueden puedo podemos quiero quiere quieren tengo tiene tienen tenemos tenía funciona funcionan
      funcionó llega llegan llegó gusta gustan gustó encanta recomiendo recomienda recomiendan sirve
      sirven vale merece va van voy fui debe deben necesito necesita sabe saben sé cree creo parece
      parecen ha han he hemos vive viven trabaja trabajan volveré volvería compraría
      """
    ),
    (clitic, "me te se lo la le nos os los las les"),
    (denying | no, "no"), (denying, "nunca jamás nada nadie ningún ninguno ninguna tampoco ni sin"),
    (joining, "y pero porque aunque si cuando que o sino mientras pues"),
    (asking, "qué quién quiénes dónde cuándo cuál cuáles cómo cuánto cuánta cuántos cuántas"),
  ])
}
