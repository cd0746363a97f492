/// The kinds of gap that the analysis tells apart.
public enum GapKind: String, Sendable, CaseIterable {
  /// A cell without any sample.
  case missing
  /// A cell with some, but fewer than required.
  case thin
  /// Labels whose counts differ too much.
  case imbalanced
  /// Samples that repeat each other.
  case redundant
  /// A region of the reference set with no training sample near.
  case uncovered
  /// A cell in which a classifier errs significantly more often than elsewhere.
  case weak
  /// Two labels that are taken for each other.
  case confusable
  /// Samples whose label is probably wrong.
  case mislabelled
  /// Samples that are written more carefully than those of the reference set.
  case tooClean = "too_clean"
  /// A word that gives a label away without meaning it.
  case shortcut
}

/// What to do about a gap.
public enum GapDecision: String, Sendable, CaseIterable {
  /// Grow synthetic samples for it.
  case fill
  /// Collect real data: there is nothing here to grow from.
  case collect
  /// Put the real data in order first.
  case repair
  /// Leave it.
  case leave
}

/// A cell or region that falls short, with its evidence and the decision about it.
public struct Gap: Sendable, Hashable {
  /// What kind of gap it is.
  public var kind: GapKind
  /// Where it is; an empty cell stands for the whole dataset.
  public var cell: Cell
  /// How many samples there are.
  public var have: Int
  /// How many are required; equal to `have` where the gap is not a matter of count.
  public var need: Int
  /// The numbers behind it, in a sentence.
  public var evidence: String
  /// Ids of samples that show it, at most five.
  public var examples: [SampleID]
  /// Where rows that show it stand, at most five, from 1: in the data file, or for regions that are uncovered in
  /// the reference set.
  public var rows: [Int]
  /// What to do about it.
  public var decision: GapDecision
  /// Why, in a sentence.
  public var reason: String
  /// What filling it is worth: the errors that 100 samples more in the cell are expected to avoid in 1,000
  /// real ones; nil where that is not known.
  public var weight: Double?

  /// Makes a gap.
  ///
  /// - Parameters:
  ///   - kind: What kind of gap it is.
  ///   - cell: Where it is.
  ///   - have: How many samples there are.
  ///   - need: How many are required.
  ///   - evidence: The numbers behind it.
  ///   - examples: Ids of samples that show it.
  ///   - rows: The numbers of rows that show it, from 1.
  ///   - decision: What to do about it.
  ///   - reason: Why.
  ///   - weight: The errors that filling it is expected to avoid, or nil.
  public init(
    _ kind: GapKind,
    cell: Cell,
    have: Int,
    need: Int,
    evidence: String,
    examples: [SampleID] = [],
    rows: [Int] = [],
    decision: GapDecision,
    reason: String,
    weight: Double? = nil
  ) {
    self.kind = kind
    self.cell = cell
    self.have = have
    self.need = need
    self.evidence = evidence
    self.examples = examples
    self.rows = rows
    self.decision = decision
    self.reason = reason
    self.weight = weight
  }

  /// How many samples the cell falls short by.
  public var deficit: Int { max(0, need - have) }
}

/// How many samples the cells of a pattern must have.
public struct Requirement: Sendable, Hashable {
  /// The pattern: a value of `*` stands for every value that is declared or was seen.
  public var pattern: Cell
  /// The least number of samples in each cell.
  public var minimum: Int

  /// Makes a requirement.
  ///
  /// - Parameters:
  ///   - pattern: The cells it speaks of.
  ///   - minimum: The least number of samples in each, from 0.
  public init(_ pattern: Cell, minimum: Int) {
    self.pattern = pattern
    self.minimum = minimum
  }
}
