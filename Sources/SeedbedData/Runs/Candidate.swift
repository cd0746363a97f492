import SeedbedKernels

/// How far a candidate has come.
public enum CandidateStatus: String, Sendable, CaseIterable {
  /// Generated, not yet checked.
  case pending
  /// Checked, kept and selected: it may enter a version.
  case accepted
  /// A check did not pass.
  case rejected
  /// Another sample stays that is the same or nearly the same.
  case duplicate
  /// Good, but its cell was full.
  case surplus
}

/// A generated sample with what the plan wanted and what was found about it.
public struct Candidate: Sendable, Hashable {
  /// The sample.
  public var sample: Sample
  /// The index of its quota in the plan, from 0.
  public var quota: Int
  /// The round of generation, from 0.
  public var round: Int
  /// How far it has come.
  public var status: CandidateStatus
  /// One verdict a check, in the order of the checks.
  public var verdicts: [Verdict]
  /// The sample that stays instead of it, for duplicates.
  public var duplicate: DuplicateDecision?

  /// Makes a pending candidate.
  ///
  /// - Parameters:
  ///   - sample: The generated sample.
  ///   - quota: The index of its quota in the plan.
  ///   - round: The round of generation.
  public init(sample: Sample, quota: Int, round: Int) {
    self.sample = sample
    self.quota = quota
    self.round = round
    status = .pending
    verdicts = []
  }

  /// The first check that it did not pass, for counting why candidates are lost.
  public var rejectingCheck: String? {
    verdicts.first { $0.outcome != .pass }?.check
  }
}

/// The candidates of one method, model and prompt version under one plan.
public struct Batch: Sendable, Hashable {
  /// 32 hex digits of a hash over plan, method, model and prompt version.
  public var id: String
  /// The digest of the plan it was made for.
  public var plan: String
  /// The method's name.
  public var method: String
  /// The model, for methods that ask one.
  public var model: String?
  /// The hash of the prompt, for methods that have one.
  public var promptVersion: String?

  /// Makes a batch; its id follows from the rest.
  ///
  /// - Parameters:
  ///   - plan: The digest of the plan.
  ///   - method: The method's name.
  ///   - model: The model, if one is asked.
  ///   - promptVersion: The hash of the prompt, if there is one.
  public init(plan: String, method: String, model: String? = nil, promptVersion: String? = nil) {
    var hash = ContentHash(domain: "seedbed.batch.1")
    for part in [plan, method, model ?? "", promptVersion ?? ""] { hash.add(part) }
    id = hash.digest.hex
    self.plan = plan
    self.method = method
    self.model = model
    self.promptVersion = promptVersion
  }
}
