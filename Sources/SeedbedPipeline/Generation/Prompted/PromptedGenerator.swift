public import SeedbedData
import SeedbedKernels
import SeedbedText

/// Makes candidates by asking language models; what is asked depends on the draw alone, so draws may run in
/// any order, and a draw that is repeated asks the same.
public struct PromptedGenerator: Sendable {
  /// Who is asked for a share, and which prompts are used.
  public struct Writer: Sendable {
    /// The method.
    public var method: any PromptedMethod
    /// Who is asked.
    public var asker: any Asker
    /// The hash of the method's prompts.
    public var promptVersion: String

    /// Names a writer.
    ///
    /// - Parameters:
    ///   - method: The method.
    ///   - asker: Who is asked.
    ///   - promptVersion: The hash of the method's prompts.
    public init(method: any PromptedMethod, asker: any Asker, promptVersion: String) {
      self.method = method
      self.asker = asker
      self.promptVersion = promptVersion
    }
  }

  let plan: Plan
  let planDigest: String
  let seeds: SeedRows
  let configuration: Configuration
  let supply: PromptedSupply
  let identifier: LanguageIdentifier
  /// How many draws are under way at once.
  let width: Int

  /// Makes a generator.
  ///
  /// - Parameters:
  ///   - plan: The plan; without one there is no generating.
  ///   - seeds: The real samples that may be shown to a model.
  ///   - configuration: The project's configuration.
  ///   - supply: What draws are given beside real samples.
  ///   - width: How many draws are under way at once, at least 1.
  public init(
    plan: Plan,
    seeds: SeedRows,
    configuration: Configuration,
    supply: PromptedSupply,
    width: Int
  ) {
    self.plan = plan
    planDigest = plan.digest
    self.seeds = seeds
    self.configuration = configuration
    self.supply = supply
    self.width = max(1, width)
    identifier = LanguageIdentifier(languages: configuration.languages)
  }

  /// Makes the candidates of some orders.
  ///
  /// - Parameters:
  ///   - orders: What to draw, each with who is asked.
  ///   - round: The round of generation, from 0.
  ///   - accepted: Machine-made samples that were accepted in earlier rounds.
  /// - Returns: The candidates, and which draws came to nothing.
  /// - Throws: A `SeedbedError` where going on is pointless; `CancellationError`.
  public func candidates(
    for orders: [(order: Generator.Order, writer: Writer)],
    round: Int,
    accepted: [Sample]
  ) async throws -> PromptedOutcome {
    var jobs: [Job] = []
    for (order, writer) in orders {
      jobs += drawJobs(order, writer, accepted: accepted)
    }
    let results = try await run(jobs)
    var outcome = PromptedOutcome()
    for (job, result) in zip(jobs, results) {
      switch result {
      case .success(let drafts):
        for (index, draft) in drafts.prefix(job.draw.count).enumerated() {
          guard let sample = sample(of: draft, index: index, job) else { continue }
          outcome.candidates.append(Candidate(sample: sample, quota: job.order.quota, round: round))
        }
      case .failure(let failure) where failure.kind == .pending: outcome.pending += 1
      case .failure(let failure):
        let name = job.writer.asker.model.name
        // Whoever asked has stored that the endpoint stayed away.
        if failure.kind != .unanswered {
          outcome.failures.append(FailedRequest(failure, name: name, attempts: 1))
        }
      }
    }
    return outcome
  }

  /// One draw with all that it needs.
  struct Job: Sendable {
    var order: Generator.Order
    var writer: Writer
    var draw: PromptedDraw
  }

  /// Runs draws, at most `width` of them at once; results come in the order of the draws.
  private func run(_ jobs: [Job]) async throws -> [Result<[PromptedDraft], RequestFailure>] {
    try await mapConcurrently(jobs, width: width) { job in
      do {
        return .success(
          try await job.writer.method.drafts(for: job.draw, asking: job.writer.asker)
        )
      } catch let failure as RequestFailure {
        return .failure(failure)
      }
    }
  }
}
