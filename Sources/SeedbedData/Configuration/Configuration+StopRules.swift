extension Configuration {
  /// What a stop rule does when it finds something.
  public enum StopPolicy: String, Sendable, CaseIterable {
    /// It stops, unless it is set aside for the run with a reason.
    case required
    /// It says so, records that it was passed over, and goes on.
    case warn
    /// It does not look.
    case off
  }

  /// When more samples would hurt rather than help, and what happens then.
  public struct StopRules: Sendable, Hashable {
    /// Wrong labels in the real data, where learned gaps are looked for.
    public var labels = StopPolicy.required
    /// The largest share of rows with a label that is probably wrong, 0…1.
    public var wrongLabels = 0.1
    /// Too many synthetic samples among the training samples.
    public var mixing = StopPolicy.required
    /// The largest share of them, 0…1; nil stands for the rule of thumb by the number of real ones.
    public var syntheticShare: Double?
    /// People have not looked at what the newest version holds, and at what was rejected.
    public var review = StopPolicy.required
    /// How many rejected candidates a person must have looked at, or all where there are fewer.
    public var rejectedReviewed = 20
    /// No version was released that a further one could be compared with.
    public var release = StopPolicy.required
    /// A round of generation brought nothing that was not there before.
    public var coverage = StopPolicy.required
    /// The least share of a round's candidates that must bring something new, 0…1.
    public var leastGain = 0.01

    /// The defaults.
    public init() {}
  }

  /// The lines of the file that say when to stop: those that differ from the defaults.
  var stopRuleLines: [String] {
    let lines = zip(stopRules.entries, StopRules().entries).filter { $0 != $1 }.map { entry, _ in
      "  \(entry.key): \(entry.value)"
    }
    return lines.isEmpty ? [] : ["", "stop_rules:"] + lines
  }
}

extension Configuration.StopRules {
  fileprivate struct Entry: Equatable {
    var key: String
    var value: String

    init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// Each setting as it stands in the file.
  fileprivate var entries: [Entry] {
    [
      Entry("labels", labels.rawValue), Entry("wrong_labels", "\(wrongLabels)"),
      Entry("mixing", mixing.rawValue),
      Entry("synthetic_share", syntheticShare.map { "\($0)" } ?? ""),
      Entry("review", review.rawValue), Entry("rejected_reviewed", "\(rejectedReviewed)"),
      Entry("release", release.rawValue), Entry("coverage", coverage.rawValue),
      Entry("least_gain", "\(leastGain)"),
    ]
  }

  init(_ mapping: inout StrictMapping) throws {
    self.init()
    typealias Policy = Configuration.StopPolicy
    labels = try mapping.value("labels")?.choice(Policy.self) ?? labels
    wrongLabels = try mapping.value("wrong_labels")?.double(0...1) ?? wrongLabels
    mixing = try mapping.value("mixing")?.choice(Policy.self) ?? mixing
    syntheticShare = try mapping.value("synthetic_share")?.double(0...1)
    review = try mapping.value("review")?.choice(Policy.self) ?? review
    rejectedReviewed =
      try mapping.value("rejected_reviewed")?.int(0...1_000_000) ?? rejectedReviewed
    release = try mapping.value("release")?.choice(Policy.self) ?? release
    coverage = try mapping.value("coverage")?.choice(Policy.self) ?? coverage
    leastGain = try mapping.value("least_gain")?.double(0...1) ?? leastGain
  }
}
