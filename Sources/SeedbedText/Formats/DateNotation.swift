/// Reads dates and writes them another way, by language.
public enum DateNotation {
  /// The languages in which dates are written, by ISO 639-1 code.
  public static let languages = ["de", "en", "es", "fr"]

  /// Reads a date; nil where it says less than a day and a month, or where day and month may be meant
  /// either way (03/05/2024).
  ///
  /// - Parameters:
  ///   - bytes: A text.
  ///   - range: Where the date is.
  /// - Returns: The day that the date can only mean.
  public static func read(_ bytes: Span<UInt8>, _ range: Range<Int>) -> CalendarDay? {
    guard range.upperBound <= bytes.count, range.count >= 3, range.count <= 40 else { return nil }
    var reader = DateReader(range)
    return reader.figures(bytes) ?? reader.dayFirst(bytes) ?? reader.monthFirst(bytes)
  }

  /// The ways to write a day in a language that nobody can misread.
  ///
  /// - Parameters:
  ///   - day: The day.
  ///   - language: An ISO 639-1 code of ``languages``.
  /// - Returns: One or more.
  public static func forms(of day: CalendarDay, language: String) -> [String] {
    let month = DateMonths.name(day.month, language)
    guard let year = day.year else {
      switch language {
      case "es": return ["\(day.day) de \(month)"]
      case "fr": return ["\(french(day.day)) \(month)"]
      case "de": return ["\(day.day). \(month)"]
      default: return ["\(day.day) \(month)", "\(month) \(day.day)"]
      }
    }
    let (dd, mm) = (padded(day.day), padded(day.month))
    var forms = ["\(year)-\(mm)-\(dd)"]
    switch language {
    case "es": forms.append("\(day.day) de \(month) de \(year)")
    case "fr": forms.append("\(french(day.day)) \(month) \(year)")
    case "de": forms += ["\(day.day). \(month) \(year)", "\(dd).\(mm).\(year)"]
    default: forms += ["\(day.day) \(month) \(year)", "\(month) \(day.day), \(year)"]
    }
    // Which is the month shows only where one of them cannot be it.
    if day.day > 12, language != "de" {
      forms.append("\(dd)/\(mm)/\(year)")
      if language == "en" { forms.append("\(mm)/\(dd)/\(year)") }
    }
    return forms
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func french(_ day: Int) -> String { day == 1 ? "1er" : "\(day)" }
}

/// Reads one date from the bytes of a text.
private struct DateReader {
  private let range: Range<Int>
  private var place = 0

  init(_ range: Range<Int>) { self.range = range }

  /// `2024-05-03`, `13/05/2024`, `3.5.2024`.
  mutating func figures(_ bytes: Span<UInt8>) -> CalendarDay? {
    place = range.lowerBound
    guard let first = number(bytes), place < range.upperBound else { return nil }
    let separator = bytes[place]
    guard "-/.".utf8.contains(separator) else { return nil }
    place += 1
    guard let second = number(bytes), place < range.upperBound, bytes[place] == separator else {
      return nil
    }
    place += 1
    guard let third = number(bytes), place == range.upperBound else { return nil }
    if first.digits == 4, second.digits <= 2, third.digits <= 2 {
      return CalendarDay(year: first.value, month: second.value, day: third.value)
    }
    guard third.digits == 4, first.digits <= 2, second.digits <= 2 else { return nil }
    let (a, b) = (first.value, second.value)
    if separator == UInt8(ascii: ".") || a == b || a > 12 {
      return CalendarDay(year: third.value, month: b, day: a)
    }
    return b > 12 ? CalendarDay(year: third.value, month: a, day: b) : nil
  }

  /// `3 May 2024`, `3rd of May`, `3 de mayo de 2024`, `1er mai`, `3. Mai 2024`.
  mutating func dayFirst(_ bytes: Span<UInt8>) -> CalendarDay? {
    place = range.lowerBound
    guard let day = number(bytes), day.digits <= 2 else { return nil }
    for ending: StaticString in ["st", "nd", "rd", "th", "er", "."] where skip(ending, bytes) {
      break
    }
    guard skip(" ", bytes) else { return nil }
    if !skip("of ", bytes) { skip("de ", bytes) }
    guard let month = month(bytes) else { return nil }
    return end(day.value, month, bytes)
  }

  /// `May 3, 2024`, `Jan 3rd`.
  mutating func monthFirst(_ bytes: Span<UInt8>) -> CalendarDay? {
    place = range.lowerBound
    guard let month = month(bytes), skip(" ", bytes), let day = number(bytes), day.digits <= 2
    else {
      return nil
    }
    for ending: StaticString in ["st", "nd", "rd", "th"] where skip(ending, bytes) { break }
    return end(day.value, month, bytes)
  }

  private mutating func end(_ day: Int, _ month: Int, _ bytes: Span<UInt8>) -> CalendarDay? {
    if place == range.upperBound { return CalendarDay(year: nil, month: month, day: day) }
    for link: StaticString in [", ", " de ", " del ", " "] where skip(link, bytes) { break }
    guard let year = number(bytes), year.digits == 4, place == range.upperBound else { return nil }
    return CalendarDay(year: year.value, month: month, day: day)
  }

  private mutating func month(_ bytes: Span<UInt8>) -> Int? {
    var end = place
    while end < range.upperBound, ByteClass.isLetter(bytes[end]) || bytes[end] >= 0x80 { end += 1 }
    guard end > place else { return nil }
    let month = DateMonths.month(WordFold(bytes, place..<end).key)
    guard month > 0 else { return nil }
    place = end
    skip(".", bytes)
    return month
  }

  private mutating func number(_ bytes: Span<UInt8>) -> (value: Int, digits: Int)? {
    let start = place
    while place < range.upperBound, ByteClass.isDigit(bytes[place]) { place += 1 }
    return ByteClass.value(bytes, start..<place).map { ($0, place - start) }
  }

  @discardableResult
  private mutating func skip(_ text: StaticString, _ bytes: Span<UInt8>) -> Bool {
    guard place + text.utf8CodeUnitCount <= range.upperBound,
      ByteClass.matches(bytes, place, text)
    else { return false }
    place += text.utf8CodeUnitCount
    return true
  }
}
