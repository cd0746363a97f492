public import SeedbedKernels

/// Decides whether and when a request is tried again; a value without clock or chance of its own.
///
/// Waiting times have "full jitter": a random share of a bound that doubles with each try
/// (Brooker, "Exponential backoff and jitter", 2015). The share depends on the seed, the request and
/// the try alone.
public struct RetryPolicy: Sendable, Hashable {
  /// How often a request is tried at most, at least 1.
  public var attempts: Int
  /// The bound of the first waiting time.
  public var base: Duration
  /// The longest waiting time; an endpoint that asks for a longer one is given up.
  public var longest: Duration

  /// Makes a policy.
  ///
  /// - Parameters:
  ///   - attempts: How often a request is tried at most, at least 1.
  ///   - base: The bound of the first waiting time.
  ///   - longest: The longest waiting time.
  public init(
    attempts: Int = 6,
    base: Duration = .milliseconds(500),
    longest: Duration = .seconds(60)
  ) {
    precondition(attempts > 0, "a request is tried at least once")
    self.attempts = attempts
    self.base = base
    self.longest = longest
  }

  /// Whether an answer of a status may be another one later.
  ///
  /// - Parameter status: The status.
  /// - Returns: True for 408, 409, 425, 429 and everything from 500.
  public static func isPassing(_ status: Int) -> Bool {
    [408, 409, 425, 429].contains(status) || status >= 500
  }

  /// How long to wait before the next try.
  ///
  /// - Parameters:
  ///   - attempt: How many tries there were, from 1.
  ///   - retryAfter: The header's value in seconds; other forms count as missing.
  ///   - random: The numbers of this request and try.
  /// - Returns: The time, or nil when there is to be no other try.
  public func delay(
    after attempt: Int,
    retryAfter: String? = nil,
    random: inout CounterRandom
  ) -> Duration? {
    guard attempt < attempts else { return nil }
    let bound = min(base * (1 << min(attempt - 1, 20)), longest)
    let jitter = bound * random.unit()
    guard let asked = retryAfter.flatMap(Self.seconds) else { return jitter }
    guard asked <= longest else { return nil }
    // Everybody was told the same time; a little more keeps them from coming back together.
    return min(asked + min(jitter, base), longest)
  }

  /// A number of seconds from 0; fractions are common though no standard knows them.
  static func seconds(_ text: String) -> Duration? {
    guard let value = Double(text.filter { $0 != " " }), value >= 0, value < 1e9 else { return nil }
    return .milliseconds(Int((value * 1000).rounded(.up)))
  }
}
