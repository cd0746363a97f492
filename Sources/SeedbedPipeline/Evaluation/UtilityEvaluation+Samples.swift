public import SeedbedData

extension UtilityEvaluation {
  /// Prepares an evaluation of a version's training samples.
  ///
  /// A synthetic sample is left out together with the real one that it descends from, by its first
  /// parents; fillings of one template are, too. Folds are drawn in the order of ids, so that the order of
  /// the samples changes nothing.
  ///
  /// - Parameters:
  ///   - train: The training samples of a version, real and synthetic, in any order.
  ///   - test: Real rows that nothing is trained on, such as those of a sealed holdout.
  ///   - options: What to measure.
  public init(
    train: [Sample],
    test: TestRows,
    options: UtilityOptions = UtilityOptions()
  ) {
    let train = train.sorted { $0.id < $1.id }
    let byID = Dictionary(train.map { ($0.id, $0) }) { first, _ in first }
    func row(_ sample: Sample) -> UtilityRow {
      UtilityRow(
        text: sample.text,
        label: sample.label,
        batch: sample.provenance.batch,
        method: sample.provenance.method?.name,
        group: Self.root(of: sample, byID)
      )
    }
    self.init(
      real: train.filter { $0.origin == .real }.map(row),
      synthetic: train.filter { $0.origin == .synthetic }.map(row),
      test: test,
      options: options
    )
  }

  /// The id of the real sample that one descends from, or else of its template or other source.
  private static func root(of sample: Sample, _ byID: [SampleID: Sample]) -> String {
    var current = sample
    // A parent is older than its child, so that the way up ends; the bound is for damaged records.
    for _ in 0..<100 where current.origin == .synthetic {
      guard let parent = current.provenance.parents.first else {
        return current.provenance.source.id
      }
      guard let next = byID[parent] else { return parent.hex }
      current = next
    }
    return current.id.hex
  }
}
