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
  /// The plan.
  public var plan: Plan
  /// Methods of the plan's choice that are not available here, with what they need.
  public var unavailable: [MethodDescriptor]
  /// How the new rows will be judged and their provenance kept, and what is missing and worth filling:
  /// the four questions that come before any generation, answered.
  public var answers: [(question: String, answer: String)]
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
  func analyze(_ prepared: PreparedData) async throws -> GapReport {
    report("profiling", 0, of: prepared.samples.count)
    let dimensions = try DimensionSet(of: configuration)
    let profile = try await profile(
      of: prepared.counted.filter { $0.split != .syntheticEval },
      dimensions: dimensions
    )
    let seeds = try await seedRows(prepared, dimensions: dimensions)
    let registry = MethodRegistry(configuration: configuration)
    let transforms = try transforms(in: registry)
    let hasTransforms = !transforms.isEmpty
    let templatesFit = registry.templates.descriptor.tasks.contains(configuration.task)
    let expansions = { @Sendable (cell: Cell) in
      templatesFit ? registry.templates.capacity(for: cell) : 0
    }
    let prompted = promptedNames(in: registry)
    let gaps = GapDetectors.gaps(
      in: GapEvidence(
        profile: profile,
        requirements: configuration.requirements,
        redundancy: prepared.redundancy,
        maximumDuplicateShare: configuration.deduplication.maximumDuplicateShare
      ) { cell in
        GapEvidence.Supply(
          seeds: seeds.seedCount(for: cell),
          expansions: expansions(cell),
          hasTransforms: hasTransforms,
          shown: prompted.isEmpty ? nil : seeds.shownCount(for: cell)
        )
      }
    )
    let planner = Planner(settings: configuration.generation, seed: configuration.seed)
    var plan = planner.plan(
      gaps,
      fingerprint: prepared.data.fingerprint,
      configuration: project.configurationDigest,
      trainingCount: prepared.counted.count { $0.split == .train }
    ) { cell in
      let shown = prompted.isEmpty ? 0 : seeds.shownCount(for: cell)
      return Planner.Choice(
        transforms: transforms.filter { Self.fits($0, cell, configuration) }.map(\.name),
        seeds: seeds.seedCount(for: cell),
        expansions: expansions(cell),
        prompted: Self.prompted(prompted, shown: shown),
        shown: shown
      )
    }
    let adversarial = registry.descriptors.filter {
      $0.use == .evaluation && $0.isAvailable && $0.tasks.contains(configuration.task)
    }
    if let quota = planner.evaluationQuota(methods: adversarial.map(\.name)),
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
      plan: plan,
      unavailable: unavailable,
      answers: Self.answers(gaps: gaps, plan: plan, configuration: configuration)
    )
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

  /// The transforms and chains to choose from, without those that would break the task.
  private func transforms(in registry: MethodRegistry) throws -> [MethodDescriptor] {
    let names = configuration.generation.methods ?? MethodRegistry.recipes
    let others = [registry.templates.descriptor.name] + registry.prompted.map(\.descriptor.name)
    return try names.filter { !others.contains(PromptedShare($0).method) }
      .map { try registry.transform(named: $0).descriptor }
      .filter { descriptor in
        let breaks =
          (!configuration.fields.hasSpans || descriptor.preserves.contains(.spans))
          && descriptor.preserves.contains(.label)
        return descriptor.isAvailable && descriptor.use == .training && breaks
          && descriptor.tasks.contains(configuration.task)
      }
  }

  /// Real samples of a cell from which general instructions serve it better than `minority`.
  private static let plenty = 20

  /// The shares that ask a model and fit the task, as named by the configuration or all of them.
  private func promptedNames(in registry: MethodRegistry) -> [String] {
    let all = registry.promptedNames(for: configuration.task)
    guard let named = configuration.generation.methods else { return all }
    return all.filter { share in
      named.contains(share) || named.contains(PromptedShare(share).method)
    }
  }

  /// The shares for a cell: rare ones are written from their few samples.
  private static func prompted(_ names: [String], shown: Int) -> [String] {
    let fitting = names.filter { PromptedShare($0).method != "minority" || shown < plenty }
    return shown < CoverageDetector.leastSeeds ? [] : fitting
  }

  /// Whether a method can lead to a cell: it knows the language, and it moves what must be moved and
  /// nothing that must stay.
  private static func fits(
    _ method: MethodDescriptor,
    _ cell: Cell,
    _ configuration: Configuration
  ) -> Bool {
    let languages = cell["language"].map { [$0] } ?? configuration.languages
    guard method.languages.isEmpty || languages.contains(where: method.languages.contains) else {
      return false
    }
    guard let noise = cell["noise"] else { return true }
    return method.moves.contains("noise") == (noise != "clean")
  }

  private static func answers(
    gaps: [Gap],
    plan: Plan,
    configuration: Configuration
  ) -> [(question: String, answer: String)] {
    let cells = gaps.filter { $0.kind == .missing || $0.kind == .thin }
    let missing = cells.filter { $0.kind == .missing }
    let thin = cells.filter { $0.kind == .thin }
    let samples = plan.quotas.filter { $0.split == .train }.reduce(0) { $0 + $1.count }
    let collect = cells.filter { $0.decision == .collect }
    func list(_ gaps: [Gap]) -> String {
      let names = gaps.prefix(4).map { "[\($0.cell)]" }.joined(separator: " ")
      return gaps.count > 4 ? names + " and \(gaps.count - 4) more" : names
    }
    return [
      (
        "Which cases are missing?",
        cells.isEmpty
          ? "None against the requirements."
          : "\(missing.count) required without any sample, \(thin.count) with too few: "
            + "\(list(missing + thin))."
      ),
      (
        "Which are worth filling?",
        "\(cells.count - collect.count) cells, by \(samples) samples"
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

extension FieldMap {
  /// Whether rows carry marked spans.
  public var hasSpans: Bool { spans != nil || spanColumns != nil }
}
