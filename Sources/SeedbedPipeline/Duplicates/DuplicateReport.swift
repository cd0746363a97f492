public import SeedbedKernels

/// A row that repeats another, and which.
public struct DuplicateMatch: Sendable, Hashable {
  /// In which way two rows are the same.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The same text in the view.
    case exact
    /// Similar at or above the threshold.
    case near
    /// The same fixed words with other values in their slots.
    case skeleton
  }

  /// The row that goes, counted from 0.
  public var removed: Int
  /// The row that stays, counted from 0, in the index when `isReference`.
  public var kept: Int
  /// In which way the two are the same.
  public var kind: Kind
  /// Jaccard similarity of the two, 0…1; 1 for exact duplicates.
  public var similarity: Double
  /// Whether the row that stays is one of the index.
  public var isReference: Bool

  /// Makes a match.
  ///
  /// - Parameters:
  ///   - removed: The row that goes, from 0.
  ///   - kept: The row that stays, from 0.
  ///   - kind: In which way the two are the same.
  ///   - similarity: Jaccard similarity of the two, 0…1.
  ///   - isReference: Whether the row that stays is one of the index.
  public init(removed: Int, kept: Int, kind: Kind, similarity: Double, isReference: Bool = false) {
    self.removed = removed
    self.kept = kept
    self.kind = kind
    self.similarity = similarity
    self.isReference = isReference
  }
}

/// What a search for duplicates found, and how far it can be relied on.
public struct DuplicateReport: Sendable, Hashable {
  /// How many rows were compared, those of an index left out.
  public var rows: Int
  /// The rows that repeat another, by their number; each names the most similar of the rows before
  /// it that stay, the first of equals, and a copy of a row that went names what that row names;
  /// every row that is named as kept is kept, or is one of the index.
  public var decisions: [DuplicateMatch]
  /// How many rows were too short for the shingling and were compared by less; see `Shingling`.
  public var backoffs: Int
  /// How many buckets had more kept texts than `bucketLimit`, so that later ones were not compared
  /// with all of them.
  public var hotBuckets: Int
  /// How many pairs of texts were compared in full.
  public var comparisons: Int
  /// How signatures were cut into bands.
  public var plan: BandPlan
  /// The probability with which a pair right at the threshold was found; 0 when near-duplicates
  /// were not looked for.
  public var expectedRecall: Double
  /// The pieces by which texts were compared.
  public var shingling: Shingling
  /// The most bytes that the search itself held in memory at a time.
  public var peakBytes: Int

  /// How many rows were removed as exact duplicates.
  public var exact: Int { count(.exact) }
  /// How many rows were removed as near-duplicates.
  public var near: Int { count(.near) }
  /// How many rows were removed as further texts of a pattern.
  public var skeleton: Int { count(.skeleton) }
  /// How many rows stay.
  public var kept: Int { rows - decisions.count }

  private func count(_ kind: DuplicateMatch.Kind) -> Int { decisions.count { $0.kind == kind } }
}

/// How far a search for duplicates has come.
public struct DuplicateProgress: Sendable, Hashable {
  /// The parts of a search, in their order.
  public enum Stage: String, Sendable, Hashable, CaseIterable {
    /// Rows are read, normalised and sketched; their number is not known yet.
    case reading
    /// Buckets are found, band by band.
    case grouping
    /// Candidates are compared, row by row.
    case comparing
  }

  /// The part of the search.
  public var stage: Stage
  /// How much of it is done.
  public var done: Int
  /// How much there is to do; nil when unknown.
  public var total: Int?
}
