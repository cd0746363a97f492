/// What people have looked at so far, for the stop rules.
public struct ReviewState: Sendable, Hashable {
  /// How many rejected candidates there are.
  public var rejected: Int
  /// How many of them a person has looked at.
  public var rejectedReviewed: Int
  /// The newest version, where there is one.
  public var newestVersion: String?
  /// Whether the newest version's spot check let it be released; nil where it was not finished.
  public var spotCheckPassed: Bool?
  /// The newest version that was released.
  public var releasedVersion: String?

  /// Makes a state.
  ///
  /// - Parameters:
  ///   - rejected: How many rejected candidates there are.
  ///   - rejectedReviewed: How many of them a person has looked at.
  ///   - newestVersion: The newest version.
  ///   - spotCheckPassed: Whether its spot check let it be released.
  ///   - releasedVersion: The newest version that was released.
  public init(
    rejected: Int = 0,
    rejectedReviewed: Int = 0,
    newestVersion: String? = nil,
    spotCheckPassed: Bool? = nil,
    releasedVersion: String? = nil
  ) {
    self.rejected = rejected
    self.rejectedReviewed = rejectedReviewed
    self.newestVersion = newestVersion
    self.spotCheckPassed = spotCheckPassed
    self.releasedVersion = releasedVersion
  }
}
