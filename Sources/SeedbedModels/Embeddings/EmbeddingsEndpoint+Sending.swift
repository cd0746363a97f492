import SeedbedData
import SeedbedKernels

extension EmbeddingsEndpoint {
  /// Sends a request until there is an answer of status 200 or no more hope.
  func send(_ body: [UInt8]) async throws -> HTTPAnswer {
    let request = HTTPRequest(url: address.url, headers: headers, body: body)
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

  private var headers: [(name: String, value: String)] {
    var headers = [
      (name: "Content-Type", value: "application/json"),
      (name: "Accept", value: "application/json"), (name: "User-Agent", value: "seedbed"),
    ]
    if let key {
      headers.append((name: "Authorization", value: "Bearer \(key.value)"))
    } else if let credentials = address.credentials {
      headers.append((name: "Authorization", value: "Basic \(credentials.value)"))
    }
    return headers
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
          cause: serverWords(answer.body),
          status: answer.status,
          retryAfter: answer.retryAfter,
          isPassing: RetryPolicy.isPassing(answer.status)
        )
      )
    } catch let fault as HTTPFault {
      return .failure(
        Refusal(words: "gave no answer: \(shown(fault.reason))", isPassing: fault.isPassing)
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

  /// The endpoint's own words, short and without line breaks.
  ///
  /// Secrets are taken out before the words are shortened: half a key would not be found.
  private func serverWords(_ body: [UInt8]) -> String? {
    let value = try? JSONParser.parse(body.span, maximumDepth: 16)
    let error = value?["error"]
    let words =
      error?["message"]?.string ?? error?.string ?? value?["message"]?.string
      ?? value?["detail"]?.string ?? String(decoding: body.prefix(1 << 16), as: UTF8.self)
    let line = shown(words).unicodeScalars.map { $0.value < 0x20 || $0.value == 0x7F ? " " : $0 }
    var text = String(String.UnicodeScalarView(line.prefix(300)))
    while text.hasPrefix(" ") { text.removeFirst() }
    return text.isEmpty ? nil : text
  }

  /// A text from outside without what must not be shown.
  func shown(_ text: String) -> String {
    [key, address.credentials, address.password, address.query].compactMap(\.self)
      .reduce(text) { $1.removed(from: $0) }
  }

  /// An error that names the endpoint and the model.
  func failure(_ words: String, hint: String? = nil, cause: String? = nil) -> SeedbedError {
    SeedbedError(
      .endpoint,
      "`\(address.shown)` \(words) for model `\(options.model)`",
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
