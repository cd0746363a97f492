import SeedbedText

/// A number in a sentence: what kind it is and how many words it takes.
struct Figure {
  enum Kind {
    case count, money, percentage
  }

  let kind: Kind
  private let start: Int
  private let length: Int

  private static let words: [String: Set<String>] = [
    "en": set("two three four five six seven eight nine ten eleven twelve twenty thirty"),
    "es": set("dos tres cuatro cinco seis siete ocho nueve diez once doce"),
    "fr": set("deux trois quatre cinq six sept huit neuf dix onze douze"),
    "de": set("zwei drei vier fünf sechs sieben acht neun zehn elf zwölf"),
  ]

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(separator: " ").map(String.init))
  }

  /// Reads a number that begins at a word; nil where there is none.
  init?(_ words: [ProseWord], _ start: Int, _ language: String) {
    guard words.indices.contains(start), !words[start].isCode else { return nil }
    self.start = start
    let word = words[start]
    let isPlain = word.text.unicodeScalars.allSatisfy { scalar in
      ("0"..."9").contains(scalar) || scalar == "," || scalar == "."
    }
    let next = start + 1 < words.count && word.flowsOn ? words[start + 1].lower : ""
    let percent: Set<String> = ["%", "percent", "prozent"]
    let money: Set<String> = [
      "euros", "euro", "dollars", "pounds", "eur", "usd", "€", "dólares", "francs",
    ]
    if word.text.hasSuffix("%"), word.hasDigit {
      (kind, length) = (.percentage, 1)
    } else if word.hasDigit, isPlain, percent.contains(next) {
      (kind, length) = (.percentage, 2)
    } else if word.hasDigit, word.text.contains(where: { "$€£".contains($0) }) {
      (kind, length) = (.money, 1)
    } else if word.hasDigit, isPlain, money.contains(next) {
      (kind, length) = (.money, 2)
    } else if word.hasDigit && isPlain || Self.words[language]?.contains(word.lower) == true {
      (kind, length) = (.count, 1)
    } else {
      return nil
    }
  }

  /// The word after it; nil where a bracket or a mark stands inside.
  func end(_ words: [ProseWord]) -> Int? {
    let end = start + length
    guard end <= words.count,
      words[start..<(end - 1)].allSatisfy({ $0.flowsOn }), words[start].lead.isEmpty,
      kind != .count || words[end - 1].flowsOn
    else { return nil }
    return end
  }

  /// The unit of time that a word is; nil for any other.
  static func unit(_ words: [ProseWord], _ index: Int, _ language: String) -> String? {
    guard words.indices.contains(index) else { return nil }
    let units: Set<String> =
      switch language {
      case "es": set("segundos minutos horas días semanas meses años")
      case "fr": set("secondes minutes heures jours semaines mois ans années")
      case "de": set("sekunden minuten stunden tage tagen wochen monate monaten jahre jahren")
      default: set("seconds minutes hours days weeks months years")
      }
    return units.contains(words[index].lower) ? words[index].lower : nil
  }
}

/// Words before a number that belong to it: "about", "up to", "at least".
enum Hedge {
  static func length(_ words: [ProseWord], _ index: Int, _ language: String) -> Int {
    let hedges: [[String]] =
      switch language {
      case "en":
        [
          ["up", "to"], ["at", "least"], ["at", "most"], ["more", "than"], ["less", "than"],
          ["only"], ["about"], ["around"], ["exactly"], ["roughly"], ["nearly"], ["almost"],
          ["over"],
        ]
      case "es": [["hasta"], ["unos"], ["unas"], ["al", "menos"], ["más", "de"], ["solo"]]
      case "fr": [["environ"], ["au", "moins"], ["au", "plus"], ["plus", "de"], ["jusqu’à"]]
      default: [["etwa"], ["rund"], ["bis", "zu"], ["mindestens"], ["höchstens"], ["nur"]]
      }
    return hedges.first { hedge in
      hedge.indices.allSatisfy { offset in
        words.indices.contains(index + offset) && words[index + offset].lower == hedge[offset]
      }
    }?.count ?? 0
  }
}

/// The noun that a number counts, with what describes it.
struct CountedNoun {
  /// The words, as in "primary scalar types".
  let text: String
  /// The noun itself.
  let head: String
  /// Whether it is a unit of time.
  let isTime: Bool

  private static let longest = 5
  private static let irregular: Set<String> = [
    "people", "children", "data", "criteria", "men", "women",
  ]

  /// Reads the words after a number; nil where no plural ends them.
  init?(_ words: [ProseWord], _ start: Int, _ language: String) {
    guard start < words.count else { return nil }
    let functionWords = FunctionWords.for(language: language)
    var end = start
    while end < words.count, end - start < Self.longest {
      let word = words[end]
      guard word.lead.isEmpty, !functionWords.contains(word.lower) || word.isCode,
        !word.lower.hasSuffix("ing") || end == start
      else { break }
      end += 1
      // The first plural is what is counted, but for words that belong to another noun.
      if Self.isPlural(word, language) || !word.flowsOn { break }
    }
    guard end > start, Self.isPlural(words[end - 1], language) else { return nil }
    head = words[end - 1].lower
    var noun = words[start..<end].map(\.text).joined(separator: " ")
    // "Three kinds of loops" counts loops, too.
    if language == "en", end < words.count, words[end - 1].flowsOn, words[end].lower == "of" {
      var last = end + 1
      while last < words.count, last - end <= 3, words[last].lead.isEmpty, words[last - 1].flowsOn,
        words[last].isCode || !functionWords.contains(words[last].lower)
      {
        last += 1
      }
      guard last > end + 1 else { return nil }
      noun += " " + words[end..<last].map(\.text).joined(separator: " ")
    }
    text = noun
    isTime = Figure.unit(words, end - 1, language) != nil
  }

  private static func isPlural(_ word: ProseWord, _ language: String) -> Bool {
    guard !word.isCode else { return false }
    switch language {
    case "de": return word.isCapitalised
    default:
      return irregular.contains(word.lower)
        || word.lower.hasSuffix("s") && !word.lower.hasSuffix("ss") && !word.lower.hasSuffix("’s")
          && !word.lower.hasSuffix("'s") && !word.lower.hasSuffix("ous")
    }
  }
}
