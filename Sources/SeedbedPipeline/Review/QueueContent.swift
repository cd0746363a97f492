public import SeedbedData

/// A queue with its samples, in the order in which they are looked at.
public struct QueueContent: Sendable {
  /// One sample of a queue.
  public struct Item: Sendable, Hashable {
    /// The sample.
    public var sample: SampleID
    /// Why it is shown, in a sentence.
    public var why: String

    /// Makes an item.
    ///
    /// - Parameters:
    ///   - sample: The sample.
    ///   - why: Why it is shown.
    public init(_ sample: SampleID, why: String) {
      self.sample = sample
      self.why = why
    }
  }

  /// Names the queue: `spot_check`, `low_margin`, `gap:3`.
  public var id: String
  /// Why these samples are shown.
  public var purpose: ReviewPurpose
  /// A few words for people.
  public var title: String
  /// The version that is spot-checked; nil for other queues.
  public var version: String?
  /// The samples in their order.
  public var items: [Item]

  /// Makes a queue.
  ///
  /// - Parameters:
  ///   - id: The name.
  ///   - purpose: Why these samples are shown.
  ///   - title: A few words for people.
  ///   - version: The version that is spot-checked.
  ///   - items: The samples in their order.
  public init(
    id: String,
    purpose: ReviewPurpose,
    title: String,
    version: String? = nil,
    items: [Item]
  ) {
    self.id = id
    self.purpose = purpose
    self.title = title
    self.version = version
    self.items = items
  }

  /// Whether a decision counts for this queue.
  ///
  /// - Parameter decision: A decision on one of its samples.
  /// - Returns: True where it was made for the same purpose, and in a spot check for the same version.
  public func counts(_ decision: ReviewDecision) -> Bool {
    decision.purpose == purpose && decision.version == version
  }
}
