import HTTPTypes
import SeedbedData
import SeedbedPipeline

/// What the page asks and tells, as JSON.
struct ReviewAPI: Sendable {
  /// The addresses of the calls.
  enum Route: String, CaseIterable {
    case session = "/api/session"
    case queues = "/api/queues"
    case next = "/api/next"
    case card = "/api/card"
    case progress = "/api/progress"
    case decisions = "/api/decisions"
    case undo = "/api/undo"

    /// The methods that an address answers.
    var methods: [String] {
      switch self {
      case .session: ["GET", "POST"]
      case .queues, .next, .card, .progress: ["GET"]
      case .decisions, .undo: ["POST"]
      }
    }
  }

  let board: any ReviewBoard
  let settings: ReviewSettings

  /// Answers a call of somebody who may call.
  ///
  /// - Parameters:
  ///   - route: What is asked.
  ///   - request: The request.
  ///   - author: The reviewer's name; nil until it was said.
  /// - Returns: The reply.
  /// - Throws: What the board throws, and a `SeedbedError` for a call that cannot be understood.
  func answer(_ route: Route, _ request: PageRequest, author: String?) async throws -> PageReply {
    switch route {
    case .session: return .json(session(author: author))
    case .queues:
      let queues = try await board.queues().map { JSONValue.object($0.json) }
      return .json(["queues": .array(queues)])
    default: break
    }
    guard let author else {
      return .failure(.conflict, "nameless", "say your name before you review")
    }
    switch route {
    case .session, .queues: return .json(session(author: author))
    case .next:
      let queue = try Self.queue(of: request)
      return .json(
        [
          "card": try await next(in: queue, author, besides: Self.shown(in: request)),
          "progress": try await progress(in: queue, author),
        ]
      )
    case .card:
      let queue = try Self.queue(of: request)
      let sample = try Self.sample(request.query["sample"])
      let card = try await board.card(sample, in: queue).map { JSONValue.object($0.json) }
      return .json(["card": card ?? .null])
    case .progress:
      let queue = try Self.queue(of: request)
      return .json(["progress": try await progress(in: queue, author)])
    case .decisions: return .json(try await decide(request, author))
    case .undo: return .json(try await undo(request, author))
    }
  }

  /// Who reviews what.
  ///
  /// - Parameter author: The reviewer's name.
  /// - Returns: The document of `/api/session`.
  func session(author: String?) -> JSONObject {
    [
      "name": .optional(author), "title": .string(settings.title),
      "queue": .optional(settings.queue),
    ]
  }

  private func decide(_ request: PageRequest, _ author: String) async throws -> JSONObject {
    let form = try CallBody(
      request.body,
      members: ["queue", "sample", "verdict", "reason", "correction", "besides"]
    )
    let queue = try form.requiredText("queue")
    let besides = try form.samples("besides")
    let decision = try await board.decide(
      try decision(form, queue: queue, author: author),
      in: queue
    )
    return [
      "decision": .object(decision.json),
      "card": try await next(in: queue, author, besides: besides),
      "progress": try await progress(in: queue, author),
    ]
  }

  private func decision(
    _ form: CallBody,
    queue: String,
    author: String
  ) throws -> ReviewDecision {
    let word = try form.requiredText("verdict")
    guard let verdict = ReviewVerdict(rawValue: word) else {
      let names = ReviewVerdict.allCases.map(\.rawValue).joined(separator: ", ")
      throw SeedbedError(.usage, "`\(word)` is no verdict", hint: "those are \(names)")
    }
    guard let purpose = Self.purpose(of: queue) else {
      throw SeedbedError(.notFound, "there is no queue `\(queue)`")
    }
    let part = try form.part("correction", members: ["text", "label", "difficulty"])
    let correction = try part.map { part in
      ReviewCorrection(
        text: try part.text("text"),
        label: try part.text("label"),
        difficulty: try part.text("difficulty").map(Self.difficulty)
      )
    }
    return ReviewDecision(
      sample: try Self.sample(form.requiredText("sample")),
      purpose: purpose,
      author: author,
      verdict: verdict,
      reason: try form.text("reason"),
      correction: correction,
      decidedAt: settings.clock()
    )
  }

  /// Takes back the reviewer's last decision and brings its sample up again.
  private func undo(_ request: PageRequest, _ author: String) async throws -> JSONObject {
    let form = try CallBody(request.body, members: ["queue"])
    let queue = try form.requiredText("queue")
    let undone = try await board.undo(in: queue, by: author)
    var card: JSONValue = .null
    if let undone, let again = try await board.card(undone.sample, in: queue) {
      card = .object(again.json)
    }
    return [
      "decision": undone.map { .object($0.json) } ?? .null,
      "card": card,
      "progress": try await progress(in: queue, author),
    ]
  }

  private func next(
    in queue: String,
    _ author: String,
    besides shown: [SampleID]
  ) async throws -> JSONValue {
    if !shown.isEmpty {
      guard let board = board as? any ForesightedBoard else { return .null }
      return try await board.next(in: queue, for: author, besides: shown)
        .map { .object($0.json) } ?? .null
    }
    return try await board.next(in: queue, for: author).map { .object($0.json) } ?? .null
  }

  private func progress(in queue: String, _ author: String) async throws -> JSONValue {
    .object(try await board.progress(in: queue, for: author).json)
  }

  /// The purpose that a queue's name begins with: `spot_check`, `gap:3`.
  static func purpose(of queue: String) -> ReviewPurpose? {
    ReviewPurpose(rawValue: String(queue.prefix { $0 != ":" }))
  }

  private static func difficulty(_ word: String) throws -> Difficulty {
    guard let difficulty = Difficulty(rawValue: word) else {
      let names = Difficulty.allCases.map(\.rawValue).joined(separator: ", ")
      throw SeedbedError(.usage, "`\(word)` is no difficulty", hint: "those are \(names)")
    }
    return difficulty
  }

  private static func queue(of request: PageRequest) throws -> String {
    guard let queue = request.query["queue"] else {
      throw SeedbedError(.usage, "the call names no queue")
    }
    return queue
  }

  private static func shown(in request: PageRequest) throws -> [SampleID] {
    guard let text = request.query["besides"], !text.isEmpty else { return [] }
    return try text.split(separator: ",").prefix(8).map { try sample(String($0)) }
  }

  private static func sample(_ hex: String?) throws -> SampleID {
    guard let id = hex.flatMap(SampleID.init(hex:)) else {
      throw SeedbedError(.usage, "the call names no sample by its whole id")
    }
    return id
  }
}
