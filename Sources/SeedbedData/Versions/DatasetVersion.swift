import SeedbedKernels

/// What a scan for leaks between the parts of a version found.
public struct LeakScan: Sendable, Hashable {
  /// Two samples of different parts that are too alike.
  public struct Leak: Sendable, Hashable {
    /// A sample of a part that may be trained on or tuned on.
    public var sample: SampleID
    /// The part it is in.
    public var split: String
    /// The sample or holdout row it resembles.
    public var other: String
    /// The part the other one is in; `holdout` for the sealed real test set.
    public var otherSplit: String
    /// Jaccard similarity, 0…1.
    public var similarity: Double

    /// Makes a leak.
    ///
    /// - Parameters:
    ///   - sample: A sample of a part.
    ///   - split: The part it is in.
    ///   - other: The id of the other one.
    ///   - otherSplit: The part the other one is in.
    ///   - similarity: 0…1.
    public init(
      sample: SampleID,
      split: String,
      other: String,
      otherSplit: String,
      similarity: Double
    ) {
      self.sample = sample
      self.split = split
      self.other = other
      self.otherSplit = otherSplit
      self.similarity = similarity
    }
  }

  /// Jaccard similarity from which two samples count as near-duplicates.
  public var threshold: Double
  /// How many samples were compared.
  public var compared: Int
  /// Groups (source, parent, near-duplicates, template) that lie in more than one part.
  public var crossingGroups: Int
  /// The leaks that were found; none in a version that may be released.
  public var leaks: [Leak]

  /// Makes a result.
  ///
  /// - Parameters:
  ///   - threshold: Jaccard similarity from which two samples count as near-duplicates.
  ///   - compared: How many samples were compared.
  ///   - crossingGroups: Groups that lie in more than one part.
  ///   - leaks: The leaks that were found.
  public init(threshold: Double, compared: Int, crossingGroups: Int, leaks: [Leak]) {
    self.threshold = threshold
    self.compared = compared
    self.crossingGroups = crossingGroups
    self.leaks = leaks
  }

  /// Whether nothing crosses from one part to another.
  public var isClean: Bool { leaks.isEmpty && crossingGroups == 0 }
}

/// An immutable, content-addressed snapshot of a dataset with its splits.
public struct DatasetVersion: Sendable, Hashable {
  /// One sample's place in a version.
  public struct Member: Sendable, Hashable {
    /// The sample.
    public var sample: SampleID
    /// The part it is in.
    public var split: Split
    /// Whether it is real or synthetic.
    public var origin: Origin

    /// Makes a member.
    ///
    /// - Parameters:
    ///   - sample: The sample.
    ///   - split: The part it is in.
    ///   - origin: Real or synthetic.
    public init(sample: SampleID, split: Split, origin: Origin) {
      self.sample = sample
      self.split = split
      self.origin = origin
    }
  }

  /// The hash over the members, their content and the holdout's seal: 32 hex digits.
  public var id: String
  /// The run or command that made it.
  public var run: String
  /// The seal of the holdout it may be measured on; nil where there is none.
  public var holdoutSeal: String?
  /// The members, ordered by split, then by id.
  public var members: [Member]
  /// The proof that nothing crosses from one part to another.
  public var leakScan: LeakScan

  /// Makes a version; its id follows from the rest.
  ///
  /// - Parameters:
  ///   - run: The run or command that makes it.
  ///   - holdoutSeal: The seal of the holdout.
  ///   - members: The members, in any order.
  ///   - leakScan: The proof that nothing crosses.
  public init(run: String, holdoutSeal: String?, members: [Member], leakScan: LeakScan) {
    let ordered = members.sorted {
      ($0.split.rawValue, $0.sample) < ($1.split.rawValue, $1.sample)
    }
    // Sample ids are hashes of content and provenance, so hashing ids and places hashes it all.
    var hash = ContentHash(domain: "seedbed.version.1")
    hash.add(holdoutSeal ?? "")
    for member in ordered {
      hash.add(member.sample.hex)
      hash.add(member.split.rawValue)
      hash.add(member.origin.rawValue)
    }
    id = hash.digest.hex
    self.run = run
    self.holdoutSeal = holdoutSeal
    self.members = ordered
    self.leakScan = leakScan
  }

  /// How many members a part has, by origin.
  ///
  /// - Parameters:
  ///   - split: The part.
  ///   - origin: Real or synthetic.
  /// - Returns: The count.
  public func count(_ split: Split, _ origin: Origin) -> Int {
    members.reduce(0) { $0 + ($1.split == split && $1.origin == origin ? 1 : 0) }
  }
}
