/// A point in time as `2026-01-31 08:15 UTC`.
enum Moment {
  /// Days from 1970 to a civil date, by Howard Hinnant's algorithm run backwards.
  static func text(_ seconds: Int) -> String {
    let days = Int((Double(seconds) / 86_400).rounded(.down)), rest = seconds - days * 86_400
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let day = shifted - era * 146_097
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let civilMonth = month < 10 ? month + 3 : month - 9
    let civilYear = year + era * 400 + (civilMonth <= 2 ? 1 : 0)
    let civilDay = dayOfYear - (153 * month + 2) / 5 + 1
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(civilYear)-\(two(civilMonth))-\(two(civilDay)) "
      + "\(two(rest / 3600)):\(two(rest / 60 % 60)) UTC"
  }
}
