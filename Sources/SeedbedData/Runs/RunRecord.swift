import SeedbedKernels

/// One run of the pipeline, or of one of its stages.
public struct RunRecord: Sendable, Hashable {
  /// How a run ended.
  public enum Status: String, Sendable, CaseIterable {
    /// It has not ended, or was killed.
    case running
    /// It did what it was asked.
    case finished
    /// An error or a gate ended it.
    case failed
    /// The user stopped it.
    case interrupted
  }

  /// The run's id: 32 hex digits, new for every run.
  public var id: String
  /// The command, such as `run` or `generate`.
  public var command: String
  /// A hash over all inputs; two runs with one key give the same result.
  public var key: String
  /// How it ended.
  public var status: Status
  /// When it began, in seconds since 1970.
  public var startedAt: Int
  /// The version it made, if it made one.
  public var version: String?
  /// What it found, as printed with `--json`; empty until it ends.
  public var summary: JSONObject

  /// Makes the record of a run that begins.
  ///
  /// - Parameters:
  ///   - command: The command.
  ///   - key: A hash over all inputs.
  ///   - startedAt: Seconds since 1970.
  ///   - attempt: How many runs with this key came before, so that ids differ.
  public init(command: String, key: String, startedAt: Int, attempt: Int) {
    var hash = ContentHash(domain: "seedbed.run.1")
    hash.add(command)
    hash.add(key)
    hash.add(startedAt)
    hash.add(attempt)
    id = hash.digest.hex
    self.command = command
    self.key = key
    status = .running
    self.startedAt = startedAt
    summary = JSONObject()
  }
}

/// One reading of the real data into the ledger.
public struct DataImport: Sendable, Hashable {
  /// A hash over the ids of all samples: the same rows give the same fingerprint.
  public var fingerprint: String
  /// The file, as the configuration names it.
  public var file: String
  /// How many samples there are.
  public var count: Int
  /// How many rows were skipped or put into quarantine.
  public var badRows: Int

  /// Makes a record of a reading.
  ///
  /// - Parameters:
  ///   - samples: All samples that were read.
  ///   - file: The file, as the configuration names it.
  ///   - badRows: Rows that were skipped or put into quarantine.
  public init(samples: [Sample], file: String, badRows: Int) {
    var hash = ContentHash(domain: "seedbed.data.1")
    for id in samples.map(\.id).sorted() { hash.add(id.hex) }
    fingerprint = hash.digest.hex
    self.file = file
    count = samples.count
    self.badRows = badRows
  }

  /// Restores a record from the ledger.
  ///
  /// - Parameters:
  ///   - fingerprint: The hash over the ids.
  ///   - file: The file.
  ///   - count: The number of samples.
  ///   - badRows: Rows that were left out.
  public init(fingerprint: String, file: String, count: Int, badRows: Int) {
    self.fingerprint = fingerprint
    self.file = file
    self.count = count
    self.badRows = badRows
  }
}

/// A rule that was set aside on purpose, with the reason that the user gave.
public struct RuleOverride: Sendable, Hashable {
  /// The rule's name, such as `duplicates`.
  public var rule: String
  /// The user's reason.
  public var because: String
  /// What the rule had found.
  public var finding: String
  /// The run in which it was set aside.
  public var run: String

  /// Makes a record.
  ///
  /// - Parameters:
  ///   - rule: The rule's name.
  ///   - because: The user's reason.
  ///   - finding: What the rule had found.
  ///   - run: The run in which it was set aside.
  public init(rule: String, because: String, finding: String, run: String) {
    self.rule = rule
    self.because = because
    self.finding = finding
    self.run = run
  }
}
