import SeedbedData
import SeedbedKernels

/// Punctuates carelessly or with excitement: marks dropped, repeated or misplaced.
struct PunctuationChange: TransformMethod {
  private static let rate = NoiseRate(1)

  let descriptor = MethodDescriptor(
    "punctuation",
    "Drops, repeats or misplaces punctuation marks.",
    moves: ["form", "noise"],
    rate: rate.mean
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    let bytes = seed.text.utf8Span.span
    var places = PunctuationPlaces(bytes).places
    if !seed.locked.isEmpty { places.removeAll { !seed.isOpen($0.range) } }
    guard !places.isEmpty else { return nil }
    let drawn = Self.rate.draw(for: seed, &random)
    let wanted = drawn.changes(in: bytes.scalarCount, &random)
    var slips: [Slip] = []
    // Habit by habit, as a writer has a few of them and not one of each.
    while slips.count < wanted, !places.isEmpty {
      let habit = places[random.index(below: places.count)].habit
      var own = places.filter { $0.habit == habit }
      places.removeAll { $0.habit == habit || $0.habit == habit.rival }
      let most = habit.isConsistent && seed.rate == nil ? own.count : wanted - slips.count
      for _ in 0..<min(most, own.count) {
        own.swapAt(random.index(below: own.count), own.count - 1)
        let place = own.removeLast()
        let choices = habit.choices(place.mark)
        let text = choices[random.index(below: choices.count)]
        slips.append(Slip(range: place.range, replacement: text, reason: habit.rawValue))
      }
    }
    return seed.proposal(of: slips, drawn)
  }
}
