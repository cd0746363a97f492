/// English verbs whose active past forms can safely be turned into the passive.
public enum PassiveVerbs {
  /// A verb form that an object follows.
  public struct Form: Sendable, Hashable {
    /// The past participle.
    public var participle: String
    /// Whether the verb may take two objects, so that only a short one is sure.
    public var mayTakeTwo: Bool
  }

  /// The verb of a past form; nil for another word.
  ///
  /// - Parameter key: The word's key.
  /// - Returns: The form, or nil.
  public static func past(_ key: UInt64) -> Form? { form(pasts.value(key)) }

  /// The verb of a past participle; nil for another word.
  ///
  /// - Parameter key: The word's key.
  /// - Returns: The form, or nil.
  public static func participle(_ key: UInt64) -> Form? { form(participles.value(key)) }

  private static func form(_ index: Int) -> Form? { index < 0 ? nil : forms[index] }

  /// Past forms that are no other word, with the participle where it differs; `*` for two objects.
  private static let list = """
    cancelled canceled blocked charged* declined rejected closed changed lost opened ordered* deleted
    removed added updated approved* denied* froze/frozen booked* used found* took/taken broke/broken
    forgot/forgotten accepted completed created replaced fixed repaired signed checked confirmed
    processed ignored locked unlocked activated deactivated disabled enabled reported withdrew/withdrawn
    stole/stolen sent* received bought* delivered refunded* returned paid* made* wrote/written sold*
    built* damaged destroyed released published wasted ruined deducted credited suspended restricted
    verified uploaded downloaded installed modified adjusted reversed cleared lowered raised increased
    reduced issued mailed* shipped* resolved handled answered recorded cleaned painted painted won* ate/eaten
    invented discovered designed directed produced killed arrested attacked scored hired fired invited
    """

  private static let entries: [(past: String, participle: String, two: Bool)] =
    list.split(whereSeparator: \.isWhitespace).map { field in
      let two = field.hasSuffix("*")
      let parts = (two ? field.dropLast() : field).split(separator: "/").map(String.init)
      return (parts[0], parts[parts.count - 1], two)
    }
  private static let forms = entries.map { Form(participle: $0.participle, mayTakeTwo: $0.two) }
  private static let pasts = WordIndex(
    entries.enumerated().map { (word: $0.element.past, value: $0.offset) }
  )
  private static let participles = WordIndex(
    entries.enumerated().map { (word: $0.element.participle, value: $0.offset) }
  )
}
