import SeedbedData
import SeedbedModels
import Synchronization

/// A store in memory that counts what is done with it.
final class CountingStore: AnswerStore {
  struct State {
    var answers: [String: PaidAnswer] = [:]
    var failures: [FailedRequest] = []
    var transactions = 0
    var twice = 0
  }

  let state = Mutex(State())

  func storedAnswer(key: String) throws -> ModelAnswer? {
    state.withLock { $0.answers[key]?.answer }
  }

  func store(_ answers: [PaidAnswer]) throws {
    state.withLock { state in
      state.transactions += 1
      for answer in answers {
        if state.answers[answer.answer.key] != nil { state.twice += 1 }
        state.answers[answer.answer.key] = answer
      }
    }
  }

  func store(_ failures: [FailedRequest]) throws {
    state.withLock { state in
      state.transactions += 1
      state.failures += failures
    }
  }

  var answers: [PaidAnswer] {
    state.withLock { $0.answers.values.sorted { $0.answer.key < $1.answer.key } }
  }
  var failures: [FailedRequest] { state.withLock { $0.failures } }
}

/// A clock on which waiting takes no time but moves the hands.
final class HastyClock: Sendable {
  private let time = Mutex(Duration.zero)
  private let waits = Mutex<[Duration]>([])

  var now: Duration { time.withLock { $0 } }
  /// What was waited for, in order.
  var list: [Duration] { waits.withLock { $0 } }

  func advance(_ step: Duration) { time.withLock { $0 += step } }

  var clock: PacingClock {
    PacingClock(
      now: { self.now },
      sleep: { wait in
        try Task.checkCancellation()
        self.waits.withLock { $0.append(wait) }
        self.advance(wait)
        await Task.yield()
      },
      date: { 1_700_000_000 }
    )
  }
}

/// A transport that answers by a closure.
struct ScriptedTransport: HTTPTransport {
  let answer: @Sendable (HTTPRequest) async throws -> HTTPAnswer

  func send(_ request: HTTPRequest, limits: HTTPLimits) async throws -> HTTPAnswer {
    try await answer(request)
  }

  /// An answer with a text.
  static func text(
    _ text: String,
    input: Int = 10,
    output: Int = 5,
    headers: [(name: String, value: String)] = []
  ) -> HTTPAnswer {
    let body = RudeServer.Reply.chatBody(text, input: input, output: output)
    return HTTPAnswer(status: 200, headers: headers, body: Array(body.utf8))
  }
}

/// What the tests of models share.
enum ModelBench {
  static let key = "sk-model-secret-9876543210"

  static func settings(_ url: String = "http://models.test/v1") -> ModelSettings {
    var settings = ModelSettings(name: "writer", url: url, model: "m-1")
    settings.keyVariable = "MODEL_KEY"
    settings.limits.timeout = 20
    return settings
  }

  static func model(
    _ settings: ModelSettings,
    store: CountingStore = CountingStore(),
    meter: SpendingMeter = SpendingMeter(),
    clock: HastyClock = HastyClock()
  ) throws -> PacedModel {
    try PacedModel(
      settings,
      store: store,
      meter: meter,
      environment: ["MODEL_KEY": key],
      clock: clock.clock
    )
  }

  static func model(
    _ settings: ModelSettings,
    store: CountingStore = CountingStore(),
    meter: SpendingMeter = SpendingMeter(),
    clock: HastyClock = HastyClock(),
    answer: @escaping @Sendable (HTTPRequest) async throws -> HTTPAnswer
  ) throws -> PacedModel {
    try PacedModel(
      settings,
      store: store,
      meter: meter,
      environment: ["MODEL_KEY": key],
      transport: ScriptedTransport(answer: answer),
      clock: clock.clock
    )
  }

  static func request(
    _ text: String,
    shape: AnswerShape? = nil,
    maximumTokens: Int? = nil,
    variant: Int = 0
  ) -> ModelRequest {
    ModelRequest(
      [ChatMessage(.system, "You write."), ChatMessage(.user, text)],
      sampling: SamplingSettings(maximumTokens: maximumTokens),
      shape: shape,
      variant: variant
    )
  }

  static let shape = AnswerShape(
    "label",
    [
      "type": "object", "properties": ["label": ["type": "string"]], "required": ["label"],
      "additionalProperties": false,
    ]
  )
}
