/// Writes the instructions of a pattern's tree.
struct PatternWriter {
  var steps: [TextPattern.Step] = []
  /// How often a part was written; parts without instructions must not be repeated without end.
  private var written = 0

  mutating func write(_ tree: PatternTree) throws(TextPattern.Fault) {
    written += 1
    guard steps.count < TextPattern.maximumSteps, written < 8 * TextPattern.maximumSteps else {
      throw TextPattern.Fault(
        offset: 0,
        reason: "it needs more than \(TextPattern.maximumSteps) steps"
      )
    }
    switch tree {
    case .scalars(let scalars): steps.append(.scalars(scalars))
    case .start: steps.append(.start)
    case .end: steps.append(.end)
    case .boundary(let wanted): steps.append(.boundary(wanted))
    case .sequence(let parts): for part in parts { try write(part) }
    case .choice(let branches): try write(branches[...])
    case .repeat(let part, let least, let most): try write(part, least: least, most: most)
    }
  }

  private mutating func write(_ branches: ArraySlice<PatternTree>) throws(TextPattern.Fault) {
    guard let first = branches.first else { return }
    let rest = branches.dropFirst()
    guard !rest.isEmpty else { return try write(first) }
    let split = reserve()
    try write(first)
    let jump = reserve()
    steps[split] = .split(split + 1, steps.count)
    try write(rest)
    steps[jump] = .jump(steps.count)
  }

  private mutating func write(
    _ part: PatternTree,
    least: Int,
    most: Int?
  ) throws(TextPattern.Fault) {
    for _ in 0..<least { try write(part) }
    guard let most else {
      let split = reserve()
      try write(part)
      steps.append(.jump(split))
      steps[split] = .split(split + 1, steps.count)
      return
    }
    var splits: [Int] = []
    for _ in least..<most {
      splits.append(reserve())
      try write(part)
    }
    for split in splits { steps[split] = .split(split + 1, steps.count) }
  }

  /// Leaves room for an instruction whose target is not known yet.
  private mutating func reserve() -> Int {
    steps.append(.jump(steps.count + 1))
    return steps.count - 1
  }
}
