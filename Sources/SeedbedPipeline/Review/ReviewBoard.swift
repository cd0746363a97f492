public import SeedbedData
public import SeedbedLearning

/// Which samples are to be looked at, in an order that everybody sees alike.
public struct ReviewQueue: Sendable, Hashable {
  /// Names the queue, also in addresses: `spot_check`, `low_margin`, `gap:3`.
  public var id: String
  /// Why these samples are shown.
  public var purpose: ReviewPurpose
  /// The queue in a few words, for people: the gap's cell where it is a gap's.
  public var title: String
  /// How many samples are in it.
  public var count: Int

  /// Makes a queue's description.
  ///
  /// - Parameters:
  ///   - id: The name.
  ///   - purpose: Why these samples are shown.
  ///   - title: A few words for people.
  ///   - count: How many samples are in it.
  public init(id: String, purpose: ReviewPurpose, title: String, count: Int) {
    self.id = id
    self.purpose = purpose
    self.title = title
    self.count = count
  }
}

/// One sample with everything that helps to judge it.
public struct ReviewCard: Sendable {
  /// A real sample that is like the one shown.
  public struct Neighbor: Sendable, Hashable {
    /// The real sample.
    public var sample: Sample
    /// How alike they are, 0…1.
    public var similarity: Double

    /// Makes a neighbour.
    ///
    /// - Parameters:
    ///   - sample: The real sample.
    ///   - similarity: 0…1.
    public init(sample: Sample, similarity: Double) {
      self.sample = sample
      self.similarity = similarity
    }
  }

  /// The sample.
  public var sample: Sample
  /// How far it had come; nil for real samples.
  public var status: CandidateStatus?
  /// Its verdicts, in the order of the checks.
  public var verdicts: [Verdict]
  /// The sample it was made from, where it was made from one; its text is what the edits refer to.
  public var source: Sample?
  /// All ancestors, parents first, each with the generation depth that its provenance says.
  public var lineage: [Sample]
  /// The nearest real training samples, the nearest first; never the holdout's.
  public var neighbors: [Neighbor]
  /// Why it is shown, in a sentence: which check alone failed, how narrow the margin was.
  public var why: String
  /// The labels that a correction may choose from, sorted; empty where the task has none.
  public var labels: [String]
  /// Its place in the queue, from 0.
  public var position: Int

  /// Puts a card together.
  ///
  /// - Parameters:
  ///   - sample: The sample.
  ///   - status: How far it had come.
  ///   - verdicts: Its verdicts.
  ///   - source: The sample it was made from.
  ///   - lineage: All ancestors, parents first.
  ///   - neighbors: The nearest real training samples.
  ///   - why: Why it is shown.
  ///   - labels: The labels to choose from.
  ///   - position: Its place in the queue.
  public init(
    sample: Sample,
    status: CandidateStatus?,
    verdicts: [Verdict],
    source: Sample?,
    lineage: [Sample],
    neighbors: [Neighbor],
    why: String,
    labels: [String],
    position: Int
  ) {
    self.sample = sample
    self.status = status
    self.verdicts = verdicts
    self.source = source
    self.lineage = lineage
    self.neighbors = neighbors
    self.why = why
    self.labels = labels
    self.position = position
  }
}

/// How far a queue has come.
public struct ReviewProgress: Sendable, Hashable {
  /// How two reviewers agree on the samples that both decided.
  public struct PairAgreement: Sendable, Hashable {
    /// The reviewers, sorted.
    public var authors: [String]
    /// How many samples both decided, skips left out.
    public var shared: Int
    /// On how many they said the same (right or wrong).
    public var equal: Int
    /// Cohen's kappa of right and wrong; nil where it is not defined.
    public var kappa: Double?

    /// Makes an agreement.
    ///
    /// - Parameters:
    ///   - authors: The reviewers, sorted.
    ///   - shared: How many samples both decided.
    ///   - equal: On how many they said the same.
    ///   - kappa: Cohen's kappa.
    public init(authors: [String], shared: Int, equal: Int, kappa: Double?) {
      self.authors = authors
      self.shared = shared
      self.equal = equal
      self.kappa = kappa
    }
  }

  /// How many samples are in the queue.
  public var count: Int
  /// How many of them this reviewer has decided, skips included.
  public var mine: Int
  /// How many anybody has decided, skips included.
  public var decided: Int
  /// How many of those were wrong; a sample that two judged differently counts as wrong.
  public var wrong: Int
  /// The share of errors of those decided, with Wilson's 95 % interval; skips left out.
  public var errorRate: Interval
  /// The agreement of each two reviewers, sorted by their names.
  public var agreement: [PairAgreement]
  /// What the spot check says so far; nil for other queues.
  public var gate: ReleaseGate?

  /// Makes a progress.
  ///
  /// - Parameters:
  ///   - count: How many samples are in the queue.
  ///   - mine: How many this reviewer has decided.
  ///   - decided: How many anybody has decided.
  ///   - wrong: How many of those were wrong.
  ///   - errorRate: The share of errors with its interval.
  ///   - agreement: The agreement of each two reviewers.
  ///   - gate: What the spot check says so far.
  public init(
    count: Int,
    mine: Int,
    decided: Int,
    wrong: Int,
    errorRate: Interval,
    agreement: [PairAgreement],
    gate: ReleaseGate?
  ) {
    self.count = count
    self.mine = mine
    self.decided = decided
    self.wrong = wrong
    self.errorRate = errorRate
    self.agreement = agreement
    self.gate = gate
  }
}

/// What a review page shows and tells: queues out, decisions in.
///
/// Calls may come from several threads at once. Where two people review, the first 20 samples of a queue go to
/// both, so that their agreement can be told; of the rest each sample goes to one of them.
public protocol ReviewBoard: Sendable {
  /// What there is to review, the spot check first; queues without samples are left out.
  func queues() async throws -> [ReviewQueue]
  /// The next sample for a reviewer, or nil where the queue has none left for them.
  func next(in queue: String, for author: String) async throws -> ReviewCard?
  /// Stores a decision, and for a fix the new sample with the old one as its parent.
  ///
  /// - Returns: The decision as it is stored, with its number and, for a fix, the new sample.
  /// - Throws: A `SeedbedError` for a sample that is not in the queue, a rejection without a reason, and a
  ///   fix that changes nothing or does not fit the task.
  func decide(_ decision: ReviewDecision, in queue: String) async throws -> ReviewDecision
  /// Takes back a reviewer's last decision in a queue that still stands; nil where there is none.
  func undo(in queue: String, by author: String) async throws -> ReviewDecision?
  /// One sample again, as for `next`: what undo brings back.
  func card(_ sample: SampleID, in queue: String) async throws -> ReviewCard?
  /// How far a queue has come.
  func progress(in queue: String, for author: String) async throws -> ReviewProgress
}
