import SeedbedData
import SeedbedKernels
import SeedbedText

/// Slips of the finger: a neighbouring key, two letters in the wrong order, a letter twice, not at all,
/// or with the key beside it.
struct KeyboardSlips: TransformMethod {
  private static let rate = NoiseRate(1)

  let descriptor = MethodDescriptor(
    "keyboard",
    "Mistypes a few letters on the keyboard of the language.",
    moves: ["noise"],
    rate: rate.mean
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    let keyboard = Keyboard.for(language: seed.language ?? "en")
    return Self.rate.slips(in: seed, &random) { word, bytes, random in
      Self.slip(in: word, bytes, keyboard, &random)
    }
  }

  /// One slip behind the first letter, which people look at; nil where it would change nothing.
  private static func slip(
    in word: NoiseWord,
    _ bytes: Span<UInt8>,
    _ keyboard: Keyboard,
    _ random: inout CounterRandom
  ) -> Slip? {
    let number = 1 + random.index(below: word.count - 1)
    let place = word.letter(number, bytes)
    let letter = bytes.scalar(place)
    guard letter != "'", letter != "\u{2019}" else { return nil }
    let drawn = random.unit()
    if drawn < shares.drop {
      return Slip(range: place, replacement: "", reason: "drop")
    }
    if drawn < shares.transpose {
      guard number + 1 < word.count else { return nil }
      let next = word.letter(number + 1, bytes)
      let other = bytes.scalar(next)
      guard other != letter, other != "'", other != "\u{2019}" else { return nil }
      return Slip(
        range: place.lowerBound..<next.upperBound,
        replacement: String(other) + String(letter),
        reason: "transpose"
      )
    }
    if drawn < shares.double {
      return Slip(
        range: place.upperBound..<place.upperBound,
        replacement: String(letter),
        reason: "double"
      )
    }
    let keys = keyboard.neighbours(of: letter)
    guard !keys.isEmpty else { return nil }
    let key = String(keys[random.index(below: keys.count)])
    return drawn < shares.neighbour
      ? Slip(range: place, replacement: key, reason: "neighbour")
      : Slip(range: place.upperBound..<place.upperBound, replacement: key, reason: "beside")
  }

  /// How common each kind is, summed up in the order in which they are drawn; the rest is `beside`.
  private static let shares = (drop: 0.3, transpose: 0.45, double: 0.6, neighbour: 0.85)
}
