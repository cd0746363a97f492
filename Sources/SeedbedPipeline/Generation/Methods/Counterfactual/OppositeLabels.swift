/// Labels that say the opposite of each other.
struct OppositeLabels {
  /// What kind of opposite two labels are, which decides what turns one into the other.
  enum Kind: Sendable {
    /// Whether something holds: true and false, entailment and contradiction.
    case truth
    /// What somebody feels about it: positive and negative.
    case sentiment
    /// What is to be done: activate and deactivate.
    case action
  }

  /// What a label turns into.
  struct Opposite: Sendable, Hashable {
    /// The new label, in the case and with the signs of the old one.
    var label: String
    var kind: Kind
    /// The part of the old label that changes, in lower case.
    var from: String
    /// What it becomes.
    var to: String
    /// Whether the old label is the affirmative one of the two.
    var isAffirmative: Bool
  }

  /// The opposite of a label; nil where it has none that is sure.
  ///
  /// Of a name of several words (`activate_my_card`) only an action has one.
  static func opposite(of label: String?) -> Opposite? {
    guard let label, label.utf8.count <= 100 else { return nil }
    let parts = parts(of: label)
    var found: Opposite?
    for part in parts {
      guard let entry = table[part.text.lowercased()], entry.kind == .action || parts.count == 1
      else { continue }
      // Of two actions in one name nobody knows which one turns.
      guard found == nil else { return nil }
      let new =
        label[..<part.range.lowerBound] + cased(part.text, entry.to)
        + label[part.range.upperBound...]
      found = Opposite(
        label: String(new),
        kind: entry.kind,
        from: part.text.lowercased(),
        to: entry.to,
        isAffirmative: entry.isAffirmative
      )
    }
    return found
  }

  private static func parts(
    of label: String
  ) -> [(range: Range<String.Index>, text: String)] {
    var parts: [(range: Range<String.Index>, text: String)] = []
    var start: String.Index?
    var previousIsLower = false
    func close(_ end: String.Index) {
      if let first = start { parts.append((first..<end, String(label[first..<end]))) }
      start = nil
    }
    for index in label.indices {
      let character = label[index]
      if !character.isLetter {
        close(index)
      } else {
        if previousIsLower, character.isUppercase { close(index) }
        if start == nil { start = index }
      }
      previousIsLower = character.isLowercase
    }
    close(label.endIndex)
    return parts
  }

  private static func cased(_ old: String, _ new: String) -> String {
    if old == old.uppercased(), old.count > 1 { return new.uppercased() }
    guard old.first?.isUppercase == true else { return new }
    return new.prefix(1).uppercased() + new.dropFirst()
  }

  private typealias Entry = (to: String, kind: Kind, isAffirmative: Bool)

  private static let table: [String: Entry] = {
    var table: [String: Entry] = [:]
    for (kind, list) in lists {
      for line in list.split(separator: "\n") {
        let pair = line.split(separator: " ").map(String.init)
        guard pair.count == 2 else { continue }
        if table[pair[0]] == nil { table[pair[0]] = (pair[1], kind, true) }
        if table[pair[1]] == nil { table[pair[1]] = (pair[0], kind, false) }
      }
    }
    return table
  }()

  private static let lists: [(Kind, String)] = [
    (
      .truth,
      """
      yes no
      true false
      entailment contradiction
      entails contradicts
      supports refutes
      supported refuted
      support refute
      correct incorrect
      agree disagree
      sí no
      verdadero falso
      oui non
      vrai faux
      ja nein
      wahr falsch
      """
    ),
    (
      .sentiment,
      """
      positive negative
      pos neg
      good bad
      favorable unfavorable
      satisfied dissatisfied
      positivo negativo
      positiva negativa
      positif négatif
      positiv negativ
      """
    ),
    (
      .action,
      """
      activate deactivate
      enable disable
      lock unlock
      block unblock
      freeze unfreeze
      mute unmute
      follow unfollow
      subscribe unsubscribe
      install uninstall
      connect disconnect
      increase decrease
      raise lower
      open close
      accept reject
      approve deny
      buy sell
      start stop
      add remove
      show hide
      deposit withdraw
      upload download
      upgrade downgrade
      encrypt decrypt
      import export
      """
    ),
  ]
}
