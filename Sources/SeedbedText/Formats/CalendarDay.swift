/// A day of the calendar, with or without its year.
public struct CalendarDay: Sendable, Hashable {
  /// The year, 1000...2999; nil where the text does not say.
  public var year: Int?
  /// The month, 1...12.
  public var month: Int
  /// The day of the month.
  public var day: Int

  /// Makes a day; nil for one that the Gregorian calendar does not have.
  ///
  /// - Parameters:
  ///   - year: The year, or nil.
  ///   - month: The month.
  ///   - day: The day of the month.
  public init?(year: Int?, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Self.days(month, year),
      (1000...2999).contains(year ?? 2000)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// How many days a month has; without a year February has its most.
  private static func days(_ month: Int, _ year: Int?) -> Int {
    switch month {
    case 2:
      let year = year ?? 2000
      return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }
}

/// Names of months in the languages whose dates are read and written.
enum DateMonths {
  /// The month of a full or short name in any of the languages, 1...12; -1 for another word.
  static func month(_ key: UInt64) -> Int { index.value(key) }

  /// The full name of a month as it stands inside a sentence.
  static func name(_ month: Int, _ language: String) -> String {
    switch language {
    case "es": spanish[month - 1]
    case "fr": french[month - 1]
    case "de": german[month - 1]
    default: english[month - 1]
    }
  }

  private static let english = list(
    "January February March April May June July August September October November December"
  )
  private static let spanish = list(
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
  )
  private static let french = list(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
  )
  private static let german = list(
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
  )
  private static let short = [
    list("jan feb mar apr may jun jul aug sep oct nov dec"),
    list("ene feb mar abr may jun jul ago sept okt nov dic"),
    list("jan feb mar apr mai jun jul aug sep okt nov dez"),
  ]

  private static let index = WordIndex(
    ([english, spanish, french, german] + short).flatMap { names in
      names.enumerated().map { (word: $0.element, value: $0.offset + 1) }
    }
  )

  private static func list(_ names: String) -> [String] {
    names.split(separator: " ").map(String.init)
  }
}
