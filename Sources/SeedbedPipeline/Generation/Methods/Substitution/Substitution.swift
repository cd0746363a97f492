import SeedbedData
import SeedbedKernels
import SeedbedText

/// Puts other values of the same kind and form in the place of those in the text, the same everywhere.
struct Substitution: TransformMethod {
  let descriptor: MethodDescriptor
  private let finder: ValueFinder

  /// Makes a method.
  ///
  /// - Parameters:
  ///   - name: Its name.
  ///   - summary: What it does, in one sentence.
  ///   - kinds: The kinds of values that it changes.
  init(_ name: String, _ summary: String, _ kinds: [ValueKind]) {
    descriptor = MethodDescriptor(name, summary, preserves: [.label, .spans])
    finder = ValueFinder(kinds: Set(kinds))
  }

  var opens: Set<ProtectedRange.Kind> { finder.opens }

  var opensSpans: Bool { true }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    let found = finder.values(in: seed)
    guard !found.isEmpty else { return nil }
    let maker = ValueMaker(language: seed.language)
    let taken = Set(found.map { $0.text.lowercased() })
    return ValueExchange(seed: seed).proposal(found, &random) { values, random in
      guard let kind = values.first?.kind else { return [] }
      return maker.others(for: values.map(\.text), of: kind, avoiding: taken, random: &random)
    }
  }
}
