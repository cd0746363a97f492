/// What a closed-class word tells about the words next to it.
enum ContextCue: UInt8, Sendable {
  case determiner, subject, object, infinitiveTo, modal, be, have, auxiliaryDo
  case preposition, conjunction, negator, question, discourse

  /// The cue of a lower-case word; nil for a word of an open class.
  static func of(_ lower: String) -> ContextCue? {
    if let cue = table[lower] { return cue }
    guard let apostrophe = lower.utf8.firstIndex(of: 0x27) else { return nil }
    switch lower[apostrophe...].dropFirst() {
    case "t": return .negator
    case "m", "re": return .be
    case "ll", "d": return .modal
    case "ve": return .have
    case "s": return table[String(lower[..<apostrophe])] == nil ? nil : .be
    default: return nil
    }
  }

  /// The words that have a cue of their own.
  static let words = table.keys.sorted()

  private static let table: [String: ContextCue] = {
    let lists: [(ContextCue, String)] = [
      (
        .determiner,
        """
        a an the this these those my your his its our their every each some any no another such
        both either neither whose much many few less more most several all
        """
      ),
      (.subject, "i you he she it we they there who"),
      (.object, "me him her us them myself yourself himself herself itself ourselves themselves"),
      (.infinitiveTo, "to"),
      (.modal, "can could will would shall should may might must cannot let"),
      (.be, "am is are was were be been being"),
      (.have, "have has had having"),
      (.auxiliaryDo, "do does did doing done"),
      (
        .preposition,
        """
        of in on at by for with about against between into through during before after above below
        from up down out off over under since until upon within without toward towards via per
        near onto across along around behind beside among despite except inside outside
        """
      ),
      (
        .conjunction,
        "and or but nor so yet if because although though while than as unless whether that"
      ),
      (.negator, "not never"),
      (.question, "what which when where why how whom"),
      (
        .discourse,
        """
        please thanks thank yes ok okay hello hi hey bye well like still even just very too also
        only then here again once ever now mine yours hers ours theirs other same own else
        """
      ),
    ]
    var table: [String: ContextCue] = [:]
    for (cue, list) in lists {
      for word in list.split(whereSeparator: \.isWhitespace) { table[String(word)] = cue }
    }
    return table
  }()
}
