import AsyncHTTPClient
import NIOCore
import NIOHTTP1
import Synchronization

/// Gathers one answer up to a number of bytes.
final class AnswerCollector: HTTPClientResponseDelegate {
  typealias Response = HTTPAnswer

  private struct State: Sendable {
    var answer = HTTPAnswer(status: 0)
    var isSent = false
  }

  private let limit: Int
  private let state = Mutex(State())

  init(bytes limit: Int) { self.limit = limit }

  /// Whether a connection was there and the request's head went out.
  var isSent: Bool { state.withLock { $0.isSent } }

  func didSendRequestHead(task: HTTPClient.Task<HTTPAnswer>, _ head: HTTPRequestHead) {
    state.withLock { $0.isSent = true }
  }

  func didReceiveHead(
    task: HTTPClient.Task<HTTPAnswer>,
    _ head: HTTPResponseHead
  ) -> EventLoopFuture<Void> {
    let announced = head.headers.first(name: "Content-Length").flatMap { Int($0) }
    guard announced ?? 0 <= limit else { return task.eventLoop.makeFailedFuture(excess) }
    state.withLock { state in
      state.answer.status = Int(head.status.code)
      state.answer.headers = head.headers.map { ($0.name, $0.value) }
      state.answer.body.reserveCapacity(max(0, announced ?? 0))
    }
    return task.eventLoop.makeSucceededVoidFuture()
  }

  func didReceiveBodyPart(
    task: HTTPClient.Task<HTTPAnswer>,
    _ buffer: ByteBuffer
  ) -> EventLoopFuture<Void> {
    let fits = state.withLock { state in
      guard state.answer.body.count + buffer.readableBytes <= limit else { return false }
      buffer.withUnsafeReadableBytes { state.answer.body.append(contentsOf: $0) }
      return true
    }
    return fits
      ? task.eventLoop.makeSucceededVoidFuture() : task.eventLoop.makeFailedFuture(excess)
  }

  func didFinishRequest(task: HTTPClient.Task<HTTPAnswer>) throws -> HTTPAnswer {
    state.withLock { $0.answer }
  }

  private var excess: HTTPFault {
    HTTPFault(reason: "the answer is larger than \(limit) bytes", isPassing: false)
  }
}
