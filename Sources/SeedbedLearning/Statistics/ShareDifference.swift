/// How much a share differs between two independent samples.
public struct ShareDifference: Hashable, Sendable {
  /// How often it holds in the first sample.
  public let successes: Int
  /// The size of the first sample.
  public let trials: Int
  /// How often it holds in the second sample.
  public let otherSuccesses: Int
  /// The size of the second sample.
  public let otherTrials: Int
  /// The second share less the first, with Newcombe's interval.
  public let difference: Interval

  /// Compares two samples; nil for an empty one.
  ///
  /// - Parameters:
  ///   - successes: How often it holds in the first sample, in `0...trials`.
  ///   - trials: The size of the first sample, from 1.
  ///   - otherSuccesses: How often it holds in the second sample, in `0...otherTrials`.
  ///   - otherTrials: The size of the second sample, from 1.
  ///   - confidence: Between 0 and 1, exclusive.
  public init?(
    _ successes: Int,
    of trials: Int,
    against otherSuccesses: Int,
    of otherTrials: Int,
    confidence: Double = 0.95
  ) {
    guard trials > 0, otherTrials > 0 else { return nil }
    self.successes = successes
    self.trials = trials
    self.otherSuccesses = otherSuccesses
    self.otherTrials = otherTrials
    difference = .difference(
      .wilson(successes: otherSuccesses, trials: otherTrials, confidence: confidence),
      less: .wilson(successes: successes, trials: trials, confidence: confidence)
    )
  }

  /// The share in the first sample.
  public var share: Double { Double(successes) / Double(trials) }

  /// The share in the second sample.
  public var otherShare: Double { Double(otherSuccesses) / Double(otherTrials) }

  /// The two-sided p-value of equal shares by the normal approximation (`proportions_ztest`).
  ///
  /// With the pooled share; 1 where all succeed or none. It wants some five successes and failures in
  /// each sample: with fewer take `exactPValue`.
  public var pValue: Double {
    let pooled = Double(successes + otherSuccesses) / Double(trials + otherTrials)
    let variance = pooled * (1 - pooled) * (1 / Double(trials) + 1 / Double(otherTrials))
    guard variance > 0 else { return 1 }
    // The square of a normal variable is a gamma variable of shape ½.
    let change = otherShare - share
    return GammaFunction.upperShare(0.5, change * change / (2 * variance))
  }

  /// The two-sided p-value by Fisher's exact test (`fisher_exact`).
  public var exactPValue: Double {
    FisherExact.twoSided(successes, of: trials, against: otherSuccesses, of: otherTrials) ?? 1
  }
}
