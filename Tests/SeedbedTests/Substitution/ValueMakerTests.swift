import SeedbedKernels
import SeedbedText
import Testing

@Suite("Values of the same kind")
struct ValueMakerTests {
  static func others(
    _ values: [String],
    _ kind: ValueKind,
    _ language: String? = "en",
    draw: Int = 0
  ) -> [String?] {
    var random = SubstitutionSupport.random(1, draw)
    return ValueMaker(language: language).others(for: values, of: kind, random: &random)
  }

  static func many(_ value: String, _ kind: ValueKind, _ language: String? = "en") -> [String] {
    (0..<300).compactMap { others([value], kind, language, draw: $0)[0] }
  }

  // MARK: - Names

  @Test("a person keeps the gender, and the parts of a name change alike wherever they stand")
  func people() throws {
    for draw in 0..<50 {
      let new = Self.others(["Jennifer Miller", "Jennifer", "Mr. Miller"], .person, draw: draw)
      let full = try #require(new[0]).split(separator: " ")
      #expect(full.count == 2)
      #expect(new[1] == String(full[0]))
      #expect(new[2] == "Mr. " + full[1])
    }
    let women = Set(Self.many("Jennifer", .person))
    let men = Set(Self.many("Robert", .person))
    #expect(women.isDisjoint(with: men))
    #expect(women.count > 40 && men.count > 40)
  }

  @Test("CheckList's fault: names are drawn from all of the list, not from its head")
  func namesFromTheWholeList() {
    let drawn = (0..<2000).compactMap { Self.others(["John Smith"], .person, draw: $0)[0] }
    let counts = Dictionary(grouping: drawn) { $0.split(separator: " ")[0] }.mapValues(\.count)
    #expect(counts.count > 100)
    #expect((counts.values.max() ?? 0) < 60)
  }

  @Test("names keep capitals and small letters")
  func casing() {
    for other in Self.many("anna", .person) { #expect(other == other.lowercased()) }
    for other in Self.many("ANNA", .person) { #expect(other == other.uppercased()) }
  }

  @Test("places are named as the language names them, country for country")
  func places() {
    let spanish = Set(Self.many("Francia", .place, "es"))
    #expect(spanish.contains("Alemania") && !spanish.contains("Germany"))
    let english = Set(Self.many("france", .place))
    #expect(english.contains("germany") && !english.contains("london"))
    #expect(Set(Self.many("TX", .place)).allSatisfy { $0.utf8.count == 2 })
    // In French the article hangs on gender and sound: au Canada, en Italie.
    #expect(
      Set(Self.many("Canada", .place, "fr")).isSubset(of: [
        "Brésil", "Chili", "Danemark", "Kenya", "Luxembourg", "Maroc", "Mexique", "Népal",
        "Nigeria",
        "Panama", "Paraguay", "Pérou", "Portugal", "Sénégal", "Japon", "Vietnam", "Venezuela",
        "Ghana",
      ])
    )
    for other in Self.many("Italie", .place, "fr") {
      #expect("AEIOUÉÎH".contains(other.prefix(1)), "\(other)")
    }
  }

  @Test("an organisation keeps its legal form, a product its kind")
  func organizations() {
    for other in Self.many("Miller Ltd", .organization) { #expect(other.hasSuffix(" Ltd")) }
    for other in Self.many("iPhone 13", .product) { #expect(!other.contains("Book")) }
    #expect(Self.others(["blue shirt"], .product) == [nil])
  }

  // MARK: - Figures

  @Test(
    "a number keeps its digits, groups, zeros at the end and unit",
    arguments: [
      ("37", "99"), ("1,250", "9,999"), ("12.5 km", "99.9 km"), ("3.000.000", "9.999.999"),
      ("45%", "99%"), ("1 200", "9 999"), ("10k", "99k"), ("0.25", "9.99"),
    ]
  )
  func numbers(value: String, shape: String) {
    let others = Self.many(value, .number)
    #expect(Set(others).count > 1, "\(value)")
    for other in others {
      let masked = String(other.map { $0.isNumber ? "9" : $0 })
      #expect(masked == shape, "\(value) became \(other)")
      #expect(other != value)
      if value.hasSuffix("000") { #expect(other.hasSuffix("000")) }
    }
  }

  @Test("none and one stay, small numbers never become one, ratios and ranges stay")
  func smallNumbers() {
    for value in ["0", "1", "1/2", "3-5", "16:9"] {
      #expect(Self.others([value], .number) == [nil])
    }
    for value in ["2", "3", "9"] {
      let others = Set(Self.many(value, .number))
      #expect(others.count == 7)
      #expect(others.isDisjoint(with: ["0", "1", value]))
    }
    #expect(Set(Self.many("3rd", .number)).isSuperset(of: ["2nd", "4th", "10th"]))
    #expect(!Set(Self.many("Seven", .number)).contains("seven"))
    #expect(Set(Self.many("siete", .number, "es")).contains("nueve"))
  }

  @Test(
    "an amount keeps its currency, decimals and magnitude",
    arguments: ["$12.50", "1.234,56 €", "£2700", "999.43 euros", "$1,299.99", "EUR 80", "400"]
  )
  func amounts(value: String) throws {
    let digits = value.filter(\.isNumber)
    for other in Self.many(value, .amount) {
      #expect(other.map { $0.isNumber ? "9" : $0 } == value.map { $0.isNumber ? "9" : $0 })
      let ratio =
        try #require(Double(other.filter(\.isNumber))) / (try #require(Double(digits)))
      #expect((0.1...10).contains(ratio))
      if value.hasSuffix(".99") { #expect(other.hasSuffix(".99")) }
    }
  }

  @Test(
    "a date keeps its format and is a day of the calendar",
    arguments: [
      ("2024-02-29", "en"), ("12/31/2023", "en"), ("31.12.2023", "de"), ("3 May 2024", "en"),
      ("May 5, 2024", "en"), ("1er mai", "fr"), ("5 de mayo de 2024", "es"),
      ("3. Januar 2024", "de"),
      ("Jan 3rd", "en"), ("June 2024", "en"), ("Friday 7 January 2016", "en"), ("5/4/24", "en"),
      ("2024-05-01T10:30:00Z", "en"),
    ]
  )
  func dates(value: String, language: String) throws {
    var seen: Set<String> = []
    for draw in 0..<300 {
      let other = try #require(Self.others([value], .date, language, draw: draw)[0])
      #expect(other != value)
      seen.insert(other)
      // What was made can be read as a date again.
      #expect(Self.others([other], .date, language, draw: 1)[0] != nil, "\(other)")
      if value.hasPrefix("Friday") { #expect(other.hasPrefix("Friday ")) }
      if value.hasSuffix("Z") { #expect(other.hasSuffix("T10:30:00Z")) }
      if value.contains("er ") { #expect(!other.contains("1 mai") && other.first != "0") }
      if value == "2024-02-29" { #expect(other.utf8.count == 10) }
    }
    #expect(seen.count > 3, "\(seen)")
  }

  @Test("dates of one text move together: order, distance and weekday stay")
  func datesTogether() throws {
    for draw in 0..<200 {
      let new = Self.others(["2024-03-01", "2024-03-15", "2024-03-02"], .date, draw: draw)
      let dates = try new.map { try #require($0) }
      #expect(dates[0] < dates[2] && dates[2] < dates[1])
      // Two weeks lie between the first and the second, whatever the month.
      let days = dates.compactMap { Int($0.suffix(2)) }
      #expect((days[1] - days[0] == 14) || days[1] < days[0])
    }
  }

  @Test("a date that can be read in two ways is real in both")
  func ambiguousDates() throws {
    for draw in 0..<200 {
      let other = try #require(Self.others(["03/04/2024"], .date, draw: draw)[0])
      let parts = other.split(separator: "/").compactMap { Int($0) }
      #expect(parts.count == 3 && parts[0] <= 12 && parts[1] <= 12, "\(other)")
    }
  }

  @Test("weekdays and phrases give way to others of their kind and direction")
  func phrases() {
    #expect(Set(Self.many("next Thursday", .date)).contains("next Monday"))
    #expect(Set(Self.many("next Thursday", .date)).count == 6)
    #expect(Set(Self.many("tomorrow", .date)).isDisjoint(with: ["yesterday", "last week"]))
    #expect(Set(Self.many("Mañana", .date, "es")).contains("Hoy"))
    #expect(Self.others(["in an hour"], .date) == [nil])
  }

  @Test("times move together and keep their format")
  func times() throws {
    for draw in 0..<200 {
      let day = try Self.others(["9:00", "17:30"], .time, draw: draw).map { try #require($0) }
      #expect(day[0].hasSuffix(":00") || day[0].hasSuffix(":30"))
      let office = try Self.others(["10am", "5 p.m."], .time, draw: draw).map { try #require($0) }
      #expect(office[0].hasSuffix("m") && office[1].hasSuffix(".m."))
      #expect(Self.others(["14h30"], .time, "fr", draw: draw)[0]?.dropFirst(2).first == "h")
    }
    #expect(Self.others(["25:99"], .time) == [nil])
    #expect(Self.others(["half past seven"], .time) == [nil])
  }

  // MARK: - Codes and addresses

  @Test(
    "a code keeps its shape class by class",
    arguments: [
      "ORD-12345", "00004587345", "AB12-CD34", "#99812", "x7f3a9c2",
      "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    ]
  )
  func identifiers(value: String) {
    func shape(_ text: String) -> [Int] {
      text.unicodeScalars.map {
        $0.value &- 0x30 < 10
          ? 0 : $0.properties.isUppercase ? 1 : $0.properties.isLowercase ? 2 : Int($0.value)
      }
    }
    let others = Self.many(value, .identifier)
    #expect(Set(others).count > 100)
    let isHex = value.hasPrefix("3f25")
    for other in others {
      #expect(isHex || shape(other) == shape(value), "\(other)")
      if value.hasPrefix("ORD") { #expect(other.hasPrefix("ORD-")) }
      if value.hasPrefix("00") { #expect(other.hasPrefix("0")) }
    }
  }

  @Test("check digits are right where there are such")
  func checkDigits() {
    for other in Self.many("4111 1111 1111 1111", .identifier) {
      let digits = other.compactMap(\.wholeNumberValue)
      let sum = digits.reversed().enumerated().reduce(0) { sum, item in
        let doubled = item.offset % 2 == 1 ? item.element * 2 : item.element
        return sum + (doubled > 9 ? doubled - 9 : doubled)
      }
      #expect(digits.count == 16 && sum % 10 == 0, "\(other)")
    }
    for other in Self.many("DE89370400440532013000", .identifier) {
      let moved = String(other.dropFirst(4) + other.prefix(4))
      let remainder = moved.utf8.reduce(0) { value, byte in
        byte < 0x3A ? (value * 10 + Int(byte) - 48) % 97 : (value * 100 + Int(byte) - 55) % 97
      }
      #expect(other.hasPrefix("DE") && remainder == 1, "\(other)")
    }
  }

  @Test("addresses lie in ranges for examples, telephones keep country and groups")
  func addresses() {
    for other in Self.many("ann.lee@corp.com", .email) {
      #expect(other.contains("@example."))
      #expect(other.split(separator: "@")[0].contains("."))
    }
    for other in Self.many("https://www.shop.de/item/42", .url) {
      #expect(other.hasPrefix("https://www.") && other.contains(".example."))
    }
    for other in Self.many("+34 612 345 678", .phone) {
      #expect(
        other.hasPrefix("+34 6") && other.map { $0.isNumber ? "9" : $0 } == Array("+99 999 999 999")
      )
    }
  }

  @Test("different values get different ones, and none of them is an old one")
  func distinct() {
    let values = (2...9).map(String.init)
    for draw in 0..<50 {
      let new = Self.others(["5", "6", "7"], .number, draw: draw)
      #expect(Set(new).count == 3 && new.allSatisfy { $0 != nil && !["5", "6", "7"].contains($0) })
      // All digits are taken: there is nothing to put in.
      #expect(Self.others(values, .number, draw: draw).allSatisfy { $0 == nil })
    }
  }

  @Test("the same stream gives the same values")
  func deterministic() {
    for kind in ValueKind.allCases {
      let first = Self.others(["Anna Smith 12", "2024-05-01", "17"], kind, draw: 3)
      #expect(Self.others(["Anna Smith 12", "2024-05-01", "17"], kind, draw: 3) == first)
    }
  }
}
