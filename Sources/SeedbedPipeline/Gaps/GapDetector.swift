public import SeedbedData

/// What the detectors look at.
public struct GapEvidence: Sendable {
  /// The counts of the real data.
  public var profile: Profile
  /// How many samples the cells must have.
  public var requirements: [Requirement]
  /// How much of the real data repeats itself.
  public var redundancy: Redundancy
  /// The share of exact duplicates from which generation is refused, 0…1.
  public var maximumDuplicateShare: Double
  /// For a cell, what there is to grow it from.
  public var supply: @Sendable (Cell) -> Supply

  /// What there is to grow a cell from.
  public struct Supply: Sendable, Hashable {
    /// Real training samples of the cell, or of one from which a method can lead there.
    public var seeds: Int
    /// The most samples that templates can give.
    public var expansions: Int
    /// Whether any method at all can vary the seeds.
    public var hasTransforms: Bool
    /// How many real samples a model may be shown for the cell; nil where no model writes.
    public var shown: Int?
    /// How many real samples can be translated into the cell, or there and back.
    public var translatable = 0
    /// How many samples documents or a schema can give.
    public var groundable = 0

    /// Makes a supply.
    ///
    /// - Parameters:
    ///   - seeds: Real samples to vary.
    ///   - expansions: The most samples that templates can give.
    ///   - hasTransforms: Whether any transform fits the task.
    ///   - shown: How many real samples a model may be shown; nil where no model writes.
    public init(seeds: Int, expansions: Int, hasTransforms: Bool, shown: Int? = nil) {
      self.seeds = seeds
      self.expansions = expansions
      self.hasTransforms = hasTransforms
      self.shown = shown
    }
  }

  /// Collects what the detectors look at.
  ///
  /// - Parameters:
  ///   - profile: The counts of the real data.
  ///   - requirements: How many samples the cells must have.
  ///   - redundancy: How much repeats itself.
  ///   - maximumDuplicateShare: From which generation is refused.
  ///   - supply: For a cell, what there is to grow it from.
  public init(
    profile: Profile,
    requirements: [Requirement],
    redundancy: Redundancy,
    maximumDuplicateShare: Double,
    supply: @escaping @Sendable (Cell) -> Supply
  ) {
    self.profile = profile
    self.requirements = requirements
    self.redundancy = redundancy
    self.maximumDuplicateShare = maximumDuplicateShare
    self.supply = supply
  }
}

/// Finds the gaps of one kind.
public protocol GapDetector: Sendable {
  /// The gaps that the evidence shows, each with a decision and its reason.
  func gaps(in evidence: GapEvidence) -> [Gap]
}

/// All detectors, in the order in which their gaps are shown.
public enum GapDetectors {
  /// One entry for each detector.
  public static let all: [any GapDetector] = [
    CoverageDetector(), ImbalanceDetector(), RedundancyDetector(),
  ]

  /// Runs every detector.
  ///
  /// - Parameter evidence: What to look at.
  /// - Returns: All gaps, by detector, then by cell.
  public static func gaps(in evidence: GapEvidence) -> [Gap] {
    all.flatMap { $0.gaps(in: evidence) }
  }
}
