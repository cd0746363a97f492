import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Sends requests by async-http-client, over connections that all endpoints share.
///
/// Redirects are not followed, so that a key never travels to another host, and no compression is
/// asked for. Connections speak HTTP/1.1 and are kept: a broken one costs one request, and as many
/// requests may be under way as their sender allows.
public struct ClientTransport: HTTPTransport {
  /// One client for the life of the process: its threads and connections are shared, and it never
  /// has to be shut down.
  private static let client: HTTPClient = {
    var settings = HTTPClient.Configuration()
    settings.redirectConfiguration = .disallow
    settings.timeout.connect = .seconds(15)
    settings.decompression = .disabled
    settings.httpVersion = .http1Only
    // How many requests are under way is decided before they come here.
    settings.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 4096
    // Failures come back at once: when to try again is the retry policy's matter.
    settings.connectionPool.retryConnectionEstablishment = false
    return HTTPClient(eventLoopGroupProvider: .singleton, configuration: settings)
  }()

  /// Makes a transport.
  public init() {}

  /// Sends a request.
  ///
  /// - Parameters:
  ///   - request: What to send and where.
  ///   - limits: How long and how large the whole answer may be.
  /// - Returns: The answer with any status.
  /// - Throws: An ``HTTPFault`` when there is no whole answer; `CancellationError` when the task is
  ///   cancelled.
  public func send(_ request: HTTPRequest, limits: HTTPLimits) async throws -> HTTPAnswer {
    let collector = AnswerCollector(bytes: limits.bytes)
    do {
      try Task.checkCancellation()
      let task = Self.client.execute(
        request: try Self.prepared(request),
        delegate: collector,
        deadline: .now() + TimeAmount(limits.timeout)
      )
      return try await withTaskCancellationHandler {
        try await task.get()
      } onCancel: {
        task.cancel()
      }
    } catch {
      try Task.checkCancellation()
      var fault = Self.fault(error, limits: limits)
      if fault.stage == .answering, !collector.isSent { fault.stage = .connecting }
      throw fault
    }
  }

  private static func prepared(_ request: HTTPRequest) throws -> HTTPClient.Request {
    var headers = HTTPHeaders()
    headers.reserveCapacity(request.headers.count + 2)
    for header in request.headers { headers.add(name: header.name, value: header.value) }
    let body = request.method == .get ? nil : HTTPClient.Body.bytes(request.body)
    return try HTTPClient.Request(
      url: request.url,
      method: HTTPMethod(rawValue: request.method.rawValue),
      headers: headers,
      body: body
    )
  }

  /// Only known words are passed on: an error's own description may hold the address.
  private static func fault(_ error: any Error, limits: HTTPLimits) -> HTTPFault {
    switch error {
    case let fault as HTTPFault: fault
    case let error as HTTPClientError: fault(error, limits: limits)
    case let error as IOError:
      HTTPFault(reason: "the connection failed (error \(error.errnoCode))", isPassing: true)
    case let error as ChannelError where error == .eof:
      HTTPFault(reason: "the connection was closed", isPassing: true)
    case is HTTPParserError:
      HTTPFault(reason: "the answer is no sound HTTP", isPassing: true)
    default: HTTPFault(reason: "the connection failed (\(type(of: error)))", isPassing: true)
    }
  }

  private static func fault(_ error: HTTPClientError, limits: HTTPLimits) -> HTTPFault {
    let misuse: [HTTPClientError] = [.invalidURL, .emptyHost, .emptyScheme, .missingSocketPath]
    return switch error {
    case .deadlineExceeded:
      HTTPFault(
        reason: "no whole answer within \(limits.timeout)",
        isPassing: true,
        stage: .late
      )
    case .remoteConnectionClosed:
      HTTPFault(reason: "the connection was closed", isPassing: true)
    default: HTTPFault(reason: error.shortDescription, isPassing: !misuse.contains(error))
    }
  }
}
