import SeedbedKernels

/// Texts of the forms that the keyword `format` names.
enum FormatValues {
  /// A text of a form; nil for a form that is not known.
  static func text(_ format: String, random: inout CounterRandom) -> String? {
    switch format {
    case "date": date(&random)
    case "time": clock(&random) + zone(&random)
    case "date-time": date(&random) + "T" + clock(&random) + zone(&random)
    case "email": FieldWords.email(&random)
    case "uri":
      FieldWords.text(for: FieldName("url"), number: 0, random: &random)
    case "uuid": uuid(&random)
    case "ipv4":
      // The three blocks that are kept for documentation (RFC 5737).
      (random.pick(["192.0.2.", "198.51.100.", "203.0.113."]) ?? "192.0.2.")
        + String(1 + random.index(below: 254))
    case "ipv6": "2001:db8::" + hex(1 + random.index(below: 4), &random)
    default: nil
    }
  }

  /// Texts that a form refuses though they look alike, the likeliest slips first.
  static func broken(_ format: String) -> [String] {
    switch format {
    case "date": ["2025-02-30", "31/12/2025", "2025-13-01", "tomorrow"]
    case "time": ["25:00:00Z", "14:60:00Z", "2 pm", "14:05"]
    case "date-time": ["2025-06-31T10:00:00Z", "2025-06-01 10:00", "2025-06-01T24:30:00Z"]
    case "email": ["ada.becker(at)alderwick.example", "@alderwick.example", "ada@alder..example"]
    case "uri": ["www.alderwick.example", "://alderwick.example", "https://alderwick example"]
    case "uuid": ["123e4567-e89b-12d3-a456-42661417400", "not-a-uuid"]
    case "ipv4": ["192.0.2.256", "192.0.2", "192.0.2.1.1"]
    case "ipv6": ["2001:db8::1::2", "2001:db8:g::1", "2001"]
    default: []
    }
  }

  /// A day between 2015 and 2030, as `2024-02-29`.
  static func date(_ random: inout CounterRandom) -> String {
    let year = 2015 + random.index(below: 16), month = 1 + random.index(below: 12)
    let isLeap = year % 4 == 0
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return "\(year)-\(padded(month))-\(padded(1 + random.index(below: days)))"
  }

  /// A time of day, as `09:30:00`.
  static func clock(_ random: inout CounterRandom) -> String {
    let hour = random.index(below: 24), minute = random.index(below: 60)
    return "\(padded(hour)):\(padded(minute)):\(padded(random.index(below: 60)))"
  }

  private static func zone(_ random: inout CounterRandom) -> String {
    random.pick(["Z", "Z", "+01:00", "-05:00", "+05:30"]) ?? "Z"
  }

  private static func uuid(_ random: inout CounterRandom) -> String {
    // Version 4, as RFC 9562 lays it out.
    let variant = random.pick(["8", "9", "a", "b"]) ?? "8"
    return hex(8, &random) + "-" + hex(4, &random) + "-4" + hex(3, &random) + "-" + variant
      + hex(3, &random) + "-" + hex(12, &random)
  }

  private static func hex(_ count: Int, _ random: inout CounterRandom) -> String {
    (0..<count).map { _ in String(random.index(below: 16), radix: 16) }.joined()
  }

  private static func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
