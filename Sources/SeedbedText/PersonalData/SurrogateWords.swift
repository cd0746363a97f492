import SeedbedKernels

/// The material of surrogates, and what in a value is no personal data.
enum SurrogateWords {
  /// The kinds of words that names consist of.
  enum NameKind {
    case female, male, given, surname
  }

  static let nationalities = words(PlaceNames.nationalities)
  static let professions = words(
    "baker engineer teacher nurse gardener clerk painter librarian carpenter translator cook driver "
      + "electrician designer accountant surveyor tailor optician roofer potter"
  )
  static let companies = words(
    """
    Alderwick Beaconmoor Corvane Dunmere Elmforth Farrowby Glenmark Harwold Ivorex Juniper Kestrel
    Larkspur Merrow Northfen Oakhollow Pinegate Quillon Redmarsh Silverden Thornby Umbra Valemont
    Westrow Yarrow Zephyrus Amberlin Birchgrove Cindral Dovetail Everline Foxmere Goldcrest Hazelton
    Ironbark Jasperine Kindleworth Lunaris Mossbank Nimbara Orchardline Palisor Quarrow Rowandale
    """
  )
  static let streets = words(
    """
    Linden Willow Harbour Chestnut Orchard Meadow Juniper Larch Alder Hawthorn Rosehip Clover Thistle
    Marigold Saffron Lavender Heather Bramble Hazel Maple Poplar Rowan Sycamore Elder Fern Ivy Laurel
    Myrtle Olive Peony Primrose Sorrel Tansy Violet Yew Zinnia Birch Cedar Cypress
    """
  )
  /// Names without accents, for local parts of mail addresses.
  static let plainNames = words(NameCulture.english.female + " " + NameCulture.english.surnames)

  private struct Names {
    var female: [String]
    var male: [String]
    var surnames: [String]
  }

  private static let cultures = NameCulture.all.map {
    Names(female: words($0.female), male: words($0.male), surnames: words($0.surnames))
  }
  /// The culture and kind in which a word is listed first.
  private static let kinds: [String: (culture: Int, kind: NameKind)] = {
    var kinds: [String: (culture: Int, kind: NameKind)] = [:]
    for (culture, names) in cultures.enumerated() {
      for (list, kind) in [
        (names.female, NameKind.female), (names.male, .male), (names.surnames, .surname),
      ] {
        for word in list where kinds[word.lowercased()] == nil {
          kinds[word.lowercased()] = (culture, kind)
        }
      }
    }
    return kinds
  }()
  private static let countries = words(PlaceNames.countries)
  private static let cities = words(PlaceNames.cities)

  static func kind(of word: String) -> (culture: Int, kind: NameKind)? { kinds[word] }

  /// The culture that most words of a name belong to; the first, English, where none is known.
  static func culture(of parts: [String]) -> Int {
    var counts = [Int](repeating: 0, count: cultures.count)
    for part in parts {
      if let known = kinds[part.lowercased()] { counts[known.culture] += 1 }
    }
    let most = counts.max() ?? 0
    return most == 0 ? 0 : counts.firstIndex(of: most) ?? 0
  }

  /// The names of a culture and kind in the script of a word.
  static func names(_ culture: Int, _ kind: NameKind, like word: String) -> [String] {
    let names = cultures[culture]
    let list =
      switch kind {
      case .female: names.female
      case .male: names.male
      case .given: names.female + names.male
      case .surname: names.surnames
      }
    let script = script(word)
    let same = list.filter { Self.script($0) == script }
    if !same.isEmpty { return same }
    let all = cultures.flatMap { kind == .surname ? $0.surnames : $0.female + $0.male }
    return all.filter { Self.script($0) == script }
  }

  /// Countries for a country and towns for all else, in the same script where there are some.
  static func places(like value: String) -> [String] {
    let isCountry = countries.contains { $0.lowercased() == value.lowercased() }
    let list = isCountry ? countries : cities
    let same = list.filter { script($0) == script(value) }
    return same.isEmpty ? list : same
  }

  /// Another month or weekday of the same language; nil for other words.
  static func calendarWord(_ word: String, _ random: inout CounterRandom) -> String? {
    let folded = word.lowercased()
    for (list, length) in [(CueWords.calendarMonths, 12), (CueWords.calendarDays, 7)] {
      let all = words(list)
      guard let place = all.firstIndex(of: folded) else { continue }
      let start = place / length * length
      let options = all[start..<min(start + length, all.count)].filter { $0 != folded }
      guard !options.isEmpty else { return nil }
      let other = options[random.index(below: options.count)]
      return word == folded ? other : other.prefix(1).uppercased() + other.dropFirst()
    }
    return nil
  }

  // MARK: - What stays

  static func isWord(_ part: String) -> Bool {
    part.unicodeScalars.first?.properties.isAlphabetic ?? false
  }

  static func staysInName(_ word: String) -> Bool {
    ["jr", "sr", "md", "phd", "ii", "iii", "iv", "dr", "mr", "mrs", "ms", "s"].contains(
      word.lowercased()
    )
      || word == word.lowercased() && has(word, .particle)
  }

  static func staysInOrganization(_ word: String) -> Bool {
    has(word, [.legalForm, .organizationWord, .function, .particle])
  }

  static func staysInAddress(_ word: String) -> Bool {
    has(
      word,
      [
        .streetSuffix, .streetPrefix, .unit, .particle, .country, .stateCode, .function,
        .nationality,
      ]
    ) || word.unicodeScalars.count <= 2
  }

  static func isHonorific(_ value: String) -> Bool {
    TextParts.split(value).first.map { has($0, .honorific) } ?? false
  }

  private static func has(_ word: String, _ flags: WordFlags) -> Bool {
    !NameLexicon.shared.flags(of: word).isDisjoint(with: flags)
  }

  /// Latin, or the lead byte of the first letter.
  private static func script(_ word: String) -> UInt8 {
    let lead = word.utf8.first ?? 0
    return lead < 0xCD ? 0 : lead < 0xE0 ? lead & 0xFE : 0xE0
  }

  private static func words(_ list: String) -> [String] {
    list.split(whereSeparator: \.isWhitespace).map {
      String($0.map { $0 == "_" ? " " : $0 })
    }
  }
}
