import SeedbedKernels

/// The parts of a date that a text gives.
struct DateValue: Sendable, Hashable {
  var year: Int?
  /// 1...12.
  var month: Int?
  /// 1...31.
  var day: Int?
  /// Whether day and month are figures that could change places, as in 4/5/2024.
  var isAmbiguous = false

  /// Reads a recognised date; nil when its parts make none.
  init?(_ text: String) {
    var figures: [(value: Int, width: Int)] = []
    let date = text.lowercased().prefix { $0 != "t" || !$0.isNumber }
    for token in date.split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      let digits = token.prefix { $0.isASCII && $0.isNumber }
      if let value = Int(digits), digits.count <= 4 {
        figures.append((value, digits.count))
      } else if month == nil {
        month = Self.month(String(token))
      }
      if figures.count == 3 { break }
    }
    month == nil ? take(figures) : takeBesideMonth(figures)
    guard year != nil || month != nil || day != nil else { return nil }
  }

  /// Whether another date gives all that this one gives, in the same way.
  func isGiven(by other: Self) -> Bool {
    agrees(other.year, year)
      && (agreesOnDay(other) || (isAmbiguous || other.isAmbiguous) && agreesOnDay(other.swapped))
  }

  /// Whether another date has a part in common with this one and contradicts another.
  func isContradicted(by other: Self) -> Bool {
    guard !isAmbiguous, !other.isAmbiguous else { return false }
    let parts = [(year, other.year), (month, other.month), (day, other.day)]
    let differs = parts.contains { $0.0 != nil && $0.1 != nil && $0.0 != $0.1 }
    let shares = parts.prefix(2).contains { $0.0 != nil && $0.0 == $0.1 }
    return differs && shares
  }

  /// English names of the months, as words have them.
  static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private var swapped: Self {
    var other = self
    (other.month, other.day) = (day, month)
    return other
  }

  private func agreesOnDay(_ other: Self) -> Bool {
    agrees(other.month, month) && agrees(other.day, day)
  }

  private func agrees(_ given: Int?, _ wanted: Int?) -> Bool {
    guard let wanted else { return true }
    return given == wanted
  }

  private mutating func takeBesideMonth(_ figures: [(value: Int, width: Int)]) {
    for figure in figures {
      if figure.width == 4 { year = figure.value } else if day == nil { day = figure.value }
    }
  }

  private mutating func take(_ figures: [(value: Int, width: Int)]) {
    guard figures.count == 3 else { return }
    let yearFirst = figures[0].width == 4
    let (first, second) =
      yearFirst ? (figures[1].value, figures[2].value) : (figures[0].value, figures[1].value)
    let given = yearFirst ? figures[0] : figures[2]
    year = given.width == 4 ? given.value : given.value + (given.value < 50 ? 2000 : 1900)
    if yearFirst {
      (month, day) = (first, second)
    } else {
      (day, month) = second > 12 ? (second, first) : (first, second)
      isAmbiguous = first <= 12 && second <= 12 && first != second
    }
  }

  /// The number of a month by its name in English, German, French or Spanish, whole or cut.
  static func month(_ name: String) -> Int? {
    let folded = DuplicateView.normalized(name)
    if folded.hasPrefix("juil") { return 7 }
    return numbers[String(folded.prefix(3))]
  }

  private static let numbers: [String: Int] = {
    var numbers: [String: Int] = [:]
    let names = """
      jan feb mar apr may jun jul aug sep oct nov dec ene fev maerz abr mai jui jul ago set okt nov dic
      jan feb mrz avr mayo jun jul aou sep oct nov dez
      """
    for (index, name) in names.split(whereSeparator: \.isWhitespace).enumerated() {
      numbers[String(name.prefix(3))] = index % 12 + 1
    }
    return numbers
  }()
}
