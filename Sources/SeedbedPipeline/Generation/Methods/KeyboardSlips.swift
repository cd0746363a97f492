import SeedbedData
import SeedbedKernels
import SeedbedText

/// Slips of the finger: a neighbouring key, two letters in the wrong order, a letter twice or not at
/// all.
struct KeyboardSlips: TransformMethod {
  private enum Slip: String, CaseIterable {
    case neighbour, transpose, double, drop

    /// How common each kind is among typing errors, roughly.
    static let weights = [0.35, 0.25, 0.15, 0.25]
  }

  let descriptor = MethodDescriptor(
    "keyboard",
    "Mistypes a few letters on the keyboard of the language.",
    moves: ["noise"]
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    let keyboard = Keyboard.for(language: seed.language ?? "en")
    var words = seed.sturdyWords().filter { word in
      word.text.unicodeScalars.allSatisfy { $0 == "'" || !keyboard.neighbours(of: $0).isEmpty }
    }
    guard !words.isEmpty else { return nil }
    let rate = NoiseRate(&random)
    var wanted = rate.changes(letters: words.reduce(0) { $0 + $1.range.count }, &random)
    random.shuffle(&words)
    var draft = Draft(seed)
    for word in words where wanted > 0 {
      guard let (mistyped, slip) = Self.slip(in: word.text, keyboard, &random),
        !seed.isMisleading(mistyped)
      else { continue }
      if draft.replace(word.range, with: mistyped, rule: slip.rawValue) { wanted -= 1 }
    }
    return draft.proposal(rate.parameters)
  }

  /// One slip behind the first letter, which people look at; nil where it would change nothing.
  private static func slip(
    in word: String,
    _ keyboard: Keyboard,
    _ random: inout CounterRandom
  ) -> (String, Slip)? {
    var letters = Array(word.unicodeScalars)
    let place = 1 + random.index(below: letters.count - 1)
    let slip = Slip.allCases[random.weightedIndex(Slip.weights) ?? 0]
    switch slip {
    case .neighbour:
      guard let other = random.pick(keyboard.neighbours(of: letters[place])) else { return nil }
      letters[place] = other
    case .transpose:
      guard place + 1 < letters.count, letters[place] != letters[place + 1] else { return nil }
      letters.swapAt(place, place + 1)
    case .double: letters.insert(letters[place], at: place)
    case .drop: letters.remove(at: place)
    }
    return (String(String.UnicodeScalarView(letters)), slip)
  }
}
