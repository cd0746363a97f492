import SeedbedData
import SeedbedKernels

/// Puts one of several framings round the text.
struct FramedText: TransformMethod {
  let descriptor: MethodDescriptor
  private let framings: [Framing]

  init(_ name: String, _ summary: String, moves: [String] = ["length"], _ framings: [Framing]) {
    self.framings = framings
    var attacks: [AttackClass] = []
    for framing in framings where !attacks.contains(framing.attack) {
      attacks.append(framing.attack)
    }
    descriptor = MethodDescriptor(
      attack: name,
      summary,
      moves: moves,
      attacks: attacks.sorted { $0.rawValue < $1.rawValue }
    )
  }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    // From a drawn place on, the first that fits: those of other languages lie together, so a few more
    // draws keep the chances of their neighbours even.
    var place = random.index(below: framings.count)
    for _ in 0..<4 where !framings[place].fits(seed) {
      place = random.index(below: framings.count)
    }
    for step in framings.indices {
      let framing = framings[(place + step) % framings.count]
      if framing.fits(seed) { return framing.propose(for: seed) }
    }
    return nil
  }
}
