import SeedbedKernels

/// How many samples one method is to add to one cell.
public struct MethodShare: Sendable, Hashable {
  /// A method's name, or several joined by `+`.
  public var method: String
  /// How many accepted samples it is to give.
  public var count: Int

  /// Makes a share.
  ///
  /// - Parameters:
  ///   - method: A method's name, or several joined by `+`.
  ///   - count: Accepted samples, from 0.
  public init(_ method: String, _ count: Int) {
    self.method = method
    self.count = count
  }
}

/// What to grow for one gap.
public struct Quota: Sendable, Hashable {
  /// The cell to grow in.
  public var cell: Cell
  /// The kind of gap that asked for it.
  public var gap: GapKind
  /// How many samples the cell has.
  public var have: Int
  /// How many it should have.
  public var need: Int
  /// Why this quota, in a sentence.
  public var reason: String
  /// Where the samples go: training, or the synthetic evaluation suite.
  public var split: Split
  /// Which methods give how many, in order.
  public var shares: [MethodShare]

  /// Makes a quota.
  ///
  /// - Parameters:
  ///   - cell: The cell to grow in.
  ///   - gap: The kind of gap.
  ///   - have: How many samples the cell has.
  ///   - need: How many it should have.
  ///   - reason: Why this quota.
  ///   - split: Where the samples go.
  ///   - shares: Which methods give how many.
  public init(
    cell: Cell,
    gap: GapKind,
    have: Int,
    need: Int,
    reason: String,
    split: Split,
    shares: [MethodShare]
  ) {
    self.cell = cell
    self.gap = gap
    self.have = have
    self.need = need
    self.reason = reason
    self.split = split
    self.shares = shares
  }

  /// How many accepted samples the quota asks for in all.
  public var count: Int { shares.reduce(0) { $0 + $1.count } }
}

/// Gaps turned into quotas: the only thing that generation starts from.
public struct Plan: Sendable, Hashable {
  /// The fingerprint of the real data that the gaps were found in.
  public var dataFingerprint: String
  /// The digest of the configuration that the quotas follow.
  public var configurationDigest: String
  /// The seed of every draw.
  public var seed: Int
  /// The quotas, in the order of their cells.
  public var quotas: [Quota]

  /// Makes a plan.
  ///
  /// - Parameters:
  ///   - dataFingerprint: The fingerprint of the real data.
  ///   - configurationDigest: The digest of the configuration.
  ///   - seed: The seed of every draw.
  ///   - quotas: The quotas.
  public init(
    dataFingerprint: String,
    configurationDigest: String,
    seed: Int,
    quotas: [Quota]
  ) {
    self.dataFingerprint = dataFingerprint
    self.configurationDigest = configurationDigest
    self.seed = seed
    self.quotas = quotas
  }

  /// How many accepted samples the plan asks for in all.
  public var count: Int { quotas.reduce(0) { $0 + $1.count } }

  /// The hash of everything in the plan that changes what is grown, by which batches are named.
  public var digest: String {
    var hash = ContentHash(domain: "seedbed.plan.1")
    hash.add(dataFingerprint)
    hash.add(configurationDigest)
    hash.add(seed)
    for quota in quotas {
      // In the order written, on which the order of the seeds depends.
      hash.add(quota.cell.coordinates.count)
      for coordinate in quota.cell.coordinates {
        hash.add(coordinate.dimension)
        hash.add(coordinate.value)
      }
      hash.add(quota.split.rawValue)
      hash.add(quota.need)
      hash.add(quota.shares.count)
      for share in quota.shares {
        hash.add(share.method)
        hash.add(share.count)
      }
    }
    return hash.digest.hex
  }
}
