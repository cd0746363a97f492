public import SeedbedData

/// How one language model's endpoint is spoken to: requests become bytes, bytes become answers.
///
/// A value without connection, key, clock or chance; batch files use it as well. Two dialects are
/// known: OpenAI's chat completions, which most servers speak, and Anthropic's messages.
public struct ChatWire: Sendable {
  /// The endpoint's settings; their address may hold a password.
  private(set) var settings: ModelSettings
  /// Who is asked, as a part of every key: provider, address without secrets, model.
  public let endpoint: String
  /// The form in which an endpoint is asked first.
  public let firstForm: WireForm

  let address: EndpointAddress
  let dialect: any ChatDialect

  /// Prepares a wire.
  ///
  /// - Parameter settings: A model behind an endpoint.
  /// - Throws: A `SeedbedError` when the address is none, a limit is out of range, or `extra` asks
  ///   for what cannot be read.
  public init(_ settings: ModelSettings) throws {
    try Self.check(settings)
    let dialect: any ChatDialect =
      switch settings.provider {
      case .anthropic: AnthropicDialect()
      case .openai: OpenAIDialect()
      case .moderation: ModerationDialect()
      case .program:
        throw SeedbedError(.configuration, "model `\(settings.name)` is a program, no endpoint")
      }
    var base = settings.url
    // An address that was copied whole is as good as its base.
    for end in [dialect.path, dialect.path + "/"] where base.hasSuffix(end) {
      base.removeLast(end.utf8.count)
    }
    address = try EndpointAddress(base, path: dialect.path)
    self.dialect = dialect
    self.settings = settings
    endpoint = "\(settings.provider.rawValue) \(address.shown) \(settings.model)"
    let structure = settings.structure ?? .schema
    firstForm = WireForm(
      structure: structure != .schema && !dialect.hasJSONMode ? .prompt : structure,
      usesCompletionTokens: dialect.namesCompletionTokens(address)
    )
  }

  /// The address without query, user name and password.
  public var shownAddress: String { address.shown }

  /// The path behind the host, as batch files have it: `/v1/chat/completions`.
  public var path: String {
    let rest = address.shown.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
    return rest.count > 2 ? "/" + rest[2] : "/"
  }

  /// The body of a request, the same bytes for the same request.
  ///
  /// - Parameters:
  ///   - request: What is asked.
  ///   - form: In which form; nil stands for the first one.
  /// - Returns: A JSON object in UTF-8.
  public func body(of request: ModelRequest, in form: WireForm? = nil) -> [UInt8] {
    var object = dialect.body(of: request, settings, form ?? firstForm)
    for (name, value) in settings.extra { object[name] = value }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256 + request.messages.reduce(0) { $0 + $1.content.utf8.count })
    JSONWriter().write(object: object, into: &bytes)
    return bytes
  }

  /// Sets further members of every body.
  mutating func add(_ extra: JSONObject) {
    for (name, value) in extra { settings.extra[name] = value }
  }

  /// The key of a body.
  ///
  /// - Parameters:
  ///   - body: The body as it is sent.
  ///   - variant: Which of several answers is meant, from 0.
  /// - Returns: The key under which its answer is stored.
  public func key(of body: [UInt8], variant: Int) -> String {
    RequestKey.key(endpoint: endpoint, body: body, variant: variant)
  }

  /// Reads an answer that came by a batch file.
  ///
  /// - Parameters:
  ///   - status: The status of the answer.
  ///   - body: Its body.
  ///   - key: The request's key.
  /// - Returns: The answer, or why there is none.
  public func read(
    status: Int,
    body: [UInt8],
    key: String
  ) -> Result<ModelAnswer, RequestFailure> {
    let access = EndpointAccess(address, key: nil)
    let answer = HTTPAnswer(status: status, body: body)
    // In no form further down could it be asked for: the file is what it is.
    var form = firstForm
    form.structure = .prompt
    return read(answer, key: key, form: form, isShaped: false, access: access).mapError { fault in
      var kind = RequestFailure.Kind.unanswered
      if case .none(let known) = fault.remedy { kind = known }
      return RequestFailure(kind, "the endpoint \(fault.sentence)", key: key)
    }
  }

  /// Reads an answer of any status.
  func read(
    _ answer: HTTPAnswer,
    key: String,
    form: WireForm,
    isShaped: Bool,
    access: EndpointAccess
  ) -> Result<ModelAnswer, AnswerFault> {
    let parsed = Result { () throws(JSONError) in
      try JSONParser.parse(answer.body.span, maximumDepth: 64)
    }
    func reading(_ value: JSONValue) -> StatusReading {
      StatusReading(
        body: value,
        words: access.words(of: answer.body),
        form: form,
        isShaped: isShaped
      )
    }
    guard answer.status == 200 else {
      return .failure(reading((try? parsed.get()) ?? .null).fault(answer.status))
    }
    let value: JSONValue
    switch parsed {
    case .success(let found): value = found
    case .failure(let error):
      let isPage = answer.body.first { $0 > 0x20 } == UInt8(ascii: "<")
      return .failure(
        .content(
          isPage ? "gave a page instead of JSON" : "gave an answer that is no JSON (\(error))"
        )
      )
    }
    if let error = value["error"], !error.isNull {
      let code = error["code"]?.int ?? 0
      var fault = reading(value).fault((400..<600).contains(code) ? code : 500)
      fault.words = "gave an error instead of an answer"
      return .failure(fault)
    }
    return dialect.answer(in: value, key: key)
  }

  private static func check(_ settings: ModelSettings) throws(SeedbedError) {
    let limits = settings.limits
    guard (1...4096).contains(limits.concurrency), limits.attempts > 0, limits.answerBytes > 0,
      limits.answerBytes <= 1 << 30, limits.requestsPerMinute ?? 1 > 0,
      limits.tokensPerMinute ?? 1 > 0, (0.001...86_400).contains(limits.timeout),
      (0.001...604_800).contains(limits.deadline)
    else {
      throw SeedbedError(
        .configuration,
        "a limit of model `\(settings.name)` is out of range",
        hint: "concurrency is 1 to 4096; all other limits are positive"
      )
    }
    if settings.extra["stream"]?.bool == true || settings.extra["n"]?.int ?? 1 != 1 {
      throw SeedbedError(
        .configuration,
        "`extra` of model `\(settings.name)` asks for a stream or for several answers at once",
        hint: "leave out `stream` and `n`"
      )
    }
  }
}

extension ChatWire: CustomStringConvertible, CustomReflectable {
  /// Who is asked, without secrets.
  public var description: String { endpoint }
  /// The same only: the settings' address may hold a password.
  public var customMirror: Mirror { Mirror(self, children: ["endpoint": endpoint]) }
}
