/// Notices that an endpoint is gone, and asks it now and then whether it is back.
///
/// Closed, it only counts; after a number of different requests have failed with no success between
/// them it opens, and no request goes out but one probe at a time, after waits that double (Nygard,
/// "Release It!", 2007). When it has been open too long, it says so. A value without a clock.
public struct CircuitBreaker: Sendable, Hashable {
  /// How many different requests must fail in a row.
  public static let threshold = 10
  /// How long an endpoint that has answered before may stay away.
  public static let patience: Duration = .seconds(120)
  /// How long an endpoint that never answered may stay away.
  public static let firstPatience: Duration = .seconds(20)
  private static let longestWait: Duration = .seconds(15)

  private var failing: [UInt64] = []
  private var hasAnswered = false
  private var openedAt: Duration?
  private var probeAt: Duration = .zero
  private var wait: Duration = .seconds(1)
  private var isProbing = false

  /// Makes a closed breaker.
  public init() {}

  /// Whether nothing but probes may go out.
  public var isOpen: Bool { openedAt != nil }

  /// When the next request may go out.
  ///
  /// - Parameter now: The time.
  /// - Returns: Zero for now; nil while a probe is under way.
  public func wait(now: Duration) -> Duration? {
    guard isOpen else { return .zero }
    return isProbing ? nil : max(.zero, probeAt - now)
  }

  /// A request goes out; while the breaker is open it is a probe.
  ///
  /// - Returns: Whether it is one.
  public mutating func start() -> Bool {
    isProbing = isOpen
    return isProbing
  }

  /// The endpoint answered, be it with a refusal.
  public mutating func answered() {
    self = CircuitBreaker()
    hasAnswered = true
  }

  /// A probe ended without saying anything about the endpoint.
  public mutating func abandoned() { isProbing = false }

  /// A request found no working endpoint.
  ///
  /// - Parameters:
  ///   - request: Which one; the tries of one request count once.
  ///   - isProbe: Whether it went out as a probe.
  ///   - now: The time.
  /// - Returns: Whether the endpoint has been away for too long.
  public mutating func failed(request: UInt64, isProbe: Bool, now: Duration) -> Bool {
    if let openedAt {
      guard isProbe else { return false }
      isProbing = false
      wait = min(wait * 2, Self.longestWait)
      probeAt = now + wait
      return now - openedAt >= (hasAnswered ? Self.patience : Self.firstPatience)
    }
    if !failing.contains(request) { failing.append(request) }
    if failing.count >= Self.threshold {
      openedAt = now
      probeAt = now + wait
      failing = []
    }
    return false
  }
}
