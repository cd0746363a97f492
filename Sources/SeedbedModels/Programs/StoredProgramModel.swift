public import SeedbedData

/// A language model that is a program of the user's own, speaking JSON lines on its standard streams.
///
///     let model = try StoredProgramModel(settings, store: store, folder: project.folder)
///     let answer = try await model.answer(to: request)
///
/// As with endpoints, an answer that is stored is not asked for again, and an answer is stored before it is
/// returned. The program is started once and kept running.
public final class StoredProgramModel: LanguageModel {
  /// Which model it is; its endpoint is the command line.
  public let identity: ModelIdentity

  private let wire: ProgramWire
  private let service: ProgramService
  private let store: any AnswerStore
  private let price: ModelSettings.Price?
  private let writer: AnswerWriter
  private let gate: ProgramGate
  private let flights = SingleFlight<ModelAnswer>()

  /// Prepares a model; the program is started with the first request.
  ///
  /// - Parameters:
  ///   - settings: The model with its command.
  ///   - store: Where answers are kept.
  ///   - folder: The folder in which the program runs.
  ///   - hiding: Environment variables that it must not see, such as those with keys of endpoints.
  /// - Throws: A `SeedbedError` when there is no command.
  public init(
    _ settings: ModelSettings,
    store: any AnswerStore,
    folder: String,
    hiding: [String] = []
  ) throws {
    wire = ProgramWire(settings)
    identity = wire.identity
    service = try ProgramService(
      settings.command,
      folder: folder,
      hiding: hiding,
      limits: settings.limits
    )
    self.store = store
    price = settings.price
    writer = AnswerWriter(store)
    gate = ProgramGate(width: settings.limits.concurrency)
  }

  deinit { service.host.close() }

  /// Answers a request.
  ///
  /// - Parameter request: What is asked.
  /// - Returns: The answer, already stored.
  /// - Throws: A `RequestFailure` where the program answers with an error or not in time; a `SeedbedError`
  ///   where it cannot be started or dies again and again; `CancellationError`.
  public func answer(to request: ModelRequest) async throws -> ModelAnswer {
    try Task.checkCancellation()
    let body = wire.body(of: request)
    let key = RequestKey.key(endpoint: wire.endpoint, body: body, variant: request.variant)
    return try await flights.share(key) {
      if let answer = try store.storedAnswer(key: key) { return answer }
      return try await draw(request, body, key)
    }
  }

  /// Ends the program; later requests fail.
  public func close() { service.host.close() }

  private func draw(
    _ request: ModelRequest,
    _ body: [UInt8],
    _ key: String
  ) async throws -> ModelAnswer {
    try await gate.enter()
    defer { gate.leave() }
    do {
      let answer = try ProgramWire.answer(try await ask(request, key), key: key)
      let paid = PaidAnswer(
        answer,
        request: String(decoding: body, as: UTF8.self),
        name: identity.name,
        endpoint: identity.endpoint,
        cost: price?.cost(of: answer.usage)
      )
      try await writer.write(paid)
      return answer
    } catch let failure as RequestFailure {
      try await writer.write(FailedRequest(failure, name: identity.name, attempts: 1))
      throw failure
    }
  }

  private func ask(_ request: ModelRequest, _ key: String) async throws -> JSONObject {
    do {
      return try await service.host.ask(wire.request(for: request))
    } catch let fault as ProgramFault {
      guard fault.isOfRequest else { throw service.error(fault) }
      throw RequestFailure(.unanswered, "the program \(fault.words)", key: key)
    }
  }
}
