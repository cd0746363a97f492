import SeedbedKernels
import SeedbedText

extension Seed {
  /// More changes than this in one text are only more of the same.
  private static let mostChanges = 256

  /// The places that touch nothing locked, in order.
  func open(_ places: [RewritePlace]) -> [RewritePlace] {
    guard !locked.isEmpty else { return places }
    var next = 0
    return places.filter { place in
      // Places and locks both ascend, so no lock is looked at twice.
      while next < locked.count, locked[next].upperBound <= place.start { next += 1 }
      return next == locked.count || locked[next].lowerBound >= place.end
    }
  }

  /// Which of some places to change: as many as the rate asks for, or one and further ones by chance.
  ///
  /// - Parameters:
  ///   - count: How many places there are.
  ///   - furtherPlaces: How likely each place after the first changes too, where no rate is given.
  ///   - random: The only source of chance.
  /// - Returns: Ascending numbers, at least one where there is a place.
  func draw(of count: Int, furtherPlaces: Double, _ random: inout CounterRandom) -> [Int] {
    guard count > 0 else { return [] }
    if count == 1 { return [0] }
    if let rate {
      let wanted = rate * Double(text.unicodeScalars.count) / 100
      let whole = Int(max(0, min(wanted, Double(Self.mostChanges))))
      let more = random.chance(wanted - wanted.rounded(.down)) ? 1 : 0
      return random.sample(min(max(1, whole + more), Self.mostChanges), of: count)
    }
    let first = random.index(below: count)
    var drawn: [Int] = []
    for index in 0..<count where index == first || random.chance(furtherPlaces) {
      drawn.append(index)
      if drawn.count == Self.mostChanges { break }
    }
    return drawn
  }

  /// Whether a label may hang on a word of a place.
  func isTelling(_ range: Range<Int>) -> Bool {
    !keywords.isEmpty && isTelling(text.slice(range))
  }

  /// Whether a label may hang on a word of a phrase.
  func isTelling(_ phrase: some StringProtocol) -> Bool {
    guard !keywords.isEmpty else { return false }
    return phrase.split { !$0.isLetter && $0 != "'" && $0 != "\u{2019}" }.contains {
      keywords.contains(String($0).lowercasedPlain, language: language)
    }
  }

  /// Words that only labels of feeling hang on.
  private static let feelings: [String: [String]] = [
    "de": ["liebe", "gut", "schlecht", "traurig", "toll"],
    "en": ["happy", "sad", "love", "hate", "angry", "good", "bad", "great", "amazing", "terrible"],
    "es": ["feliz", "triste", "amor", "odio", "bueno", "malo", "mejor", "peor"],
    "fr": ["heureux", "triste", "amour", "haine", "bon", "mauvais", "mieux", "pire"],
  ]

  /// Whether the labels seem to be feelings: at least two words of feeling are among their keywords.
  var labelsFeelings: Bool {
    guard !keywords.isEmpty, let words = Self.feelings[language ?? ""] else { return false }
    return words.count { keywords.contains($0, language: language) } >= 2
  }

  /// A phrase that says nothing about any label; nil where a few tries find none.
  func pickNeutral(_ phrases: [String], _ random: inout CounterRandom) -> String? {
    for _ in 0..<8 {
      guard let phrase = random.pick(phrases) else { return nil }
      if !isTelling(phrase) { return phrase }
    }
    return nil
  }
}
