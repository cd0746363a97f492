public import SeedbedData

/// What became of the candidates of one batch.
public struct BatchSummary: Sendable, Hashable {
  /// How many candidates have come so far.
  public struct Count: Sendable, Hashable {
    /// How far they have come.
    public var status: CandidateStatus
    /// The number of candidates.
    public var count: Int
  }

  /// The batch.
  public var batch: Batch
  /// The runs that added candidates to it, the oldest first.
  public var runs: [String]
  /// The counts above zero, in the order of `CandidateStatus.allCases`.
  public var counts: [Count]
  /// The versions that hold samples of the batch, the oldest first.
  public var versions: [String]

  /// How many candidates have a status.
  ///
  /// - Parameter status: How far they have come.
  /// - Returns: The count.
  public func count(_ status: CandidateStatus) -> Int {
    counts.first { $0.status == status }?.count ?? 0
  }

  /// `id`, `plan`, `method`, `model`, `prompt`, `runs`, `candidates` by status, and `versions`.
  public var json: JSONObject {
    var object = BatchRow.json(batch)
    object["runs"] = .array(runs.map(JSONValue.string))
    var byStatus = JSONObject()
    for status in CandidateStatus.allCases { byStatus[status.rawValue] = .optional(count(status)) }
    object["candidates"] = .object(byStatus)
    object["versions"] = .array(versions.map(JSONValue.string))
    return object
  }
}

/// One batch with each of its candidates.
public struct BatchContent: Sendable, Hashable {
  /// One candidate of a batch.
  public struct Member: Sendable, Hashable {
    /// The sample.
    public var sample: SampleID
    /// How far it has come.
    public var status: CandidateStatus
    /// The round of generation, from 0.
    public var round: Int
    /// The index of its quota in the plan, from 0.
    public var quota: Int
  }

  /// The batch.
  public var batch: Batch
  /// Its candidates by id.
  public var members: [Member]
}
