import SeedbedData
import SeedbedKernels
import SeedbedText

/// Several transforms, one after the other; what it gives is one list of edits against the seed.
struct Chain: TransformMethod {
  let parts: [any TransformMethod]

  /// The parts' declarations taken together: it keeps what all keep, and needs what any needs.
  var descriptor: MethodDescriptor {
    let all = parts.map(\.descriptor)
    let languages = all.map(\.languages).filter { !$0.isEmpty }
    return MethodDescriptor(
      all.map(\.name).joined(separator: "+"),
      all.map(\.summary).joined(separator: " Then: "),
      preserves: Preserved.allCases.filter { kept in
        all.allSatisfy { $0.preserves.contains(kept) }
      },
      tasks: TaskKind.allCases.filter { task in all.allSatisfy { $0.tasks.contains(task) } },
      // A part that does not know a language passes the text on, so one that does is enough.
      languages: languages.count < all.count ? [] : Array(Set(languages.joined())).sorted(),
      needs: Array(Set(all.flatMap(\.needs))).sorted(),
      isAvailable: all.allSatisfy(\.isAvailable),
      moves: Array(Set(all.flatMap(\.moves))).sorted(),
      use: all.contains { $0.use == .evaluation } ? .evaluation : .training,
      // Flipped twice is nobody's guess.
      flipsLabel: all.count(where: \.flipsLabel) == 1,
      attacks: Array(Set(all.flatMap(\.attacks))).sorted()
    )
  }

  /// What no part keeps locked; each part still sees its own locks.
  var opens: Set<ProtectedRange.Kind> {
    parts.reduce(into: []) { $0.formUnion($1.opens) }
  }

  var opensSpans: Bool { parts.contains { $0.opensSpans } }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    var current = seed
    var whole = Proposal(edits: EditList())
    for part in parts {
      let languages = part.descriptor.languages
      if !languages.isEmpty, !languages.contains(current.language ?? "") { continue }
      guard let next = part.propose(for: current.opened(for: part), random: &random),
        let step = Variation(next, to: current, keepsSpans: !part.opensSpans),
        let both = try? whole.edits.followed(by: next.edits, on: seed.text)
      else { continue }
      whole.edits = both
      whole.label = next.label ?? whole.label
      whole.renames += next.renames
      if !next.parameters.isEmpty {
        whole.parameters[part.descriptor.name] = .object(next.parameters)
      }
      current = current.followed(by: step)
    }
    return whole.edits.isEmpty ? nil : whole
  }
}
