/// What an answer's headers say about when the next request may come.
///
/// Known are `Retry-After` (seconds or a date), `retry-after-ms`, `x-ratelimit-remaining-…` with
/// `x-ratelimit-reset-…` as OpenAI and its followers send them, and Anthropic's
/// `anthropic-ratelimit-…-remaining` and `-reset`. What cannot be read counts as missing.
public struct LimitHeaders: Sendable, Hashable {
  /// How long the endpoint asks to stay away.
  public var retryAfter: Duration?
  /// How long until something that is used up is there again.
  public var reset: Duration?

  private static let families = [
    "x-ratelimit-remaining-requests", "x-ratelimit-remaining-tokens", "x-ratelimit-remaining",
    "anthropic-ratelimit-requests-remaining", "anthropic-ratelimit-tokens-remaining",
    "anthropic-ratelimit-input-tokens-remaining", "anthropic-ratelimit-output-tokens-remaining",
  ]

  /// Reads an answer's headers.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - date: Seconds since 1970, for dates in an answer that does not say its own.
  public init(_ answer: HTTPAnswer, date: () -> Double) {
    // Most answers say nothing; two looks find that out.
    let says = answer.headers.contains { header in
      let first = header.name.utf8.first.map { $0 | 0x20 }
      return first == UInt8(ascii: "x") || first == UInt8(ascii: "a") || first == UInt8(ascii: "r")
    }
    guard says else { return }
    // The endpoint's own clock is the one that its dates go by.
    func now() -> Double { answer.header("date").flatMap(TimeText.date) ?? date() }
    retryAfter =
      answer.header("retry-after-ms").flatMap { Double($0) }.flatMap { ms in
        ms.isFinite && ms >= 0 ? Duration.bounded(seconds: ms / 1000) : nil
      } ?? answer.header("retry-after").flatMap { TimeText.wait($0, now: now) }
    for name in Self.families where answer.header(name).flatMap({ Double($0) }) == 0 {
      let resetName = name.replacing("remaining", with: "reset")
      guard let wait = answer.header(resetName).flatMap({ TimeText.wait($0, now: now) })
      else { continue }
      reset = max(reset ?? .zero, wait)
    }
  }
}
