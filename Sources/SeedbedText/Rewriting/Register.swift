/// Words and phrases of formal and of casual speech that say the same, by language.
public struct Register: Sendable {
  /// Which way to go.
  public enum Direction: String, Sendable, CaseIterable {
    case formal, casual
  }

  private let formal: RegisterTable
  private let casual: RegisterTable
  /// Whether nouns are capitals inside sentences, so that a capital does not tell a name.
  private let hasCapitalNouns: Bool

  /// The languages that have lists, by ISO 639-1 code.
  public static let languages = ["de", "en", "es", "fr"]

  /// The lists of a language; nil for a language without any.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: The lists, read once for the program.
  public static func `for`(language: String) -> Register? {
    switch language {
    case "de": german
    case "en": english
    case "es": spanish
    case "fr": french
    default: nil
    }
  }

  /// Where something can be said more formally, or more casually.
  ///
  /// - Parameters:
  ///   - direction: Which way to go.
  ///   - words: The words of a text.
  /// - Returns: The places, in order and without overlap.
  public func places(_ direction: Direction, _ words: [FoldedWord]) -> [RewritePlace] {
    let table = table(direction)
    return table.phrases.places(in: words).filter { place in
      guard !table.options[place.rule].isEmpty else { return false }
      let first = words[place.word]
      if table.startOnly[place.rule] { return first.opensSentence }
      return first.letterCase == .lower || first.opensSentence || hasCapitalNouns
        || first.letterCase == .upper || first.end - first.start == 1
    }
  }

  /// What may stand at a place instead.
  ///
  /// - Parameters:
  ///   - place: A place that ``places(_:_:)`` found.
  ///   - direction: Which way to go.
  /// - Returns: One phrase or more, in small letters but for nouns and names.
  public func options(_ place: RewritePlace, _ direction: Direction) -> [String] {
    table(direction).options[place.rule]
  }

  private func table(_ direction: Direction) -> RegisterTable {
    direction == .formal ? formal : casual
  }

  private init(_ lists: RegisterLists.Lists, hasCapitalNouns: Bool = false) {
    formal = RegisterTable(lists.formal)
    casual = RegisterTable(lists.casual)
    self.hasCapitalNouns = hasCapitalNouns
  }

  private static let german = Self(RegisterLists.german, hasCapitalNouns: true)
  private static let english = Self(RegisterLists.english)
  private static let spanish = Self(RegisterLists.spanish)
  private static let french = Self(RegisterLists.french)
}

/// One direction of a register.
struct RegisterTable: Sendable {
  let phrases: PhraseTable
  /// What may stand instead of each phrase; empty for one that is left alone.
  let options: [[String]]
  let startOnly: [Bool]

  init(_ list: String) {
    var phrases: [(phrase: String, number: Int)] = []
    var options: [[String]] = []
    var startOnly: [Bool] = []
    for line in list.split(separator: "\n") {
      let sides = line.split(separator: "=", maxSplits: 1)
      var words = sides[0].split(separator: " ")
      let sign = words.first.map(String.init) ?? ""
      if sign == "^" || sign == "!" { words.removeFirst() }
      phrases.append((words.joined(separator: " "), options.count))
      options.append(
        sides.count < 2
          ? []
          : sides[1].split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
      )
      startOnly.append(sign == "^")
    }
    self.phrases = PhraseTable(phrases)
    self.options = options
    self.startOnly = startOnly
  }
}
