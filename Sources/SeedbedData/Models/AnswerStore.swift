/// Where answers are kept, so that no request is ever paid twice.
///
/// Every call is one transaction. The ledger keeps them in SQLite.
public protocol AnswerStore: Sendable {
  /// The stored answer to a request, or nil.
  func storedAnswer(key: String) throws -> ModelAnswer?
  /// Stores answers; one whose key is there already changes nothing.
  func store(_ answers: [PaidAnswer]) throws
  /// Stores that requests have no answer, with the reason.
  func store(_ failures: [FailedRequest]) throws
}

/// An answer with what was sent for it and what it cost.
public struct PaidAnswer: Sendable, Hashable {
  /// The answer.
  public var answer: ModelAnswer
  /// The body as it was sent.
  public var request: String
  /// The name of the model in `seedbed.yaml`.
  public var name: String
  /// Where it runs, without secrets.
  public var endpoint: String
  /// The price in the currency of the configuration; nil where no price is configured.
  public var cost: Double?
  /// Whether it came by a batch file.
  public var isBatch: Bool
  /// How many tries it took, at least 1.
  public var attempts: Int

  /// Makes a record.
  ///
  /// - Parameters:
  ///   - answer: The answer.
  ///   - request: The body as it was sent.
  ///   - name: The name of the model in `seedbed.yaml`.
  ///   - endpoint: Where it runs, without secrets.
  ///   - cost: The price; nil where none is configured.
  ///   - isBatch: Whether it came by a batch file.
  ///   - attempts: How many tries it took.
  public init(
    _ answer: ModelAnswer,
    request: String,
    name: String,
    endpoint: String,
    cost: Double?,
    isBatch: Bool = false,
    attempts: Int = 1
  ) {
    self.answer = answer
    self.request = request
    self.name = name
    self.endpoint = endpoint
    self.cost = cost
    self.isBatch = isBatch
    self.attempts = attempts
  }
}

/// A request without an answer.
public struct FailedRequest: Sendable, Hashable {
  /// Why.
  public var failure: RequestFailure
  /// The name of the model in `seedbed.yaml`.
  public var name: String
  /// How often it was tried.
  public var attempts: Int

  /// Makes a record.
  ///
  /// - Parameters:
  ///   - failure: Why there is no answer.
  ///   - name: The name of the model in `seedbed.yaml`.
  ///   - attempts: How often it was tried.
  public init(_ failure: RequestFailure, name: String, attempts: Int) {
    self.failure = failure
    self.name = name
    self.attempts = attempts
  }
}
