public import SeedbedData
public import SeedbedPipeline

/// What a report may show beyond what a run knows at its end; everything is optional.
public struct ReportDetails: Sendable {
  /// What was counted and measured in the version's rows.
  public var study: VersionStudy?
  /// What `seedbed evaluate --json` printed for this version.
  public var evaluation: JSONObject?
  /// The latest calibration of each judge.
  public var calibrations: [CalibrationRecord] = []
  /// What the spot check says, and whether the version is released.
  public var release: ReleaseState?
  /// The versions and batches of the project.
  public var history: VersionHistory?
  /// The prompts that rows were made with.
  public var prompts: [PromptRecord] = []
  /// The rules that were ever set aside, where more is known than the run recorded.
  public var overrides: [RuleOverride]?

  /// Nothing.
  public init() {}
}

/// What the spot check of a version says, and what became of it.
public struct ReleaseState: Sendable, Hashable {
  /// The gate with its numbers.
  public var gate: ReleaseGate
  /// Whether the version was released.
  public var isReleased: Bool
  /// Why it was released against the gate; nil where it was not.
  public var overriddenBecause: String?

  /// Makes a state.
  ///
  /// - Parameters:
  ///   - gate: The gate with its numbers.
  ///   - isReleased: Whether the version was released.
  ///   - overriddenBecause: Why it was released against the gate.
  public init(gate: ReleaseGate, isReleased: Bool, overriddenBecause: String? = nil) {
    self.gate = gate
    self.isReleased = isReleased
    self.overriddenBecause = overriddenBecause
  }
}

/// The versions of a project up to now, and the batches that the reported one comes from.
public struct VersionHistory: Sendable {
  /// One version.
  public struct Entry: Sendable {
    /// Its id.
    public var id: String
    /// When it was made, as text in the reader's usual form.
    public var madeAt: String
    /// Seconds from the beginning of its run until it was made; nil where the run is not on record.
    public var seconds: Int?
    /// The command that made it; nil where the run is not on record.
    public var command: String?
    /// Real and synthetic rows.
    public var rows: (real: Int, synthetic: Int)
    /// Rows that came, went and changed their part since the version before it; nil for the first.
    public var change: (added: Int, removed: Int, moved: Int)?
    /// The batch that was left out to make it; nil for others.
    public var droppedBatch: String?

    /// Makes an entry.
    ///
    /// - Parameters:
    ///   - id: The version's id.
    ///   - madeAt: When it was made.
    ///   - seconds: How long its run took until then.
    ///   - command: The command that made it.
    ///   - rows: Real and synthetic rows.
    ///   - change: What changed since the version before it.
    ///   - droppedBatch: The batch that was left out.
    public init(
      id: String,
      madeAt: String,
      seconds: Int?,
      command: String?,
      rows: (real: Int, synthetic: Int),
      change: (added: Int, removed: Int, moved: Int)?,
      droppedBatch: String?
    ) {
      self.id = id
      self.madeAt = madeAt
      self.seconds = seconds
      self.command = command
      self.rows = rows
      self.change = change
      self.droppedBatch = droppedBatch
    }
  }

  /// One batch.
  public struct BatchLine: Sendable, Hashable {
    /// The batch.
    public var batch: Batch
    /// How many candidates it gave.
    public var candidates: Int
    /// How many of them were accepted.
    public var accepted: Int
    /// Whether the reported version holds rows of it.
    public var isInVersion: Bool

    /// Makes a line.
    ///
    /// - Parameters:
    ///   - batch: The batch.
    ///   - candidates: How many candidates it gave.
    ///   - accepted: How many of them were accepted.
    ///   - isInVersion: Whether the reported version holds rows of it.
    public init(batch: Batch, candidates: Int, accepted: Int, isInVersion: Bool) {
      self.batch = batch
      self.candidates = candidates
      self.accepted = accepted
      self.isInVersion = isInVersion
    }
  }

  /// The versions, oldest first, up to the reported one.
  public var versions: [Entry]
  /// The batches, in the order in which they were made.
  public var batches: [BatchLine]

  /// Makes a history.
  ///
  /// - Parameters:
  ///   - versions: The versions, oldest first.
  ///   - batches: The batches.
  public init(versions: [Entry], batches: [BatchLine]) {
    self.versions = versions
    self.batches = batches
  }
}
