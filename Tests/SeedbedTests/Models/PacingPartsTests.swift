import SeedbedKernels
import SeedbedModels
import Testing

@Suite("Adaptive limit of requests")
struct AdaptiveLimitTests {
  @Test("it doubles each round until the first sign of congestion, then grows by one a round")
  func growth() {
    var limit = AdaptiveLimit(ceiling: 1000)
    #expect(limit.current == 64)
    for expected in [128, 256, 512] {
      for _ in 0..<limit.current { limit.succeeded(underway: limit.current) }
      #expect(limit.current == expected)
    }
    let isHalved = limit.congested(ticket: 900, next: 901)
    #expect(isHalved)
    #expect(limit.current == 256)
    for expected in [257, 258, 259] {
      for _ in 0..<limit.current { limit.succeeded(underway: limit.current) }
      #expect(limit.current == expected)
    }
  }

  @Test("requests that were under way together halve it once")
  func oncePerRound() {
    var limit = AdaptiveLimit(ceiling: 64)
    for ticket in 0..<64 { limit.congested(ticket: UInt64(ticket), next: 64) }
    #expect(limit.current == 32 && limit.strikes == 1)
    limit.congested(ticket: 64, next: 70)
    #expect(limit.current == 16 && limit.strikes == 2)
    limit.succeeded(underway: 16)
    #expect(limit.strikes == 0)
  }

  @Test("a limit that nobody reaches does not grow, and none leaves its bounds")
  func bounds() {
    var limit = AdaptiveLimit(ceiling: 500)
    for _ in 0..<1000 { limit.succeeded(underway: 3) }
    #expect(limit.current == 64)
    var random = CounterRandom(seed: 1, sample: 2, operation: 3, draw: 4)
    var small = AdaptiveLimit(ceiling: 7)
    for ticket in 0..<5000 {
      if random.chance(0.4) {
        small.congested(ticket: UInt64(ticket), next: UInt64(ticket) + 1)
      } else {
        small.succeeded(underway: small.current)
      }
      #expect((1...7).contains(small.current))
    }
  }
}

@Suite("Rate bucket")
struct RateBucketTests {
  @Test(
    "no minute ever sees more than declared, and the whole is used",
    arguments: [1, 2, 3, 7, 12, 60, 500, 10_000]
  )
  func anyMinute(perMinute: Int) {
    var bucket = RateBucket(perMinute: perMinute, now: .zero)
    var now = Duration.zero
    var times: [Duration] = []
    while now < .seconds(240) {
      let wait = bucket.wait(for: 1, now: now)
      now += wait
      bucket.take(1, now: now)
      times.append(now)
    }
    var first = 0
    for (index, time) in times.enumerated() {
      while times[first] <= time - .seconds(60) { first += 1 }
      #expect(index - first + 1 <= perMinute)
    }
    #expect(Double(times.count) >= Double(perMinute) * 4 * 0.9)
  }

  @Test("an amount larger than the bucket goes through when it is full, and is owed")
  func debt() {
    var bucket = RateBucket(perMinute: 1200, now: .zero)
    let first = bucket.wait(for: 5000, now: .zero)
    #expect(first == .zero)
    bucket.take(5000, now: .zero)
    #expect(bucket.level < 0)
    let long = bucket.wait(for: 1, now: .zero)
    #expect(long > .seconds(200))
    bucket.take(-4990, now: .zero)
    let none = bucket.wait(for: 1, now: .zero)
    #expect(none == .zero)
  }
}

@Suite("Circuit breaker")
struct CircuitBreakerTests {
  @Test("only different requests in a row open it, and one probe at a time goes out")
  func opening() {
    var breaker = CircuitBreaker()
    for _ in 0..<100 { _ = breaker.failed(request: 1, isProbe: false, now: .zero) }
    #expect(!breaker.isOpen)
    for request in UInt64(2)..<10 {
      _ = breaker.failed(request: request, isProbe: false, now: .zero)
    }
    breaker.answered()
    for request in UInt64(0)..<9 {
      _ = breaker.failed(request: request, isProbe: false, now: .zero)
    }
    #expect(!breaker.isOpen && breaker.wait(now: .zero) == .zero)
    _ = breaker.failed(request: 50, isProbe: false, now: .zero)
    #expect(breaker.isOpen && breaker.wait(now: .zero) == .seconds(1))
    #expect(breaker.wait(now: .seconds(2)) == .zero)
    let isProbe = breaker.start()
    #expect(isProbe)
    #expect(breaker.wait(now: .seconds(2)) == nil)
    breaker.answered()
    let isAnother = breaker.start()
    #expect(!breaker.isOpen && !isAnother)
  }

  @Test("waits double between probes until it has been open too long", arguments: [true, false])
  func patience(hasAnswered: Bool) {
    var breaker = CircuitBreaker()
    if hasAnswered { breaker.answered() }
    for request in UInt64(0)..<10 {
      _ = breaker.failed(request: request, isProbe: false, now: .zero)
    }
    var now = Duration.zero
    var probes = 0
    while true {
      guard let wait = breaker.wait(now: now) else { break }
      now += wait
      let isProbe = breaker.start()
      #expect(isProbe)
      probes += 1
      // Those that were under way when it opened say nothing new.
      let isOver = breaker.failed(request: 99, isProbe: false, now: now + .seconds(500))
      #expect(!isOver)
      if breaker.failed(request: 100, isProbe: true, now: now) { break }
    }
    let patience = hasAnswered ? CircuitBreaker.patience : CircuitBreaker.firstPatience
    #expect(now >= patience && now <= patience + .seconds(15))
    #expect(probes == (hasAnswered ? 11 : 5))
  }
}

@Suite("Headers about limits")
struct LimitHeadersTests {
  private func headers(_ pairs: (name: String, value: String)...) -> LimitHeaders {
    LimitHeaders(HTTPAnswer(status: 429, headers: pairs)) { 1_700_000_000 }
  }

  @Test(
    "waits are read in every form that endpoints send",
    arguments: [
      ("2", 2.0), ("0.5", 0.5), (" 7", 7), ("1s", 1), ("6m0s", 360), ("20ms", 0.02),
      ("1h2m3.5s", 3723.5), ("1d", 86_400), ("Tue, 14 Nov 2023 22:13:30 GMT", 10),
      ("Tue, 14 Nov 2023 22:13:10 GMT", 0), ("2023-11-14T22:13:50Z", 30),
      ("2023-11-15T00:13:50.5+02:00", 30.5), ("1700000060", 60), ("1700000060000", 60),
    ]
  )
  func waits(text: String, seconds: Double) {
    #expect(headers(("Retry-After", text)).retryAfter == .milliseconds(Int(seconds * 1000)))
    let reset = headers(
      ("x-ratelimit-remaining-tokens", "0"),
      ("X-RateLimit-Reset-Tokens", text)
    )
    #expect(reset.reset == .milliseconds(Int(seconds * 1000)) && reset.retryAfter == nil)
  }

  @Test("the endpoint's own clock counts, not this machine's")
  func date() {
    let answer = headers(
      ("Date", "Wed, 21 Oct 2015 07:28:00 GMT"),
      ("Retry-After", "Wed, 21 Oct 2015 07:28:05 GMT")
    )
    #expect(answer.retryAfter == .seconds(5))
  }

  @Test("milliseconds come before seconds, and the longest of what is used up counts")
  func several() {
    #expect(
      headers(("retry-after-ms", "250"), ("retry-after", "1")).retryAfter
        == .milliseconds(250)
    )
    let answer = headers(
      ("anthropic-ratelimit-requests-remaining", "0"),
      ("anthropic-ratelimit-requests-reset", "2023-11-14T22:13:25Z"),
      ("anthropic-ratelimit-tokens-remaining", "0"),
      ("anthropic-ratelimit-tokens-reset", "2023-11-14T22:13:29Z"),
      ("x-ratelimit-remaining-requests", "5"),
      ("x-ratelimit-reset-requests", "99s")
    )
    #expect(answer.reset == .seconds(9))
  }

  @Test(
    "hostile values count as missing",
    arguments: [
      "", "-1", "nan", "inf", "0x10", "1e999", "soon", "5x", "s", "m5", "1..5s", "+-3",
      "Wed, 99 Foo 2015 07:28:00 GMT", "Wed, 21 Oct 2015 99:99:99 GMT", "2023-11-14", "Wed,",
      "2023-13-14T22:13:50Z", "2023-11-14T22:13:50+99", "99999999999999999999999999s,", "\u{0}",
      "2023-11-14T22:13:50.", "2023-11-14T22:13:50é",
    ]
  )
  func hostile(text: String) {
    #expect(headers(("Retry-After", text)).retryAfter == nil)
    #expect(headers(("retry-after-ms", text == "0x10" ? "-5" : text)).retryAfter == nil)
  }

  @Test("random bytes never crash the reading")
  func random() {
    let alphabet = Array("0123456789.:-+TZtz, smhdGMTWedOct".utf8)
    for sample in 0..<3000 {
      var random = CounterRandom(seed: 5, sample: UInt64(sample), operation: 1, draw: 0)
      let count = random.index(below: 30)
      let text = String(
        decoding: (0..<count).map { _ in alphabet[random.index(below: alphabet.count)] },
        as: UTF8.self
      )
      if let wait = headers(("Retry-After", text)).retryAfter { #expect(wait >= .zero) }
    }
  }
}
