import SeedbedKernels

/// Tells whether a translated text has moved away from what it was, by what can be counted.
enum Drift {
  /// The least share of character 3-grams, where no vectors can be compared.
  ///
  /// See `docs/methods.md` for how both thresholds were found.
  static let leastOverlap = 0.75
  /// The least cosine of the texts' vectors.
  static let leastSimilarity = 0.8

  /// Number words that must survive; "one" is left out because it is a pronoun too.
  private static let numbers: [String: [String: Int]] = {
    let lists = [
      "en": "two three four five six seven eight nine ten eleven twelve hundred thousand million",
      "es": "dos tres cuatro cinco seis siete ocho nueve diez once doce cien mil millón",
      "ca": "dos tres quatre cinc sis set vuit nou deu onze dotze cent mil milió",
      "fr": "deux trois quatre cinq six sept huit neuf dix onze douze cent mille million",
      "de": "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend million",
    ]
    return lists.mapValues { list in
      let words = list.split(separator: " ").map(String.init)
      return Dictionary(uniqueKeysWithValues: words.enumerated().map { ($0.element, $0.offset) })
    }
  }()

  /// Whether both texts have the same figures, each as often, and, in one language, the same number words.
  static func keepsNumbers(_ old: String, _ new: String, language: String?) -> Bool {
    guard figures(in: old) == figures(in: new) else { return false }
    guard let words = language.flatMap({ numbers[$0] }) else { return true }
    func found(_ text: String) -> [Int] {
      WordScanner.words(in: text.utf8Span.span)
        .compactMap { words[String(text.slice($0)).lowercasedPlain] }.sorted()
    }
    return found(old) == found(new)
  }

  /// The runs of digits of a text, in ascending order.
  private static func figures(in text: String) -> [String] {
    text.split { !$0.isNumber }.map(String.init).sorted()
  }

  /// English pronouns by person; "it" is left out because it stands for nothing too often.
  private static let persons: [String: Int] = {
    let lists = [
      "i me my mine myself", "you your yours yourself yourselves", "he him his himself",
      "she her hers herself", "we us our ours ourselves", "they them their theirs themselves",
    ]
    var persons: [String: Int] = [:]
    for (person, list) in lists.enumerated() {
      for word in list.split(separator: " ") { persons[String(word)] = person }
    }
    return persons
  }()

  /// Whether both texts speak of the same persons; true for languages that leave pronouns out.
  ///
  /// On the way through such a language "she" comes back as "it".
  static func keepsPersons(_ old: String, _ new: String, language: String) -> Bool {
    guard language == "en" else { return true }
    func found(_ text: String) -> Set<Int> {
      Set(
        WordScanner.words(in: text.utf8Span.span).compactMap { range in
          let word = String(text.slice(range)).lowercasedPlain
          return persons[word] ?? persons[String(word.prefix { $0 != "'" })]
        }
      )
    }
    return found(old) == found(new)
  }

  /// Whether two texts of one language deny equally often; true where nobody knows.
  static func keepsNegation(_ old: String, _ new: String, language: String) -> Bool {
    guard let words = Negations(language: language) else { return true }
    return words.count(in: old) == words.count(in: new)
  }

  /// Whether a text and its translation both deny or both do not; true where nobody knows.
  ///
  /// Languages that deny twice ("no … nada") make the counts differ.
  static func keepsNegation(
    _ old: String,
    in source: String,
    _ new: String,
    in target: String
  ) -> Bool {
    guard let from = Negations(language: source), let to = Negations(language: target) else {
      return true
    }
    return (from.count(in: old) > 0) == (to.count(in: new) > 0)
  }

  /// The Dice coefficient of the sets of character 3-grams of both texts' words, 0…1.
  static func overlap(_ old: String, _ new: String) -> Double {
    let (left, right) = (grams(of: old), grams(of: new))
    guard left.count + right.count > 0 else { return 1 }
    return 2 * Double(left.intersection(right).count) / Double(left.count + right.count)
  }

  private static func grams(of text: String) -> Set<[UInt8]> {
    var bytes = [UInt8(ascii: " ")]
    for word in WordScanner.words(in: text.utf8Span.span) {
      bytes += text.slice(word).lowercased().utf8
      bytes.append(UInt8(ascii: " "))
    }
    guard bytes.count >= 3 else { return [] }
    return Set((0...(bytes.count - 3)).map { Array(bytes[$0..<($0 + 3)]) })
  }
}
