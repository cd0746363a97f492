public import SeedbedData
import SeedbedKernels
public import SeedbedText

/// The text of a sample as a seed, and the way back from a varied text to a sample.
public struct SampleText: Sendable {
  /// The text with what must not be touched in it.
  public let seed: Seed
  /// How many Unicode scalars the text has.
  private let scalarCount: Int

  /// Reads a sample; nil where a span does not fit the text.
  ///
  /// - Parameters:
  ///   - sample: The sample.
  ///   - language: The language of its text.
  ///   - keywords: Words that labels hang on.
  ///   - companions: What finds the sample's answers; nil where no method looks at them.
  ///   - rate: How many changes are wanted in a hundred characters.
  public init?(
    _ sample: Sample,
    language: String?,
    keywords: LabelKeywords = LabelKeywords(),
    companions: Companions? = nil,
    rate: Double? = nil
  ) {
    let offsets = ScalarOffsets(sample.text)
    var marks: [Seed.Mark] = []
    for span in sample.spans {
      guard let start = offsets.utf8(fromScalar: span.start),
        let end = offsets.utf8(fromScalar: span.end), start <= end
      else { return nil }
      marks.append(Seed.Mark(start..<end, label: span.label))
    }
    scalarCount = offsets.scalarCount
    seed = Seed(
      reading: sample.text,
      language: language,
      label: sample.label,
      marks: marks,
      keywords: keywords,
      companions: companions?.texts(of: sample) ?? [],
      rate: rate
    )
  }

  /// The sample that a variation of the text makes.
  ///
  /// - Parameters:
  ///   - variation: What became of `seed`.
  ///   - parent: The sample that was read.
  ///   - fields: Which field plays which part.
  ///   - application: The method that made it.
  ///   - batch: The batch's id.
  /// - Returns: The sample; nil where a companion holds a renamed value that cannot be changed there.
  public func sample(
    _ variation: Variation,
    of parent: Sample,
    fields: FieldMap,
    by application: MethodApplication,
    batch: String
  ) -> Sample? {
    guard let spans = Self.spans(of: parent, in: variation) else { return nil }
    let provenance = Provenance(
      synthetic: SourceReference(id: parent.id.hex, span: 0..<scalarCount),
      method: application,
      parents: [parent.id],
      depth: parent.provenance.depth + 1,
      edits: variation.edits.edits,
      batch: batch
    )
    guard !variation.renames.isEmpty || variation.label != nil else {
      return parent.derived(
        text: variation.text,
        spans: spans,
        fields: fields,
        provenance: provenance
      )
    }
    var base = parent
    guard Companions.rename(variation.renames, in: &base) else { return nil }
    if let label = variation.label {
      fields.label?.set(.string(label), in: &base.fields)
      base.label = label
    }
    return base.derived(
      text: variation.text,
      spans: spans,
      fields: fields,
      provenance: provenance
    )
  }

  /// The sample's spans where they are in the varied text, with their words; nil where one got lost.
  private static func spans(of parent: Sample, in variation: Variation) -> [TextSpan]? {
    guard !parent.spans.isEmpty else { return [] }
    let offsets = ScalarOffsets(variation.text)
    var order = Array(parent.spans.indices)
    // The seed has its marks in ascending order, the sample its spans in the user's.
    order.sort {
      (parent.spans[$0].start, parent.spans[$0].end, $0)
        < (parent.spans[$1].start, parent.spans[$1].end, $1)
    }
    var spans = parent.spans
    for (index, range) in zip(order, variation.marks) {
      guard let start = offsets.scalar(fromUTF8: range.lowerBound),
        let end = offsets.scalar(fromUTF8: range.upperBound)
      else { return nil }
      spans[index].start = start
      spans[index].end = end
      spans[index].text = String(variation.text.slice(range))
    }
    return spans
  }
}
