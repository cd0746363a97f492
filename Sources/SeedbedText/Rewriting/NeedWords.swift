/// How a language says what somebody wants to do, and how it asks how to do it.
public struct NeedWords: Sendable {
  /// A statement or question of need at the start of a sentence.
  public struct Need: Sendable, Hashable {
    /// Whether it asks.
    public var isQuestion: Bool
    /// How many words say so.
    public var count: Int
  }

  /// What states a need, as it opens a sentence.
  public let statements: [String]
  /// What asks for the way.
  public let questions: [String]
  private let phrases: PhraseTable
  private let blocked: WordClasses
  private let endings: [String]
  private let endsSentence: Bool

  /// The languages that have lists, by ISO 639-1 code.
  public static let languages = ["de", "en", "es", "fr"]

  /// The phrases of a language; nil for a language without any.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: The lists, read once for the program.
  public static func `for`(language: String) -> NeedWords? {
    switch language {
    case "de": german
    case "en": english
    case "es": spanish
    case "fr": french
    default: nil
    }
  }

  /// The need that opens a text of one clause; nil where there is none, or where what is wanted is no
  /// deed ("I want to know").
  ///
  /// - Parameters:
  ///   - words: The words of a text.
  ///   - text: The text.
  /// - Returns: The need, or nil.
  public func need(_ words: [FoldedWord], in text: String) -> Need? {
    guard let first = words.first, let (number, count) = phrases.match(words, at: 0),
      words.count >= count + 2, words.count <= 40, first.letterCase != .mixed
    else { return nil }
    for index in count..<words.count
    where words[index].gap != .space || blocked.has(words[index].key, index == count ? 3 : 1) {
      return nil
    }
    // The infinitive is the first word, or the last one in German.
    let verb = text.utf8Slice(words[endsSentence ? words.count - 1 : count].range).lowercased()
    guard endings.isEmpty || endings.contains(where: verb.hasSuffix) else { return nil }
    return Need(isQuestion: number == 1, count: count)
  }

  private init(
    statements: String,
    questions: String,
    alsoStated: String = "",
    alsoAsked: String = "",
    noDeeds: String,
    joining: String,
    endings: String = "",
    endsSentence: Bool = false
  ) {
    func list(_ text: String) -> [String] { text.split(separator: "|").map(String.init) }
    self.statements = list(statements)
    self.questions = list(questions)
    let stated = self.statements + list(alsoStated)
    let asked = self.questions + list(alsoAsked)
    phrases = PhraseTable(stated.map { ($0, 0) } + asked.map { ($0, 1) })
    blocked = WordClasses([(1, joining), (2, noDeeds)])
    self.endings = list(endings)
    self.endsSentence = endsSentence
  }

  private static let english = NeedWords(
    statements: "I want to|I need to|I would like to|I'm trying to",
    questions: "How do I|How can I|How could I",
    alsoStated: "i am trying to|i'd like to|i wish to",
    alsoAsked: "how should i|how would i",
    noDeeds: """
      know ask say see thank report inform tell let be complain have hear understand believe think feel
      die remember find apologize mention learn talk speak point emphasize
      """,
    joining:
      "and but because so if when while that which i or since before until unless without not"
  )
  private static let spanish = NeedWords(
    statements: "Quiero|Necesito|Quisiera|Me gustaría",
    questions: "Cómo puedo|Cómo hago para",
    alsoStated: "queremos",
    alsoAsked: "cómo podría",
    noDeeds: """
      saber preguntar decir reportar informar agradecer ser estar tener oír entender creer hablar
      quejarme comentar denunciar
      """,
    joining: "y pero porque si cuando que o mientras pues no sin",
    endings:
      "ar|er|ir|arme|erme|irme|arlo|arla|erlo|erla|irlo|irla|arlos|arlas|arle|arles|erle|irle"
  )
  private static let french = NeedWords(
    statements: "Je veux|Je voudrais|Je souhaite|J'aimerais",
    questions: "Comment faire pour|Comment",
    noDeeds:
      "savoir demander dire signaler informer remercier être avoir entendre comprendre parler",
    joining: "et mais parce si quand que ou car ne pas sans",
    endings: "er|ir|re|oir"
  )
  private static let german = NeedWords(
    statements: "Ich möchte|Ich will|Ich muss",
    questions: "Wie kann ich|Wie könnte ich",
    alsoAsked: "wie soll ich",
    noDeeds: "wissen fragen sagen melden danken sein haben hören nicht",
    joining: "und aber weil wenn dass ob oder denn nicht wissen fragen sein haben",
    endings: "en|ern|eln",
    endsSentence: true
  )
}
