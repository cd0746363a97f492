public import SeedbedData

/// Runs every check on every candidate's final text.
public enum Verifier {
  /// Checks candidates.
  ///
  /// All checks run, also after one has failed, so that a rejected candidate shows all that is wrong with
  /// it. A candidate is rejected unless every verdict is a pass; undecided is no pass.
  ///
  /// - Parameters:
  ///   - candidates: The candidates.
  ///   - sketches: The sketches of their texts, in the same order.
  ///   - context: What the checks know.
  ///   - threads: The most threads.
  /// - Returns: The candidates with verdicts, `rejected` or still `pending`.
  /// - Throws: A gate error naming a candidate with incomplete provenance; `CancellationError`.
  public static func verify(
    _ candidates: [Candidate],
    sketches: [TextSketch],
    in context: CheckContext,
    threads: Int
  ) async throws -> [Candidate] {
    try refuseIncompleteProvenance(candidates)
    let scores =
      context.labels?.scores(of: candidates.map(\.sample), threads: threads)
      ?? Array(repeating: nil, count: candidates.count)
    let inputs = candidates.indices.map { index in
      CheckInput(
        candidate: candidates[index],
        sketch: sketches[index],
        labelScore: scores[index]
      )
    }
    return try await mapChunks(inputs, threads: threads) { slice in
      slice.map { input in
        var candidate = input.candidate
        candidate.verdicts = Checks.all.compactMap { $0.verdict(on: input, in: context) }
        candidate.status = candidate.rejectingCheck == nil ? .pending : .rejected
        return candidate
      }
    }
  }

  /// Rule 3: a batch in which any candidate lacks a part of its provenance is refused as a whole.
  ///
  /// - Parameter candidates: The candidates of a batch.
  /// - Throws: A gate error naming the candidate and what it lacks.
  public static func refuseIncompleteProvenance(_ candidates: [Candidate]) throws {
    for candidate in candidates {
      let missing = candidate.sample.provenance.missingParts
      guard missing.isEmpty else {
        throw SeedbedError(
          .gate,
          "candidate \(candidate.sample.id.short) lacks provenance: "
            + missing.joined(separator: ", "),
          hint: "the whole batch is refused; the method that made it must record these parts"
        )
      }
    }
  }
}
