import SeedbedText

/// What kind of value a span holds, by the words of its label: `departure_city` is a place.
enum SlotKinds {
  /// Words of labels and the kind they speak for; a row further up wins.
  private static let rows: [(words: String, kind: ValueKind)] = [
    ("email mail", .email),
    ("phone telephone mobile fax tel", .phone),
    ("url website link homepage domain", .url),
    (
      "id ids identifier code reference ref iban tracking sku serial account_number order_number",
      .identifier
    ),
    ("amount price cost money fee total balance budget salary", .amount),
    ("time hour", .time),
    ("datetime date day weekday month year from until deadline birthday dob", .date),
    (
      "city town village country state province region place location destination origin gpe loc",
      .place
    ),
    ("company organization organisation org business employer brand airline bank", .organization),
    ("product device model service", .product),
    (
      """
      person per people name author artist director actor singer customer contact employee teacher patient
      passenger guest sender recipient
      """, .person
    ),
    ("number count quantity size guests adults children", .number),
  ]

  /// Labels with one of these words name a description, or hang on another value of the text.
  private static let unclear: Set<String> = [
    "rating", "best", "description", "type", "category", "relation", "range", "unit", "owner",
    "period", "duration", "title", "item", "noun", "attribute", "modifier", "recurring", "current",
    "object", "movie", "track", "album", "song", "playlist", "entity", "genre", "party",
  ]

  private static let kinds: [String: (rank: Int, kind: ValueKind)] = {
    var kinds: [String: (rank: Int, kind: ValueKind)] = [:]
    for (rank, row) in rows.enumerated() {
      for word in row.words.split(whereSeparator: \.isWhitespace) {
        kinds[String(word)] = (rank, row.kind)
      }
    }
    return kinds
  }()

  /// The kind that a label speaks for, as far as the value bears it out; nil where nobody knows.
  static func kind(_ label: String, value: String) -> ValueKind? {
    let words = words(of: label)
    guard !words.isEmpty else { return nil }
    // The last number counts, the words before say what: `party_size_number`.
    if words.last == "number", words.contains("size") { return number(value) }
    if words.contains(where: unclear.contains) { return nil }
    if words.last == "name", let first = words.dropLast().last {
      if ["first", "given", "fore", "middle"].contains(first) { return .givenName }
      if ["last", "family", "sur"].contains(first) { return .familyName }
      // A cinema is a location too, and no town.
      if first != "location", let found = kinds[first]?.kind { return checked(found, value) }
      return first == "full" ? .person : nil
    }
    if words == ["surname"] { return .familyName }
    if words == ["name"] { return checked(.person, value) }
    let isNumbered =
      words.count > 1 && ["number", "num", "no", "nr"].contains(words[words.count - 1])
    if isNumbered, number(value) != nil, !words.contains("phone") { return .identifier }
    let best = words.compactMap { kinds[$0] }.min { $0.rank < $1.rank }
    return best.flatMap { checked($0.kind, value) }
  }

  /// The kind where the value looks like one of it.
  private static func checked(_ kind: ValueKind, _ value: String) -> ValueKind? {
    let hasDigit = value.utf8.contains { $0 &- 0x30 < 10 }
    switch kind {
    case .person, .givenName, .familyName:
      // `people` is as often the number of them.
      if hasDigit || ValueMaker.isNumberWord(value.lowercased()) { return number(value) }
      return isName(value) ? kind : nil
    case .place:
      guard !hasDigit else { return nil }
      let isCapital = value.unicodeScalars.first?.properties.isUppercase ?? false
      return isCapital || ValueMaker.isKnownPlace(value) ? kind : nil
    case .organization: return hasDigit ? nil : kind
    case .number, .amount: return number(value) == nil ? nil : kind
    case .identifier: return hasDigit ? kind : nil
    case .date: return ValueMaker.isTime(value) ? .time : kind
    default: return kind
    }
  }

  /// At most four words of letters, none of them a pronoun or an "and".
  private static func isName(_ value: String) -> Bool {
    let words = value.split(separator: " ")
    let functions = FunctionWords.for(language: "en")
    return (1...4).contains(words.count)
      && words.allSatisfy { !functions.contains($0.lowercased()) && $0.utf8.count < 24 }
  }

  private static func number(_ value: String) -> ValueKind? {
    let isNumber =
      value.utf8.contains { $0 &- 0x30 < 10 } || ValueMaker.isNumberWord(value.lowercased())
    return isNumber ? .number : nil
  }

  /// The words of a label in lower case, cut at signs and inner capitals.
  private static func words(of label: String) -> [String] {
    var words: [String] = [""]
    var previousIsLower = false
    for scalar in label.unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic
      if !isLetter || previousIsLower && scalar.properties.isUppercase { words.append("") }
      if isLetter { words[words.count - 1].unicodeScalars.append(scalar) }
      previousIsLower = scalar.properties.isLowercase
    }
    return words.filter { !$0.isEmpty }.map { $0.lowercased() }
  }
}
