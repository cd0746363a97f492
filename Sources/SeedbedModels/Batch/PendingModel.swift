public import SeedbedData

/// A model that answers from the store only, and puts down what is missing.
public struct PendingModel: LanguageModel {
  /// The bodies in which a request may have been asked, the one to send first.
  public typealias Encoder = @Sendable (ModelRequest) -> [[UInt8]]

  /// Which model it is.
  public let identity: ModelIdentity

  private let endpoint: String
  private let path: String?
  private let store: any AnswerStore
  private let pending: PendingRequests?
  private let encode: Encoder

  /// Makes a model.
  ///
  /// - Parameters:
  ///   - identity: Which model it is.
  ///   - endpoint: Who would be asked, as a part of every key.
  ///   - path: The path of the endpoint in a batch file; nil for Anthropic's format.
  ///   - store: Where answers are kept.
  ///   - pending: Takes the requests without an answer; nil to forget them.
  ///   - encode: The bodies of a request.
  public init(
    _ identity: ModelIdentity,
    endpoint: String,
    path: String?,
    store: any AnswerStore,
    pending: PendingRequests?,
    encode: @escaping Encoder
  ) {
    self.identity = identity
    self.endpoint = endpoint
    self.path = path
    self.store = store
    self.pending = pending
    self.encode = encode
  }

  /// Answers a request that was answered before.
  ///
  /// - Parameter request: What is asked.
  /// - Returns: The stored answer.
  /// - Throws: A `RequestFailure` of the kind `pending` where none is stored; what the store throws.
  public func answer(to request: ModelRequest) async throws -> ModelAnswer {
    var first: (key: String, body: [UInt8])?
    for body in encode(request) {
      let key = RequestKey.key(endpoint: endpoint, body: body, variant: request.variant)
      if let answer = try store.storedAnswer(key: key) { return answer }
      if first == nil { first = (key, body) }
    }
    let key = first?.key ?? ""
    if let pending, let body = first?.body, let object = try? JSONParser.parse(body.span).object {
      pending.add(BatchRequest(id: key, url: path, body: object), of: identity.name)
    }
    throw RequestFailure(.pending, "no answer to it is stored yet", key: key)
  }
}
