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

/// A request, mostly with a JSON body.
public struct HTTPRequest: Sendable {
  /// What is done with the address.
  public enum Method: String, Sendable {
    /// Reads.
    case get = "GET"
    /// Sends a body.
    case post = "POST"
  }

  /// The whole address, without user name and password.
  public var url: String
  /// What is done with it.
  public var method: Method
  /// Names and values of the headers, in order.
  public var headers: [(name: String, value: String)]
  /// The body; empty where there is none.
  public var body: [UInt8]

  /// Makes a request.
  ///
  /// - Parameters:
  ///   - url: The whole address, without user name and password.
  ///   - method: What is done with it.
  ///   - headers: Names and values of the headers, in order.
  ///   - body: The body; empty where there is none.
  public init(
    url: String,
    method: Method = .post,
    headers: [(name: String, value: String)] = [],
    body: [UInt8] = []
  ) {
    self.url = url
    self.method = method
    self.headers = headers
    self.body = body
  }
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

  /// Makes limits.
  ///
  /// - Parameters:
  ///   - timeout: How long one try may take from the connection to the answer's last byte.
  ///   - bytes: How many bytes an answer may have.
  public init(timeout: Duration, bytes: Int) {
    self.timeout = timeout
    self.bytes = bytes
  }
}

/// An answer of any status.
public struct HTTPAnswer: Sendable {
  /// The status, such as 200.
  public var status: Int
  /// Names and values of the headers, in order.
  public var headers: [(name: String, value: String)]
  /// The body.
  public var body: [UInt8]

  /// Makes an answer.
  ///
  /// - Parameters:
  ///   - status: The status, 100...599.
  ///   - headers: Names and values of the headers, in order.
  ///   - body: The body.
  public init(status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The value of the first header of a name.
  ///
  /// - Parameter name: The name, in lower case; the header's own case does not matter.
  /// - Returns: The value as it was sent, or nil.
  public func header(_ name: String) -> String? {
    for header in headers where header.name.utf8.count == name.utf8.count {
      let isEqual = zip(header.name.utf8, name.utf8).allSatisfy { sent, wanted in
        sent == wanted || ((0x41...0x5A).contains(sent) && sent | 0x20 == wanted)
      }
      if isEqual { return header.value }
    }
    return nil
  }

  /// The value of `Retry-After`, as it was sent.
  public var retryAfter: String? { header("retry-after") }
}

/// Why there is no whole answer.
public struct HTTPFault: Error, Sendable, Hashable {
  /// What went wrong, in words without addresses or secrets.
  public var reason: String
  /// Whether the same request may succeed later.
  public var isPassing: Bool
  /// How far the try came.
  public var stage: Stage

  /// How far a try came that brought no whole answer.
  public enum Stage: String, Sendable {
    /// No connection: the endpoint never saw the request.
    case connecting
    /// The request may have been read, and may be charged.
    case answering
    /// The time for one try ran out.
    case late
  }

  /// Makes a fault.
  ///
  /// - Parameters:
  ///   - reason: What went wrong, in words without addresses or secrets.
  ///   - isPassing: Whether the same request may succeed later.
  ///   - stage: How far the try came.
  public init(reason: String, isPassing: Bool, stage: Stage = .answering) {
    self.reason = reason
    self.isPassing = isPassing
    self.stage = stage
  }
}
