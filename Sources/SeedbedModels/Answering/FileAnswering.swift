public import SeedbedData

/// Answers all requests of a file, some at a time, in flat memory.
public struct FileAnswering: Sendable {
  /// What came of a file.
  public struct Report: Sendable, Hashable {
    /// How many requests have an answer.
    public var answered = 0
    /// How many have none, by kind.
    public var failed: [RequestFailure.Kind: Int] = [:]

    /// The first few reasons for failures, each once.
    public var reasons: [String] = []

    /// How many requests there were.
    public var requests: Int { answered + failed.values.reduce(0, +) }

    fileprivate mutating func note(_ request: AnsweredRequest) {
      switch request.outcome {
      case .success: answered += 1
      case .failure(let failure):
        failed[failure.kind, default: 0] += 1
        if reasons.count < 3, !reasons.contains(failure.reason) { reasons.append(failure.reason) }
      }
    }
  }

  /// Finished answers that may wait for an earlier one, for each request under way.
  private static let patience = 64

  private let model: any LanguageModel
  private let width: Int

  /// Makes it.
  ///
  /// - Parameters:
  ///   - model: Who answers.
  ///   - width: How many requests are under way at once, at least 1.
  public init(model: any LanguageModel, width: Int) {
    self.model = model
    self.width = max(1, width)
  }

  /// Answers requests one after the other, handing each out in the order of the requests.
  ///
  /// - Parameters:
  ///   - next: The next request, or nil at the end.
  ///   - write: Takes each request with what came of it.
  /// - Returns: The counts.
  /// - Throws: What `next` and `write` throw; a `SeedbedError` where going on is pointless: what was
  ///   answered until then is stored; `CancellationError`.
  public func run(
    next: () throws -> WrittenRequest?,
    write: (AnsweredRequest) throws -> Void
  ) async throws -> Report {
    let model = model
    return try await withThrowingTaskGroup(of: (Int, Outcome).self) { group in
      var report = Report()
      var finished: [Int: AnsweredRequest] = [:]
      var started = 0, written = 0, underWay = 0
      var isEnd = false
      var failure: (any Error)?
      while true {
        while !isEnd, failure == nil, underWay < width, started - written < width * Self.patience {
          guard let request = try next() else {
            isEnd = true
            break
          }
          let number = started
          started += 1
          underWay += 1
          group.addTask { (number, await Self.answer(request, model)) }
        }
        guard let (number, outcome) = try await group.next() else { break }
        underWay -= 1
        switch outcome {
        case .success(let answered): finished[number] = answered
        // A request under way is paid for, so it is let finish and its answer is stored.
        case .failure(let error): failure = failure ?? error
        }
        while let answered = finished.removeValue(forKey: written) {
          written += 1
          report.note(answered)
          try write(answered)
        }
      }
      if let failure { throw failure }
      return report
    }
  }

  private typealias Outcome = Result<AnsweredRequest, any Error>

  private static func answer(
    _ written: WrittenRequest,
    _ model: any LanguageModel
  ) async -> Outcome {
    do {
      let answer = try await model.answer(to: written.request)
      return .success(AnsweredRequest(id: written.id, outcome: .success(answer)))
    } catch let failure as RequestFailure {
      return .success(AnsweredRequest(id: written.id, outcome: .failure(failure)))
    } catch {
      return .failure(error)
    }
  }
}
