/// Whether a measured difference is claimed to be one.
public struct DriftClaim: Sendable, Hashable {
  /// The p-value of no difference, for itself.
  public var pValue: Double
  /// The p-value among all that were tested together, after Benjamini and Hochberg; 1 until then.
  public internal(set) var adjusted = 1.0
  /// Whether it is called a difference: improbable by chance among so many tests, and large enough.
  public internal(set) var differs = false

  init(pValue: Double) { self.pValue = pValue }
}

/// Something with a claim.
protocol Claimed {
  var claim: DriftClaim { get set }
  /// Whether the size of the difference, by its interval, is worth a claim.
  var isLarge: Bool { get }
}
