public import SeedbedData
import Synchronization

/// A journal that keeps everything in memory: for tests, and for using the stages as a library.
public final class InMemoryJournal: RunJournal {
  private struct State {
    var runs: [RunRecord] = []
    var samples: [Sample] = []
    var data: DataImport?
    var generated: [String: Set<Int>] = [:]
    var candidates: [String: [Candidate]] = [:]
    var versions: [DatasetVersion] = []
    var overrides: [RuleOverride] = []
    var failures: [FailedRequest] = []
    var calibrations: [CalibrationRecord] = []
    var review = ReviewState()
    var opinions: [HumanOpinion] = []
    var rulings = ReviewRulings()
  }

  private let state = Mutex(State())

  /// An empty journal.
  public init() {}

  /// The versions in the order in which they were made.
  public var versions: [DatasetVersion] { state.withLock { $0.versions } }
  /// The rules that were set aside.
  public var overrides: [RuleOverride] { state.withLock { $0.overrides } }
  /// The requests without a usable answer, in the order in which they were stored.
  public var failures: [FailedRequest] { state.withLock { $0.failures } }
  /// What people have looked at; whoever keeps the journal says so.
  public var review: ReviewState {
    get { state.withLock { $0.review } }
    set { state.withLock { $0.review = newValue } }
  }
  /// What people say of samples, by their ids; whoever keeps the journal says so.
  public var opinions: [HumanOpinion] {
    get { state.withLock { $0.opinions } }
    set { state.withLock { $0.opinions = newValue } }
  }
  /// The runs in the order in which they began.
  public var runs: [RunRecord] { state.withLock { $0.runs } }

  /// The candidates of all plans.
  var allCandidates: [Candidate] {
    state.withLock { $0.candidates.keys.sorted() }.flatMap(candidates(plan:))
  }

  /// Records that a run began.
  public func begin(_ run: RunRecord) { state.withLock { $0.runs.append(run) } }

  /// Records how a run ended.
  public func finish(_ run: RunRecord) {
    state.withLock { state in
      guard let index = state.runs.firstIndex(where: { $0.id == run.id }) else { return }
      state.runs[index] = run
    }
  }

  /// How many runs were begun with a key.
  public func attempts(key: String) -> Int {
    state.withLock { $0.runs.count { $0.key == key } }
  }

  /// The last run with a key that finished.
  public func finishedRun(key: String) -> RunRecord? {
    state.withLock { $0.runs.last { $0.key == key && $0.status == .finished } }
  }

  /// Makes samples the current real data.
  public func replaceRealData(_ samples: [Sample], _ data: DataImport) {
    state.withLock { state in
      state.samples = samples
      state.data = data
    }
  }

  /// The current real data's record.
  public func currentImport() -> DataImport? { state.withLock { $0.data } }

  /// The current real data in the order of the file.
  public func realSamples() -> [Sample] { state.withLock { $0.samples } }

  /// Records the parts and difficulties of samples.
  public func update(_ samples: [Sample], realDuplicates: [DuplicateDecision]) {
    state.withLock { state in
      var changed: [SampleID: Sample] = [:]
      for sample in samples { changed[sample.id] = sample }
      state.samples = state.samples.map { changed[$0.id] ?? $0 }
      for (plan, candidates) in state.candidates {
        state.candidates[plan] = candidates.map { candidate in
          var candidate = candidate
          candidate.sample = changed[candidate.sample.id] ?? candidate.sample
          return candidate
        }
      }
    }
  }

  /// The quotas of a plan whose candidates of a round are stored.
  public func generatedQuotas(plan: String, round: Int) -> Set<Int> {
    state.withLock { $0.generated["\(plan)/\(round)"] ?? [] }
  }

  /// Stores candidates and marks their quotas as generated.
  public func record(
    _ candidates: [Candidate],
    batches: [Batch],
    plan: String,
    round: Int,
    quotas: [Int]
  ) {
    state.withLock { state in
      state.candidates[plan, default: []] += candidates
      state.generated["\(plan)/\(round)", default: []].formUnion(quotas)
    }
  }

  /// All candidates of a plan by round, quota and draw.
  public func candidates(plan: String) -> [Candidate] {
    state.withLock { $0.candidates[plan] ?? [] }.sorted(by: Candidate.precedes)
  }

  /// Stores status, verdicts, duplicate decision and difficulty of candidates.
  public func recordOutcomes(_ candidates: [Candidate]) {
    state.withLock { state in
      var changed: [SampleID: Candidate] = [:]
      for candidate in candidates { changed[candidate.sample.id] = candidate }
      for (plan, stored) in state.candidates {
        state.candidates[plan] = stored.map { changed[$0.sample.id] ?? $0 }
      }
    }
  }

  /// Stores that requests to models have no usable answer.
  public func store(_ failures: [FailedRequest]) {
    state.withLock { $0.failures += failures }
  }

  /// What is known of a judge under a version of a rubric.
  public func calibration(
    of judge: ModelIdentity,
    rubric version: String,
    kind: CalibrationRecord.Kind
  ) -> CalibrationRecord? {
    state.withLock { state in
      state.calibrations.last { record in
        record.judge.endpoint == judge.endpoint && record.judge.model == judge.model
          && record.rubricVersion == version && record.kind == kind
      }
    }
  }

  /// Stores what a calibration found.
  public func record(_ calibration: CalibrationRecord) {
    state.withLock { $0.calibrations.append(calibration) }
  }

  /// Nothing: answers are not kept here.
  public func spending() -> [ModelSpending] { [] }

  /// Nothing: answers are not kept here.
  public func costs(ofAnswers keys: [String]) -> [Double] { [] }

  /// All rules that were set aside.
  public func overridesOnRecord() -> [RuleOverride] { overrides }

  /// How many versions were made.
  public func versionCount() -> Int { versions.count }

  /// What people have looked at so far.
  public func reviewState(by _: ReleaseRule) -> ReviewState { review }

  /// What people say of samples.
  public func humanOpinions() -> [HumanOpinion] { opinions }

  /// What people's decisions mean for candidates.
  public func reviewRulings() -> ReviewRulings { state.withLock { $0.rulings } }

  /// Takes note of what people decided.
  ///
  /// - Parameter log: The decisions that stand.
  public func decide(_ log: ReviewLog) {
    var known: [SampleID: Sample] = [:]
    for sample in realSamples() + allCandidates.map(\.sample) { known[sample.id] = sample }
    let opinions = log.opinions { known[$0] }
    state.withLock { state in
      state.rulings = ReviewRulings(log)
      state.opinions = opinions
    }
  }

  /// Stores a version once.
  public func record(_ version: DatasetVersion) {
    state.withLock { state in
      if !state.versions.contains(where: { $0.id == version.id }) { state.versions.append(version) }
    }
  }

  /// Stores that a rule was set aside.
  public func record(_ override: RuleOverride) { state.withLock { $0.overrides.append(override) } }
}

extension Candidate {
  /// The order of candidates in a plan: by round, quota, draw, then id.
  ///
  /// - Parameters:
  ///   - left: A candidate.
  ///   - right: Another.
  /// - Returns: Whether the first comes first.
  public static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    (left.round, left.quota, left.sample.provenance.method?.draw ?? 0, left.sample.id)
      < (right.round, right.quota, right.sample.provenance.method?.draw ?? 0, right.sample.id)
  }
}
