import SeedbedData
import SeedbedKernels
import SeedbedText

extension Runner {
  /// The prompts of the project.
  func promptLibrary() throws -> PromptLibrary {
    let library = try PromptLibrary(folder: project.file("prompts"))
    if let problem = library.check().first {
      throw SeedbedError(
        .configuration,
        "`prompts/\(problem.prompt).mustache`, line \(problem.line): \(problem.words)",
        hint: "see all problems with `seedbed prompts check`"
      )
    }
    return library
  }

  /// Who asks a model by the project's prompts.
  func asker(for name: String, _ library: PromptLibrary) throws -> PromptedAsker {
    PromptedAsker(
      model: try models.entry(named: name).model,
      library: library,
      seed: configuration.seed
    )
  }

  /// Who is asked for each share of a plan that asks a model, by the share's name.
  func writers(for plan: Plan) throws -> [String: PromptedGenerator.Writer] {
    let registry = MethodRegistry(configuration: configuration)
    let names = Set(plan.quotas.flatMap(\.shares).filter { $0.count > 0 }.map(\.method)).sorted()
    var writers: [String: PromptedGenerator.Writer] = [:]
    var library: PromptLibrary?
    for name in names {
      guard let (method, model) = try registry.promptedMethod(named: name) else { continue }
      let prompts = try library ?? promptLibrary()
      library = prompts
      let asked = try method.needs.prompts.map { try prompts.prompt(named: $0) }
      writers[name] = PromptedGenerator.Writer(
        method: method,
        asker: try asker(for: model, prompts),
        promptVersion: PromptedMethods.version(of: asked)
      )
    }
    return writers
  }

  /// What makes the candidates of shares that ask a model; nil where the plan has none.
  func promptedGenerator(
    for plan: Plan,
    _ prepared: PreparedData,
    writers: [String: PromptedGenerator.Writer],
    labels: LabelModel?
  ) async throws -> PromptedGenerator? {
    guard !writers.isEmpty else { return nil }
    let widths = try Set(writers.values.map(\.asker.model.name)).sorted().map {
      try models.entry(named: $0).width
    }
    return PromptedGenerator(
      plan: plan,
      seeds: try await seedRows(prepared, dimensions: DimensionSet(of: configuration)),
      configuration: configuration,
      supply: try supply(prepared, labels: labels),
      // A draw may ask several times, and twice as many draws keep an endpoint busy meanwhile.
      width: 2 * widths.reduce(0, +)
    )
  }

  private func supply(_ prepared: PreparedData, labels: LabelModel?) throws -> PromptedSupply {
    var supply = PromptedSupply()
    let train = prepared.counted.filter { $0.split == .train }
    supply.labels = Array(Set(train.compactMap(\.label))).sorted()
    supply.rivals = labels?.rivals(of: train) ?? [:]
    supply.variety = configuration.generation.variety.map {
      VarietyAttribute($0.name, even: $0.values)
    }
    supply.passages = try PassageReader.passages(of: configuration, in: project, rows: train)
    let personas = try Personas(
      file: configuration.generation.personas.map { Project.resolve($0, in: project.folder) },
      seed: configuration.seed
    )
    supply.persona = { personas.persona(for: $0, $1) }
    return supply
  }

  /// Rule 2: refuses judges of the same family as a model that writes.
  func enforceIndependence(run: RunRecord) throws {
    let generators = try configuration.generation.models.map {
      try models.entry(named: $0).model.identity
    }
    try enforceIndependence(generators: generators, run: run)
  }

  /// Rule 2 for some writers and the judges of the project.
  func enforceIndependence(generators: [ModelIdentity], run: RunRecord) throws {
    let judges = try configuration.judging.judges.map {
      try models.entry(named: $0).model.identity
    }
    let conflicts = JudgeIndependence.conflicts(generators: generators, judges: judges)
    guard !conflicts.isEmpty else { return }
    try enforce(
      .independence,
      finding: conflicts.map(\.reason).joined(separator: "; "),
      hint: "let a model of another family judge, or correct `family` under `models`",
      run: run
    )
  }
}
