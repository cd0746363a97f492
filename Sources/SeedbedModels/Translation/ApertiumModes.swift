import SeedbedData

/// The directions that an installation of Apertium has, by BCP 47 tags.
struct ApertiumModes: Sendable, Hashable {
  /// A direction and what Apertium calls it.
  struct Mode: Sendable, Hashable {
    var name: String
    var source: LanguageTag
    var target: LanguageTag
  }

  /// The directions in the order of their names.
  let all: [Mode]

  /// Codes of ISO 639-3 by those of ISO 639-1, for the languages that Apertium has pairs for.
  private static let codes = [
    "afr": "af", "ara": "ar", "arg": "an", "bel": "be", "bul": "bg", "cat": "ca", "crh": "crh",
    "cym": "cy", "dan": "da", "deu": "de", "eng": "en", "epo": "eo", "eus": "eu", "fra": "fr",
    "gle": "ga", "glg": "gl", "hbs": "sh", "hin": "hi", "isl": "is", "ita": "it", "kaz": "kk",
    "mkd": "mk", "mlt": "mt", "nld": "nl", "nno": "nn", "nob": "nb", "oci": "oc", "pol": "pl",
    "por": "pt", "ron": "ro", "rus": "ru", "slv": "sl", "spa": "es", "srd": "sc", "swe": "sv",
    "tat": "tt", "tur": "tr", "ukr": "uk", "urd": "ur",
  ]

  /// Reads what `apertium -l` prints.
  init(listing: String) {
    all = listing.split(whereSeparator: \.isWhitespace).compactMap { word in
      let parts = word.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count == 2, !parts.contains("") else { return nil }
      return Mode(name: String(word), source: Self.tag(parts[0]), target: Self.tag(parts[1]))
    }
    .sorted { $0.name < $1.name }
  }

  private static func tag(_ code: Substring) -> LanguageTag {
    let parts = code.split(separator: "_", maxSplits: 1)
    let base = parts.first.map(String.init) ?? ""
    let variant = parts.count > 1 ? "-" + parts[1] : ""
    return LanguageTag((codes[base] ?? base) + variant)
  }

  /// The direction from one language into another: that of the variant asked for, else the plain one.
  func mode(from source: String, to target: String) -> Mode? {
    let (source, target) = (LanguageTag(source), LanguageTag(target))
    let fitting = all.filter { $0.source.base == source.base && $0.target.base == target.base }
    return fitting.first { $0.target == target }
      ?? fitting.first { $0.target.whole == $0.target.base }
  }

  /// The languages that a language can be translated into, without variants.
  func targets(from source: String) -> [String] {
    let source = LanguageTag(source).base
    var targets: [String] = []
    for mode in all
    where mode.source.base == source && mode.target.whole == mode.target.base
      && !targets.contains(mode.target.base)
    { targets.append(mode.target.base) }
    return targets.sorted()
  }
}
