public import SeedbedData

/// A version without its members.
public struct VersionSummary: Sendable, Hashable {
  /// How many members of one origin a part has.
  public struct Count: Sendable, Hashable {
    /// The part.
    public var split: Split
    /// Real or synthetic.
    public var origin: Origin
    /// The number of members.
    public var count: Int
  }

  /// The version's id: 32 hex digits.
  public var id: String
  /// When it was stored, in seconds since 1970.
  public var createdAt: Int
  /// The run or command that made it.
  public var run: String
  /// The seal of the holdout it may be measured on; nil where there is none.
  public var holdoutSeal: String?
  /// The counts above zero, by the names of part and origin.
  public var counts: [Count]
  /// The proof that nothing crosses from one part to another.
  public var leakScan: LeakScan

  /// How many members a part has, by origin.
  ///
  /// - Parameters:
  ///   - split: The part.
  ///   - origin: Real or synthetic.
  /// - Returns: The count.
  public func count(_ split: Split, _ origin: Origin) -> Int {
    counts.first { $0.split == split && $0.origin == origin }?.count ?? 0
  }

  /// `id`, `created_at`, `run`, `holdout_seal`, `counts` and `leak_scan`.
  public var json: JSONObject {
    let counts: [JSONValue] = counts.map {
      [
        "split": .string($0.split.rawValue), "origin": .string($0.origin.rawValue),
        "count": .optional($0.count),
      ]
    }
    return [
      "id": .string(id), "created_at": .optional(createdAt), "run": .string(run),
      "holdout_seal": .optional(holdoutSeal), "counts": .array(counts),
      "leak_scan": .object(LeakScanJSON.encode(leakScan)),
    ]
  }
}
