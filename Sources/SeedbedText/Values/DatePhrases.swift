import SeedbedKernels

/// Phrases such as "tomorrow" that can stand for each other: each row looks into one direction.
enum DatePhrases {
  private static let rows: [[String]] = [
    ["today", "tonight", "tomorrow", "this weekend", "next week", "the day after tomorrow"],
    ["yesterday", "last night", "last week", "last month", "two days ago"],
    ["hoy", "mañana", "pasado mañana", "esta noche", "la próxima semana", "este fin de semana"],
    ["ayer", "anoche", "anteayer", "la semana pasada", "el mes pasado"],
    ["aujourd'hui", "demain", "ce soir", "ce week-end", "la semaine prochaine"],
    ["hier", "hier soir", "avant-hier", "la semaine dernière", "le mois dernier"],
    ["heute", "morgen", "heute Abend", "übermorgen", "nächste Woche"],
    ["gestern", "gestern Abend", "vorgestern", "letzte Woche", "letzten Monat"],
  ]

  /// Another phrase of the same direction; nil for what is none of the phrases.
  static func other(
    than value: String,
    _ language: String,
    _ random: inout CounterRandom
  ) -> String? {
    let lower = value.lowercased()
    for row in rows {
      guard let place = row.firstIndex(where: { $0.lowercased() == lower }) else { continue }
      let other = row[(place + 1 + random.index(below: row.count - 1)) % row.count]
      return LetterCase(of: value) == .capitalised
        ? LetterCase.capitalised.applied(to: other) : other
    }
    return nil
  }
}
