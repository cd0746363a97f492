/// A store of requests or tokens that fills evenly and never lets more through than declared.
///
/// In any minute, what was taken is at most what is allowed in one; a single amount larger than
/// what the bucket holds goes through when the bucket is full, and is owed (a token bucket; Turner,
/// "New directions in communications", 1986). A value without a clock.
public struct RateBucket: Sendable, Hashable {
  /// What it holds at most.
  public let capacity: Double
  /// What flows in each second.
  public let perSecond: Double
  /// What is in it now; negative where it is owed.
  public private(set) var level: Double
  private var filledAt: Duration

  /// Makes a full bucket.
  ///
  /// - Parameters:
  ///   - perMinute: What is allowed in a minute, at least 1.
  ///   - now: The time.
  public init(perMinute: Int, now: Duration) {
    let allowed = Double(max(1, perMinute))
    // A burst of five seconds; the flow is less by it, so that a minute's sum stays right.
    capacity = max(1, (allowed / 12).rounded(.down))
    perSecond = (allowed - capacity + 1) / 60
    level = capacity
    filledAt = now
  }

  /// How long until an amount may be taken.
  ///
  /// - Parameters:
  ///   - amount: How much.
  ///   - now: The time.
  /// - Returns: Zero when it may be taken now.
  public mutating func wait(for amount: Double, now: Duration) -> Duration {
    fill(now)
    let needed = min(amount, capacity) - level
    // Rounding must not keep a request waiting for ever.
    return needed <= 1e-6 ? .zero : .bounded(seconds: needed / perSecond)
  }

  /// Takes an amount, owing what is not there.
  ///
  /// - Parameters:
  ///   - amount: How much; negative gives back.
  ///   - now: The time.
  public mutating func take(_ amount: Double, now: Duration) {
    fill(now)
    level = min(capacity, level - amount)
  }

  private mutating func fill(_ now: Duration) {
    guard now > filledAt else { return }
    level = min(capacity, level + (now - filledAt).inSeconds * perSecond)
    filledAt = now
  }
}
