import SeedbedData
import SeedbedKernels

extension Generator {
  /// How many texts go to a translator at a time.
  private static let textsPerBatch = 64
  /// Draws for each candidate wanted before a share gives up: translations often come back unchanged.
  private static let mostDraws = 3

  /// The translations that an order asks for; fewer where they drift, come back unchanged or are used up.
  ///
  /// - Parameters:
  ///   - order: What to draw, by a method that needs a translator.
  ///   - round: The round of generation, from 0.
  ///   - desk: Who translates.
  /// - Returns: The candidates.
  /// - Throws: A `SeedbedError` when the translator fails; `CancellationError`.
  func translations(
    _ order: Order,
    round: Int,
    at desk: TranslationDesk
  ) async throws -> [Candidate] {
    let quota = plan.quotas[order.quota]
    guard let method = registry.translating.first(where: { $0.descriptor.name == order.method })
    else { return [] }
    let moves = method.descriptor.moves
    var desk = desk
    if moves.contains("language") {
      guard let target = quota.cell["language"] else { return [] }
      desk.pivots = [target]
    }
    let turns = turns(of: order, moves: SeedRows.freeDimensions(of: quota.cell) + moves)
    guard !turns.isEmpty else { return [] }
    let batch = Batch(plan: planDigest, method: order.method)
    var candidates: [Candidate] = []
    var draws = order.firstDraw..<(order.firstDraw + order.count * Self.mostDraws)
    while candidates.count < order.count, !draws.isEmpty {
      try Task.checkCancellation()
      let some = draws.prefix(Self.textsPerBatch)
      draws = draws.dropFirst(Self.textsPerBatch)
      let jobs = some.compactMap { draw in
        text(of: turns[draw % turns.count]).map { (draw: draw, text: $0) }
      }
      let random = jobs.map { job in
        chance(for: turns[job.draw % turns.count].id.hex, order.method, draw: job.draw)
      }
      let made = try await method.variations(of: jobs.map(\.text.seed), random: random, at: desk)
      for (job, variation) in zip(jobs, made) where candidates.count < order.count {
        guard let variation,
          let sample = job.text.sample(
            variation,
            of: turns[job.draw % turns.count],
            fields: fields,
            by: MethodApplication(
              name: order.method,
              parameters: variation.parameters,
              seed: plan.seed,
              draw: job.draw
            ),
            batch: batch.id
          )
        else { continue }
        candidates.append(Candidate(sample: sample, quota: order.quota, round: round))
      }
    }
    return candidates
  }
}
