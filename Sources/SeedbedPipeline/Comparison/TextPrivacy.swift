public import SeedbedLearning

/// What synthetic texts give away of the real ones.
public struct TextPrivacy: Sendable, Hashable {
  /// A synthetic row and the real row that it repeats.
  public struct Copy: Sendable, Hashable {
    /// The row in the synthetic file, from 1.
    public var syntheticRow: Int
    /// The row in the real file, from 1.
    public var realRow: Int
    /// Whether both say the same but for case, accents, punctuation and space.
    public var isExact: Bool
    /// How many words in a row they share, 0 for fewer than five.
    public var runWords: Int
    /// The shared words.
    public var run: String
    /// The Jaccard similarity of their runs of five words; 1 for exact copies.
    public var similarity: Double
  }

  /// What synthetic rows have in common with a set of real rows.
  public struct Overlap: Sendable, Hashable {
    /// How many synthetic rows are the same as one of them, with the interval of the share.
    public var exact: Int
    /// The share of exact copies with its 95 % interval (Wilson).
    public var exactShare: Interval
    /// How many synthetic rows share a run of at least `longRun` words.
    public var longRuns: Int
    /// The words of the longest run that is shared.
    public var longestRun: Int
    /// The share of all n-grams of 8 words that stand in the real rows; nil without any.
    public var share8: Double?
    /// The share of all n-grams of 13 words that do; nil without any.
    public var share13: Double?
    /// The 5 % quantile of the ratio of the distances to the nearest and second nearest (NNDR), among the
    /// embedded samples; nil without vectors.
    public var nearestDistanceRatio: Double?

    init(_ copies: TextCopies, nearest: [NearestRecord?]) {
      exact = copies.exactCount
      exactShare = .wilson(successes: exact, trials: copies.texts.count)
      longRuns = copies.withRun(ofAtLeast: TextPrivacy.longRun).count
      longestRun = copies.texts.map { $0.longestRun?.count ?? 0 }.max() ?? 0
      share8 = copies.share8
      share13 = copies.share13
      nearestDistanceRatio = Metrics.nearestDistanceRatio(nearest.compactMap(\.self))
    }
  }

  /// From how many words in a row a run counts as copied.
  public static let longRun = 13
  /// How many copies are named.
  public static let mostCopies = 1000

  /// What is in common with the real rows.
  public var real: Overlap
  /// What is in common with the holdout: what chance brings, or a leak of the test set.
  public var holdout: Overlap?
  /// Exact copies and rows with long runs, the worst first; at most `mostCopies`.
  public var copies: [Copy]
  /// Copies of the holdout, in the same way.
  public var holdoutCopies: [Copy]
  /// How well who was in the real file is told by shared words, on all rows; nil without a holdout.
  public var membershipByWords: MembershipRisk?
  /// The same by the distance of embeddings, on the samples.
  public var membershipByEmbedding: MembershipRisk?
  /// How many rows of each side the measures of embeddings are taken from.
  public var embeddedRows: Int

  init(
    real: ComparedRows,
    synthetic: ComparedRows,
    holdout: ComparedRows?,
    vectors: (real: VectorTable, synthetic: VectorTable, holdout: VectorTable?),
    _ options: ComparisonOptions
  ) async throws {
    let threads = options.threads
    // Against fewer rows distances are larger by chance, so both are as many.
    let count = min(vectors.real.count, vectors.holdout?.count ?? .max)
    let train = vectors.real.rows(
      RowSample(seed: options.seed).rows(count, of: vectors.real.count, side: 0, for: "privacy")
    )
    let test = vectors.holdout.map {
      $0.rows(RowSample(seed: options.seed).rows(count, of: $0.count, side: 1, for: "privacy"))
    }
    embeddedRows = count
    let found = TextCopyIndex(real.texts, threads: threads)
      .copies(in: synthetic.texts, threads: threads)
    self.real = Overlap(
      found,
      nearest: try await Metrics.nearestVectors(vectors.synthetic, in: train, threads: threads)
    )
    copies = Self.copies(found, synthetic.numbers, real.numbers)
    holdoutCopies = []
    try Task.checkCancellation()
    guard let holdout, let test else { return }
    let leaked = TextCopyIndex(holdout.texts, threads: threads)
      .copies(in: synthetic.texts, threads: threads)
    self.holdout = Overlap(
      leaked,
      nearest: try await Metrics.nearestVectors(vectors.synthetic, in: test, threads: threads)
    )
    holdoutCopies = Self.copies(leaked, synthetic.numbers, holdout.numbers)
    try Task.checkCancellation()
    let index = TextCopyIndex(synthetic.texts, threads: threads)
    membershipByWords = Metrics.membershipRisk(
      members: Self.distances(index.copies(in: real.texts, threads: threads)),
      others: Self.distances(index.copies(in: holdout.texts, threads: threads))
    )
    func distances(_ table: VectorTable) async throws -> [Double] {
      try await Metrics.nearestVectors(table, in: vectors.synthetic, threads: threads)
        .compactMap { $0?.distance }
    }
    membershipByEmbedding = Metrics.membershipRisk(
      members: try await distances(train),
      others: try await distances(test)
    )
  }

  /// One less the largest similarity to a synthetic row.
  private static func distances(_ copies: TextCopies) -> [Double] {
    copies.texts.map { $0.exactRow != nil ? 0 : 1 - ($0.nearest?.similarity ?? 0) }
  }

  private static func copies(
    _ found: TextCopies,
    _ synthetic: RowNumbers,
    _ real: RowNumbers
  ) -> [Copy] {
    let places = found.texts.indices.filter { place in
      found.texts[place].exactRow != nil
        || (found.texts[place].longestRun?.count ?? 0) >= longRun
    }
    func rank(_ place: Int) -> (Int, Int, Int) {
      let text = found.texts[place]
      return (
        text.exactRow == nil ? 1 : 0, -max(text.longestRun?.count ?? 0, text.wordCount), place
      )
    }
    return places.sorted { rank($0) < rank($1) }.prefix(mostCopies).compactMap { place in
      let text = found.texts[place]
      guard let row = text.exactRow ?? text.longestRun?.row else { return nil }
      return Copy(
        syntheticRow: synthetic[place],
        realRow: real[row],
        isExact: text.exactRow != nil,
        runWords: text.longestRun?.count ?? 0,
        run: text.longestRun?.words ?? "",
        similarity: text.exactRow != nil ? 1 : text.nearest?.similarity ?? 0
      )
    }
  }
}
