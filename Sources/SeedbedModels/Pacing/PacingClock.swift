#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The time by which requests are paced; tests bring their own.
public struct PacingClock: Sendable {
  /// The time since any fixed moment; it never goes back.
  public var now: @Sendable () -> Duration
  /// Waits.
  public var sleep: @Sendable (Duration) async throws -> Void
  /// Seconds since 1970, to read dates that an endpoint sends.
  public var date: @Sendable () -> Double

  /// Makes a clock.
  ///
  /// - Parameters:
  ///   - now: The time since any fixed moment.
  ///   - sleep: Waits.
  ///   - date: Seconds since 1970.
  public init(
    now: @escaping @Sendable () -> Duration,
    sleep: @escaping @Sendable (Duration) async throws -> Void,
    date: @escaping @Sendable () -> Double
  ) {
    self.now = now
    self.sleep = sleep
    self.date = date
  }

  /// The machine's own clock.
  public static let system: PacingClock = {
    let start = ContinuousClock.now
    return PacingClock(
      now: { ContinuousClock.now - start },
      sleep: { try await Task.sleep(for: $0) },
      date: { Date().timeIntervalSince1970 }
    )
  }()
}

extension Duration {
  /// A number of seconds, at most a century, so that no sum of waits overflows.
  static func bounded(seconds: Double) -> Duration {
    .milliseconds(Int((min(max(0, seconds), 3e9) * 1000).rounded(.up)))
  }

  /// The time in seconds.
  var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}
