/// A time of day as it is written.
struct TimeForm {
  /// How the hour is counted.
  enum Clock: Hashable {
    /// With `am` or `pm` behind.
    case halves
    /// From 1 to 12, where nobody says which half of the day.
    case early
    /// From 13 on.
    case late
    /// Before one in the morning.
    case midnight

    /// The minutes of the day that can be written in this way.
    var range: Range<Int> {
      switch self {
      case .halves: 360..<1380
      case .early: 60..<780
      case .late: 780..<1440
      case .midnight: 0..<60
      }
    }
  }

  private let hourText: String
  private let separator: String
  private let minuteText: String
  private let rest: String
  let clock: Clock
  /// Minutes from midnight.
  let minutes: Int

  /// Whether minutes are written at all.
  var hasMinutes: Bool { !minuteText.isEmpty }

  /// Reads a value that begins with its hour.
  init?(_ value: String) {
    let bytes = Array(value.utf8)
    let head = bytes.prefix(while: ByteClass.isDigit)
    guard (1...4).contains(head.count), head.count != 3 else { return nil }
    var hour = head[...]
    var place = head.count
    var link = "", minute = ArraySlice<UInt8>()
    if head.count == 4 {
      (hour, minute) = (head[..<2], head[2...])
    } else if place + 2 < bytes.count, ":.h".utf8.contains(bytes[place]),
      ByteClass.isDigit(bytes[place + 1]), ByteClass.isDigit(bytes[place + 2])
    {
      link = String(decoding: bytes[place...place], as: UTF8.self)
      minute = bytes[(place + 1)..<(place + 3)]
      place += 3
    }
    rest = String(decoding: bytes[place...], as: UTF8.self)
    hourText = String(decoding: hour, as: UTF8.self)
    minuteText = String(decoding: minute, as: UTF8.self)
    separator = link
    guard let hours = Int(hourText), hours < 24, (Int(minuteText) ?? 0) < 60 else { return nil }
    var total = hours * 60 + (Int(minuteText) ?? 0)
    switch Self.half(rest) {
    case .some(let isAfternoon) where (1...12).contains(hours):
      total = total % 720 + (isAfternoon ? 720 : 0)
      clock = .halves
    case .some: return nil
    case nil:
      // Digits behind the minutes are seconds; a second hour there is another time.
      guard Self.isQuiet(rest) else { return nil }
      clock = hours == 0 ? .midnight : hours <= 12 ? .early : .late
    }
    minutes = total
  }

  /// Whether what follows says `pm`; nil where it says neither.
  private static func half(_ rest: String) -> Bool? {
    let letters = rest.utf8.filter(ByteClass.isLetter).map { $0 | 0x20 }
    if letters == Array("pm".utf8) { return true }
    return letters == Array("am".utf8) ? false : nil
  }

  private static func isQuiet(_ rest: String) -> Bool {
    let letters = String(
      decoding: rest.utf8.filter(ByteClass.isLetter).map { $0 | 0x20 },
      as: UTF8.self
    )
    return ["", "h", "hrs", "hours", "uhr", "horas", "heures", "oclock", "z"].contains(letters)
      && rest.utf8.count <= 12
  }

  /// The value with another time; nil where that cannot be written in the same way.
  func written(_ minutes: Int) -> String {
    var hours = minutes / 60
    var rest = rest
    if clock == .halves {
      let isAfternoon = hours >= 12
      hours = (hours + 11) % 12 + 1
      rest = Self.flipped(rest, isAfternoon)
    }
    let hour = String(hours)
    let isPadded =
      hourText.utf8.count == 2 && (hourText.hasPrefix("0") || clock != .halves && hasMinutes)
    let minute = minutes % 60
    return (isPadded && hours < 10 ? "0" : "") + hour + separator
      + (hasMinutes ? (minute < 10 ? "0" : "") + String(minute) : "") + rest
  }

  /// What follows, with the first letter of its `am` or `pm` made to say the half of the day.
  private static func flipped(_ rest: String, _ isAfternoon: Bool) -> String {
    var bytes = Array(rest.utf8)
    if let place = bytes.firstIndex(where: ByteClass.isLetter) {
      let letter = isAfternoon ? UInt8(ascii: "p") : UInt8(ascii: "a")
      bytes[place] = bytes[place] & 0x20 == 0 ? letter & 0xDF : letter
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
