import HTTPTypes
import HummingbirdCore
import NIOCore

/// One request and its reply on one connection, within the limits of size and time.
struct Exchange: Sendable {
  let routes: ReviewRoutes
  let channel: any Channel

  /// The body was not read to its end, so that the connection cannot be used any further.
  private struct Abandoned: Error {}

  /// Reads a request, answers it, and closes the connection of a client that is too slow or sends too much.
  ///
  /// - Parameters:
  ///   - request: The request, its body not read yet.
  ///   - writer: Where the reply goes.
  /// - Throws: Where the connection is to be closed.
  func answer(_ request: Request, _ writer: consuming ResponseWriter) async throws {
    let channel = channel
    let deadline = channel.eventLoop.scheduleTask(in: ReviewServer.Limits.request) {
      channel.close(promise: nil)
    }
    defer { deadline.cancel() }
    guard let body = try await body(of: request) else {
      var reply = PageReply.failure(
        .contentTooLarge,
        "too_large",
        "the request is larger than \(ReviewServer.Limits.bodyBytes) bytes",
        hint: "shorten the text"
      )
      reply.headers[.connection] = "close"
      try await write(reply, writer)
      throw Abandoned()
    }
    let port = channel.localAddress?.port ?? 0
    try await write(await routes.reply(to: PageRequest(request, body: body), port: port), writer)
  }

  /// The body; nil where it is too large.
  private func body(of request: Request) async throws -> [UInt8]? {
    if let length = request.headers[.contentLength].flatMap({ Int($0) }),
      length > ReviewServer.Limits.bodyBytes
    {
      return nil
    }
    do {
      let buffer = try await request.body.collect(upTo: ReviewServer.Limits.bodyBytes)
      return Array(buffer.readableBytesView)
    } catch is NIOTooManyBytesError {
      return nil
    }
  }

  private func write(_ reply: PageReply, _ writer: consuming ResponseWriter) async throws {
    try await writer.write(
      response: ReplyHeaders.head(of: reply),
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: reply.body))
    )
  }
}
