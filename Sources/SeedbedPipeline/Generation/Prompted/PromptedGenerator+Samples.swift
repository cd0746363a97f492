import SeedbedData
import SeedbedKernels

extension PromptedGenerator {
  /// Makes a draft into a sample with its provenance; nil where its values make no row of the project.
  func sample(of draft: PromptedDraft, index: Int, _ job: Job) -> Sample? {
    guard
      let shape = seeds.pools[.train]?.samples.first ?? seeds.pools[.syntheticEval]?.samples.first
    else { return nil }
    let fields = configuration.fields
    var row = shape.fields.blanked
    shape.textPath.map { $0.set(.string(draft.text), in: &row) }
    if let label = draft.label { fields.label?.set(.string(label), in: &row) }
    for coordinate in job.draw.cell.coordinates where DimensionName.isField(coordinate.dimension) {
      FieldPath(coordinate.dimension)?.set(.string(coordinate.value), in: &row)
    }
    for (place, value) in draft.values { path(of: place)?.set(value, in: &row) }
    let builder = SampleBuilder(fields: fields, file: "")
    builder.write(draft.spans, to: &row)
    guard let found = try? builder.place(in: row), found.text == draft.text else { return nil }
    var sample = Sample.synthetic(
      row: row,
      text: draft.text,
      textPath: found.path,
      comparisonText: newWords(of: draft, row, job)
        ?? builder.comparisonText(of: row, text: draft.text),
      label: found.label,
      spans: draft.spans,
      fields: fields,
      provenance: provenance(of: draft, index: index, job)
    )
    sample.tags = draft.tags
    return sample
  }

  /// What a draft adds where it keeps the text of a sample that was shown, as new answers to real prompts do;
  /// compared by their prompts they would all be duplicates.
  private func newWords(of draft: PromptedDraft, _ row: JSONObject, _ job: Job) -> String? {
    guard job.draw.examples.contains(where: { $0.text == draft.text }) else { return nil }
    let texts = draft.values.filter { $0.place != .input && $0.place != .context }
      .map { $0.value.string ?? $0.value.serialized(.compact) }
    return texts.isEmpty ? nil : texts.joined(separator: "\n")
  }

  private func path(of place: PromptedDraft.Place) -> FieldPath? {
    let fields = configuration.fields
    return switch place {
    case .input: fields.input
    case .context: fields.context
    case .output: fields.output
    case .conversation: fields.conversation
    case .field(let name): FieldPath(name)
    }
  }

  private func provenance(of draft: PromptedDraft, index: Int, _ job: Job) -> Provenance {
    let identity = job.writer.asker.model
    var parameters = draft.parameters
    parameters["model_name"] = .string(identity.name)
    parameters["model_family"] = .string(identity.family)
    var prompts = JSONObject()
    for reply in draft.replies { prompts[reply.prompt.name] = .string(reply.prompt.version) }
    parameters["prompts"] = .object(prompts)
    parameters["requests"] = .array(draft.replies.flatMap(\.requests).map(JSONValue.string))
    let repairs = draft.replies.flatMap(\.repairs)
    if !repairs.isEmpty { parameters["repairs"] = .array(repairs.map(JSONValue.string)) }
    let drawn = job.draw.attributes.indices.contains(index) ? job.draw.attributes[index] : []
    if !drawn.isEmpty, parameters["attributes"] == nil {
      var attributes = JSONObject()
      for (name, words) in drawn { attributes[name] = .string(words) }
      parameters["attributes"] = .object(attributes)
    }
    let batch = Batch(
      plan: planDigest,
      method: job.order.method,
      model: identity.model,
      promptVersion: job.writer.promptVersion
    )
    return Provenance(
      synthetic: draft.source,
      method: MethodApplication(
        name: job.order.method,
        parameters: parameters,
        seed: plan.seed,
        draw: job.draw.number * job.draw.count + index
      ),
      model: identity.model,
      promptVersion: job.writer.promptVersion,
      parents: draft.parents,
      depth: draft.parentDepth + 1,
      edits: [],
      batch: batch.id
    )
  }
}
