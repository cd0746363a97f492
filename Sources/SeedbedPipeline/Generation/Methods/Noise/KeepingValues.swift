import SeedbedData
import SeedbedKernels
import SeedbedText

/// A noise method that leaves alone what the sample's answer or record holds too: there the value
/// would no longer be the one in the text.
struct KeepingValues<Base: TransformMethod>: TransformMethod {
  let base: Base

  init(_ base: Base) { self.base = base }

  var descriptor: MethodDescriptor { base.descriptor }
  var opens: Set<ProtectedRange.Kind> { base.opens }
  var opensSpans: Bool { base.opensSpans }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    // Most samples have no companions, and then the seed is not copied.
    if seed.companions.isEmpty { return base.propose(for: seed, random: &random) }
    return base.propose(for: seed.keepingValues(), random: &random)
  }
}
