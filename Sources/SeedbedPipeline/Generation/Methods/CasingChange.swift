import SeedbedData
import SeedbedKernels

/// Changes capitals as hurried or excited people do: none at all, a small letter at the start, words
/// in capitals, and now and then a whole text in capitals.
struct CasingChange: TransformMethod {
  private enum Style: String, CaseIterable {
    case lower
    case lowerStart = "lower_start"
    case words
    case title
    case shout

    static let weights = [0.4, 0.25, 0.2, 0.1, 0.05]
  }

  let descriptor = MethodDescriptor(
    "casing",
    "Writes the text without capitals, with some words in capitals, or all in capitals.",
    moves: ["noise"]
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    // Turkish and Azerbaijani pair their letters i otherwise than the standard library does.
    guard seed.language != "tr", seed.language != "az" else { return nil }
    let words = seed.openWords()
    var weights = Style.weights
    while let drawn = random.weightedIndex(weights) {
      let style = Style.allCases[drawn]
      var draft = Draft(seed)
      for (word, text) in Self.changes(style, words, &random) {
        draft.replace(word.range, with: text)
      }
      if let proposal = draft.proposal(["style": .string(style.rawValue)]) { return proposal }
      weights[drawn] = 0
    }
    return nil
  }

  private static func changes(
    _ style: Style,
    _ words: [OpenWord],
    _ random: inout CounterRandom
  ) -> [(OpenWord, String)] {
    switch style {
    case .lower: return words.map { ($0, $0.text.lowercased()) }
    case .lowerStart:
      return words.prefix(1).map { word in
        let first = word.text.prefix(1)
        return (word, first.lowercased() + word.text.dropFirst())
      }
    case .words:
      let long = words.filter { $0.text.unicodeScalars.count >= 3 }
      let chosen = random.sample(1 + random.index(below: 2), of: long.count)
      return chosen.map { (long[$0], long[$0].text.uppercased()) }
    case .title:
      return words.map { ($0, $0.text.prefix(1).uppercased() + $0.text.dropFirst()) }
    case .shout: return words.map { ($0, $0.text.uppercased()) }
    }
  }
}
