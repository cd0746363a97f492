public import SeedbedData

/// The store in which the runner records everything, so that a killed run can go on.
///
/// Every call is one transaction: all of it is stored, or nothing is. The ledger keeps it in SQLite;
/// `InMemoryJournal` keeps it for tests and for use as a library.
public protocol RunJournal: Sendable {
  /// Records that a run began.
  func begin(_ run: RunRecord) throws
  /// Records how a run ended; the record's id says which.
  func finish(_ run: RunRecord) throws
  /// How many runs were begun with a key.
  func attempts(key: String) throws -> Int
  /// The last run with a key that finished.
  func finishedRun(key: String) throws -> RunRecord?

  /// Makes samples the current real data; samples that versions still name stay in the store.
  func replaceRealData(_ samples: [Sample], _ data: DataImport) throws
  /// The current real data's record, or nil before the first import.
  func currentImport() throws -> DataImport?
  /// The current real data in the order of the file.
  func realSamples() throws -> [Sample]
  /// Records the parts and difficulties of samples, and which real ones are duplicates.
  func update(_ samples: [Sample], realDuplicates: [DuplicateDecision]) throws

  /// The quotas of a plan whose candidates of a round are stored.
  func generatedQuotas(plan: String, round: Int) throws -> Set<Int>
  /// Stores the candidates of some quotas of a plan and marks these quotas as generated.
  func record(
    _ candidates: [Candidate],
    batches: [Batch],
    plan: String,
    round: Int,
    quotas: [Int]
  ) throws
  /// All candidates of a plan by round, quota and draw.
  func candidates(plan: String) throws -> [Candidate]
  /// Stores status, verdicts, duplicate decision and difficulty of candidates.
  func recordOutcomes(_ candidates: [Candidate]) throws

  /// Stores that requests to models have no usable answer.
  func store(_ failures: [FailedRequest]) throws
  /// What is known of a judge under a version of a rubric; nil where it was never calibrated.
  func calibration(
    of judge: ModelIdentity,
    rubric version: String,
    kind: CalibrationRecord.Kind
  ) throws -> CalibrationRecord?

  /// What was paid so far, model by model.
  func spending() throws -> [ModelSpending]
  /// What answers cost; those without a price are left out.
  func costs(ofAnswers keys: [String]) throws -> [Double]

  /// How many versions were made.
  func versionCount() throws -> Int
  /// What people have looked at so far, where a version may be released by a rule.
  func reviewState(by rule: ReleaseRule) throws -> ReviewState
  /// What people say of samples, by their ids.
  func humanOpinions() throws -> [HumanOpinion]
  /// What people's decisions that stand mean for candidates.
  func reviewRulings() throws -> ReviewRulings

  /// Stores a version; storing the same version again changes nothing.
  func record(_ version: DatasetVersion) throws
  /// Stores that a rule was set aside.
  func record(_ override: RuleOverride) throws
  /// All rules that were ever set aside, in the order in which they were.
  func overridesOnRecord() throws -> [RuleOverride]
}
