import SeedbedData
import SeedbedKernels

/// Random changes of letters, with no cause behind them: one put in, taken out, exchanged with the next
/// or with any other.
///
/// The same four operations as the random character augmenters of other tools, and the four single
/// errors of Damerau, "A technique for computer detection and correction of spelling errors" (1964).
struct CharacterSlips: TransformMethod {
  private static let rate = NoiseRate(1)

  let descriptor = MethodDescriptor(
    "characters",
    "Inserts, deletes, swaps or replaces a few letters at random.",
    moves: ["noise"],
    rate: rate.mean
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    Self.rate.slips(in: seed, &random) { word, bytes, random in
      let number = random.index(below: word.count)
      let place = word.letter(number, bytes)
      switch random.index(below: 4) {
      case 0:
        let other = Self.letter(like: word, bytes, &random)
        return Slip(
          range: place.lowerBound..<place.lowerBound,
          replacement: other,
          reason: "insert"
        )
      case 1: return Slip(range: place, replacement: "", reason: "delete")
      case 2:
        guard number + 1 < word.count else { return nil }
        let next = word.letter(number + 1, bytes)
        return Slip(
          range: place.lowerBound..<next.upperBound,
          replacement: String(bytes.scalar(next)) + String(bytes.scalar(place)),
          reason: "swap"
        )
      default:
        let other = Self.letter(like: word, bytes, &random)
        return Slip(range: place, replacement: other, reason: "substitute")
      }
    }
  }

  /// A random letter: of the Latin alphabet in a word of Latin letters, else one of the word's own.
  private static func letter(
    like word: NoiseWord,
    _ bytes: Span<UInt8>,
    _ random: inout CounterRandom
  ) -> String {
    let own = word.letter(random.index(below: word.count), bytes)
    guard bytes[own.lowerBound] < 0x80 else { return String(bytes.scalar(own)) }
    return String(Unicode.Scalar(UInt8(ascii: "a") + UInt8(random.index(below: 26))))
  }
}
