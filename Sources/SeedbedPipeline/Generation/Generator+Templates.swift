import SeedbedData
import SeedbedKernels

extension Generator {
  /// The fillings of templates that an order asks for; fewer where the templates are used up.
  func expansions(_ order: Order, round: Int) -> [Candidate] {
    let quota = plan.quotas[order.quota]
    let batch = Batch(plan: planDigest, method: order.method)
    guard let model = seeds.pools[.train]?.samples.first, let path = model.textPath else {
      return []
    }
    var candidates: [Candidate] = []
    for draw in order.firstDraw..<(order.firstDraw + order.count) {
      guard
        let expansion = registry.templates.expansion(draw, for: quota.cell, seed: plan.seed)
      else { break }
      var row = model.fields.blanked
      path.set(.string(expansion.text), in: &row)
      let label = quota.cell["label"] ?? expansion.template.cell["label"]
      if let label { fields.label?.set(.string(label), in: &row) }
      for coordinate in expansion.template.cell.coordinates + quota.cell.coordinates
      where DimensionName.isField(coordinate.dimension) {
        FieldPath(coordinate.dimension)?.set(.string(coordinate.value), in: &row)
      }
      let template = expansion.template
      let spans = fields.hasSpans ? Self.spans(of: expansion) : []
      SampleBuilder(fields: fields, file: "").write(spans, to: &row)
      let provenance = Provenance(
        synthetic: SourceReference(
          id: "template:\(template.id)",
          span: 0..<template.text.unicodeScalars.count
        ),
        method: MethodApplication(
          name: order.method,
          parameters: ["template": .string(template.text), "slots": .object(expansion.slots)],
          seed: plan.seed,
          draw: draw
        ),
        parents: [],
        depth: 1,
        edits: [],
        batch: batch.id
      )
      let sample = Sample.synthetic(
        row: row,
        text: expansion.text,
        textPath: path,
        comparisonText: expansion.text,
        label: label,
        spans: spans,
        fields: fields,
        provenance: provenance
      )
      candidates.append(Candidate(sample: sample, quota: order.quota, round: round))
    }
    return candidates
  }

  /// The values of slots as spans named after their slots.
  private static func spans(of expansion: Expansion) -> [TextSpan] {
    let offsets = ScalarOffsets(expansion.text)
    return expansion.places.compactMap { place in
      guard let start = offsets.scalar(fromUTF8: place.range.lowerBound),
        let end = offsets.scalar(fromUTF8: place.range.upperBound)
      else { return nil }
      return TextSpan(
        start: start,
        end: end,
        label: place.slot,
        text: String(expansion.text.slice(place.range))
      )
    }
  }
}
