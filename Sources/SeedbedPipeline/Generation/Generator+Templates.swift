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
        spans: [],
        fields: fields,
        provenance: provenance
      )
      candidates.append(Candidate(sample: sample, quota: order.quota, round: round))
    }
    return candidates
  }
}
