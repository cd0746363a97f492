public import SeedbedData

/// What a run will cost, before anything is asked.
public struct CostEstimate: Sendable, Hashable {
  /// What one model will be asked.
  public struct Row: Sendable, Hashable {
    /// The name of the model in `seedbed.yaml`.
    public var name: String
    /// Whether it writes or judges.
    public var isJudge: Bool
    /// How many requests the first round takes.
    public var requests: Int
    /// Their tokens, estimated from their length and from how many texts are asked for.
    public var usage: TokenUsage
    /// What they cost; nil without a price.
    public var cost: Double?
    /// What they cost at most, every answer being as long as it may be; nil without a price or limit.
    public var ceiling: Double?
  }

  /// The models, those that write first, each by name.
  public var rows: [Row] = []
  /// How many samples the plan asks of models.
  public var samples = 0
  /// What prices are in.
  public var currency = "USD"
  /// The most that the run may cost; nil for no bound.
  public var limit: Double?

  /// What all of it costs; nil where a model has no price.
  public var total: Double? {
    rows.allSatisfy { $0.cost != nil } ? rows.compactMap(\.cost).reduce(0, +) : nil
  }

  /// The estimate as a JSON object.
  public var json: JSONObject {
    [
      "samples": .number(JSONNumber(samples)), "currency": .string(currency),
      "limit": .optional(limit), "total": .optional(total),
      "models": .array(
        rows.map { row in
          [
            "model": .string(row.name), "role": .string(row.isJudge ? "judge" : "writer"),
            "requests": .number(JSONNumber(row.requests)),
            "input_tokens": .number(JSONNumber(row.usage.input)),
            "output_tokens": .number(JSONNumber(row.usage.output)),
            "cost": .optional(row.cost), "ceiling": .optional(row.ceiling),
          ]
        }
      ),
    ]
  }
}

extension Runner {
  /// Estimates what the first round of the plan costs; nothing is asked and nothing is recorded.
  ///
  /// Every request is made as it would be sent, and counted. Judges are taken to see every candidate, and
  /// answers that are stored already are counted as if they had to be paid, so the truth is rather less.
  ///
  /// - Returns: The estimate.
  /// - Throws: As ``generate()``.
  public func estimate() async throws -> CostEstimate {
    let writers = configuration.models.map { EstimatingModel($0) }
    let silent = Runner(
      project: project,
      journal: InMemoryJournal(),
      models: ProjectModels(writers.map { ProjectModels.Entry($0, width: 64) }),
      learning: learning,
      options: options
    )
    var written: [EstimatingModel.Count] = []
    var estimate = CostEstimate()
    estimate.samples = try await silent.rehearse { written = writers.map(\.count) }
    estimate.currency = configuration.spending.currency
    estimate.limit = configuration.spending.limit
    for (isJudge, names) in [
      (false, configuration.generation.models), (true, configuration.judging.judges),
    ] {
      for name in names {
        guard let index = writers.firstIndex(where: { $0.identity.name == name }) else { continue }
        let before = written[index], after = writers[index].count
        let count = isJudge ? after.without(before) : before
        estimate.rows.append(row(name, count, isJudge: isJudge))
      }
    }
    return estimate
  }

  /// Makes the first round of the plan's candidates and has them judged.
  ///
  /// - Parameter written: Called between writing and judging.
  /// - Returns: How many samples the plan asks of models.
  /// - Throws: As ``generate()``.
  private func rehearse(written: () -> Void) async throws -> Int {
    let run = RunRecord(command: "estimate", key: "", startedAt: 0, attempt: 0)
    let prepared = try await prepare(run: run)
    let plan = try await currentPlan(analyze(prepared).plan)
    try check(plan, against: prepared)
    let context = try context(for: plan, prepared)
    let maker = try await maker(for: plan, prepared, labels: context.labels)
    let orders = orders(for: plan, round: 0, stored: []).filter { maker.writers[$0.method] != nil }
    let made = try await maker.candidates(
      for: orders,
      round: 0,
      accepted: [],
      threads: options.threads
    )
    written()
    _ = try await judge(made.candidates, prepared, plan, context, run: run)
    return plan.quotas.flatMap(\.shares).filter { maker.writers[$0.method] != nil }
      .reduce(0) { $0 + $1.count }
  }

  private func row(
    _ name: String,
    _ count: EstimatingModel.Count,
    isJudge: Bool
  ) -> CostEstimate.Row {
    let price = configuration.model(named: name)?.price
    return CostEstimate.Row(
      name: name,
      isJudge: isJudge,
      requests: count.requests,
      usage: count.usage,
      cost: price?.cost(of: count.usage),
      ceiling: count.ceiling.flatMap { most in
        price?.cost(of: TokenUsage(input: count.usage.input, output: most))
      }
    )
  }
}

extension EstimatingModel.Count {
  /// What came after an earlier count.
  fileprivate func without(_ earlier: Self) -> Self {
    var rest = self
    rest.requests -= earlier.requests
    rest.usage.input -= earlier.usage.input
    rest.usage.output -= earlier.usage.output
    rest.ceiling = ceiling.flatMap { all in earlier.ceiling.map { all - $0 } }
    return rest
  }
}
