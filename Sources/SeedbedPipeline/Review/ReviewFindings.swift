public import SeedbedData
public import SeedbedLearning

/// What people's decisions say of the checks: how far the label check and the tags of difficulty are right.
public struct ReviewFindings: Sendable, Hashable {
  /// A share of something.
  public struct Tally: Sendable, Hashable {
    /// How many there are.
    public var trials = 0
    /// For how many of them it holds.
    public var successes = 0

    /// The share with Wilson's 95 % interval.
    public var share: Interval { Interval.wilson(successes: successes, trials: trials) }

    mutating func add(_ holds: Bool) {
      trials += 1
      if holds { successes += 1 }
    }
  }

  /// Labels that the label check believed, and how many of them people confirm: its precision.
  public var believed = Tally()
  /// Labels that it did not believe, and how many of them people confirm all the same.
  public var refused = Tally()
  /// How many samples have a tag of difficulty and one by a person.
  public var difficulties = 0
  /// How many of them have the same one twice.
  public var equalDifficulties = 0
  /// The agreement of the two beyond chance, a step of two tiers weighing four times one.
  public var difficultyKappa: Double?

  /// Compares.
  ///
  /// An acceptance confirms the label, and so does a fix that leaves it; a fix of the label refutes it, and so
  /// does a rejection whose reason names the label. Other rejections say nothing about it.
  ///
  /// - Parameters:
  ///   - log: The decisions that stand.
  ///   - sample: Finds a sample.
  ///   - verdicts: Finds the verdicts on a sample.
  public init(
    _ log: ReviewLog,
    sample: (SampleID) -> Sample?,
    verdicts: (SampleID) -> [Verdict]
  ) {
    for id in log.samples {
      guard let check = verdicts(id).last(where: { $0.check == "label" }) else { continue }
      let words = log.lastWords(on: id).compactMap(Self.confirmsLabel)
      guard !words.isEmpty else { continue }
      let isRight = words.allSatisfy(\.self)
      if check.outcome == .pass { believed.add(isRight) } else { refused.add(isRight) }
    }
    let tiers = Difficulty.allCases
    var tagged: [Int] = [], human: [Int] = []
    for (id, tier) in log.difficulties.sorted(by: { $0.key < $1.key }) {
      guard let tag = sample(id)?.difficulty?.tier, let own = tiers.firstIndex(of: tag),
        let said = tiers.firstIndex(of: tier)
      else { continue }
      tagged.append(own)
      human.append(said)
    }
    difficulties = tagged.count
    equalDifficulties = zip(tagged, human).count { $0 == $1 }
    difficultyKappa = Metrics.cohenKappa(
      tagged,
      human,
      classCount: tiers.count,
      weights: .quadratic
    )
  }

  /// Whether a decision says that the label is right; nil where it does not say.
  static func confirmsLabel(_ decision: ReviewDecision) -> Bool? {
    switch decision.verdict {
    case .accept: true
    case .fix: decision.correction?.label == nil
    case .reject: decision.reason?.lowercased().contains("label") == true ? false : nil
    case .skip: nil
    }
  }
}
