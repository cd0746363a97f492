import SeedbedData
import SeedbedKernels
import SeedbedText

/// Makes rows of one sample by transforms.
struct RowAugmenter: Sendable {
  /// One method with what is recorded of it.
  struct Work: Sendable {
    var method: any TransformMethod
    var name: String
    var batch: String
    /// What tells its draws from those of other methods.
    var key: UInt64
    /// Whether nobody knows what becomes of the label.
    var leavesLabelOpen: Bool

    init(_ method: any TransformMethod, plan: String) {
      let descriptor = method.descriptor
      self.method = method
      name = descriptor.name
      batch = Batch(plan: plan, method: name).id
      key = hash64(name)
      leavesLabelOpen = descriptor.labelEffect == .unknown
    }
  }

  /// The tag of rows whose label nobody has looked at since their text changed.
  static let openLabelTag = "label_unverified"

  let options: AugmentOptions
  let fields: FieldMap
  let keywords: LabelKeywords
  private let companions: Companions
  private let language: LanguageIdentifier

  init(options: AugmentOptions, fields: FieldMap, keywords: LabelKeywords) {
    self.options = options
    self.fields = fields
    self.keywords = keywords
    companions = Companions(fields)
    language = LanguageIdentifier(languages: [])
  }

  /// The text of a sample; nil where its spans do not fit it.
  func text(of sample: Sample) -> SampleText? {
    SampleText(
      sample,
      language: options.language ?? language.glance(at: sample.text),
      keywords: keywords,
      companions: companions,
      rate: options.rate
    )
  }

  /// The chance of one copy of a sample by a method.
  func chance(for sample: Sample, method: UInt64, copy: Int) -> CounterRandom {
    CounterRandom(
      seed: UInt64(bitPattern: Int64(options.seed)),
      sample: sample.id.digest.low,
      operation: method,
      draw: UInt64(copy)
    )
  }

  /// The row that a variation makes; nil where a companion cannot follow it.
  func sample(
    _ variation: Variation,
    of text: SampleText,
    from parent: Sample,
    by method: String,
    copy: Int,
    batch: String
  ) -> Sample? {
    let application = MethodApplication(
      name: method,
      parameters: variation.parameters,
      seed: options.seed,
      draw: copy
    )
    var sample = text.sample(
      variation,
      of: parent,
      fields: fields,
      by: application,
      batch: batch
    )
    // Without a ledger an id alone leads nowhere.
    sample?.provenance.source.row = parent.provenance.source.row
    sample?.provenance.source.byte = parent.provenance.source.byte
    return sample
  }

  /// The sample that a method makes of another.
  ///
  /// - Parameters:
  ///   - text: The text of the sample.
  ///   - parent: The sample.
  ///   - work: The method.
  ///   - copy: Which of its draws this is, from 0.
  /// - Returns: Nil where the sample gives nothing to change.
  func vary(_ text: SampleText, _ parent: Sample, by work: Work, copy: Int) -> Sample? {
    var random = chance(for: parent, method: work.key, copy: copy)
    guard let variation = work.method.variation(of: text.seed, random: &random),
      var sample = sample(
        variation,
        of: text,
        from: parent,
        by: work.name,
        copy: copy,
        batch: work.batch
      )
    else { return nil }
    if work.leavesLabelOpen, sample.label != nil { sample.tags.append(Self.openLabelTag) }
    return sample
  }
}
