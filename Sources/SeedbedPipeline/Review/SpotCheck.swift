public import SeedbedData
import SeedbedKernels

/// The draw of a version's spot check.
public enum SpotCheck {
  /// All synthetic rows of a version in the order in which they are looked at.
  ///
  /// The order hangs on the version's id and its rows alone, so that anybody can draw it again, and the
  /// first hundred stay the first when more are needed.
  ///
  /// - Parameter version: The version.
  /// - Returns: The synthetic members, in random order.
  public static func order(of version: DatasetVersion) -> [SampleID] {
    shuffled(
      version.members.filter { $0.origin == .synthetic }.map(\.sample),
      key: version.id,
      operation: "spot check"
    )
  }

  /// Ids in a random order that hangs on them and a key alone.
  static func shuffled(_ ids: [SampleID], key: String, operation: String) -> [SampleID] {
    var ids = ids.sorted()
    var random = CounterRandom(seed: 0, sample: key, operation: operation, draw: 0)
    random.shuffle(&ids)
    return ids
  }
}

extension ReleaseRule {
  /// What the spot check of a version says so far.
  ///
  /// - Parameters:
  ///   - version: The version.
  ///   - log: The decisions that stand.
  /// - Returns: Whether the version may be released; nil where its spot check is not finished.
  public func verdict(on version: DatasetVersion, _ log: ReviewLog) -> Bool? {
    switch gate(of: version, log).ruling {
    case .release: true
    case .block: false
    case .undecided: nil
    }
  }

  /// What the rule says of a version by what was decided about it.
  ///
  /// - Parameters:
  ///   - version: The version.
  ///   - log: The decisions that stand.
  /// - Returns: The ruling with its numbers.
  public func gate(of version: DatasetVersion, _ log: ReviewLog) -> ReleaseGate {
    QueueState(ReviewQueues.spotCheck(of: version), rule: self, log: log).gate(log)
      ?? gate(wrong: 0, checked: 0, of: 0)
  }
}
