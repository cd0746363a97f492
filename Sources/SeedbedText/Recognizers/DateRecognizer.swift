/// Finds dates and times of day.
enum DateRecognizer {
  /// A date in figures: `2024-05-01`, `1/5/24`, `01.05.2024`, with a time after a `T`.
  static func figures(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    let firstEnd = ByteClass.digitsEnd(bytes, index)
    let separator = ByteClass.at(bytes, firstEnd)
    guard "-/.".utf8.contains(separator), firstEnd - index <= 4 else { return nil }
    let secondEnd = ByteClass.digitsEnd(bytes, firstEnd + 1)
    guard secondEnd > firstEnd + 1, ByteClass.at(bytes, secondEnd) == separator else { return nil }
    let thirdEnd = ByteClass.digitsEnd(bytes, secondEnd + 1)
    guard let a = ByteClass.value(bytes, index..<firstEnd),
      let b = ByteClass.value(bytes, (firstEnd + 1)..<secondEnd),
      let c = ByteClass.value(bytes, (secondEnd + 1)..<thirdEnd)
    else { return nil }
    let lastWidth = thirdEnd - secondEnd - 1
    let yearFirst = firstEnd - index == 4 && (1...12).contains(b) && (1...31).contains(c)
    let small = (1...31).contains(a) && (1...31).contains(b) && min(a, b) <= 12
    // A year of two digits needs slashes or dashes: 1.2.24 is as well a version.
    let yearLast =
      small
      && (lastWidth == 4 && (1000...2999).contains(c)
        || lastWidth == 2 && separator != UInt8(ascii: "."))
    guard yearFirst || yearLast, ByteClass.at(bytes, thirdEnd) != separator else { return nil }
    guard ByteClass.at(bytes, thirdEnd) == UInt8(ascii: "T"),
      var end = time(bytes, thirdEnd + 1)
    else { return thirdEnd }
    if ByteClass.at(bytes, end) == UInt8(ascii: "Z") { end += 1 }
    return end
  }

  /// A time of day: `9:30`, `23:59:59.5`, `10am`, `5:15 p.m.`, `14h30`.
  static func time(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    var end = ByteClass.digitsEnd(bytes, index)
    guard let hour = ByteClass.value(bytes, index..<end), end - index <= 2, hour <= 24 else {
      return nil
    }
    var parts = 0
    while parts < 2, ByteClass.at(bytes, end) == UInt8(ascii: ":") {
      let close = ByteClass.digitsEnd(bytes, end + 1)
      guard close == end + 3, let part = ByteClass.value(bytes, (end + 1)..<close), part < 60 else {
        break
      }
      end = close
      parts += 1
    }
    if parts == 2, ByteClass.at(bytes, end) == UInt8(ascii: "."),
      ByteClass.isDigit(ByteClass.at(bytes, end + 1))
    {
      end = ByteClass.digitsEnd(bytes, end + 1)
    }
    if let half = halfOfDay(bytes, end) { return half }
    if parts == 0, ByteClass.at(bytes, end) == UInt8(ascii: "h") {
      let close = ByteClass.digitsEnd(bytes, end + 1)
      if close == end + 3 { return close }
    }
    return parts > 0 ? end : nil
  }

  /// The end of `am`, `PM`, `a.m.` or ` p.m.` at an index.
  private static func halfOfDay(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    let start = ByteClass.at(bytes, index) == 0x20 ? index + 1 : index
    let half = ByteClass.at(bytes, start) | 0x20
    guard half == UInt8(ascii: "a") || half == UInt8(ascii: "p") else { return nil }
    let dotted = ByteClass.at(bytes, start + 1) == UInt8(ascii: ".")
    let m = start + (dotted ? 2 : 1)
    guard ByteClass.at(bytes, m) | 0x20 == UInt8(ascii: "m"),
      !ByteClass.isAlphanumeric(ByteClass.at(bytes, m + 1))
    else { return nil }
    return dotted && ByteClass.at(bytes, m + 1) == UInt8(ascii: ".") ? m + 2 : m + 1
  }

  /// A date that begins with a day: `5 May 2024`, `3rd of June`, `5 de mayo de 2024`, `1. Januar`.
  static func dayFirst(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    var at = ByteClass.digitsEnd(bytes, index)
    guard let day = ByteClass.value(bytes, index..<at), (1...31).contains(day) else { return nil }
    for suffix: StaticString in ["st", "nd", "rd", "th", "er", "."]
    where ByteClass.matches(bytes, at, suffix) {
      at += suffix.utf8CodeUnitCount
      break
    }
    guard ByteClass.at(bytes, at) == 0x20 else { return nil }
    at += 1
    for link: StaticString in ["of ", "de "] where ByteClass.matches(bytes, at, link) { at += 3 }
    guard let month = monthEnd(bytes, at) else { return nil }
    return yearEnd(bytes, month) ?? month
  }

  /// A date that begins with a month: `May 5, 2024`, `Jan 3rd`, `June 2024`.
  static func monthFirst(_ bytes: Span<UInt8>, _ index: Int) -> ProtectedRange? {
    // In small letters these two are more often the verbs.
    if ByteClass.matches(bytes, index, "may ") || ByteClass.matches(bytes, index, "march ") {
      return nil
    }
    guard let month = monthEnd(bytes, index), ByteClass.at(bytes, month) == 0x20,
      ByteClass.isDigit(ByteClass.at(bytes, month + 1))
    else { return nil }
    let close = ByteClass.digitsEnd(bytes, month + 1)
    guard let figure = ByteClass.value(bytes, (month + 1)..<close) else { return nil }
    if close - month - 1 == 4, (1000...2999).contains(figure) {
      return ProtectedRange(range: index..<close, kind: .date)
    }
    guard (1...31).contains(figure) else { return nil }
    var end = close
    for suffix: StaticString in ["st", "nd", "rd", "th"] where ByteClass.matches(bytes, end, suffix)
    {
      end += 2
      break
    }
    guard !ByteClass.isAlphanumeric(ByteClass.at(bytes, end)) else { return nil }
    return ProtectedRange(range: index..<(yearEnd(bytes, end) ?? end), kind: .date)
  }

  /// The end of a year of four digits after a space, a comma or "de".
  private static func yearEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    for link: StaticString in [", ", " de ", " del ", " "]
    where ByteClass.matches(bytes, index, link) {
      let start = index + link.utf8CodeUnitCount
      let end = ByteClass.digitsEnd(bytes, start)
      guard end == start + 4, let year = ByteClass.value(bytes, start..<end) else { continue }
      return (1000...2999).contains(year) ? end : nil
    }
    return nil
  }

  /// The end of the name of a month of en, es, fr or de, or of its usual abbreviation.
  private static func monthEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int? {
    var end = index
    while end < bytes.count, ByteClass.isLetter(bytes[end]) || bytes[end] >= 0x80 { end += 1 }
    guard end - index >= 3, end - index <= 11 else { return nil }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for at in index..<end {
      let byte = bytes[at] < 0x80 ? bytes[at] | 0x20 : bytes[at]
      hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
    }
    guard months.contains(hash) else { return nil }
    let isShort = end - index <= 4 && ByteClass.at(bytes, end) == UInt8(ascii: ".")
    return isShort ? end + 1 : end
  }

  private static let months: Set<UInt64> = {
    let names = """
      january february march april may june july august september october november december
      jan feb mar apr jun jul aug sep sept oct nov dec
      enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ene
      abr ago dic
      janvier février mars avril mai juin juillet août septembre octobre novembre décembre
      januar februar märz juni juli oktober dezember dez okt
      """
    var hashes: Set<UInt64> = []
    for name in names.split(whereSeparator: \.isWhitespace) {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      hashes.insert(hash)
    }
    return hashes
  }()
}
