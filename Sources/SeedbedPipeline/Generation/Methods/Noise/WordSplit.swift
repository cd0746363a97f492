import SeedbedData
import SeedbedKernels
import SeedbedText

/// Splits words by a space that does not belong there, as in "to morrow".
struct WordSplit: TransformMethod {
  private static let rate = NoiseRate(0.5)

  let descriptor = MethodDescriptor(
    "word_split",
    "Splits a few words by a space that does not belong there.",
    moves: ["noise"],
    rate: rate.mean
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    let frame = FrameWords.for(language: seed.language)
    return Self.rate.slips(in: seed, &random) { word, bytes, random in
      let place = word.letter(1 + random.index(below: word.count - 1), bytes).lowerBound
      let sides = (bytes[place - 1], bytes[place])
      guard sides.0 != Self.apostrophe, sides.1 != Self.apostrophe else { return nil }
      // "’" begins with the byte 0xE2 and ends in 0x99.
      guard sides.0 != 0x99, sides.1 != 0xE2, word.mayBeCut(at: place, bytes, frame) else {
        return nil
      }
      return Slip(range: place..<place, replacement: " ", reason: "split")
    }
  }

  private static let apostrophe = UInt8(ascii: "'")
}
