/// What one rule found between a row of the data and a text of the benchmark.
struct LeakTie: Sendable {
  /// The benchmark text.
  var text: Int
  var rule: LeakRule
  var score: Double
  /// Why the rule cannot decide; nil for contaminated.
  var reason: UndecidedReason?
  /// The n-grams it rests on, each once; empty where it rests on none.
  var grams: [UInt32] = []
  /// What is reported of it; empty but for the strongest ties.
  var evidence: [LeakEvidence] = []

  /// Contaminated first, then by score, then in a fixed order.
  static func isStronger(_ a: LeakTie, _ b: LeakTie) -> Bool {
    if (a.reason == nil) != (b.reason == nil) { return a.reason == nil }
    if a.score != b.score { return a.score > b.score }
    if a.rule != b.rule { return a.rule.rank < b.rule.rank }
    return a.text < b.text
  }
}

extension LeakRule {
  /// The place in the order of declaration.
  var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension [LeakTie] {
  /// Adds a tie unless one to the same text is at least as strong.
  mutating func merge(_ tie: LeakTie) {
    guard let same = firstIndex(where: { $0.text == tie.text }) else {
      append(tie)
      return
    }
    if LeakTie.isStronger(tie, self[same]) { self[same] = tie }
  }
}
