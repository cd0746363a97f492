import SeedbedData
import SeedbedKernels

/// A way to write a word so that people still read it and a program may not.
enum CharacterDisguise: String, CaseIterable {
  case homoglyph
  case zeroWidth = "zero_width"
  case leetspeak

  /// The most words to disguise in one text.
  private static let mostWords = 4

  func propose(for seed: Seed, _ random: inout CounterRandom) -> Proposal? {
    var words = seed.sturdyWords()
    random.shuffle(&words)
    var wanted = 1 + random.index(below: Self.mostWords)
    var draft = Draft(seed)
    for word in words where wanted > 0 {
      guard let disguised = disguised(word.text, &random) else { continue }
      if draft.replace(word.range, with: disguised) { wanted -= 1 }
    }
    return draft.proposal(["variant": .string(rawValue)])
  }

  private func disguised(_ word: String, _ random: inout CounterRandom) -> String? {
    var letters = Array(word.unicodeScalars)
    switch self {
    case .homoglyph: return Self.substituted(letters, Self.lookAlikes, most: 2, &random)
    case .leetspeak: return Self.substituted(letters, Self.digits, most: 3, &random)
    case .zeroWidth:
      let place = 1 + random.index(below: letters.count - 1)
      // Between a letter and its mark it would change the letter.
      guard letters[place].properties.generalCategory != .nonspacingMark else { return nil }
      letters.insert("\u{200B}", at: place)
      return String(String.UnicodeScalarView(letters))
    }
  }

  private static func substituted(
    _ word: [Unicode.Scalar],
    _ table: [Unicode.Scalar: Unicode.Scalar],
    most: Int,
    _ random: inout CounterRandom
  ) -> String? {
    let places = word.indices.filter { table[word[$0]] != nil }
    guard !places.isEmpty else { return nil }
    var word = word
    for chosen in random.sample(1 + random.index(below: most), of: places.count) {
      let place = places[chosen]
      word[place] = table[word[place]] ?? word[place]
    }
    return String(String.UnicodeScalarView(word))
  }

  /// Cyrillic letters that look like Latin ones in most typefaces.
  private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "\u{430}", "c": "\u{441}", "e": "\u{435}", "i": "\u{456}", "o": "\u{43E}",
    "p": "\u{440}", "x": "\u{445}", "y": "\u{443}",
  ]

  private static let digits: [Unicode.Scalar: Unicode.Scalar] = [
    "a": "4", "e": "3", "i": "1", "o": "0", "s": "5", "t": "7",
  ]
}
