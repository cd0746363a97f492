import SeedbedData

/// Makes candidates of every kind of share: those that need no model, and those that ask one.
struct CandidateMaker: Sendable {
  let generator: Generator
  let prompted: PromptedGenerator?
  /// Who is asked, by the name of the share.
  let writers: [String: PromptedGenerator.Writer]

  /// Makes the candidates of some orders.
  func candidates(
    for orders: [Generator.Order],
    round: Int,
    accepted: [Sample],
    threads: Int
  ) async throws -> PromptedOutcome {
    var outcome = PromptedOutcome()
    outcome.candidates = try await generator.candidates(
      for: orders.filter { writers[$0.method] == nil },
      round: round,
      threads: threads
    )
    let asking = orders.compactMap { order in writers[order.method].map { (order, $0) } }
    guard let prompted, !asking.isEmpty else { return outcome }
    let written = try await prompted.candidates(for: asking, round: round, accepted: accepted)
    outcome.candidates += written.candidates
    outcome.failures = written.failures
    outcome.pending = written.pending
    return outcome
  }

  /// The batch that a share's candidates belong to.
  func batch(of share: String, plan: Plan) -> Batch {
    let writer = writers[share]
    return Batch(
      plan: plan.digest,
      method: share,
      model: writer?.asker.model.model,
      promptVersion: writer?.promptVersion
    )
  }
}
