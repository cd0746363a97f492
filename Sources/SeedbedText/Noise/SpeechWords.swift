/// What speech recognition writes: words that sound like the one that was said, and hesitations.
public struct SpeechWords: Sendable {
  private let homophones: KeyedLists
  /// The sounds that people make while they think.
  public let hesitations: [String]
  /// What the sign & is read as.
  public let and: String
  /// What the sign + is read as.
  public let plus: String
  /// What the sign % is read as.
  public let percent: String

  /// The words of a language.
  ///
  /// - Parameter language: An ISO 639-1 code.
  /// - Returns: The words, read once for the program; nil for a language without any.
  public static func `for`(language: String) -> SpeechWords? {
    switch language {
    case "de": german
    case "en": english
    case "es": spanish
    case "fr": french
    default: nil
    }
  }

  /// Words that sound like a word.
  ///
  /// - Parameter key: The word's key.
  /// - Returns: At least one, in lower case; nil where none is known.
  public func homophones(_ key: WordKey) -> [String]? { homophones.list(key) }

  /// Reads groups of words that sound alike, one group a line.
  private init(
    _ groups: String,
    hesitations: [String],
    and: String,
    plus: String,
    percent: String
  ) {
    var lists: [(word: String, list: [String])] = []
    for line in groups.split(separator: "\n") {
      let group = line.split(separator: " ").map(String.init)
      for word in group { lists.append((word, group.filter { $0 != word })) }
    }
    homophones = KeyedLists(lists)
    self.hesitations = hesitations
    self.and = and
    self.plus = plus
    self.percent = percent
  }

  private static let english = Self(
    """
    write right
    hear here
    weather whether
    week weak
    mail male
    piece peace
    sale sail
    wait weight
    pair pear
    meet meat
    plane plain
    whole hole
    brake break
    check cheque
    cash cache
    fair fare
    flour flower
    role roll
    site sight
    steal steel
    principal principle
    passed past
    knew new
    threw through
    road rode
    board bored
    waste waist
    affect effect
    accept except
    higher hire
    allowed aloud
    card cart
    """,
    hesitations: ["uh", "um", "er"],
    and: "and",
    plus: "plus",
    percent: "percent"
  )
  private static let spanish = Self(
    """
    vaya valla
    hola ola
    hecho echo
    hasta asta
    tubo tuvo
    casa caza
    coser cocer
    vez ves
    sumo zumo
    halla haya
    vienes bienes
    grabar gravar
    """,
    hesitations: ["eh", "em", "este"],
    and: "y",
    plus: "más",
    percent: "por ciento"
  )
  private static let french = Self(
    """
    mère maire mer
    compte conte comte
    voix voie
    vert verre vers
    cher chair
    foi fois
    cours court
    prix pris
    cent sang
    mettre maître mètre
    """,
    hesitations: ["euh", "ben"],
    and: "et",
    plus: "plus",
    percent: "pour cent"
  )
  private static let german = Self(
    """
    seit seid
    wieder wider
    mehr meer
    lehre leere
    mahlen malen
    rat rad
    bund bunt
    saite seite
    wahr war
    """,
    hesitations: ["äh", "ähm", "hm"],
    and: "und",
    plus: "plus",
    percent: "prozent"
  )
}
