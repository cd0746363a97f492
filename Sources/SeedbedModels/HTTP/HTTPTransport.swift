/// Carries one request to an endpoint and brings back its answer, without trying again.
public protocol HTTPTransport: Sendable {
  /// Sends a request.
  ///
  /// - Parameters:
  ///   - request: What to send and where.
  ///   - limits: How long and how large the whole answer may be.
  /// - Returns: The answer with any status.
  /// - Throws: An ``HTTPFault`` when there is no whole answer; `CancellationError` when the task is
  ///   cancelled.
  func send(_ request: HTTPRequest, limits: HTTPLimits) async throws -> HTTPAnswer
}

/// A request with a JSON body.
public struct HTTPRequest: Sendable {
  /// The whole address, without user name and password.
  public var url: String
  /// Names and values of the headers, in order.
  public var headers: [(name: String, value: String)]
  /// The body.
  public var body: [UInt8]
}

extension HTTPRequest: CustomStringConvertible, CustomReflectable {
  /// The size of the body; address and headers may hold secrets.
  public var description: String { "(a request of \(body.count) bytes)" }
  /// Nothing, for the same reason.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

/// How long and how large an answer may be.
public struct HTTPLimits: Sendable, Hashable {
  /// How long one try may take from the connection to the answer's last byte.
  public var timeout: Duration
  /// How many bytes an answer may have.
  public var bytes: Int
}

/// An answer of any status.
public struct HTTPAnswer: Sendable {
  /// The status, such as 200.
  public var status: Int
  /// The value of `Retry-After`, as it was sent.
  public var retryAfter: String?
  /// The body.
  public var body: [UInt8]

  /// Makes an answer.
  ///
  /// - Parameters:
  ///   - status: The status, 100...599.
  ///   - retryAfter: The value of `Retry-After`.
  ///   - body: The body.
  public init(status: Int, retryAfter: String? = nil, body: [UInt8] = []) {
    self.status = status
    self.retryAfter = retryAfter
    self.body = body
  }
}

/// Why there is no whole answer.
public struct HTTPFault: Error, Sendable, Hashable {
  /// What went wrong, in words without addresses or secrets.
  public var reason: String
  /// Whether the same request may succeed later.
  public var isPassing: Bool

  /// Makes a fault.
  ///
  /// - Parameters:
  ///   - reason: What went wrong, in words without addresses or secrets.
  ///   - isPassing: Whether the same request may succeed later.
  public init(reason: String, isPassing: Bool) {
    self.reason = reason
    self.isPassing = isPassing
  }
}
