import SeedbedData
import SeedbedText

extension Runner {
  /// What is trained and measured once and used by every round of verification.
  struct Evidence {
    var context: CheckContext
    var tagger: DifficultyTagger
  }

  /// Trains and measures all that checking and tagging need.
  func evidence(for plan: Plan, _ prepared: PreparedData) async throws -> Evidence {
    // One for both: laying out the fillings of many templates takes its time.
    let registry = MethodRegistry(configuration: configuration)
    let opinions = try journal.humanOpinions()
    let context = try context(for: plan, prepared, registry, opinions)
    return Evidence(
      context: context,
      tagger: try await tagger(prepared, labels: context.labels, registry, opinions)
    )
  }

  /// Trains the label model and collects what the checks need to know.
  func context(for plan: Plan, _ prepared: PreparedData) throws -> CheckContext {
    try context(
      for: plan,
      prepared,
      MethodRegistry(configuration: configuration),
      journal.humanOpinions()
    )
  }

  private func context(
    for plan: Plan,
    _ prepared: PreparedData,
    _ registry: MethodRegistry,
    _ opinions: [HumanOpinion]
  ) throws -> CheckContext {
    report("training checks")
    let counted = prepared.countedPlaces
    let samples = counted.map { prepared.samples[$0] }
    let written = registry.templates.examples.map { template, text, label in
      LabelModel.Example(source: "template:\(template.id)", text: text, label: label)
    }
    let labels = LabelModel(
      samples,
      groups: counted.map { prepared.groups[$0] },
      examples: written + Self.confirmed(opinions, among: samples),
      quantile: configuration.verification.labelQuantile,
      threads: options.threads
    )
    let lengths = samples.map { $0.text.unicodeScalars.count }
    return CheckContext(
      plan: plan,
      configuration: configuration,
      dimensions: try DimensionSet(of: configuration),
      parents: Dictionary(samples.map { ($0.id, $0) }) { first, _ in first },
      realLengths: (lengths.min() ?? 0)...(lengths.max() ?? 0),
      labels: labels,
      holdout: prepared.leakIndex
    )
  }

  /// Synthetic rows whose label people stand by, of labels that the real data has.
  private static func confirmed(
    _ opinions: [HumanOpinion],
    among real: [Sample]
  ) -> [LabelModel.Example] {
    let labels = Set(real.compactMap(\.label))
    return opinions.compactMap { opinion in
      let sample = opinion.sample
      guard opinion.standsByLabel, sample.origin == .synthetic, sample.split != .syntheticEval,
        let label = sample.label, labels.contains(label)
      else { return nil }
      let source = sample.provenance.source.id
      return LabelModel.Example(
        source: sample.id.hex,
        text: sample.text,
        label: label,
        origin: source
      )
    }
  }

  /// Checks what is unchecked, then removes duplicates and selects among all candidates of the plan.
  ///
  /// - Returns: All candidates of the plan with their final status.
  func verify(
    _ plan: Plan,
    _ prepared: PreparedData,
    _ evidence: Evidence,
    run: RunRecord,
    through last: Int = .max
  ) async throws -> [Candidate] {
    var candidates = try journal.candidates(plan: plan.digest).filter { $0.round <= last }
    report("checking", 0, of: candidates.count)
    let sketches = try await TextSketch.sketches(
      of: candidates.map(\.sample.comparisonText),
      threads: options.threads
    )
    let unchecked = candidates.indices.filter { candidates[$0].verdicts.isEmpty }
    let checked = try await Verifier.verify(
      unchecked.map { candidates[$0] },
      sketches: unchecked.map { sketches[$0] },
      in: evidence.context,
      threads: options.threads
    )
    let moderated = try await moderate(checked)
    let judged = try await judge(moderated, prepared, plan, evidence.context, run: run)
    for (index, candidate) in zip(unchecked, judged) { candidates[index] = candidate }
    try Task.checkCancellation()
    let rulings = try journal.reviewRulings()
    let passed = candidates.indices.filter {
      candidates[$0].status != .rejected && rulings.reason(against: candidates[$0].sample) == nil
    }
    report("removing duplicates", 0, of: passed.count)
    let pending = passed.map { index in
      var candidate = candidates[index]
      candidate.status = .pending
      candidate.duplicate = nil
      return candidate
    }
    let decided = Deduplicator.deduplicate(
      pending,
      sketches: passed.map { sketches[$0] },
      real: prepared.samples,
      realSketches: prepared.sketches,
      threshold: configuration.deduplication.nearThreshold
    )
    for (index, candidate) in zip(passed, decided) { candidates[index] = candidate }
    try Task.checkCancellation()
    // What a person made stands where the row stood that it was made from.
    let standing = passed.filter {
      candidates[$0].status == .pending && rulings.replaced[candidates[$0].sample.id] != nil
    }
    for index in standing { candidates[index].status = .accepted }
    let unique = passed.filter { candidates[$0].status == .pending }
    report("selecting", 0, of: unique.count)
    let selector = Selector(
      plan: plan.leavingPlaces(for: standing.map { candidates[$0] }, among: candidates),
      childrenPerSeed: configuration.generation.childrenPerSeed
    )
    let selected = selector.select(
      unique.map { candidates[$0] },
      sketches: unique.map { sketches[$0] }
    )
    let tags = try await tags(of: selected.map(\.sample), by: evidence.tagger)
    for (position, index) in unique.enumerated() {
      candidates[index] = selected[position]
      candidates[index].sample.difficulty = tags[position]
      candidates[index].sample.split = plan.quotas[selected[position].quota].split
    }
    // What people keep out is drawn from their decisions each time, so that these can be taken back.
    try journal.recordOutcomes(
      candidates.filter { rulings.reason(against: $0.sample) == nil }
    )
    return rulings.applied(to: candidates)
  }
}
