import SeedbedData
import SeedbedKernels

/// Changes capitals as hurried or excited people do: none at all, a small letter at the start, words
/// in capitals, and now and then a whole text in capitals.
///
/// Where a rate is asked for, so many words in a hundred characters change their capitals instead.
struct CasingChange: TransformMethod {
  private enum Style: String, CaseIterable {
    case lower
    case lowerStart = "lower_start"
    case words
    case title
    case shout

    static let weights = [0.4, 0.25, 0.2, 0.1, 0.05]
  }

  /// The letters from which a word is stressed by capitals.
  private static let stressed = 3

  let descriptor = MethodDescriptor(
    "casing",
    "Writes the text without capitals, with some words in capitals, or all in capitals.",
    moves: ["noise"]
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    // Turkish and Azerbaijani pair their letters i otherwise than the standard library does.
    guard seed.language != "tr", seed.language != "az" else { return nil }
    let bytes = seed.text.utf8Span.span
    let words = WordDraw(seed, bytes)
    if seed.rate != nil { return Self.scattered(seed, bytes, words, &random) }
    var weights = Style.weights
    while let drawn = random.weightedIndex(weights) {
      let style = Style.allCases[drawn]
      var draft = Draft(seed)
      Self.change(style, bytes, words, &draft, &random)
      if let proposal = draft.proposal(Self.parameters[drawn]) { return proposal }
      weights[drawn] = 0
    }
    return nil
  }

  private static let parameters: [JSONObject] = Style.allCases.map {
    ["style": .string($0.rawValue)]
  }

  private static func change(
    _ style: Style,
    _ bytes: Span<UInt8>,
    _ words: WordDraw,
    _ draft: inout Draft,
    _ random: inout CounterRandom
  ) {
    switch style {
    case .lower:
      for word in words.words {
        if let text = bytes.lowered(word) { draft.replace(word, with: text, because: "lower") }
      }
    case .lowerStart:
      if let first = words.words.first, let changed = bytes.uncapitalised(first) {
        draft.replace(changed.range, with: changed.text, because: "lower_start")
      }
    case .words:
      var words = words
      let wanted = 1 + random.index(below: 2)
      while draft.count < wanted, let word = words.next(&random) {
        guard word.count >= stressed, let text = bytes.raised(word) else { continue }
        draft.replace(word, with: text, because: "capitals")
      }
    case .title:
      for word in words.words {
        guard let changed = bytes.capitalised(word) else { continue }
        draft.replace(changed.range, with: changed.text, because: "title")
      }
    case .shout:
      for word in words.words {
        if let text = bytes.raised(word) { draft.replace(word, with: text, because: "capitals") }
      }
    }
  }

  /// Each of so many words loses its capitals, or gets some where it has none.
  private static func scattered(
    _ seed: Seed,
    _ bytes: Span<UInt8>,
    _ words: WordDraw,
    _ random: inout CounterRandom
  ) -> Proposal? {
    let drawn = rate.draw(for: seed, &random)
    let wanted = drawn.changes(in: bytes.scalarCount, &random)
    var words = words
    var slips: [Slip] = []
    while slips.count < wanted, let word = words.next(&random) {
      if let text = bytes.lowered(word) {
        slips.append(Slip(range: word, replacement: text, reason: "lower"))
      } else if word.count >= stressed, random.chance(0.5), let text = bytes.raised(word) {
        slips.append(Slip(range: word, replacement: text, reason: "capitals"))
      } else if let changed = bytes.capitalised(word) {
        slips.append(Slip(range: changed.range, replacement: changed.text, reason: "title"))
      }
    }
    return seed.proposal(of: slips, drawn)
  }

  /// Only asked for, never drawn.
  private static let rate = NoiseRate(1)
}
