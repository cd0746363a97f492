#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import SeedbedData
import SeedbedKernels
import Synchronization

/// A language model behind an endpoint: looked up, paced, paid within the budget, and stored.
///
///     let meter = SpendingMeter(limit: 5)
///     let model = try PacedModel(settings, store: store, meter: meter)
///     let answer = try await model.answer(to: ModelRequest([ChatMessage(.user, "Hello")]))
///
/// A request whose answer is stored costs nothing; equal requests under way at the same time are one.
/// As many requests go out as the endpoint bears, within the limits of the settings. What fails in
/// passing is tried again; what will never work ends every request at once.
public final class PacedModel: LanguageModel {
  /// Which model it is.
  public let identity: ModelIdentity
  /// How the endpoint is spoken to.
  public let wire: ChatWire

  let settings: ModelSettings
  let access: EndpointAccess
  let store: any AnswerStore
  let meter: SpendingMeter
  let transport: any HTTPTransport
  let clock: PacingClock
  let seed: UInt64
  let book: TallyBook
  let forms: FormBook
  let gate: RequestGate
  let writer: AnswerWriter
  let estimate = TokenEstimate()
  private let flights = SingleFlight<ModelAnswer>()
  /// How many requests in a row were refused for good; nil once the endpoint has answered one.
  private let refusals = Mutex<Int?>(0)

  /// Prepares a model; nothing is sent yet.
  ///
  /// - Parameters:
  ///   - settings: The model, where it runs and what it allows.
  ///   - store: Where answers are kept.
  ///   - meter: Counts the cost of the run and keeps the budget.
  ///   - environment: The variables of the process, one of which may hold the key.
  ///   - transport: What carries the requests.
  ///   - clock: The time by which requests are paced.
  ///   - seed: The seed of the waiting times' jitter; it changes no answer.
  /// - Throws: A `SeedbedError` when the settings or the key cannot be used, or a budget is set and
  ///   the model has no price.
  public init(
    _ settings: ModelSettings,
    store: any AnswerStore,
    meter: SpendingMeter,
    environment: [String: String]? = nil,
    transport: any HTTPTransport = ClientTransport(),
    clock: PacingClock = .system,
    seed: UInt64 = 0
  ) throws {
    try meter.check([settings])
    let environment = environment ?? ProcessInfo.processInfo.environment
    wire = try ChatWire(settings)
    access = EndpointAccess(
      wire.address,
      key: try EndpointKey(settings, environment: environment),
      header: wire.dialect.keyHeader(wire.address)
    )
    identity = wire.identity
    self.settings = settings
    self.store = store
    self.meter = meter
    self.transport = transport
    self.clock = clock
    self.seed = seed
    book = meter.book(for: settings.name)
    forms = FormBook(wire.firstForm)
    gate = RequestGate(settings.limits, clock: clock)
    writer = AnswerWriter(store)
  }

  /// Answers a request.
  ///
  /// - Parameter request: What is asked.
  /// - Returns: The answer, already stored; its `finish` says whether the model refused.
  /// - Throws: A `RequestFailure` where this request has no answer; a `SeedbedError` where no other
  ///   will have one (key refused, model unknown, endpoint gone, budget used up) or the store fails;
  ///   `CancellationError`.
  public func answer(to request: ModelRequest) async throws -> ModelAnswer {
    try Task.checkCancellation()
    let (form, isSettled) = forms.form(for: request.shape)
    let trial = Trial(request, form: form, wire: wire)
    book.note { $0.asked += 1 }
    return try await flights.share(trial.key) {
      if let answer = try stored(trial, isSettled: isSettled) { return answer }
      return try await draw(trial)
    }
  }

  /// How many requests may be under way now.
  public var width: Int { gate.width }

  /// The stored answer, in the form in which the endpoint is asked now or any it may have been.
  private func stored(_ trial: Trial, isSettled: Bool) throws -> ModelAnswer? {
    if let answer = try store.storedAnswer(key: trial.key) { return found(answer, trial) }
    guard !isSettled else { return nil }
    for form in wire.otherForms(than: trial.form, for: trial.request) {
      let other = Trial(trial.request, form: form, wire: wire)
      if let answer = try store.storedAnswer(key: other.key) { return found(answer, other) }
    }
    return nil
  }

  func found(_ answer: ModelAnswer, _ trial: Trial) -> ModelAnswer {
    forms.settle(trial.form, for: trial.request.shape)
    book.note { $0.fromStore += 1 }
    return answer
  }

  /// Ends every request.
  func stop(_ fault: AnswerFault) -> SeedbedError {
    let error = SeedbedError(
      .endpoint,
      "`\(wire.shownAddress)` \(fault.words) for model `\(settings.model)`",
      hint: fault.hint,
      cause: fault.cause
    )
    gate.close(error)
    return error
  }

  /// Notes how a request ended that the endpoint has seen.
  ///
  /// - Returns: Whether it has refused so many, and answered none, that it will refuse all.
  func refusesAll(_ isRefused: Bool) -> Bool {
    refusals.withLock { refusals in
      guard let count = refusals else { return false }
      refusals = isRefused ? count + 1 : nil
      return isRefused && count + 1 >= 20
    }
  }
}

extension PacedModel: CustomStringConvertible, CustomReflectable {
  /// The endpoint and the model; nothing of its key.
  public var description: String { identity.endpoint }
  /// The identity only, so that a dump shows no secret either.
  public var customMirror: Mirror { Mirror(self, children: ["identity": identity]) }
}
