import SeedbedData
import SeedbedKernels
import SeedbedModels
import Testing

@Suite("Endpoint secrets")
struct EndpointSecretsTests {
  static let secrets = [EmbeddingsEndpointTests.key, "pass-word-77", "token-in-query"]

  /// A transport that says everything it was told.
  struct Gossip: HTTPTransport {
    var status: Int?

    func send(_ request: HTTPRequest, limits: HTTPLimits) async throws -> HTTPAnswer {
      let told = request.headers.map { "\($0.name): \($0.value)" }.joined(separator: ", ")
      let words = told + " " + request.url + " pass-word-77"
      guard let status else { throw HTTPFault(reason: words, isPassing: false) }
      // Long enough that shortening could cut a secret in half.
      let padding = String(repeating: "-", count: 200)
      return HTTPAnswer(status: status, body: Array((padding + words + "\n" + words).utf8))
    }
  }

  @Test(
    "no secret is in any error, description, dump or identity",
    arguments: [nil, 200, 401, 500]
  )
  func silence(status: Int?) async throws {
    for variable in ["EMB_KEY", nil] {
      var options = EmbeddingsEndpoint.Options(
        url: "https://someone:pass-word-77@models.test/v1?key=token-in-query",
        model: "m",
        keyVariable: variable
      )
      options.retries.attempts = 2
      let endpoint = try EmbeddingsEndpoint(
        options,
        environment: EmbeddingsEndpointTests.environment,
        transport: Gossip(status: status)
      ) { _ in }
      let error = await #expect(throws: SeedbedError.self) {
        try await endpoint.vectors(for: ["a"])
      }
      var outputs = ["\(try #require(error))", endpoint.identity, "\(endpoint)"]
      outputs.append(String(reflecting: endpoint))
      var dumped = ""
      dump(endpoint, to: &dumped)
      dump(error, to: &dumped)
      outputs.append(dumped)
      for output in outputs {
        for secret in Self.secrets { #expect(!output.contains(secret), "\(output)") }
        // "someone:pass-word-77" in base 64.
        #expect(!output.contains("c29tZW9uZTpwYXNzLXdvcmQtNzc="), "\(output)")
      }
      #expect(endpoint.identity == "endpoint https://models.test/v1/embeddings m")
    }
  }

  /// A transport that keeps what it was told.
  struct Recorder: HTTPTransport {
    let record: @Sendable (HTTPRequest) -> Void

    func send(_ request: HTTPRequest, limits: HTTPLimits) async throws -> HTTPAnswer {
      record(request)
      return HTTPAnswer(status: 400)
    }
  }

  @Test("user name and password of an address travel as a header, its query stays in the address")
  func credentials() async throws {
    let endpoint = try EmbeddingsEndpoint(
      .init(url: "https://someone:pass-word-77@models.test/v1/?version=2", model: "m"),
      transport: Recorder { request in
        #expect(request.url == "https://models.test/v1/embeddings?version=2")
        let header = request.headers.first { $0.name == "Authorization" }
        #expect(header?.value == "Basic c29tZW9uZTpwYXNzLXdvcmQtNzc=")
        #expect(!"\(request)".contains("c29t"))
      }
    )
    await #expect(throws: SeedbedError.self) { try await endpoint.vectors(for: ["a"]) }
  }

  @Test("a missing key names its variable, and a broken one does not show itself")
  func missing() {
    let options = EmbeddingsEndpoint.Options(
      url: "https://models.test",
      model: "m",
      keyVariable: "NO_SUCH_KEY"
    )
    let missing = #expect(throws: SeedbedError.self) {
      try EmbeddingsEndpoint(options, environment: [:])
    }
    #expect(missing?.message == "the environment variable `NO_SUCH_KEY` holds no key")
    let broken = #expect(throws: SeedbedError.self) {
      try EmbeddingsEndpoint(options, environment: ["NO_SUCH_KEY": "half\r\nX-Evil: 1"])
    }
    #expect(broken.map { "\($0)".contains("half") } == false)
  }

  @Test(
    "an address that is none is refused without being repeated",
    arguments: ["", "models.test/v1", "ftp://a/b", "https://", "file:///etc", "http://a b/pass"]
  )
  func address(url: String) {
    let error = #expect(throws: SeedbedError.self) {
      try EmbeddingsEndpoint(.init(url: url, model: "m"), environment: [:])
    }
    #expect(error?.message == "the endpoint's address is no http or https address")
  }

  @Test("limits that are not positive are refused")
  func limits() {
    var options = EmbeddingsEndpoint.Options(url: "https://models.test", model: "m")
    options.concurrency = 0
    #expect(throws: SeedbedError.self) { try EmbeddingsEndpoint(options, environment: [:]) }
  }
}

@Suite("Retry policy")
struct RetryPolicyTests {
  @Test("waiting times fill the whole range below a bound that doubles up to the longest")
  func jitter() {
    let policy = RetryPolicy(attempts: 12, base: .seconds(1), longest: .seconds(20))
    for attempt in 1..<12 {
      let bound = min(1 << (attempt - 1), 20)
      let delays = (0..<400).compactMap { draw -> Duration? in
        var random = CounterRandom(seed: 1, sample: UInt64(draw), operation: 2, draw: 3)
        return policy.delay(after: attempt, random: &random)
      }
      #expect(delays.count == 400)
      #expect(delays.allSatisfy { $0 >= .zero && $0 <= .seconds(bound) })
      #expect(delays.contains { $0 < .seconds(bound) * 0.05 })
      #expect(delays.contains { $0 > .seconds(bound) * 0.95 })
    }
  }

  @Test("equal seeds give equal waiting times, and the last try none")
  func determinism() {
    var first = CounterRandom(seed: 1, sample: 2, operation: 3, draw: 4)
    var second = first
    let policy = RetryPolicy(attempts: 3)
    #expect(policy.delay(after: 2, random: &first) == policy.delay(after: 2, random: &second))
    #expect(policy.delay(after: 3, random: &first) == nil)
    #expect(policy.delay(after: 99, random: &first) == nil)
  }

  @Test(
    "hostile values of Retry-After count as missing",
    arguments: ["-1", "nan", "inf", "1e300", "", "Wed, 21 Oct 2015 07:28:00 GMT", "0x1p999"]
  )
  func hostile(value: String) throws {
    var random = CounterRandom(seed: 1, sample: 2, operation: 3, draw: 4)
    let delay = try #require(RetryPolicy().delay(after: 1, retryAfter: value, random: &random))
    #expect(delay >= .zero && delay <= .milliseconds(500))
  }
}
