/// The forms of common English verbs that can be denied with "do".
enum EnglishVerbs {
  /// The base of a past form that is no base itself; nil for another word.
  static func base(ofPast form: String) -> String? { bases[form] }

  /// The base of a third person; nil for another word.
  static func base(ofThird form: String) -> String? { thirds[form] }

  /// Whether a word is the base of a listed verb.
  static func isBase(_ word: String) -> Bool { listed.contains(word) }

  /// The third person of a listed verb.
  static func third(_ base: String) -> String {
    switch base {
    case "have": "has"
    case "do", "go": base + "es"
    default: Spelling.withS(base)
    }
  }

  /// The past of a listed verb.
  static func past(_ base: String) -> String {
    if let forms = IrregularVerbs.forms[base] { return forms.past }
    return unstressed.contains(base) ? base + "ed" : Spelling.withVowelEnding(base, "ed")
  }

  /// Verbs whose last consonant stays single although the rule would double it.
  private static let unstressed: Set<String> = ["open", "answer", "offer", "visit", "deliver"]

  private static let listed: Set<String> = Set(
    """
    want need like love have know think use see get work make go feel enjoy recommend trust believe
    understand agree accept live play eat drink buy sell pay receive send order lose find keep help
    hate prefer remember forget expect hope care watch read write speak talk walk run sit stand sleep
    start stop open close arrive come leave stay look seem appear sound taste smell support offer
    include contain allow require provide give take show win regret appreciate respect miss notice hear
    deliver answer visit wear own belong exist happen die change cost fit last matter move sing dance
    drive ride swim study teach learn cook clean
    """.split(whereSeparator: \.isWhitespace).map(String.init)
  )
  private static let thirds = forms(third)
  private static let bases: [String: String] = forms { base in
    let past = past(base)
    return listed.contains(past) ? nil : past
  }

  private static func forms(_ form: (String) -> String?) -> [String: String] {
    var forms: [String: String] = [:]
    for base in listed.sorted() {
      if let form = form(base), forms[form] == nil { forms[form] = base }
    }
    return forms
  }
}
