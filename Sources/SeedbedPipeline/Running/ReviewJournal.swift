public import SeedbedData

/// A sample that a person's decision made, with what it is stored under.
public struct Remake: Sendable, Hashable {
  /// The sample with its verdicts and status.
  public var candidate: Candidate
  /// The batch that it belongs to.
  public var batch: Batch

  /// Makes a remake.
  ///
  /// - Parameters:
  ///   - candidate: The sample with its verdicts and status.
  ///   - batch: The batch that it belongs to.
  public init(candidate: Candidate, batch: Batch) {
    self.candidate = candidate
    self.batch = batch
  }
}

/// Where the review desk finds samples and keeps decisions; the ledger is one, `InMemoryReviews` another.
public protocol ReviewJournal: Sendable {
  /// The current real data outside the holdout.
  func realSamples() throws -> [Sample]
  /// All candidates of a plan.
  func candidates(plan: String) throws -> [Candidate]
  /// The newest version, or nil where there is none.
  func newestVersion() throws -> DatasetVersion?
  /// The samples of a version with the verdicts on them.
  func samples(in version: DatasetVersion) throws -> [(sample: Sample, verdicts: [Verdict])]
  /// The record of reviews after a number, in its order.
  func reviewEvents(after number: Int) throws -> [ReviewEvent]
  /// Stores a decision, and what it made, in one transaction.
  ///
  /// - Returns: The decision with its number.
  func record(_ decision: ReviewDecision, making remake: Remake?) throws -> ReviewDecision
  /// Stores that a decision was taken back.
  func withdraw(decision number: Int, by author: String, at time: Int) throws
  /// All releases, the oldest first.
  func releases() throws -> [Release]
  /// Stores a release; releasing a version again changes nothing.
  func record(_ release: Release) throws
}
