import SeedbedData
import SeedbedKernels

extension EmbeddingsEndpoint {
  /// Sends a request until there is an answer of status 200 or no more hope.
  func send(_ body: [UInt8]) async throws -> HTTPAnswer {
    let request = HTTPRequest(url: access.address.url, headers: access.headers, body: body)
    let limits = HTTPLimits(timeout: options.timeout, bytes: options.answerBytes)
    var attempt = 0
    while true {
      attempt += 1
      let outcome = try await outcome(of: request, limits: limits)
      guard case .failure(let refusal) = outcome else { return try outcome.get() }
      var random = CounterRandom(
        seed: options.seed,
        sample: hash64(body.span),
        operation: hash64("embeddings-retry"),
        draw: UInt64(attempt)
      )
      guard refusal.isPassing,
        let delay = options.retries.delay(
          after: attempt,
          retryAfter: refusal.retryAfter,
          random: &random
        )
      else { throw error(refusal, attempts: attempt) }
      try await sleep(delay)
    }
  }

  /// Why a try has brought no vectors.
  private struct Refusal: Error {
    var words: String
    var cause: String?
    var status: Int?
    var retryAfter: String?
    var isPassing: Bool
  }

  private func outcome(
    of request: HTTPRequest,
    limits: HTTPLimits
  ) async throws -> Result<HTTPAnswer, Refusal> {
    do {
      let answer = try await transport.send(request, limits: limits)
      guard answer.status != 200 else { return .success(answer) }
      return .failure(
        Refusal(
          words: "answered with status \(answer.status)",
          cause: access.words(of: answer.body),
          status: answer.status,
          retryAfter: answer.retryAfter,
          isPassing: RetryPolicy.isPassing(answer.status)
        )
      )
    } catch let fault as HTTPFault {
      return .failure(
        Refusal(words: "gave no answer: \(access.shown(fault.reason))", isPassing: fault.isPassing)
      )
    }
  }

  private func error(_ refusal: Refusal, attempts: Int) -> SeedbedError {
    let tries = attempts > 1 ? " (tried \(attempts) times)" : ""
    return failure(refusal.words + tries, hint: hint(refusal), cause: refusal.cause)
  }

  private func hint(_ refusal: Refusal) -> String? {
    switch refusal.status {
    case 401, 403:
      options.keyVariable.map { "check the key in the environment variable `\($0)`" }
        ?? "name the environment variable that holds the key"
    case 404: "check the address and the model's name `\(options.model)`"
    case 413: "send fewer texts in a request"
    case 429: "wait a while, or send fewer requests at once; vectors that are cached stay"
    case .some(300..<400): "use the address that the endpoint has moved to"
    case .some(500...): "try again later; vectors that are cached stay"
    case nil: "check that the endpoint runs and can be reached"
    default: nil
    }
  }

  /// An error that names the endpoint and the model.
  func failure(_ words: String, hint: String? = nil, cause: String? = nil) -> SeedbedError {
    SeedbedError(
      .endpoint,
      "`\(access.address.shown)` \(words) for model `\(options.model)`",
      hint: hint,
      cause: cause
    )
  }
}

extension EmbeddingsEndpoint: CustomStringConvertible, CustomReflectable {
  /// The endpoint's identity; nothing of its key.
  public var description: String { identity }
  /// The identity only, so that a dump shows no secret either.
  public var customMirror: Mirror { Mirror(self, children: ["identity": identity]) }
}
