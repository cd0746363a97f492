import SeedbedKernels

/// Other places: a country for a country, a region for a region, a town for all else, as the language of
/// the text names them.
enum PlaceValues {
  private enum Rank {
    case country, masculineCountry, region, code, town
  }

  private static let codes = words(PlaceNames.stateCodes).prefix(51).map { $0 }
  private static let masculine = words(PlaceLists.masculine)
  private static let countries = PlaceLists.countries.mapValues(words)
  private static let regions = PlaceLists.regions.mapValues(words)
  private static let towns = PlaceLists.towns.mapValues(words)

  private static let ranks: [String: Rank] = {
    var ranks: [String: Rank] = [:]
    let lists: [([String], Rank)] = [
      (Array(countries.values.joined()) + words(PlaceNames.countries), .country),
      (masculine, .masculineCountry),
      (Array(regions.values.joined()) + words(PlaceNames.regions), .region),
    ]
    for (list, rank) in lists {
      for word in list {
        let lower = word.lowercased()
        // Some names are of both genders in French because other languages share them.
        if ranks[lower] == nil || rank == .masculineCountry { ranks[lower] = rank }
      }
    }
    return ranks
  }()
  private static let known: Set<String> = Set(
    (Array(towns.values.joined()) + words(PlaceNames.cities)).map { $0.lowercased() }
      + ranks.keys
  )

  /// Whether a place is in the lists, whatever its capitals.
  static func isKnown(_ value: String) -> Bool { known.contains(value.lowercased()) }

  static func other(
    than value: String,
    _ language: String,
    _ random: inout CounterRandom
  ) -> String? {
    let list: [String]? =
      switch rank(of: value, language) {
      case .country: countries[language] ?? countries["en"]
      case .masculineCountry: masculine
      case .region: regions[language] ?? regions["en"]
      case .code: Array(codes)
      case .town: towns[language] ?? towns["en"]
      }
    return list.flatMap { random.pick($0) }.map { cased($0, like: value) }
  }

  private static func rank(of value: String, _ language: String) -> Rank {
    let lower = value.lowercased()
    if value.utf8.count == 2, codes.contains(value) { return .code }
    switch ranks[lower] {
    case .masculineCountry: return language == "fr" ? .masculineCountry : .country
    case .some(let rank): return rank
    case nil: return .town
    }
  }

  private static func cased(_ name: String, like old: String) -> String {
    switch LetterCase(of: old) {
    case .upper where old.utf8.count > 2: name.uppercased()
    case .lower: name.lowercased()
    default: name
    }
  }

  private static func words(_ list: String) -> [String] {
    list.split(whereSeparator: \.isWhitespace).map { word in
      String(decoding: word.utf8.map { $0 == UInt8(ascii: "_") ? 0x20 : $0 }, as: UTF8.self)
    }
  }
}

extension ValueMaker {
  /// Whether a name is one of the countries, regions and towns that are known, whatever its capitals.
  ///
  /// - Parameter value: A name.
  /// - Returns: True for a listed place.
  public static func isKnownPlace(_ value: String) -> Bool { PlaceValues.isKnown(value) }
}
