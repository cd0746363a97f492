import SeedbedData

/// Finds the rows of a file that repeat others of it, or of other files, without a project.
public struct FileDeduplicator: Sendable {
  /// What makes rows duplicates.
  public var method: DuplicateMethod
  /// How texts are compared.
  public var options: DuplicateOptions
  /// Cosine from which meaning is the same, 0 < t ≤ 1.
  public var meaningThreshold: Float
  /// No label gets fewer rows than this by the comparison of meaning.
  public var minimumPerLabel: Int
  /// Which of two duplicates stays.
  public var preference: DuplicatePreference
  /// Where vectors come from, where meaning is compared.
  public var vectors: VectorSource?

  /// Makes a deduplicator.
  ///
  /// - Parameters:
  ///   - method: What makes rows duplicates.
  ///   - options: How texts are compared.
  ///   - meaningThreshold: Cosine from which meaning is the same, 0 < t ≤ 1.
  ///   - minimumPerLabel: The fewest rows that the comparison of meaning leaves a label.
  ///   - preference: Which of two duplicates stays.
  ///   - vectors: Where vectors come from; needed where meaning is compared.
  public init(
    method: DuplicateMethod = .near,
    options: DuplicateOptions = DuplicateOptions(),
    meaningThreshold: Float = 0.95,
    minimumPerLabel: Int = 0,
    preference: DuplicatePreference = .first,
    vectors: VectorSource? = nil
  ) {
    self.method = method
    self.options = options
    self.options.findsNear = method.findsNear
    self.options.findsSkeletons = method.findsSkeletons
    self.meaningThreshold = meaningThreshold
    self.minimumPerLabel = minimumPerLabel
    self.preference = preference
    self.vectors = vectors
  }

  private static let rowsPerBatch = 1024

  /// What is remembered of a file's rows beside their views.
  struct Rows {
    var numbers = RowNumbers()
    var badRows = 0
    /// Only where meaning is compared.
    var texts: [String] = []
    /// A number for each label, -1 for none; empty where no row has one.
    var labels: [Int32] = []
    var labelNames: [String] = []
    private var numbersOfLabels: [String: Int32] = [:]
    /// Larger for the row that stays; nil where the first one does.
    var priorities: [Int32]?

    /// The label of a row.
    func label(of position: Int) -> String? {
      labels.isEmpty || labels[position] < 0 ? nil : labelNames[Int(labels[position])]
    }

    mutating func addLabel(_ label: String?) {
      guard let label else {
        if !labels.isEmpty { labels.append(-1) }
        return
      }
      if labels.isEmpty { labels = Array(repeating: -1, count: numbers.count - 1) }
      if let number = numbersOfLabels[label] {
        labels.append(number)
      } else {
        numbersOfLabels[label] = Int32(labelNames.count)
        labels.append(Int32(labelNames.count))
        labelNames.append(label)
      }
    }
  }

  /// Searches a file.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - references: Files whose rows stay, and take rows of the file that repeat them.
  ///   - index: An index made before, used likewise; not together with `references`.
  ///   - progress: Told how far the work has come.
  /// - Returns: The rows that go, and why.
  /// - Throws: A `SeedbedError` or `BadRow` for files that cannot be read or options that do not fit
  ///   an index, what the embedder throws, and `CancellationError`.
  public func search(
    _ file: TextFile,
    against references: [TextFile] = [],
    index: DuplicateIndex? = nil,
    progress: @escaping @Sendable (_ stage: String, _ done: Int, _ total: Int) -> Void = {
      _,
      _,
      _ in
    }
  ) async throws -> FileDuplicates {
    var others = ReferenceRows()
    if let index { others.add(index: index.path, rows: index.rows) }
    var referenceRows = Rows()
    var index = index
    if !references.isEmpty {
      var search = try DuplicateSearch(options: options)
      for reference in references {
        var numbers = RowNumbers()
        try await read(reference, into: &search, &referenceRows) { numbers.append($0) }
        others.add(reference.name, numbers: numbers)
      }
      index = try await search.temporaryIndex()
    }
    var search = try DuplicateSearch(options: options)
    search.progress = { progress($0.stage.rawValue, $0.done, $0.total ?? 0) }
    var rows = Rows()
    if preference == .longest { rows.priorities = [] }
    try await read(file, into: &search, &rows) { _ in }
    let texts = try await search.report(
      priorities: rows.priorities,
      against: index
    )
    var found = FileDuplicates(
      decisions: texts.decisions.map {
        FileDuplicates.Decision(
          removed: $0.removed,
          kept: $0.kept,
          kind: .init(rawValue: $0.kind.rawValue) ?? .near,
          similarity: $0.similarity,
          isReference: $0.isReference
        )
      },
      numbers: rows.numbers,
      badRows: rows.badRows,
      labelConflicts: 0,
      texts: texts,
      references: others
    )
    if method.comparesMeaning {
      try await compareMeaning(&found, rows, referenceRows, progress)
    }
    found.labelConflicts = found.decisions.count {
      !$0.isReference && !rows.labels.isEmpty && rows.labels[$0.removed] != rows.labels[$0.kept]
    }
    return found
  }

  /// Reads a file's texts into a search, keeping beside only what is needed later.
  private func read(
    _ file: TextFile,
    into search: inout DuplicateSearch,
    _ kept: inout Rows,
    _ number: (Int) -> Void
  ) async throws {
    var reader = try file.rows()
    try await search.add(reading: {
      let batch = try reader.nextBatch(Self.rowsPerBatch)
      for row in batch {
        number(row.row.number)
        kept.numbers.append(row.row.number)
        kept.addLabel(row.label)
        kept.priorities?.append(Int32(clamping: row.text.utf8.count))
        if method.comparesMeaning { kept.texts.append(row.text) }
      }
      return batch.isEmpty ? nil : batch.map(\.text)
    })
    kept.badRows += reader.badRows
  }
}
