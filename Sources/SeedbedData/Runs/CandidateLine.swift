/// A candidate as far as it is counted: without its text, its edits and the evidence of its verdicts.
public struct CandidateLine: Sendable, Hashable {
  /// The sample.
  public var sample: SampleID
  /// The method that made it; `none` where that is not known.
  public var method: String
  /// How far it has come.
  public var status: CandidateStatus
  /// The first check that it did not pass; nil unless it was rejected.
  public var rejectingCheck: String?

  /// Makes a line.
  ///
  /// - Parameters:
  ///   - sample: The sample.
  ///   - method: The method that made it.
  ///   - status: How far it has come.
  ///   - rejectingCheck: The first check that it did not pass.
  public init(
    sample: SampleID,
    method: String?,
    status: CandidateStatus,
    rejectingCheck: String?
  ) {
    self.sample = sample
    self.method = method ?? "none"
    self.status = status
    self.rejectingCheck = rejectingCheck
  }

  /// The line of a candidate.
  ///
  /// - Parameter candidate: The candidate.
  public init(_ candidate: Candidate) {
    self.init(
      sample: candidate.sample.id,
      method: candidate.sample.provenance.method?.name,
      status: candidate.status,
      rejectingCheck: candidate.status == .rejected ? candidate.rejectingCheck : nil
    )
  }
}
