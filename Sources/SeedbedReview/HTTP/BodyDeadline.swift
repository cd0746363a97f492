import NIOCore
import NIOHTTPTypes

/// Closes the connection of a client that begins a request and does not send the rest of it in time.
///
/// It stands where bytes come in, so that only the client's time counts: a task of ours that reads them late,
/// because the machine is busy, costs nobody the connection.
final class BodyDeadline: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart

  private let time: TimeAmount
  private var closing: Scheduled<Void>?

  /// Makes a deadline.
  ///
  /// - Parameter time: How long the body may take from the end of the head.
  init(_ time: TimeAmount) {
    self.time = time
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head:
      let channel = context.channel
      closing = context.eventLoop.scheduleTask(in: time) { channel.close(promise: nil) }
    case .body: break
    case .end: closing?.cancel()
    }
    context.fireChannelRead(data)
  }

  func channelInactive(context: ChannelHandlerContext) {
    closing?.cancel()
    context.fireChannelInactive()
  }
}
