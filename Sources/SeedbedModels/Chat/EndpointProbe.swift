#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import SeedbedData

/// Finds out by a few tiny requests what a model's endpoint can do.
///
/// At most seven requests go out, each for at most 64 tokens; the last finding says what they cost.
/// Nothing is stored or tried again.
public struct EndpointProbe: Sendable {
  /// One thing that was looked at.
  public struct Finding: Sendable, Hashable {
    /// What came out.
    public enum Outcome: String, Sendable, CaseIterable {
      /// It works.
      case works
      /// The endpoint does not have it.
      case missing
      /// It should work and does not.
      case failed
      /// It could not be found out.
      case unknown
    }

    /// What was looked at: `reachable`, `key`, `model`, `usage`, `limits`, `schema`, `json`, `tools`,
    /// `logprobs`, `seed` or `cost`.
    public var name: String
    /// What came out.
    public var outcome: Outcome
    /// One sentence, without secrets.
    public var detail: String

    /// Makes a finding.
    ///
    /// - Parameters:
    ///   - name: What was looked at.
    ///   - outcome: What came out.
    ///   - detail: One sentence, without secrets.
    public init(_ name: String, _ outcome: Outcome, _ detail: String) {
      self.name = name
      self.outcome = outcome
      self.detail = detail
    }
  }

  /// What one request brought.
  enum Echo: Sendable {
    case answer(ModelAnswer, JSONValue, HTTPAnswer)
    case fault(AnswerFault)
  }

  static let maximumTokens = 64

  let settings: ModelSettings
  let wire: ChatWire
  let access: EndpointAccess
  let transport: any HTTPTransport

  /// Prepares a probe; nothing is sent yet.
  ///
  /// - Parameters:
  ///   - settings: The model and where it runs.
  ///   - environment: The variables of the process, one of which may hold the key.
  ///   - transport: What carries the requests.
  /// - Throws: A `SeedbedError` when the settings or the key cannot be used.
  public init(
    _ settings: ModelSettings,
    environment: [String: String]? = nil,
    transport: any HTTPTransport = ClientTransport()
  ) throws {
    self.settings = settings
    self.transport = transport
    wire = try ChatWire(settings)
    let environment = environment ?? ProcessInfo.processInfo.environment
    access = EndpointAccess(
      wire.address,
      key: try EndpointKey(settings, environment: environment),
      header: wire.dialect.keyHeader(wire.address)
    )
  }

  /// Sends the requests.
  ///
  /// - Returns: The findings in a fixed order; only the first ones when nothing else can be reached.
  public func probe() async -> [Finding] {
    var usage = TokenUsage()
    var form = wire.firstForm
    let listed = await modelList()
    var plain = await ask("Reply with the word ready.", form: form, usage: &usage)
    if case .fault(let fault) = plain, case .reform(let step) = fault.remedy,
      let other = form.after(step, hasJSONMode: wire.dialect.hasJSONMode)
    {
      form = other
      plain = await ask("Reply with the word ready.", form: form, usage: &usage)
    }
    guard case .answer(let answer, let body, let whole) = plain else {
      guard case .fault(let fault) = plain else { return [] }
      return unreachable(fault) + [listed]
    }
    var findings = [
      Finding("reachable", .works, "`\(wire.shownAddress)` answers"),
      Finding("key", .works, access.key == nil ? "no key is needed" : "the key is accepted"),
      listed, self.usage(answer, body), limits(whole),
    ]
    findings += await structures(form, &usage)
    if settings.provider == .openai { findings += await extras(form, &usage) }
    findings.append(cost(usage))
    return findings
  }

  private func unreachable(_ fault: AnswerFault) -> [Finding] {
    let words = "`\(wire.shownAddress)` \(fault.sentence)"
    guard fault.status > 0 else { return [Finding("reachable", .failed, words)] }
    let isKey = fault.status == 401 || fault.status == 403
    return [
      Finding("reachable", .works, "`\(wire.shownAddress)` answers"),
      Finding("key", isKey ? .failed : .unknown, words),
    ]
  }

  /// Sends one request, with further members in its body where it needs them.
  func ask(
    _ prompt: String,
    shape: AnswerShape? = nil,
    form: WireForm,
    extra: JSONObject = JSONObject(),
    usage: inout TokenUsage
  ) async -> Echo {
    let request = ModelRequest(
      [ChatMessage(.user, prompt)],
      sampling: SamplingSettings(maximumTokens: Self.maximumTokens),
      shape: shape
    )
    var wire = wire
    wire.add(extra)
    let body = wire.body(of: request, in: form)
    switch await send(wire.address.url, .post, body) {
    case .failure(let fault): return .fault(fault)
    case .success(let whole):
      let result = wire.read(whole, key: "", form: form, isShaped: shape != nil, access: access)
      switch result {
      case .failure(let fault):
        usage = usage + fault.usage
        return .fault(fault)
      case .success(let answer):
        usage = usage + answer.usage
        return .answer(answer, (try? JSONParser.parse(whole.body.span)) ?? .null, whole)
      }
    }
  }

  func send(
    _ url: String,
    _ method: HTTPRequest.Method,
    _ body: [UInt8] = []
  ) async -> Result<HTTPAnswer, AnswerFault> {
    let headers = access.headers + wire.dialect.headers
    let request = HTTPRequest(url: url, method: method, headers: headers, body: body)
    let limits = HTTPLimits(
      timeout: .bounded(seconds: min(settings.limits.timeout, 60)),
      bytes: settings.limits.answerBytes
    )
    do {
      return .success(try await transport.send(request, limits: limits))
    } catch {
      let reason = (error as? HTTPFault)?.reason ?? "the probe was interrupted"
      return .failure(
        AnswerFault(words: "gave no answer: \(access.shown(reason))", status: 0, remedy: .again)
      )
    }
  }
}

extension EndpointProbe: CustomStringConvertible, CustomReflectable {
  /// The endpoint; nothing of its key.
  public var description: String { "probe of \(wire.endpoint)" }
  /// Nothing, so that a dump shows no secret.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
