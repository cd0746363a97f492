import SeedbedData
import SeedbedKernels
import SeedbedText

/// Makes a new sample of a person's correction and checks it as every candidate is checked.
///
/// The checks see the new sample in the place of the original one, with its seed and method: what a person
/// changed is judged by the same data, and a sample that was made of a corrected one is no less checked.
struct ReviewRemaker: Sendable {
  /// The checks that estimate what a person sees better, and that a person may set aside.
  static let overrulable: Set<String> = ["label", "language", "judge"]

  let plan: Plan
  let context: CheckContext
  let tagger: DifficultyTagger
  let real: [Sample]
  let realSketches: [TextSketch]
  let threads: Int

  /// The first sample of a row of corrections.
  ///
  /// - Parameters:
  ///   - sample: A sample.
  ///   - find: Finds a sample by its id.
  /// - Returns: The sample, or what it was corrected from before any person changed it.
  static func original(of sample: Sample, _ find: (SampleID) -> Sample?) -> Sample {
    var sample = sample
    while sample.provenance.method?.name == ReviewDecision.name,
      let parent = sample.provenance.parents.first.flatMap(find)
    { sample = parent }
    return sample
  }

  /// Whether a person's acceptance may let a rejected candidate in.
  static func mayOverrule(_ candidate: Candidate) -> Bool {
    let failed = candidate.verdicts.filter { $0.outcome != .pass }
    return candidate.status == .rejected && !failed.isEmpty
      && failed.allSatisfy { overrulable.contains($0.check) }
  }

  /// Makes a sample with another text or label.
  ///
  /// - Parameters:
  ///   - old: The candidate that is corrected.
  ///   - correction: The new text, the new label.
  ///   - others: All other candidates of the plan, as they count after what people decided.
  /// - Returns: The new candidate, checked; accepted, rejected or a duplicate.
  /// - Throws: A data error where a span cannot be carried over; `CancellationError`.
  func fixed(
    _ old: Candidate,
    by correction: ReviewCorrection,
    among others: [Candidate]
  ) async throws -> Remake {
    let text = correction.text ?? old.sample.text
    let edits = CorrectionEdits.edits(
      from: old.sample.text,
      to: text,
      because: ReviewDecision.name
    )
    var base = old.sample
    var parameters = JSONObject()
    var changed: [JSONValue] = edits.isEmpty ? [] : ["text"]
    if let label = correction.label, label != old.sample.label {
      changed.append("label")
      parameters["label"] = ["from": .optional(old.sample.label), "to": .string(label)]
      context.configuration.fields.label?.set(.string(label), in: &base.fields)
      base.label = label
    }
    parameters["changed"] = .array(changed)
    let spans = try Self.spans(of: old.sample, after: edits, in: text)
    var made = remake(of: old, base: base, text: text, spans: spans, edits, parameters)
    let find = finder(others + [old])
    let original = Self.original(of: old.sample, find)
    made.candidate.quota = quota(for: made.candidate.sample, old.quota)
    var probe = made.candidate
    probe.sample.provenance = original.provenance
    var context = context
    for parent in original.provenance.parents where context.parents[parent] == nil {
      context.parents[parent] = find(parent)
    }
    let sketch = TextSketch(made.candidate.sample.comparisonText)
    made.candidate.verdicts = try await Verifier.verify(
      [probe],
      sketches: [sketch],
      in: context,
      threads: 1
    )[0].verdicts
    return try await admitted(made, sketch, except: old, among: others)
  }

  /// Makes a copy of a rejected candidate that a person lets in against the checks that may be overruled.
  ///
  /// - Parameters:
  ///   - old: A candidate for which `mayOverrule` holds.
  ///   - others: All other candidates of the plan.
  /// - Returns: The copy, accepted or a duplicate.
  /// - Throws: `CancellationError`.
  func overruled(_ old: Candidate, among others: [Candidate]) async throws -> Remake {
    let failed = old.verdicts.filter { $0.outcome != .pass }
    let parameters: JSONObject = [
      "changed": [], "overruled": .array(failed.map { .object($0.json) }),
    ]
    var made = remake(
      of: old,
      base: old.sample,
      text: old.sample.text,
      spans: old.sample.spans,
      [],
      parameters
    )
    made.candidate.verdicts =
      old.verdicts.filter { $0.outcome == .pass }
      + failed.map { verdict in
        Verdict(
          check: ReviewDecision.name,
          .pass,
          evidence: "a person overruled `\(verdict.check)` (\(verdict.outcome.rawValue): "
            + "\(verdict.evidence))"
        )
      }
    let sketch = TextSketch(made.candidate.sample.comparisonText)
    return try await admitted(made, sketch, except: old, among: others)
  }

  /// Marked words go where their text goes; a span that an edit cuts has no place in the new text.
  static func spans(of sample: Sample, after edits: [Edit], in text: String) throws -> [TextSpan] {
    guard !sample.spans.isEmpty, !edits.isEmpty else { return sample.spans }
    guard let list = try? EditList(edits, for: sample.text) else { return sample.spans }
    let before = ScalarOffsets(sample.text), after = ScalarOffsets(text)
    return try sample.spans.map { span in
      guard let start = before.utf8(fromScalar: span.start),
        let end = before.utf8(fromScalar: span.end), start <= end,
        let moved = list.map(start..<end),
        let first = after.scalar(fromUTF8: moved.lowerBound),
        let last = after.scalar(fromUTF8: moved.upperBound)
      else {
        throw SeedbedError(
          .data,
          "the change cuts through the marked words `\(span.text)` (\(span.label)), or removes them",
          hint: "change the text around them or within them, or reject the row"
        )
      }
      let scalars = Array(text.unicodeScalars)[first..<last]
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars)
      return TextSpan(start: first, end: last, label: span.label, text: String(words))
    }
  }

  private func remake(
    of old: Candidate,
    base: Sample,
    text: String,
    spans: [TextSpan],
    _ edits: [Edit],
    _ drawn: JSONObject
  ) -> Remake {
    let was = old.sample.provenance
    var parameters = drawn
    // By these the rule that nobody judges their own work knows whose words they still are.
    for name in ["model_name", "model_family"] {
      if let value = was.method?.parameters[name] { parameters[name] = value }
    }
    let batch = Batch(
      plan: plan.digest,
      method: ReviewDecision.name,
      model: was.model,
      promptVersion: was.promptVersion
    )
    let provenance = Provenance(
      synthetic: was.source,
      method: MethodApplication(
        name: ReviewDecision.name,
        parameters: parameters,
        seed: context.configuration.seed,
        draw: was.method?.draw ?? 0
      ),
      model: was.model,
      promptVersion: was.promptVersion,
      parents: [old.sample.id],
      depth: was.depth + 1,
      edits: edits,
      batch: batch.id
    )
    var sample = base.derived(
      text: text,
      spans: spans,
      fields: context.configuration.fields,
      provenance: provenance
    )
    sample.tags = old.sample.tags
    return Remake(
      candidate: Candidate(sample: sample, quota: old.quota, round: old.round),
      batch: batch
    )
  }

  /// The quota that a corrected sample counts for: its own, or another of the same part in whose cell it
  /// now lies; where there is none its own, whose cell check then keeps it out.
  private func quota(for sample: Sample, _ own: Int) -> Int {
    let cell = context.dimensions.cell(of: DimensionInput(sample))
    let split = plan.quotas[own].split
    let fitting = plan.quotas.indices.filter { index in
      plan.quotas[index].split == split
        && plan.quotas[index].cell.coordinates.allSatisfy { cell[$0.dimension] == $0.value }
    }
    return fitting.contains(own) ? own : fitting.first ?? own
  }

  private func admitted(
    _ remake: Remake,
    _ sketch: TextSketch,
    except old: Candidate,
    among others: [Candidate]
  ) async throws -> Remake {
    var remake = remake
    try Verifier.refuseIncompleteProvenance([remake.candidate])
    remake.candidate.sample.split = plan.quotas[remake.candidate.quota].split
    remake.candidate.sample.difficulty =
      tagger.tags(of: [remake.candidate.sample], threads: 1).first
    guard remake.candidate.rejectingCheck == nil else {
      remake.candidate.status = .rejected
      return remake
    }
    let id = remake.candidate.sample.id
    let kept = others.filter {
      $0.status == .accepted && $0.sample.id != old.sample.id && $0.sample.id != id
    }.map(\.sample)
    let sketches = try await TextSketch.sketches(
      of: kept.map(\.comparisonText),
      threads: threads
    )
    remake.candidate =
      Deduplicator.deduplicate(
        [remake.candidate],
        sketches: [sketch],
        real: real + kept,
        realSketches: realSketches + sketches,
        threshold: context.configuration.deduplication.nearThreshold
      )[0]
    if remake.candidate.status == .pending { remake.candidate.status = .accepted }
    return remake
  }

  private func finder(_ candidates: [Candidate]) -> (SampleID) -> Sample? {
    let byID = Dictionary(candidates.map { ($0.sample.id, $0.sample) }) { first, _ in first }
    return { byID[$0] }
  }
}
