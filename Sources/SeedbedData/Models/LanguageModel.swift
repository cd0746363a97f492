/// A language model as methods and judges see it.
///
/// Whatever stands behind it has paced the request, paid for it within the budget, and stored the answer
/// before it is returned. The same request is never paid twice.
public protocol LanguageModel: Sendable {
  /// Which model it is.
  var identity: ModelIdentity { get }

  /// Answers a request.
  ///
  /// - Parameter request: What is asked.
  /// - Returns: The answer, already stored.
  /// - Throws: A ``RequestFailure`` where this request has no answer and others may have one; a
  ///   `SeedbedError` where going on is pointless (budget used up, key refused, endpoint gone);
  ///   `CancellationError`.
  func answer(to request: ModelRequest) async throws -> ModelAnswer
}

/// Which model it is and whose.
public struct ModelIdentity: Sendable, Hashable {
  /// The name it has in `seedbed.yaml`.
  public var name: String
  /// The address without query, user name and password; a program's command line for a plug-in.
  public var endpoint: String
  /// The model's name at the endpoint.
  public var model: String
  /// The family that its weights come from, such as `gpt`; what one member wrote, no other may judge.
  public var family: String

  /// Makes an identity.
  ///
  /// - Parameters:
  ///   - name: The name in `seedbed.yaml`.
  ///   - endpoint: The address, without secrets.
  ///   - model: The model's name at the endpoint.
  ///   - family: The family that its weights come from.
  public init(name: String, endpoint: String, model: String, family: String) {
    self.name = name
    self.endpoint = endpoint
    self.model = model
    self.family = family
  }
}

/// Why one request has no usable answer.
public struct RequestFailure: Error, Sendable, Hashable {
  /// The kinds, which are counted apart.
  public enum Kind: String, Sendable, CaseIterable {
    /// The endpoint did not answer, or answered with an error, as often as it was asked.
    case unanswered
    /// The model refused.
    case refused
    /// The content filter of the endpoint took the answer away.
    case filtered
    /// The answer follows no schema, also after one request to mend it.
    case unusable
    /// The answer is still to come from a batch file.
    case pending
  }

  /// The kind.
  public var kind: Kind
  /// What is wrong, in one sentence without secrets.
  public var reason: String
  /// The key of the request; empty where it was never rendered.
  public var key: String

  /// Makes a failure.
  ///
  /// - Parameters:
  ///   - kind: The kind.
  ///   - reason: What is wrong, in one sentence without secrets.
  ///   - key: The key of the request.
  public init(_ kind: Kind, _ reason: String, key: String) {
    self.kind = kind
    self.reason = reason
    self.key = key
  }
}
