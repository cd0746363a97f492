import SeedbedKernels

/// Moves the dates of a text by one step of whole weeks: their order, their distances and the weekdays
/// beside them stay right.
struct DateShift {
  /// The most weeks by which a date moves.
  private static let mostWeeks = 52
  private static let mostTries = 32

  private var days: Int
  private var months: Int
  private var years: Int
  private var weekdays: Int

  private init(_ random: inout CounterRandom) {
    let weeks = 1 + random.index(below: Self.mostWeeks)
    let sign = random.chance(0.5) ? 1 : -1
    days = sign * weeks * 7
    months = sign * max(1, (weeks * 7 + 15) / 30 % 12)
    years = sign * (1 + random.index(below: 5))
    weekdays = 1 + random.index(below: 6)
  }

  /// The dates moved; nil for those that cannot be read.
  static func shifted(
    _ values: [String],
    _ language: String,
    _ random: inout CounterRandom
  ) -> [String?] {
    let forms = values.map { DateForm($0, language) }
    var shift = DateShift(&random)
    for _ in 0..<mostTries where !shift.fits(forms, language) { shift = DateShift(&random) }
    return zip(values, forms).map { value, form in
      guard let form else { return DatePhrases.other(than: value, language, &random) }
      let other = form.written(shift.moved(form.content))
      return other == value ? nil : other
    }
  }

  private func moved(_ content: DateForm.Content) -> DateForm.Content {
    switch content {
    case .day(let date, let hasYear):
      return .day(CivilDate(dayNumber: date.dayNumber + days), hasYear: hasYear)
    case .month(let month, let year):
      let number = (year ?? 0) * 12 + month - 1 + months
      let place = ((number % 12) + 12) % 12
      return .month(place + 1, year: year.map { _ in (number - place) / 12 })
    case .year(let year): return .year(year + years)
    case .weekday(let day): return .weekday((day + weekdays) % 7)
    }
  }

  /// Whether every moved date can be written as the old one was.
  private func fits(_ forms: [DateForm?], _ language: String) -> Bool {
    forms.allSatisfy { form in
      guard let form, case .day(let date, _) = moved(form.content) else { return true }
      guard (1000...2999).contains(date.year) else { return false }
      // Where nobody knows which is the month, either reading must be a day of the calendar.
      if form.isAmbiguous { return date.day <= 12 }
      return language != "fr" || date.day > 1
    }
  }
}
