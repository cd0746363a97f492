import SeedbedData
import SeedbedKernels
import SeedbedText

/// Writes a text as speech recognition does: no capitals, no punctuation, numbers as words, now and then
/// a hesitation or a word that sounds like the one that was said.
struct SpeechStyle: TransformMethod {
  /// The kinds of figures that are read out.
  static let figures: Set<ProtectedRange.Kind> = [.number, .percentage, .money]

  /// Hesitations and misheard words; the rest is the style, and shows everywhere.
  private static let rate = NoiseRate(0.5)

  /// How often a transcript leaves apostrophes out.
  private static let plainShare = 0.3

  let descriptor = MethodDescriptor(
    "speech",
    "Writes the text as speech recognition does: no capitals or punctuation, numbers as words.",
    moves: ["form", "noise"],
    rate: rate.mean
  )

  var opens: Set<ProtectedRange.Kind> { Self.figures }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    let bytes = seed.text.utf8Span.span
    // Turkish and Azerbaijani pair their letters i otherwise than the standard library does.
    guard seed.language != "tr", seed.language != "az" else { return nil }
    let language = seed.language ?? ""
    let words = SpeechWords.for(language: language)
    let parts = SpeechParts(seed, bytes).parts
    guard !parts.isEmpty else { return nil }
    let drawn = Self.rate.draw(for: seed, &random)
    let slips = Self.places(
      drawn.perHundred * Double(bytes.scalarCount) / 100,
      of: words == nil ? 0 : parts.count,
      &random
    )
    let isPlain = random.chance(Self.plainShare)
    let dropsApostrophes = isPlain && bytes.mayHaveApostrophe
    var next = 0
    var draft = Draft(seed)
    var end = 0
    for (number, part) in parts.enumerated() {
      let isSlip = next < slips.count && slips[next] == number
      if isSlip { next += 1 }
      let gap = end..<part.range.lowerBound
      if let text = SpeechGap.cleaned(bytes, gap, words) {
        draft.replace(gap, with: text, because: "punctuation")
      }
      switch part.kind {
      case .word:
        if isSlip, let words {
          Self.mishear(part.range, words, bytes, &draft, &random)
        } else if dropsApostrophes, let text = bytes.withoutApostrophe(part.range) {
          draft.replace(part.range, with: text.lowercased(), because: "apostrophe")
        } else if let text = bytes.lowered(part.range) {
          draft.replace(part.range, with: text, because: "lower")
        }
      case .figure:
        let figure = bytes.string(part.range)
        if let said = SpokenFigure.words(figure, language: language) {
          draft.replace(part.range, with: said, because: "number")
        }
      case .locked: break
      }
      end = part.range.upperBound
    }
    if let text = SpeechGap.cleaned(bytes, end..<bytes.count, words) {
      draft.replace(end..<bytes.count, with: text, because: "punctuation")
    }
    return draft.proposal(drawn.parameters)
  }

  /// The numbers of the parts at which a slip is made; often none.
  private static func places(
    _ expected: Double,
    of count: Int,
    _ random: inout CounterRandom
  ) -> [Int] {
    let expected = min(expected, Double(count))
    let whole = expected.rounded(.down)
    let wanted = Int(whole) + (random.chance(expected - whole) ? 1 : 0)
    return random.sample(wanted, of: count)
  }

  /// A word that sounds like the one that was said, or a hesitation before it.
  private static func mishear(
    _ word: Range<Int>,
    _ words: SpeechWords,
    _ bytes: Span<UInt8>,
    _ draft: inout Draft,
    _ random: inout CounterRandom
  ) {
    if let others = words.homophones(WordKey(bytes, word)) {
      let other = others[random.index(below: others.count)]
      draft.replace(word, with: other, because: "misheard")
      return
    }
    let sound = words.hesitations[random.index(below: words.hesitations.count)]
    let said = bytes.lowered(word) ?? bytes.string(word)
    draft.replace(word, with: sound + " " + said, because: "hesitation")
  }
}
