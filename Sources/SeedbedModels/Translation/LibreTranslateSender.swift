import SeedbedData
import SeedbedKernels

/// Sends requests to a translation server until there is an answer or no more hope.
struct LibreTranslateSender: Sendable {
  /// Where texts are translated; its key is only there to be kept out of messages.
  let translate: EndpointAccess
  /// Where the languages are listed.
  let languages: EndpointAccess
  let keyVariable: String?
  let retries: RetryPolicy
  let limits: HTTPLimits
  let transport: any HTTPTransport
  let sleep: LibreTranslateTranslator.Sleeper

  /// Why a try has brought nothing.
  private struct Refusal: Error {
    var words: String
    var cause: String?
    var status: Int?
    var retryAfter: String?
    var isPassing: Bool
  }

  /// Sends a body to translate, or asks for the languages.
  func send(_ body: [UInt8]?) async throws -> JSONValue {
    let bytes = body ?? []
    let access = body == nil ? languages : translate
    // The key travels in the body, so the headers are those of an address without one.
    let headers = EndpointAccess(access.address, key: nil).headers
    let request = HTTPRequest(
      url: access.address.url,
      method: body == nil ? .get : .post,
      headers: headers,
      body: bytes
    )
    var attempt = 0
    while true {
      attempt += 1
      let refusal: Refusal
      do {
        return try await answer(to: request, access)
      } catch let error as Refusal {
        refusal = error
      }
      var random = CounterRandom(
        seed: 0,
        sample: hash64(bytes.span),
        operation: hash64("libretranslate-retry"),
        draw: UInt64(attempt)
      )
      guard refusal.isPassing,
        let delay = retries.delay(
          after: attempt,
          retryAfter: refusal.retryAfter,
          random: &random
        )
      else { throw error(refusal, attempts: attempt) }
      try await sleep(delay)
    }
  }

  private func answer(to request: HTTPRequest, _ access: EndpointAccess) async throws -> JSONValue {
    let answer: HTTPAnswer
    do {
      answer = try await transport.send(request, limits: limits)
    } catch let fault as HTTPFault {
      throw Refusal(
        words: "gave no answer: \(access.shown(fault.reason))",
        isPassing: fault.isPassing
      )
    }
    guard answer.status == 200 else {
      throw Refusal(
        words: "answered with status \(answer.status)",
        cause: access.words(of: answer.body),
        status: answer.status,
        retryAfter: answer.retryAfter,
        isPassing: RetryPolicy.isPassing(answer.status)
      )
    }
    do {
      return try JSONParser.parse(answer.body.span, maximumDepth: 16)
    } catch {
      throw unusable("it is no JSON (\(error))")
    }
  }

  /// The error for an answer that is something else.
  func unusable(_ reason: String) -> SeedbedError {
    SeedbedError(
      .endpoint,
      "`\(translate.address.shown)` gave an answer that cannot be used: \(translate.shown(reason))",
      hint: "check that the address is that of a LibreTranslate server"
    )
  }

  private func error(_ refusal: Refusal, attempts: Int) -> SeedbedError {
    let tries = attempts > 1 ? " (tried \(attempts) times)" : ""
    return SeedbedError(
      .endpoint,
      "`\(translate.address.shown)` \(refusal.words)\(tries)",
      hint: hint(refusal.status),
      cause: refusal.cause
    )
  }

  private func hint(_ status: Int?) -> String? {
    switch status {
    case 400: "check that the server has both languages: GET /languages lists them"
    case 401, 403:
      keyVariable.map { "check the key in the environment variable `\($0)`" }
        ?? "name the environment variable that holds the key: `key_env`"
    case 404, 405: "check the address: `/translate` is added to it"
    case 429: "wait a while, or use a server of your own"
    case .some(300..<400): "use the address that the server has moved to"
    case .some(500...): "try again later"
    case nil: "check that the server runs and can be reached"
    default: nil
    }
  }
}
