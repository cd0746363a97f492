/// Reads waits and dates as HTTP headers have them.
enum TimeText {
  /// A wait: seconds, a length such as `6m0s`, a date, or seconds or milliseconds since 1970.
  static func wait(_ text: String, now: () -> Double) -> Duration? {
    let text = String(text.drop { $0 == " " }.prefix(64))
    if let value = Double(text) {
      guard value.isFinite, value >= 0, !text.lowercased().contains("x") else { return nil }
      if value >= 1e12 { return .bounded(seconds: value / 1000 - now()) }
      return .bounded(seconds: value >= 1e9 ? value - now() : value)
    }
    if let length = length(text) { return .bounded(seconds: length) }
    return date(text).map { .bounded(seconds: $0 - now()) }
  }

  /// A length of time in seconds: numbers with units from `d` to `ms`, as `1h2m3.5s`.
  static func length(_ text: String) -> Double? {
    let units: [(name: String, seconds: Double)] = [
      ("ms", 0.001), ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1),
    ]
    var rest = Substring(text)
    guard !rest.isEmpty else { return nil }
    var sum = 0.0
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      rest = rest.dropFirst(digits.count)
      guard let value = Double(digits), let unit = units.first(where: { rest.hasPrefix($0.name) })
      else { return nil }
      sum += value * unit.seconds
      rest = rest.dropFirst(unit.name.count)
    }
    return sum.isFinite ? sum : nil
  }

  /// A date in seconds since 1970, as HTTP writes it (RFC 9110, 5.6.7) or as RFC 3339 does.
  static func date(_ text: String) -> Double? {
    let bytes = Array(text.utf8.prefix(64))
    return text.contains(",") ? httpDate(text) : internetDate(bytes)
  }

  /// `Wed, 21 Oct 2015 07:28:00 GMT`.
  private static func httpDate(_ text: String) -> Double? {
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let parts = text.split(separator: " ").map(String.init)
    guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]), let year = Int(parts[3]),
      let month = months.firstIndex(of: parts[2])
    else { return nil }
    let clock = parts[4].split(separator: ":").compactMap { Int($0) }
    guard clock.count == 3 else { return nil }
    return seconds(year, month + 1, day, clock[0], clock[1], Double(clock[2]))
  }

  /// `2026-01-31T23:59:59.5Z`, or with an offset such as `+02:00`.
  private static func internetDate(_ bytes: [UInt8]) -> Double? {
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard bytes.count >= 20, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] | 0x20 == 0x74,
      bytes[13] == 0x3A, bytes[16] == 0x3A, let year = number(0..<4), let month = number(5..<7),
      let day = number(8..<10), let hour = number(11..<13), let minute = number(14..<16),
      let second = number(17..<19)
    else { return nil }
    var at = 19
    var fraction = 0.0
    if bytes[at] == 0x2E {
      let end = bytes[(at + 1)...].firstIndex { !(0x30...0x39).contains($0) } ?? bytes.count
      fraction = Double("0." + String(decoding: bytes[at + 1..<end], as: UTF8.self)) ?? 0
      at = end
    }
    guard at < bytes.count,
      let whole = seconds(year, month, day, hour, minute, Double(second) + fraction)
    else { return nil }
    if bytes[at] | 0x20 == 0x7A { return at + 1 == bytes.count ? whole : nil }
    guard bytes[at] == 0x2B || bytes[at] == 0x2D, at + 6 == bytes.count,
      let hours = number(at + 1..<at + 3), let minutes = number(at + 4..<at + 6)
    else { return nil }
    let offset = Double(hours * 3600 + minutes * 60)
    return bytes[at] == 0x2B ? whole - offset : whole + offset
  }

  /// Days since 1970 by the proleptic Gregorian calendar, then the time of day.
  private static func seconds(
    _ year: Int,
    _ month: Int,
    _ day: Int,
    _ hour: Int,
    _ minute: Int,
    _ second: Double
  ) -> Double? {
    guard (1970...9999).contains(year), (1...12).contains(month), (1...31).contains(day),
      (0...23).contains(hour), (0...59).contains(minute), (0..<61).contains(second)
    else { return nil }
    // The year is counted from March, so that the odd day comes last.
    let march = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let days = 365 * march + march / 4 - march / 100 + march / 400 + dayOfYear - 719_468
    return Double(days * 86_400 + hour * 3600 + minute * 60) + second
  }
}
