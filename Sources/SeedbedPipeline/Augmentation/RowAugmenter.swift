import SeedbedData
import SeedbedKernels
import SeedbedText

/// Makes rows of one sample by transforms.
struct RowAugmenter: Sendable {
  /// One method with what is recorded of it.
  struct Work: Sendable {
    /// Its place among the methods asked for.
    var part: Int
    var method: any TransformMethod
    var name: String
    var batch: String
    /// Whether nobody knows what becomes of the label.
    var leavesLabelOpen: Bool
  }

  /// What became of one sample under one method.
  struct Made: Sendable {
    var part: Int
    /// Nil where the sample gave nothing to change.
    var sample: Sample?
  }

  /// The tag of rows whose label nobody has looked at since their text changed.
  static let openLabelTag = "label_unverified"

  let works: [Work]
  let options: AugmentOptions
  let fields: FieldMap
  let keywords: LabelKeywords
  private let companions: Companions
  private let language: LanguageIdentifier
  /// Whether any method asks for the language of a text.
  private let needsLanguage: Bool

  init(
    _ works: [Work],
    options: AugmentOptions,
    fields: FieldMap,
    keywords: LabelKeywords
  ) {
    self.works = works
    self.options = options
    self.fields = fields
    self.keywords = keywords
    companions = Companions(fields)
    language = LanguageIdentifier(languages: [])
    needsLanguage = works.contains { $0.method.asksLanguage }
  }

  /// The samples that the methods make of one, method by method, copy by copy.
  ///
  /// - Parameter sample: A real sample whose spans fit its text.
  /// - Returns: Nil where they do not.
  func made(of sample: Sample) -> [Made]? {
    guard let text = text(of: sample, withLanguage: needsLanguage) else { return nil }
    var made: [Made] = []
    made.reserveCapacity(works.count * options.copies)
    for work in works {
      for copy in 0..<options.copies {
        made.append(Made(part: work.part, sample: vary(text, sample, by: work, copy: copy)))
      }
    }
    return made
  }

  /// The text of a sample; nil where its spans do not fit it.
  func text(of sample: Sample, withLanguage: Bool = true) -> SampleText? {
    let own =
      withLanguage && options.language == nil ? language.glance(at: sample.text) : options.language
    return SampleText(
      sample,
      language: own,
      keywords: keywords,
      companions: companions,
      rate: options.rate
    )
  }

  private func vary(_ text: SampleText, _ parent: Sample, by work: Work, copy: Int) -> Sample? {
    var random = CounterRandom(
      seed: UInt64(bitPattern: Int64(options.seed)),
      sample: parent.id.digest.low,
      operation: work.key,
      draw: UInt64(copy)
    )
    guard let variation = work.method.variation(of: text.seed, random: &random),
      var sample = text.sample(
        variation,
        fields: fields,
        by: MethodApplication(
          name: work.name,
          parameters: variation.parameters,
          seed: options.seed,
          draw: copy
        ),
        batch: work.batch
      )
    else { return nil }
    // Without a ledger an id alone leads nowhere.
    sample.provenance.source.row = parent.provenance.source.row
    sample.provenance.source.byte = parent.provenance.source.byte
    if work.leavesLabelOpen, sample.label != nil { sample.tags.append(Self.openLabelTag) }
    return sample
  }
}

extension RowAugmenter.Work {
  /// What tells the draws of this method from those of others.
  var key: UInt64 { hash64(name) }
}
