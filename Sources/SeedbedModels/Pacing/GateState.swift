import SeedbedData

/// Who may send a request now, as a value: limits, pauses, and the lines of those who wait.
struct GateState: Sendable {
  /// What one who waits wants.
  struct Wish: Sendable {
    /// The number of the request; all its tries have the same.
    var request: UInt64
    /// Tokens that it may use.
    var tokens: Double
  }

  /// Leave to send one try.
  struct Pass: Sendable {
    /// The number of this try, rising in the order of the starts.
    var ticket: UInt64
    var wish: Wish
    /// Whether it goes out to see whether the endpoint is back.
    var isProbe: Bool
  }

  typealias Line = WaitingLine<Wish, Pass>

  /// Those who may go, and when to look again.
  struct Admission: Sendable {
    var granted: [(waiter: Line.Waiter, pass: Pass)] = []
    var wait: Duration?
  }

  /// How a try ended, as far as the gate is concerned.
  enum Ending: Sendable {
    /// The endpoint answered.
    case answered
    /// The endpoint wants fewer requests; it may be away.
    case congested(isAway: Bool)
    /// There was no working endpoint.
    case away
    /// Nothing is known: the task was cancelled.
    case unknown
  }

  /// The first pause after a second sign of congestion without a success between.
  private static let firstPause: Duration = .milliseconds(250)
  private static let longestPause: Duration = .seconds(30)

  private(set) var limit: AdaptiveLimit
  private(set) var breaker = CircuitBreaker()
  private(set) var underway = 0
  private(set) var error: SeedbedError?
  private var requests: RateBucket?
  private var tokens: RateBucket?
  private var pausedUntil: Duration = .zero
  private var nextTicket: UInt64 = 0
  var fresh = Line()
  /// Tries after the first go before requests that were never tried.
  var again = Line()

  init(_ limits: ModelSettings.Limits, now: Duration) {
    limit = AdaptiveLimit(ceiling: limits.concurrency)
    requests = limits.requestsPerMinute.map { RateBucket(perMinute: $0, now: now) }
    tokens = limits.tokensPerMinute.map { RateBucket(perMinute: $0, now: now) }
  }

  /// Lets the first in line go when nothing forbids it.
  mutating func admit(now: Duration) -> Admission {
    var admission = Admission()
    while let wish = again.first() ?? fresh.first() {
      guard let wait = wait(for: wish, now: now) else { break }
      guard wait == .zero else {
        admission.wait = wait
        break
      }
      guard let waiter = again.isEmpty ? fresh.popFirst() : again.popFirst() else { break }
      admission.granted.append((waiter, pass(wish, now: now)))
    }
    return admission
  }

  /// Lets a request go at once when nobody waits and nothing forbids it.
  mutating func pass(at once: Wish, now: Duration) -> Pass? {
    guard fresh.isEmpty, again.isEmpty, wait(for: once, now: now) == .zero else { return nil }
    return pass(once, now: now)
  }

  private mutating func pass(_ wish: Wish, now: Duration) -> Pass {
    underway += 1
    nextTicket += 1
    requests?.take(1, now: now)
    tokens?.take(wish.tokens, now: now)
    return Pass(ticket: nextTicket, wish: wish, isProbe: breaker.start())
  }

  /// How long a request has to wait; nil until another one ends.
  private mutating func wait(for wish: Wish, now: Duration) -> Duration? {
    guard underway < limit.current, let probe = breaker.wait(now: now) else { return nil }
    return max(
      probe,
      pausedUntil - now,
      requests?.wait(for: 1, now: now) ?? .zero,
      tokens?.wait(for: wish.tokens, now: now) ?? .zero,
      .zero
    )
  }

  /// A try ended.
  ///
  /// - Parameters:
  ///   - pass: Its pass.
  ///   - ending: How.
  ///   - used: How many tokens it took; nil where nobody knows.
  ///   - hold: How long the endpoint asked to stay away.
  ///   - now: The time.
  /// - Returns: Whether the endpoint has been away for too long.
  mutating func end(
    _ pass: Pass,
    _ ending: Ending,
    used: Int?,
    hold: Duration?,
    now: Duration
  ) -> Bool {
    underway -= 1
    if let used { tokens?.take(Double(used) - pass.wish.tokens, now: now) }
    if let hold { pausedUntil = max(pausedUntil, now + hold) }
    switch ending {
    case .answered:
      limit.succeeded(underway: underway + 1)
      breaker.answered()
    case .congested(let isAway):
      if limit.congested(ticket: pass.ticket, next: nextTicket + 1), limit.strikes > 1,
        hold == nil
      {
        let pause = Self.firstPause * (1 << min(limit.strikes - 2, 10))
        pausedUntil = max(pausedUntil, now + min(pause, Self.longestPause))
      }
      guard !isAway else { return away(pass, now) }
      breaker.answered()
    case .away: return away(pass, now)
    case .unknown: if pass.isProbe { breaker.abandoned() }
    }
    return false
  }

  private mutating func away(_ pass: Pass, _ now: Duration) -> Bool {
    breaker.failed(request: pass.wish.request, isProbe: pass.isProbe, now: now)
  }

  /// Closes the gate for good.
  ///
  /// - Returns: Those who waited.
  mutating func close(_ error: SeedbedError) -> [Line.Waiter] {
    if self.error == nil { self.error = error }
    return again.removeAll() + fresh.removeAll()
  }
}
