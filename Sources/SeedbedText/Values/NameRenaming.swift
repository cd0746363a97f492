import SeedbedKernels

/// Renames people: every word of a name gets another one of its culture and gender, the same wherever it
/// occurs in the text, so that "Ann Lee", "Ann" and "Ms Lee" stay one person.
struct NameRenaming {
  private let language: String
  /// New names by old ones, both in lower case, as far as they are decided.
  private var kept: [(old: String, new: String)] = []
  private var drawn: [(old: String, new: String)] = []
  /// Words that no new name may be.
  private var taken: Set<String> = []

  /// Starts with a text's names.
  init(language: String, avoiding values: [String]) {
    self.language = language
    for value in values {
      for part in TextParts.split(value) where SurrogateWords.isWord(part) {
        taken.insert(part.lowercased())
      }
    }
  }

  /// Keeps what was drawn for the last name.
  mutating func keep() {
    for pair in drawn { taken.insert(pair.new.lowercased()) }
    kept += drawn
    drawn.removeAll()
  }

  /// Forgets what was drawn for the last name.
  mutating func forget() { drawn.removeAll() }

  /// Another name; nil where nothing in it can change.
  mutating func other(
    than value: String,
    _ kind: ValueKind,
    _ random: inout CounterRandom
  ) -> String? {
    let parts = TextParts.split(value)
    let words = parts.filter { SurrogateWords.isWord($0) && !SurrogateWords.staysInName($0) }
    guard !words.isEmpty, words.count <= 6 else { return nil }
    let culture = culture(of: words)
    var seen = 0
    var result = ""
    for part in parts {
      guard SurrogateWords.isWord(part), !SurrogateWords.staysInName(part) else {
        result += part
        continue
      }
      seen += 1
      if part.unicodeScalars.count == 1 {
        result += initial(part, &random)
        continue
      }
      let isSurname = kind == .familyName || kind == .person && seen == words.count && seen > 1
      guard let other = word(part, culture, isSurname: isSurname, kind, &random) else { return nil }
      result += other
    }
    return result
  }

  private func culture(of words: [String]) -> Int {
    let own = NameTable.culture(of: language)
    let known = words.compactMap { NameTable.shared.membership($0.lowercased()) }
    var best = own
    var most = known.count { $0.isIn(own) }
    for culture in NameCulture.all.indices {
      let count = known.count { $0.isIn(culture) }
      if count > most { (best, most) = (culture, count) }
    }
    return best
  }

  private mutating func word(
    _ old: String,
    _ culture: Int,
    isSurname: Bool,
    _ kind: ValueKind,
    _ random: inout CounterRandom
  ) -> String? {
    let lower = old.lowercased()
    if let known = (kept + drawn).first(where: { $0.old == lower }) {
      return LetterCase(of: old) == .mixed ? known.new : cased(known.new, like: old)
    }
    let lists = lists(lower, isSurname: isSurname, kind)
    for _ in 0..<32 {
      guard let list = random.pick(lists) else { return nil }
      let names =
        (old.utf8.first ?? 0) < 0xCD
        ? NameTable.shared.names(culture, list) : Self.names(culture, list, like: old)
      guard let other = random.pick(names) else { return nil }
      let folded = other.lowercased()
      // A name of the other gender would be wrong even where some bear it.
      if lists.count == 1, list != .surnames, isOther(folded, than: list) { continue }
      if taken.contains(folded) || drawn.contains(where: { $0.new.lowercased() == folded }) {
        continue
      }
      drawn.append((lower, other))
      return cased(other, like: old)
    }
    return nil
  }

  private func isOther(_ name: String, than list: NameTable.List) -> Bool {
    NameTable.shared.membership(name)?.isIn(list == .female ? .male : .female) ?? false
  }

  /// The lists to take a word's new name from.
  private func lists(_ word: String, isSurname: Bool, _ kind: ValueKind) -> [NameTable.List] {
    let known = NameTable.shared.membership(word)
    let isGiven = known.map { $0.isIn(.female) || $0.isIn(.male) } ?? false
    if isSurname || kind == .person && !isGiven && known?.isIn(.surnames) == true {
      return [.surnames]
    }
    guard let known, isGiven, known.isIn(.female) != known.isIn(.male) else {
      return [.female, .male]
    }
    return [known.isIn(.female) ? .female : .male]
  }

  private static func names(_ culture: Int, _ list: NameTable.List, like word: String) -> [String] {
    let kind: SurrogateWords.NameKind =
      switch list {
      case .female: .female
      case .male: .male
      case .surnames: .surname
      }
    return SurrogateWords.names(culture, kind, like: word)
  }

  /// The first letter of the new name of a known word, or another letter.
  private mutating func initial(_ old: String, _ random: inout CounterRandom) -> String {
    let lower = old.lowercased()
    if let known = (kept + drawn).first(where: { $0.old.hasPrefix(lower) }),
      let first = known.new.unicodeScalars.first
    {
      return LetterCase(of: old) == .lower ? String(first).lowercased() : String(first)
    }
    let letters = Array("abcdefghijklmnoprstvw".unicodeScalars.filter { String($0) != lower })
    let letter = random.pick(letters).map(String.init) ?? old
    drawn.append((lower, letter.uppercased()))
    return LetterCase(of: old) == .lower ? letter : letter.uppercased()
  }

  private func cased(_ name: String, like old: String) -> String {
    switch LetterCase(of: old) {
    case .upper: name.uppercased()
    case .lower: name.lowercased()
    case .capitalised, .mixed: name
    }
  }
}
