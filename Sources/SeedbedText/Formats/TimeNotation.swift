/// A time of day as it was written.
public struct TimeOfDay: Sendable, Hashable {
  /// The hour, 0...23.
  public var hour: Int
  /// The minute, 0...59.
  public var minute: Int
  /// Whether the hour was counted to twelve, with its half of the day.
  public var isTwelveHour: Bool
  /// Whether it can only be the hour of the day: 13 and more, 0, or written with a leading zero.
  public var isSure: Bool

  /// Makes a time.
  ///
  /// - Parameters:
  ///   - hour: The hour, 0...23.
  ///   - minute: The minute, 0...59.
  ///   - isTwelveHour: Whether the hour was counted to twelve.
  ///   - isSure: Whether it can only be the hour of the day.
  public init(hour: Int, minute: Int, isTwelveHour: Bool, isSure: Bool) {
    self.hour = hour
    self.minute = minute
    self.isTwelveHour = isTwelveHour
    self.isSure = isSure
  }
}

/// Reads times of day and writes them another way, by language.
public enum TimeNotation {
  /// Reads a time; nil for one with seconds, and for what is none.
  ///
  /// - Parameters:
  ///   - bytes: A text.
  ///   - range: Where the time is.
  /// - Returns: What was read, or nil.
  public static func read(_ bytes: Span<UInt8>, _ range: Range<Int>) -> TimeOfDay? {
    guard range.upperBound <= bytes.count else { return nil }
    var place = ByteClass.digitsEnd(bytes, range.lowerBound)
    guard place <= range.upperBound, place - range.lowerBound <= 2,
      let hour = ByteClass.value(bytes, range.lowerBound..<place), hour <= 23
    else { return nil }
    let isPadded = bytes[range.lowerBound] == UInt8(ascii: "0")
    var minute = 0
    if place < range.upperBound,
      bytes[place] == UInt8(ascii: ":") || bytes[place] == UInt8(ascii: "h")
    {
      let end = ByteClass.digitsEnd(bytes, place + 1)
      guard end == place + 3, end <= range.upperBound,
        let value = ByteClass.value(bytes, (place + 1)..<end), value < 60
      else { return nil }
      minute = value
      place = end
    }
    guard place < range.upperBound else {
      let isSure = hour > 12 || hour == 0 || isPadded
      return TimeOfDay(hour: hour, minute: minute, isTwelveHour: false, isSure: isSure)
    }
    if bytes[place] == 0x20 { place += 1 }
    guard place < range.upperBound, (1...12).contains(hour) else { return nil }
    let half = bytes[place] | 0x20
    guard half == UInt8(ascii: "a") || half == UInt8(ascii: "p") else { return nil }
    let isAfternoon = half == UInt8(ascii: "p")
    return TimeOfDay(
      hour: hour % 12 + (isAfternoon ? 12 : 0),
      minute: minute,
      isTwelveHour: true,
      isSure: true
    )
  }

  /// Other ways to write a time in a language; none where it may be meant for either half of the day.
  ///
  /// - Parameters:
  ///   - time: The time.
  ///   - language: An ISO 639-1 code of `DateNotation.languages`.
  /// - Returns: The ways, which may be none.
  public static func forms(of time: TimeOfDay, language: String) -> [String] {
    let minute = time.minute < 10 ? "0\(time.minute)" : "\(time.minute)"
    let full = time.hour < 10 ? "0\(time.hour):\(minute)" : "\(time.hour):\(minute)"
    switch language {
    case "fr": return [full, "\(time.hour)h\(minute)"]
    case "de": return [full]
    default:
      guard time.isSure else { return [] }
      let hour = (time.hour + 11) % 12 + 1
      let short = time.minute == 0 ? "\(hour)" : "\(hour):\(minute)"
      let isAfternoon = time.hour >= 12
      if language == "es" { return [full, "\(short) \(isAfternoon ? "p. m." : "a. m.")"] }
      let half = isAfternoon ? "pm" : "am"
      return [
        full, "\(short) \(half)", "\(short)\(half)", "\(short) \(isAfternoon ? "p.m." : "a.m.")",
      ]
    }
  }
}
