/// A day, month, year or weekday as it is written, so that another can be written in the same way.
struct DateForm {
  /// What the value says.
  enum Content: Hashable {
    /// A whole day; the year is an assumed one where none is written.
    case day(CivilDate, hasYear: Bool)
    /// A month, with its year where one is written.
    case month(Int, year: Int?)
    case year(Int)
    /// A weekday, from 0 for Monday.
    case weekday(Int)
  }

  /// The year in which days without one are counted; it has no 29 February.
  private static let assumedYear = 2023

  private let parts: [String]
  private var dayPart: Int?
  private var monthPart: Int?
  private var yearPart: Int?
  private var weekdayPart: Int?
  /// The row of `MonthNames` that the month was found in; nil where it is a number.
  private var monthRow: Int?
  private(set) var content: Content
  /// Whether day and month may be the other way round.
  private(set) var isAmbiguous = false

  /// Reads a value.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - language: The language of the text, which says what `3/4/24` means.
  init?(_ value: String, _ language: String) {
    parts = TextParts.split(value)
    content = .year(0)
    guard parts.count <= 24 else { return nil }
    guard let read = readFigures(language) ?? readNames(language) ?? readYear() ?? readWeekday()
    else {
      return nil
    }
    content = read
  }

  // MARK: - Reading

  private func number(_ part: Int) -> Int? {
    guard parts.indices.contains(part), parts[part].utf8.count <= 4 else { return nil }
    return parts[part].utf8.allSatisfy(ByteClass.isDigit) ? Int(parts[part]) : nil
  }

  /// `2024-05-01`, `1/5/24`, `01.05.2024`, also with a time behind.
  private mutating func readFigures(_ language: String) -> Content? {
    guard parts.count >= 5, let a = number(0), let b = number(2), let c = number(4),
      parts[1] == parts[3], ["-", "/", "."].contains(parts[1])
    else { return nil }
    monthPart = 2
    if parts[0].utf8.count == 4 {
      (yearPart, dayPart) = (0, 4)
      return day(a, b, c)
    }
    yearPart = 4
    let isMonthFirst =
      b > 12 || a <= 12 && parts[1] != "." && language == "en"
    isAmbiguous = a <= 12 && b <= 12 && parts[1] != "."
    (dayPart, monthPart) = isMonthFirst ? (2, 0) : (0, 2)
    let year = parts[4].utf8.count == 2 ? (c < 70 ? 2000 + c : 1900 + c) : c
    return isMonthFirst ? day(year, a, b) : day(year, b, a)
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) -> Content? {
    let date = CivilDate(year: year, month: month, day: day)
    return date.isReal ? .day(date, hasYear: true) : nil
  }

  /// What may stand between the parts of a date in words.
  private static let links: Set<String> = [
    "of", "the", "de", "del", "le", "el", "den", "am", "on", "st", "nd", "rd", "th", "er", "in",
    "en",
  ]

  /// `5 May 2024`, `June 3rd`, `1. Januar`, `May 2024`, `June`.
  private mutating func readNames(_ language: String) -> Content? {
    var month: Int?
    for (place, part) in parts.enumerated() where SurrogateWords.isWord(part) {
      if month == nil, let found = MonthNames.find(part, language) {
        (monthPart, monthRow, month) = (place, found.row, found.month)
      } else if !Self.links.contains(part.lowercased()), MonthNames.findDay(part) == nil {
        return nil
      }
    }
    guard let month else { return nil }
    for place in parts.indices {
      guard let number = number(place) else {
        if parts[place].utf8.contains(where: ByteClass.isDigit) { return nil }
        continue
      }
      if parts[place].utf8.count == 4, yearPart == nil {
        yearPart = place
      } else if parts[place].utf8.count <= 2, dayPart == nil, (1...31).contains(number) {
        dayPart = place
      } else {
        return nil
      }
    }
    let year = yearPart.flatMap(number)
    guard let day = dayPart.flatMap(number) else { return .month(month, year: year) }
    let date = CivilDate(year: year ?? Self.assumedYear, month: month, day: day)
    return date.isReal ? .day(date, hasYear: year != nil) : nil
  }

  private mutating func readYear() -> Content? {
    guard parts.count == 1, parts[0].utf8.count == 4, let year = number(0),
      (1500...2200).contains(year)
    else { return nil }
    yearPart = 0
    return .year(year)
  }

  private mutating func readWeekday() -> Content? {
    for (place, part) in parts.enumerated() {
      guard let found = MonthNames.findDay(part) else { continue }
      weekdayPart = place
      return .weekday(found.place)
    }
    return nil
  }

  // MARK: - Writing

  /// The value with another content of the same case.
  func written(_ content: Content) -> String {
    var parts = parts
    switch content {
    case .day(let date, _):
      if let yearPart { parts[yearPart] = year(date.year, like: parts[yearPart]) }
      if let monthPart { parts[monthPart] = month(date.month, like: parts[monthPart]) }
      if let dayPart {
        parts[dayPart] = number(date.day, like: parts[dayPart])
        let ending = dayPart + 1
        if parts.indices.contains(ending), ["st", "nd", "rd", "th"].contains(parts[ending]) {
          parts[ending] = NumberValues.ending(date.day)
        } else if parts.indices.contains(ending), parts[ending] == "er" {
          parts[ending] = date.day == 1 ? "er" : ""
        }
      }
    case .month(let month, let year):
      if let monthPart { parts[monthPart] = self.month(month, like: parts[monthPart]) }
      if let yearPart, let year { parts[yearPart] = self.year(year, like: parts[yearPart]) }
    case .year(let year):
      if let yearPart { parts[yearPart] = String(year) }
    case .weekday(let place):
      if let weekdayPart, let found = MonthNames.findDay(parts[weekdayPart]) {
        let name = MonthNames.days[found.row][place]
        parts[weekdayPart] = LetterCase(of: parts[weekdayPart]).applied(to: name)
      }
    }
    return parts.joined()
  }

  private func year(_ year: Int, like old: String) -> String {
    let text = String(year)
    return old.utf8.count == 2 ? String(text.suffix(2)) : text
  }

  private func month(_ month: Int, like old: String) -> String {
    guard let monthRow else { return number(month, like: old) }
    return LetterCase(of: old).applied(to: MonthNames.rows[monthRow][month - 1])
  }

  /// Two digits where the old number had two and a zero may stand in front.
  private func number(_ number: Int, like old: String) -> String {
    let isPadded = old.utf8.count == 2 && (monthRow == nil || old.hasPrefix("0"))
    return (isPadded && number < 10 ? "0" : "") + String(number)
  }
}
