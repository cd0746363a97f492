public import SeedbedData

/// What one version has that another has not.
public struct VersionDiff: Sendable, Hashable {
  /// A sample that is in both versions, but in another part.
  public struct Move: Sendable, Hashable {
    /// The sample.
    public var sample: SampleID
    /// Real or synthetic.
    public var origin: Origin
    /// The part it was in.
    public var from: Split
    /// The part it is in.
    public var to: Split
  }

  /// The id of the version that is compared with.
  public var before: String
  /// The id of the version that is compared.
  public var after: String
  /// Members that only the second has, in its order.
  public var added: [DatasetVersion.Member]
  /// Members that only the first has, in its order.
  public var removed: [DatasetVersion.Member]
  /// Members that changed their part, in the order of the second.
  public var moved: [Move]
  /// How many members are the same in both.
  public var unchanged: Int

  /// Compares two versions.
  ///
  /// - Parameters:
  ///   - before: The version that is compared with.
  ///   - after: The version that is compared.
  public init(from before: DatasetVersion, to after: DatasetVersion) {
    self.before = before.id
    self.after = after.id
    let earlier = Self.splits(of: before), later = Self.splits(of: after)
    added = after.members.filter { earlier[$0.sample] == nil }
    removed = before.members.filter { later[$0.sample] == nil }
    moved = after.members.compactMap { member in
      guard let from = earlier[member.sample], from != member.split else { return nil }
      return Move(sample: member.sample, origin: member.origin, from: from, to: member.split)
    }
    unchanged = after.members.count - added.count - moved.count
  }

  /// Whether both have the same members in the same parts.
  public var isEmpty: Bool { added.isEmpty && removed.isEmpty && moved.isEmpty }

  private static func splits(of version: DatasetVersion) -> [SampleID: Split] {
    var splits: [SampleID: Split] = [:]
    splits.reserveCapacity(version.members.count)
    for member in version.members { splits[member.sample] = member.split }
    return splits
  }
}

extension DatasetVersion {
  /// What this version has that an earlier one has not, and the reverse.
  ///
  /// - Parameter earlier: The version to compare with.
  /// - Returns: What was added, removed and moved.
  public func changes(since earlier: DatasetVersion) -> VersionDiff {
    VersionDiff(from: earlier, to: self)
  }
}
