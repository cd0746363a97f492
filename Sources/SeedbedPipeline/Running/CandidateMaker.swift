import SeedbedData

/// Makes candidates of every kind of share: those that need no model, and those that ask one.
struct CandidateMaker: Sendable {
  let generator: Generator
  let prompted: PromptedGenerator?
  /// Who translates; nil where no share asks for it.
  var desk: TranslationDesk?
  /// What questions are asked about.
  var documents: [ProjectDocument] = []
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
    let registry = generator.registry
    outcome.candidates = try await generator.candidates(
      for: orders.filter { order in
        writers[order.method] == nil && !registry.isTranslating(order.method)
          && !registry.isAboutDocuments(order.method)
      },
      round: round,
      threads: threads
    )
    for order in orders where registry.isAboutDocuments(order.method) {
      outcome.candidates += generator.questions(order, round: round, about: documents)
    }
    if let desk {
      for order in orders where registry.isTranslating(order.method) {
        outcome.candidates += try await generator.translations(order, round: round, at: desk)
      }
    }
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
