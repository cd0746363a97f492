import SeedbedData
public import SeedbedLearning

/// Finds texts that say the same in other words.
///
/// 1. Texts that are equal after normalisation, with the same label, figures and codes, count as
///    one text, with the vector of the one that stays; so dense repetition cannot blow up the
/// search. 2. Pairs at or above the threshold come from an exact search of all pairs, and the
///    guards take out those that differ in label, figures, negation or names.
/// 3. Leader clustering in the order of quality (Hartigan 1975, ch. 3): a text goes when it is
///    similar to one that stays, and names the most similar of those. It is never compared with a
///    text that goes, so of two mutual duplicates one stays, and a chain A~B~C does not take C with
///    it.
///
/// The answer depends on the texts, the vectors and the order alone, not on threads.
public struct SemanticDuplicates: Sendable {
  /// Rows of another set with which rows are compared, and which always stay.
  public struct Reference: Sendable {
    /// The texts of the other set.
    public var texts: [String]
    /// Their labels; nil where there is none.
    public var labels: [String?]
    /// Their vectors, in the same order and of the same embedder.
    public var vectors: VectorTable

    /// Makes a reference.
    ///
    /// - Parameters:
    ///   - texts: The texts of the other set.
    ///   - labels: A label or nil for each of them; nil when the set has no labels.
    ///   - vectors: A vector for each of them.
    public init(texts: [String], labels: [String?]? = nil, vectors: VectorTable) {
      self.texts = texts
      self.labels = labels ?? [String?](repeating: nil, count: texts.count)
      self.vectors = vectors
    }
  }

  /// Cosine from which two texts are duplicates, 0 < t ≤ 1.
  public var threshold: Float
  /// Thresholds of single labels, for classes whose texts are closer to each other than others'.
  public var thresholds: [String: Float]
  /// No label gets fewer rows than this by the removal of duplicates within the set.
  public var minimumPerLabel: Int
  /// What makes two similar texts different; nil compares labels only.
  public var duplicateGuard: DuplicateGuard?
  /// How many pairs of each kind are listed for inspection.
  public var exampleCount: Int
  /// The most threads, at least 1.
  public var threads: Int

  /// Makes a search.
  ///
  /// - Parameters:
  ///   - threshold: Cosine from which two texts are duplicates, 0 < t ≤ 1.
  ///   - thresholds: Thresholds of single labels.
  ///   - minimumPerLabel: The fewest rows that removal leaves a label, if it has as many.
  ///   - duplicateGuard: What makes two similar texts different; nil compares labels only.
  ///   - exampleCount: How many pairs of each kind are listed for inspection.
  ///   - threads: The most threads, at least 1.
  public init(
    threshold: Float = 0.95,
    thresholds: [String: Float] = [:],
    minimumPerLabel: Int = 0,
    duplicateGuard: DuplicateGuard? = DuplicateGuard(),
    exampleCount: Int = 20,
    threads: Int = 1
  ) {
    self.threshold = threshold
    self.thresholds = thresholds
    self.minimumPerLabel = minimumPerLabel
    self.duplicateGuard = duplicateGuard
    self.exampleCount = exampleCount
    self.threads = threads
  }

  /// Finds the duplicates in a set, and of another set.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - labels: A label or nil for each; nil when there are none. Rows without a label may be
  ///     duplicates of any.
  ///   - vectors: A vector for each text. A vector of zeros is similar to nothing.
  ///   - order: The positions of all rows, best first; nil for the order of the rows. Of two
  ///     duplicates the earlier stays.
  ///   - reference: Another set whose rows stay and are compared first.
  ///   - progress: Called with the work done and the whole work of a search.
  /// - Returns: What goes, what stays and why.
  /// - Throws: A `SeedbedError` for counts that do not match, a threshold out of range, or too many
  ///   pairs; `CancellationError` when the task is cancelled.
  public func find(
    texts: [String],
    labels: [String?]? = nil,
    vectors: VectorTable,
    order: [Int]? = nil,
    against reference: Reference? = nil,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> SemanticDuplicateReport {
    let labels = labels ?? [String?](repeating: nil, count: texts.count)
    let order = order ?? Array(texts.indices)
    try check(texts, labels, vectors, order, reference)
    let rows = LabelledTexts(texts: texts, labels: labels)
    var pass = DuplicatePass(search: self, rows: rows, order: order)
    if let reference {
      let others = LabelledTexts(texts: reference.texts, labels: reference.labels)
      try await pass.removeCopies(of: others)
      try await pass.collapse()
      try await pass.remove(vectors, similarTo: others, reference.vectors, progress: progress)
    } else {
      try await pass.collapse()
    }
    try await pass.cluster(vectors, progress: progress)
    pass.spareThinLabels()
    return pass.report()
  }

  /// The threshold for rows of a label.
  func threshold(for label: String?) -> Float { label.flatMap { thresholds[$0] } ?? threshold }

  /// The lowest threshold of any label.
  var lowestThreshold: Float { thresholds.values.reduce(threshold, min) }

  private func check(
    _ texts: [String],
    _ labels: [String?],
    _ vectors: VectorTable,
    _ order: [Int],
    _ reference: Reference?
  ) throws {
    for (name, value) in [("", threshold)] + thresholds.sorted(by: { $0.key < $1.key })
    where !(value > 0 && value <= 1) {
      throw SeedbedError(
        .usage,
        "the similarity threshold\(name.isEmpty ? "" : " of label `\(name)`") is `\(value)`",
        hint: "give a cosine above 0 and up to 1; 0.95 is a good start"
      )
    }
    guard labels.count == texts.count, vectors.count == texts.count else {
      throw SeedbedError(
        .usage,
        "\(texts.count) texts came with \(labels.count) labels and \(vectors.count) vectors",
        hint: "give one label and one vector for each text"
      )
    }
    guard order.sorted() == Array(texts.indices) else {
      throw SeedbedError(
        .usage,
        "the order of quality does not name each of \(texts.count) rows once"
      )
    }
    guard let reference else { return }
    guard reference.labels.count == reference.texts.count,
      reference.vectors.count == reference.texts.count,
      reference.vectors.dimensions == vectors.dimensions
    else {
      throw SeedbedError(
        .usage,
        "the reference has \(reference.texts.count) texts, \(reference.labels.count) labels and "
          + "\(reference.vectors.count) vectors of \(reference.vectors.dimensions) numbers, for "
          + "vectors of \(vectors.dimensions)",
        hint: "embed both sets with the same model"
      )
    }
  }
}
