import SeedbedText

/// Chooses among the forms of a word by the value of a slot.
enum Agreement {
  /// Whether forms are the indefinite article of English, which goes by sound.
  static func isArticle(_ forms: [String]) -> Bool {
    forms.count == 2 && forms[0].lowercased() == "a" && forms[1].lowercased() == "an"
  }

  /// `a` or `an` before a text.
  static func article(_ forms: [String], before text: String) -> String {
    let word = text.split(separator: " ").first.map(String.init) ?? ""
    return IndefiniteArticle.article(before: word) == "an" ? forms[1] : forms[0]
  }

  /// The form that agrees with a value.
  ///
  /// A number takes the first form for one and the second for more. Two forms are for a masculine (or neuter)
  /// and a feminine noun, three for masculine, feminine and neuter, four for masculine, feminine and both
  /// again for more than one, or in German for the three and the plural.
  static func form(_ forms: [String], _ value: SlotValue?, _ language: String?) -> String {
    guard let value, forms.count > 1 else { return forms.first ?? "" }
    if value.isNumber { return value.isOne ? forms[0] : forms[1] }
    let gender = value.gender ?? NounGender.of(value.text, language: language)
    var index =
      switch gender {
      case .feminine: 1
      case .neuter where forms.count > 2: 2
      default: 0
      }
    if value.isPlural {
      if forms.count == 3 { index = 1 }
      if forms.count == 4 { index = gender == .masculine ? 2 : 3 }
    }
    return forms[min(index, forms.count - 1)]
  }

  /// The value of a slot as it is written: for more than one where a number stands in the slot before.
  static func written(_ number: Int, _ chosen: [SlotValue]) -> String {
    let value = chosen[number]
    guard let plural = value.plural, number > 0, chosen[number - 1].isNumber else {
      return value.text
    }
    return chosen[number - 1].isOne ? value.text : plural
  }
}
