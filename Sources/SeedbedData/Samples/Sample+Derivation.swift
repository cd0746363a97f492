import SeedbedKernels

extension Sample {
  /// Makes a synthetic sample that differs from this one in its text.
  ///
  /// The user's other fields are carried over; the row's own id, if there is one, becomes the new
  /// sample's id, so that no two rows claim the same.
  ///
  /// - Parameters:
  ///   - text: The new text.
  ///   - spans: The spans of the new text.
  ///   - map: Which field plays which part.
  ///   - provenance: How the new sample was made.
  /// - Returns: The new sample, with an id hashed over its content and provenance.
  public func derived(
    text: String,
    spans: [TextSpan],
    fields map: FieldMap,
    provenance: Provenance
  ) -> Sample {
    var row = fields
    textPath?.set(.string(text), in: &row)
    if map.hasSpans { SpanReader(fields: map).write(spans, to: &row) }
    return Sample.synthetic(
      row: row,
      text: text,
      textPath: textPath,
      comparisonText: map.comparisonText(of: row, text: text),
      label: label,
      spans: spans,
      fields: map,
      provenance: provenance
    )
  }

  /// Makes a synthetic sample from parts.
  ///
  /// - Parameters:
  ///   - row: Its fields.
  ///   - text: Its text.
  ///   - textPath: Where the text sits.
  ///   - comparisonText: The text that duplicates are searched in.
  ///   - label: Its label.
  ///   - spans: The spans of its text.
  ///   - map: Which field plays which part.
  ///   - provenance: How it was made.
  /// - Returns: The sample, with an id hashed over its content and provenance.
  public static func synthetic(
    row: JSONObject,
    text: String,
    textPath: FieldPath?,
    comparisonText: String,
    label: String?,
    spans: [TextSpan],
    fields map: FieldMap,
    provenance: Provenance
  ) -> Sample {
    var row = row
    if let path = map.id, path.value(in: row) != nil { path.set(.null, in: &row) }
    var hash = ContentHash(domain: "seedbed.synthetic.1")
    hash.add(canonical: row)
    hash.add(provenance.source.id)
    hash.add(provenance.method?.name ?? "")
    hash.add(provenance.batch ?? "")
    hash.add(provenance.method?.draw ?? 0)
    for parent in provenance.parents { hash.add(hex: parent.digest) }
    let id = SampleID(hash.digest)
    if let path = map.id, path.value(in: row) != nil { path.set(.string(id.hex), in: &row) }
    return Sample(
      id: id,
      origin: .synthetic,
      fields: row,
      text: text,
      textPath: textPath,
      comparisonText: comparisonText,
      label: label,
      spans: spans,
      provenance: provenance
    )
  }
}
