import SeedbedData
import SeedbedKernels

/// Hides the text in a long context of other matter, and records where it is.
///
/// The depth, the share of the filler that comes before the text, is uniform, as in tests that look for a
/// needle in a haystack.
struct ContextPadding: TransformMethod {
  /// How many characters of filler are put round a text, about.
  static let standardSize = 4_000

  let descriptor = MethodDescriptor(
    attack: "context_padding",
    "Hides the text in a long context of other matter and records its place.",
    moves: ["length"],
    attacks: [.promptInjection, .unboundedConsumption]
  )

  /// How many characters of filler are wanted.
  let size: Int

  /// Makes the method.
  ///
  /// - Parameter size: How many characters of filler are wanted, about; never less.
  init(size: Int = standardSize) { self.size = size }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    let depth = random.unit()
    let wantedBefore = Int(depth * Double(size))
    var filler = FillerText(language: seed.language)
    let before = filler.text(of: wantedBefore, &random)
    let after = filler.text(of: size - wantedBefore, &random)
    let head = before.isEmpty ? "" : before + "\n\n"
    let tail = after.isEmpty ? "" : "\n\n" + after
    let start = head.unicodeScalars.count
    let length = seed.text.unicodeScalars.count
    return Framing.proposal(
      for: seed,
      before: head,
      after: tail,
      reason: "context_padding",
      drawn: [
        "variant": "needle",
        "attack": .string(AttackClass.unboundedConsumption.rawValue),
        "needle": .object([
          "start": .number(JSONNumber(start)), "end": .number(JSONNumber(start + length)),
        ]),
        "length": .number(JSONNumber(start + length + tail.unicodeScalars.count)),
      ]
    )
  }
}
