import AsyncHTTPClient
import NIOCore
import NIOHTTP1

/// Sends requests by async-http-client, over connections that all endpoints share.
///
/// Redirects are not followed, so that a key never travels to another host.
public struct ClientTransport: HTTPTransport {
  /// One client for the life of the process: its threads and connections are shared, and it never
  /// has to be shut down.
  private static let client: HTTPClient = {
    var settings = HTTPClient.Configuration()
    settings.redirectConfiguration = .disallow
    settings.timeout.connect = .seconds(15)
    settings.decompression = .disabled
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
    do {
      return try await withThrowingTaskGroup(of: HTTPAnswer.self) { group in
        group.addTask { try await Self.answer(request, bytes: limits.bytes) }
        // The client's own deadline ends with the answer's head; a body may drip for ever.
        group.addTask {
          try await Task.sleep(for: limits.timeout)
          throw HTTPFault(reason: "no whole answer within \(limits.timeout)", isPassing: true)
        }
        defer { group.cancelAll() }
        guard let answer = try await group.next() else { throw CancellationError() }
        return answer
      }
    } catch {
      try Task.checkCancellation()
      throw Self.fault(error, limits: limits)
    }
  }

  private static func answer(_ request: HTTPRequest, bytes: Int) async throws -> HTTPAnswer {
    var sent = HTTPClientRequest(url: request.url)
    sent.method = .POST
    for header in request.headers { sent.headers.add(name: header.name, value: header.value) }
    sent.body = .bytes(ByteBuffer(bytes: request.body))
    let response = try await client.execute(sent, deadline: .distantFuture)
    let body = try await response.body.collect(upTo: bytes)
    return HTTPAnswer(
      status: Int(response.status.code),
      retryAfter: response.headers.first(name: "Retry-After"),
      body: Array(body.readableBytesView)
    )
  }

  /// Only known words are passed on: an error's own description may hold the address.
  private static func fault(_ error: any Error, limits: HTTPLimits) -> HTTPFault {
    switch error {
    case let fault as HTTPFault: fault
    case is NIOTooManyBytesError:
      HTTPFault(reason: "the answer is larger than \(limits.bytes) bytes", isPassing: false)
    case let error as HTTPClientError: fault(error)
    case let error as IOError:
      HTTPFault(reason: "the connection failed (error \(error.errnoCode))", isPassing: true)
    case let error as ChannelError where error == .eof:
      HTTPFault(reason: "the connection was closed", isPassing: true)
    case is HTTPParserError:
      HTTPFault(reason: "the answer is no sound HTTP", isPassing: true)
    default: HTTPFault(reason: "the connection failed (\(type(of: error)))", isPassing: true)
    }
  }

  private static func fault(_ error: HTTPClientError) -> HTTPFault {
    let isMisuse = [
      .invalidURL, .emptyHost, .emptyScheme, .missingSocketPath,
    ].contains(error)
    return HTTPFault(reason: error.shortDescription, isPassing: !isMisuse)
  }
}
