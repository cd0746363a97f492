import SeedbedData

/// Drives the stages of a project and records everything in a journal.
///
/// Each stage can be run alone; `run` is all of them. Work that is stored is not done again, so a run that
/// was stopped or killed goes on where it was.
public struct Runner: Sendable {
  /// How a run is carried out; none of it changes the result but `overrides`.
  public struct Options: Sendable {
    /// The most threads, at least 1.
    public var threads: Int
    /// Rules to set aside, with the reason for each.
    public var overrides: [String: String]
    /// Told what is being done, and how far it is.
    public var progress: @Sendable (Progress) -> Void
    /// Told of a rule that was only to warn: what it found, and what to do.
    public var warn: @Sendable (_ finding: String, _ hint: String) -> Void
    /// Seconds since 1970, for the times in the journal.
    public var clock: @Sendable () -> Int

    /// Makes options.
    ///
    /// - Parameters:
    ///   - threads: The most threads.
    ///   - overrides: Rules to set aside, with the reason for each.
    ///   - warn: Told of a rule that was only to warn.
    ///   - clock: Seconds since 1970.
    ///   - progress: Told what is being done.
    public init(
      threads: Int,
      overrides: [String: String] = [:],
      warn: @escaping @Sendable (_ finding: String, _ hint: String) -> Void = { _, _ in },
      clock: @escaping @Sendable () -> Int,
      progress: @escaping @Sendable (Progress) -> Void = { _ in }
    ) {
      self.threads = threads
      self.overrides = overrides
      self.warn = warn
      self.clock = clock
      self.progress = progress
    }
  }

  /// What is being done, for a progress line.
  public struct Progress: Sendable, Hashable {
    /// The stage, in one word or two.
    public var stage: String
    /// How much of it is done.
    public var done: Int
    /// How much there is; 0 where nobody knows.
    public var total: Int
  }

  /// The project.
  public let project: Project
  /// Where everything is recorded.
  public let journal: any RunJournal
  /// The language models that may be asked.
  public let models: ProjectModels
  /// What learned gaps are looked for with; nil where gaps are counted only.
  public let learning: GapLearning?
  /// How the run is carried out.
  public let options: Options

  /// Makes a runner.
  ///
  /// - Parameters:
  ///   - project: The project.
  ///   - journal: Where everything is recorded.
  ///   - models: The language models that may be asked.
  ///   - learning: What learned gaps are looked for with; nil where gaps are counted only.
  ///   - options: How the run is carried out.
  public init(
    project: Project,
    journal: any RunJournal,
    models: ProjectModels = ProjectModels(),
    learning: GapLearning? = nil,
    options: Options
  ) {
    self.project = project
    self.journal = journal
    self.models = models
    self.learning = learning
    self.options = options
  }

  var configuration: Configuration { project.configuration }

  func report(_ stage: String, _ done: Int = 0, of total: Int = 0) {
    options.progress(Progress(stage: stage, done: done, total: total))
  }

  /// Carries out `body` as a recorded run of a command.
  func recorded<Result>(
    _ command: String,
    key: String,
    _ body: (inout RunRecord) async throws -> Result
  ) async throws -> Result {
    var run = RunRecord(
      command: command,
      key: key,
      startedAt: options.clock(),
      attempt: try journal.attempts(key: key)
    )
    try journal.begin(run)
    do {
      let result = try await body(&run)
      run.status = .finished
      try journal.finish(run)
      return result
    } catch {
      run.status = error is CancellationError ? .interrupted : .failed
      try journal.finish(run)
      throw error
    }
  }

  /// Refuses to go on because a rule is broken, unless the user set it aside with a reason.
  ///
  /// - Parameters:
  ///   - rule: The rule's name.
  ///   - finding: What is wrong.
  ///   - hint: How to put it right.
  ///   - run: The run, under which an override is recorded.
  /// - Throws: A gate error naming the rule, unless it was set aside.
  func enforce(_ rule: Rule, finding: String, hint: String, run: RunRecord) throws {
    guard let because = options.overrides[rule.rawValue] else {
      throw SeedbedError(
        .gate,
        "rule `\(rule.rawValue)`: \(finding)",
        hint: "\(hint); or set the rule aside with "
          + "`--override \(rule.rawValue) --because \"…\"`, which is recorded"
      )
    }
    try journal.record(
      RuleOverride(rule: rule.rawValue, because: because, finding: finding, run: run.id)
    )
  }
}

/// The stop rules that a user may set aside with a reason.
public enum Rule: String, Sendable, CaseIterable {
  /// Too much of the real data repeats itself.
  case duplicates
  /// Training data is like the holdout; set aside, the work goes on without the rows that are.
  case leaks
  /// There is no sealed holdout.
  case holdout
  /// A model would judge what one of its own family wrote.
  case independence
  /// A judge was found unstable when it was calibrated.
  case judge
  /// Too many of the real labels are probably wrong.
  case labels
  /// Too much of the training data would be synthetic.
  case mixing
  /// People have not looked at the newest version, or at what was rejected.
  case review
  /// No version was released that a further one could be compared with.
  case release
  /// A round of generation brought nothing new; set aside, further rounds follow.
  case coverage
  /// The spot check of a version does not let it be released.
  case spotCheck = "spot_check"
}
