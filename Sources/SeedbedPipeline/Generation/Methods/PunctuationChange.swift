import SeedbedData
import SeedbedKernels

/// Punctuates carelessly or with excitement: marks dropped, repeated or misplaced.
struct PunctuationChange: TransformMethod {
  /// The most habits that one text shows.
  private static let mostHabits = 2

  let descriptor = MethodDescriptor(
    "punctuation",
    "Drops, repeats or misplaces punctuation marks and spaces.",
    moves: ["form", "noise"]
  )

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    let marks = PunctuationMarks(seed.text)
    var habits = PunctuationHabit.allCases.filter { !$0.places(marks).isEmpty }
    random.shuffle(&habits)
    var wanted = 1 + random.index(below: Self.mostHabits)
    var draft = Draft(seed)
    var shown: [JSONValue] = []
    for habit in habits where wanted > 0 {
      let before = draft.count
      for (range, replacement) in habit.draw(from: habit.places(marks), &random) {
        draft.replace(range, with: replacement, rule: habit.rawValue)
      }
      guard draft.count > before else { continue }
      shown.append(.string(habit.rawValue))
      wanted -= 1
    }
    return draft.proposal(["habits": .array(shown)])
  }
}
