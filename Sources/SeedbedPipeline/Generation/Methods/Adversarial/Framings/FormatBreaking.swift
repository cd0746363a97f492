import SeedbedData
import SeedbedKernels

/// Puts the text into data or markup: brackets that never close, values of the wrong type, numbers too
/// large for any type, deep nesting, markup that is cut off or that is well formed but misleading.
struct FormatBreaking: TransformMethod {
  let descriptor = MethodDescriptor(
    attack: "format_breaking",
    "Puts the text into broken JSON, wrong types, huge numbers or markup.",
    moves: ["form", "length"],
    attacks: [.improperOutput, .unboundedConsumption]
  )

  private enum Kind: String, CaseIterable {
    case unbalanced, wrongType = "wrong_type", hugeNumber = "huge_number", nesting
    case markup, cutMarkup = "cut_markup", placeholders
  }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    let kind = Kind.allCases[random.index(below: Kind.allCases.count)]
    if kind == .markup {
      return random.pick(BrokenFormats.markup.filter { $0.fits(seed) })?.propose(for: seed)
    }
    let (before, after, attack) = parts(kind, &random)
    return Framing.proposal(
      for: seed,
      before: before,
      after: after,
      reason: kind.rawValue,
      drawn: ["variant": .string(kind.rawValue), "attack": .string(attack.rawValue)]
    )
  }

  private func parts(
    _ kind: Kind,
    _ random: inout CounterRandom
  ) -> (before: String, after: String, AttackClass) {
    switch kind {
    case .unbalanced: pair(BrokenFormats.unbalanced, &random)
    case .wrongType: pair(BrokenFormats.wrongTypes, &random)
    case .cutMarkup: pair(BrokenFormats.cutMarkup, &random)
    case .placeholders: pair(BrokenFormats.placeholders, &random)
    case .hugeNumber:
      (
        "{\"id\": \(hugeNumber(&random)), \"body\": \"", "\", \"count\": \(hugeNumber(&random))}",
        .unboundedConsumption
      )
    case .nesting, .markup: nested(&random)
    }
  }

  private func pair(
    _ pairs: [(String, String)],
    _ random: inout CounterRandom
  ) -> (before: String, after: String, AttackClass) {
    let (before, after) = pairs[random.index(below: pairs.count)]
    return (before, after, .improperOutput)
  }

  /// A number that no type of a fixed size holds, or that is none.
  private func hugeNumber(_ random: inout CounterRandom) -> String {
    switch random.index(below: 5) {
    case 0: "1e\(309 + random.index(below: 9691))"
    case 1: "-9\(String(repeating: "9", count: 20 + random.index(below: 60)))"
    case 2: "0.\(String(repeating: "0", count: 40 + random.index(below: 60)))1"
    case 3: "18446744073709551616"
    default: ["NaN", "Infinity", "-0", "0x7FFFFFFFFFFFFFFF", "1e-400"][random.index(below: 5)]
    }
  }

  private func nested(_ random: inout CounterRandom) -> (before: String, after: String, AttackClass)
  {
    let depth = 20 + random.index(below: 180)
    let isArray = random.chance(0.5)
    return (
      String(repeating: isArray ? "[" : "{\"a\":", count: depth) + "\"",
      "\"" + String(repeating: isArray ? "]" : "}", count: depth), .unboundedConsumption
    )
  }
}
