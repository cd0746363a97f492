/// How many requests may be under way at once, found out from how they end.
///
/// It grows like a connection's window: doubled each round until the first sign of congestion, by
/// one a round from then on; a sign of congestion halves it, at most once for all requests that
/// were under way together (Jacobson and Karels, "Congestion avoidance and control", 1988; Chiu and
/// Jain, "Analysis of the increase and decrease algorithms", 1989). A value without a clock.
public struct AdaptiveLimit: Sendable, Hashable {
  /// How many requests a fresh endpoint gets at once.
  public static let start = 64

  /// The most there may ever be.
  public let ceiling: Int
  /// How many may be under way now, 1 to the ceiling.
  public private(set) var current: Int
  /// How often it was halved since the last success.
  public private(set) var strikes = 0
  private var hasMetCongestion = false
  private var progress = 0
  /// Requests that started before this one have had their say about congestion.
  private var epoch: UInt64 = 0

  /// Makes a limit.
  ///
  /// - Parameter ceiling: The most there may ever be, at least 1.
  public init(ceiling: Int) {
    self.ceiling = max(1, ceiling)
    current = min(self.ceiling, Self.start)
  }

  /// A request was answered.
  ///
  /// - Parameter underway: How many were under way, this one included; a limit that nobody reaches
  ///   does not grow.
  public mutating func succeeded(underway: Int) {
    strikes = 0
    guard current < ceiling, underway * 2 >= current else { return }
    guard hasMetCongestion else {
      current += 1
      return
    }
    progress += 1
    if progress >= current {
      progress = 0
      current += 1
    }
  }

  /// A request met a sign of congestion.
  ///
  /// - Parameters:
  ///   - ticket: The number of the request, rising in the order of their starts.
  ///   - next: The number that the next request will have.
  /// - Returns: Whether the limit was halved for it.
  @discardableResult
  public mutating func congested(ticket: UInt64, next: UInt64) -> Bool {
    hasMetCongestion = true
    guard ticket >= epoch else { return false }
    epoch = next
    progress = 0
    strikes += 1
    current = max(1, current / 2)
    return true
  }
}
