import SeedbedData

/// The classes of attack to which the methods belong, as named in the OWASP Top 10 for LLM applications
/// of 2025.
enum AttackClass: String {
  case promptInjection = "LLM01 Prompt Injection"
  case informationDisclosure = "LLM02 Sensitive Information Disclosure"
  case improperOutput = "LLM05 Improper Output Handling"
  case promptLeakage = "LLM07 System Prompt Leakage"
  case unboundedConsumption = "LLM10 Unbounded Consumption"
}

extension MethodDescriptor {
  /// Declares a method that tries to mislead: its samples are for the evaluation suite only, and the
  /// label holds because nobody but a program is misled.
  init(
    attack name: String,
    _ summary: String,
    preserves: [Preserved] = [.label, .spans],
    moves: [String],
    rate: Double? = nil,
    attacks: [AttackClass]
  ) {
    self.init(
      name,
      summary,
      preserves: preserves,
      // Where spans are the label, a method that loses them has nothing to offer.
      tasks: TaskKind.withText.filter { $0 != .extraction || preserves.contains(.spans) },
      moves: moves,
      use: .evaluation,
      rate: rate,
      attacks: attacks.map(\.rawValue)
    )
  }
}
