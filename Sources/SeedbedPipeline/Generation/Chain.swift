import SeedbedData
import SeedbedKernels

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
      use: all.contains { $0.use == .evaluation } ? .evaluation : .training
    )
  }

  func propose(for seed: Seed, random: inout CounterRandom) -> Proposal? {
    var current = seed
    var edits = EditList()
    var parameters = JSONObject()
    for part in parts {
      let languages = part.descriptor.languages
      if !languages.isEmpty, !languages.contains(seed.language ?? "") { continue }
      guard let next = part.propose(for: current, random: &random),
        let text = try? next.edits.applied(to: current.text),
        let both = try? edits.followed(by: next.edits, on: seed.text)
      else { continue }
      // A range that an edit cut is gone from the text, so there is nothing left to lock.
      current.locked = current.locked.compactMap { next.edits.map($0) }
      current.text = text
      edits = both
      parameters[part.descriptor.name] = .object(next.parameters)
    }
    return edits.isEmpty ? nil : Proposal(edits: edits, parameters: parameters)
  }
}
