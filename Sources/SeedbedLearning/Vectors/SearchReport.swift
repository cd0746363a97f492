/// How complete the answer of a search for pairs is.
public struct SearchReport: Sendable, Hashable {
  /// Whether all pairs were compared, so that none can be missing.
  public var isExact: Bool
  /// How many cells the vectors were divided into; 1 for an exact search.
  public var cells: Int
  /// The share of the pairs of some randomly drawn vectors that the search found, 0...1.
  ///
  /// It is 1 for an exact search, and nil when the drawn vectors have no pairs at all.
  public var sampledRecall: Double?
  /// The number of pairs that the share was measured on; 0 for an exact search.
  public var sampledPairs: Int

  /// Makes a report.
  ///
  /// - Parameters:
  ///   - isExact: Whether all pairs were compared.
  ///   - cells: How many cells the vectors were divided into, at least 1.
  ///   - sampledRecall: The share of a sample's pairs that the search found, 0...1.
  ///   - sampledPairs: The number of pairs that the share was measured on.
  public init(isExact: Bool, cells: Int, sampledRecall: Double?, sampledPairs: Int) {
    self.isExact = isExact
    self.cells = cells
    self.sampledRecall = sampledRecall
    self.sampledPairs = sampledPairs
  }
}

/// The pairs that a search found, with a report of how complete they are.
public struct PairSearchResult: Sendable, Hashable {
  /// The pairs in the order of their left, then right index.
  public var pairs: [CosinePair]
  /// How complete they are.
  public var report: SearchReport

  /// Makes a result.
  ///
  /// - Parameters:
  ///   - pairs: The pairs in the order of their left, then right index.
  ///   - report: How complete they are.
  public init(pairs: [CosinePair], report: SearchReport) {
    self.pairs = pairs
    self.report = report
  }
}
