public import SeedbedData
import SeedbedText

/// What the gap analysis found, and the plan that follows from it.
public struct GapReport: Sendable {
  /// The record of the data it was made from.
  public var data: DataImport
  /// The counts of the real data.
  public var profile: Profile
  /// How many samples every cell must have, and how many it has.
  public var coverage: [CoverageRow]
  /// The gaps with their decisions.
  public var gaps: [Gap]
  /// How much of the real data repeats itself.
  public var redundancy: Redundancy
  /// What the learned gaps were found by; nil where gaps were counted only.
  public var learned: LearnedReport?
  /// The plan.
  public var plan: Plan
  /// Methods of the plan's choice that are not available here, with what they need.
  public var unavailable: [MethodDescriptor]
  /// How the new rows will be judged and their provenance kept, and what is missing and worth filling:
  /// the four questions that come before any generation, answered.
  public var answers: [(question: String, answer: String)]
}

extension GapReport {
  /// The cells for which real data is to be collected, each once; the whole dataset is no cell.
  var cellsToCollect: [Cell] { Self.cells(of: gaps, decided: .collect) }

  /// The cells that lack rows and were decided so, each once.
  fileprivate static func cells(of gaps: [Gap], decided decision: GapDecision) -> [Cell] {
    let kinds: [GapKind] = [.missing, .thin, .weak, .confusable, .uncovered]
    var seen: Set<Cell> = []
    return gaps.filter {
      $0.decision == decision && kinds.contains($0.kind) && !$0.cell.coordinates.isEmpty
    }.map(\.cell).filter { seen.insert($0).inserted }
  }
}

/// One cell with what it has and what it needs.
public struct CoverageRow: Sendable, Hashable {
  /// The cell.
  public var cell: Cell
  /// Real samples in it.
  public var have: Int
  /// The least number it must have.
  public var need: Int
}

extension Runner {
  /// Finds the gaps of the prepared data and plans how to fill them.
  ///
  /// Where gaps are learned they are learned first, for the plan follows what filling each cell is worth.
  ///
  /// - Parameter prepared: The data.
  /// - Returns: The report.
  /// - Throws: `SeedbedError` for faulty settings or data.
  func analyze(_ prepared: PreparedData) async throws -> GapReport {
    report("profiling", 0, of: prepared.samples.count)
    let dimensions = try DimensionSet(of: configuration)
    let profile = try await profile(
      of: prepared.counted.filter { $0.split != .syntheticEval },
      dimensions: dimensions
    )
    let registry = MethodRegistry(configuration: configuration)
    let choice = try MethodChoice(
      configuration,
      registry: registry,
      seeds: try await seedRows(prepared, dimensions: dimensions),
      grounded: try groundedSupply(prepared, registry)
    )
    let counted = GapDetectors.gaps(
      in: GapEvidence(
        profile: profile,
        requirements: configuration.requirements,
        redundancy: prepared.redundancy,
        maximumDuplicateShare: configuration.deduplication.maximumDuplicateShare
      ) { choice.supply(for: $0) }
    )
    let learned = try await learnedGaps(prepared, dimensions, choice)
    let gaps = learned.map { $0.weighed(counted) + $0.gaps } ?? counted
    let planner = Planner(settings: configuration.generation, seed: configuration.seed)
    var plan = planner.plan(
      gaps,
      fingerprint: prepared.data.fingerprint,
      configuration: project.configurationDigest,
      trainingCount: prepared.counted.count { $0.split == .train }
    ) { choice.choice(for: $0) }
    let attacks = registry.evaluationMethods(for: configuration.task)
    if let quota = planner.evaluationQuota(methods: attacks),
      prepared.samples.contains(where: { $0.split == .syntheticEval })
    {
      plan.quotas.append(quota)
    }
    // Methods that ask a model are missed by nobody who configured none.
    let unavailable = registry.transforms.map(\.descriptor).filter { descriptor in
      !descriptor.isAvailable && descriptor.tasks.contains(configuration.task)
    }
    return GapReport(
      data: prepared.data,
      profile: profile,
      coverage: RequirementTable(configuration.requirements, profile: profile).cells.map {
        CoverageRow(cell: $0, have: profile.count(in: $0), need: $1)
      },
      gaps: gaps,
      redundancy: prepared.redundancy,
      learned: learned?.report,
      plan: plan,
      unavailable: unavailable,
      answers: Self.answers(required: counted, gaps: gaps, plan: plan)
    )
  }

  /// What the documents of the project can give: at best one question a section.
  private func groundedSupply(
    _ prepared: PreparedData,
    _ registry: MethodRegistry
  ) throws -> GroundedSupply {
    let named = configuration.generation.methods
    let names = registry.documents.map(\.descriptor).filter { method in
      method.isAvailable && method.use == .training && method.tasks.contains(configuration.task)
        && named?.contains(method.name) != false
    }.map(\.name)
    guard !names.isEmpty else { return GroundedSupply() }
    let sections = try documents(prepared).reduce(0) { $0 + $1.document.sections.count }
    return GroundedSupply(names: sections > 0 ? names : [], count: sections)
  }

  /// Counts samples by the project's dimensions.
  func profile(of samples: [Sample], dimensions: DimensionSet) async throws -> Profile {
    var profiler = Profiler(
      dimensions: dimensions,
      declared: configuration.declaredValues,
      threads: options.threads
    )
    try await profiler.count(samples.map { DimensionInput($0) })
    return profiler.result
  }

  /// The real samples that may be varied.
  func seedRows(_ prepared: PreparedData, dimensions: DimensionSet) async throws -> SeedRows {
    try await SeedRows(
      prepared.samples,
      excluding: prepared.unfitSeeds,
      sealedFrom: prepared.leakIndex ?? .empty,
      dimensions: dimensions,
      threads: options.threads
    )
  }

  private static func answers(
    required: [Gap],
    gaps: [Gap],
    plan: Plan
  ) -> [(question: String, answer: String)] {
    let missing = required.filter { $0.kind == .missing }.map(\.cell)
    let thin = required.filter { $0.kind == .thin }.map(\.cell)
    let cells = missing + thin
    let samples = plan.quotas.filter { $0.split == .train }.reduce(0) { $0 + $1.count }
    let fill = GapReport.cells(of: gaps, decided: .fill)
    let collect = GapReport.cells(of: gaps, decided: .collect)
    func list(_ cells: [Cell]) -> String {
      let names = cells.prefix(4).map { "[\($0)]" }.joined(separator: " ")
      return cells.count > 4 ? names + " and \(cells.count - 4) more" : names
    }
    return [
      (
        "Which cases are missing?",
        cells.isEmpty
          ? "None against the requirements."
          : "\(missing.count) required without any sample, \(thin.count) with too few: "
            + "\(list(cells))."
      ),
      (
        "Which are worth filling?",
        "\(fill.count) cells, by \(samples) samples"
          + (collect.isEmpty
            ? "." : "; for \(collect.count) collect real data instead: \(list(collect)).")
      ),
      (
        "How will the new rows be judged?",
        "On their final text by \(Checks.names.joined(separator: ", ")); "
          + "labels by classifiers that have not seen the parent; "
          + "undecided never passes; then against duplicates, and on the sealed holdout."
      ),
      (
        "How is their provenance kept?",
        "Source, parents, method, parameters, seed, edits and every verdict stand in the ledger, "
          + "for rejected rows too: `seedbed trace ID`."
      ),
    ]
  }
}
