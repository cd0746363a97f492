/// How a signature is cut into bands so that similar texts are found with a promised probability.
public struct BandPlan: Sendable, Hashable {
  /// How many bands.
  public var bands: Int
  /// How many numbers of the signature make a band.
  public var rows: Int

  /// Takes a given plan.
  ///
  /// - Parameters:
  ///   - bands: How many bands, at least 1.
  ///   - rows: How many numbers make a band, at least 1.
  public init(bands: Int, rows: Int) {
    precondition(bands > 0 && rows > 0, "a plan has at least one band of one row")
    self.bands = bands
    self.rows = rows
  }

  /// How many numbers a signature needs.
  public var permutations: Int { bands * rows }

  /// The probability that two texts share a band: 1 − (1 − sʳ)ᵇ.
  ///
  /// - Parameter similarity: Their Jaccard similarity, 0…1.
  /// - Returns: A probability, 0…1.
  public func recall(at similarity: Double) -> Double {
    1 - Self.power(1 - Self.power(similarity, rows), bands)
  }

  /// The steepest plan that keeps a promise: as many rows as the bands allow, so that unlike texts
  /// seldom meet, and no more bands than that takes.
  ///
  /// A "threshold" that stands at the middle of the curve, as MinHash libraries set it, finds only
  /// 20 to 40 % of the pairs at the threshold. A few bands are added where that fills the registers
  /// of a processor, sixteen numbers, as they then cost nothing.
  ///
  /// - Parameters:
  ///   - threshold: Jaccard similarity from which pairs are to be found, 0…1.
  ///   - recall: Which share of the pairs at the threshold, 0…<1.
  ///   - maximumBands: The most bands, at least 1.
  /// - Returns: The plan; when no plan keeps the promise, the most bands of one row.
  public static func choose(
    threshold: Double,
    recall: Double = 0.95,
    maximumBands: Int = 20
  ) -> BandPlan {
    precondition(maximumBands > 0, "a plan has at least one band")
    for rows in stride(from: 16, through: 1, by: -1) {
      let found = (1...maximumBands).first {
        BandPlan(bands: $0, rows: rows).recall(at: threshold) >= recall
      }
      guard let bands = found else { continue }
      let full = (bands...maximumBands).first { $0 * rows % 16 == 0 }
      return BandPlan(bands: full ?? bands, rows: rows)
    }
    return BandPlan(bands: maximumBands, rows: 1)
  }

  /// A whole power by repeated multiplication: the same bits on every platform.
  private static func power(_ base: Double, _ exponent: Int) -> Double {
    var product = 1.0
    for _ in 0..<exponent { product *= base }
    return product
  }
}
