/// The names of the months and weekdays by language, in full and short.
enum MonthNames {
  /// Twelve names each, in lower case; rows of one language follow each other, full names first.
  static let rows: [[String]] = [
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago sep oct nov dic",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jan feb mär apr mai jun jul aug sep okt nov dez",
  ].map { $0.split(separator: " ").map(String.init) }

  /// Seven names each, from Monday on.
  static let days: [[String]] = [
    "monday tuesday wednesday thursday friday saturday sunday",
    "mon tue wed thu fri sat sun",
    "lunes martes miércoles jueves viernes sábado domingo",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag",
  ].map { $0.split(separator: " ").map(String.init) }

  /// The month and the row of a name, the rows of a language preferred; `sept` counts as `sep`.
  static func find(_ name: String, _ language: String) -> (row: Int, month: Int)? {
    let lower = name.lowercased()
    let asked = lower == "sept" ? "sep" : lower
    let preferred =
      switch language {
      case "es": [2, 3]
      case "fr": [4]
      case "de": [5, 6]
      default: [0, 1]
      }
    for row in preferred + Array(rows.indices) {
      if let month = rows[row].firstIndex(of: asked) { return (row, month + 1) }
    }
    return nil
  }

  /// The row and place of a weekday's name.
  static func findDay(_ name: String) -> (row: Int, place: Int)? {
    let lower = name.lowercased()
    for (row, names) in days.enumerated() {
      if let place = names.firstIndex(of: lower) { return (row, place) }
    }
    return nil
  }
}
