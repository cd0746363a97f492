import SeedbedData
import SeedbedText

extension Runner {
  /// What is trained and measured once and used by every round of verification.
  struct Evidence {
    var context: CheckContext
    var tagger: DifficultyTagger
  }

  /// Trains the label model and collects what the checks need to know.
  func evidence(for plan: Plan, _ prepared: PreparedData) throws -> Evidence {
    report("training checks")
    let counted = prepared.samples.indices.filter {
      !prepared.left.contains(prepared.samples[$0].id)
    }
    let samples = counted.map { prepared.samples[$0] }
    let registry = MethodRegistry(configuration: configuration)
    let labels = LabelModel(
      samples,
      groups: counted.map { prepared.groups[$0] },
      examples: registry.templates.examples.map { template, text, label in
        LabelModel.Example(source: "template:\(template.id)", text: text, label: label)
      },
      quantile: configuration.verification.labelQuantile,
      threads: options.threads
    )
    let lengths = samples.map { $0.text.unicodeScalars.count }
    let dimensions = try DimensionSet(of: configuration)
    let context = CheckContext(
      plan: plan,
      configuration: configuration,
      dimensions: dimensions,
      parents: Dictionary(samples.map { ($0.id, $0) }) { first, _ in first },
      realLengths: (lengths.min() ?? 0)...(lengths.max() ?? 0),
      labels: labels,
      holdout: prepared.leakIndex
    )
    let adversarial = Set(registry.descriptors.filter { $0.use == .evaluation }.map(\.name))
    let noise = try DimensionSet(["noise"], languages: [])
    let tagger = DifficultyTagger(
      labels: labels,
      noise: { noise.values(of: DimensionInput($0))[0] },
      isAdversarial: { adversarial.contains($0) }
    )
    return Evidence(context: context, tagger: tagger)
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
    let judged = try await judge(moderated, prepared, plan, evidence, run: run)
    for (index, candidate) in zip(unchecked, judged) { candidates[index] = candidate }
    try Task.checkCancellation()
    let passed = candidates.indices.filter { candidates[$0].status != .rejected }
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
    let unique = passed.filter { candidates[$0].status == .pending }
    report("selecting", 0, of: unique.count)
    let selector = Selector(
      plan: plan,
      childrenPerSeed: configuration.generation.childrenPerSeed
    )
    let selected = selector.select(
      unique.map { candidates[$0] },
      sketches: unique.map { sketches[$0] }
    )
    let tags = evidence.tagger.tags(of: selected.map(\.sample), threads: options.threads)
    for (position, index) in unique.enumerated() {
      candidates[index] = selected[position]
      candidates[index].sample.difficulty = tags[position]
      candidates[index].sample.split = plan.quotas[selected[position].quota].split
    }
    try journal.recordOutcomes(candidates)
    return candidates
  }
}
