import NIOCore
import NIOHTTP1
import NIOPosix
import SeedbedData
import Synchronization

/// A server on loopback that answers as it is told, politely or not.
final class RudeServer: Sendable {
  struct Request: Sendable {
    var headers: [String: String]
    var method: String
    var path: String
    var body: JSONValue

    /// The texts that were sent.
    var texts: [String] { body["input"]?.array?.compactMap(\.string) ?? [] }
  }

  enum Reply: Sendable {
    case answer(Int, headers: [String: String] = [:], body: String)
    /// Begins an answer of more bytes than it sends, then closes the connection.
    case cut(String)
    /// Closes the connection without a word.
    case hangUp
    /// Sends the head and never the body.
    case silence
    /// Another reply after a while.
    indirect case late(Duration, Reply)
  }

  private let channel: any Channel
  private let box: Received
  let url: String

  init(_ respond: @escaping @Sendable (_ number: Int, _ request: Request) -> Reply) async throws {
    let box = Received()
    channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(Handler(box: box, respond: respond))
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    self.box = box
    url = "http://127.0.0.1:\(channel.localAddress?.port ?? 0)/v1"
  }

  /// The requests that came, in order.
  var log: [Request] { box.requests.withLock { $0 } }

  func stop() async { try? await channel.close() }

  /// How many connections were made.
  var connections: Int { box.connections.withLock { $0 } }

  /// Lends a server to a test.
  static func with<Value>(
    _ respond: @escaping @Sendable (_ number: Int, _ request: Request) -> Reply,
    _ body: (RudeServer) async throws -> Value
  ) async throws -> Value {
    let server = try await RudeServer(respond)
    do {
      let value = try await body(server)
      await server.stop()
      return value
    } catch {
      await server.stop()
      throw error
    }
  }

  final class Received: Sendable {
    let requests = Mutex<[Request]>([])
    let connections = Mutex(0)
  }

  private final class Handler: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let box: Received
    private let respond: @Sendable (Int, Request) -> Reply
    private var head: HTTPRequestHead?
    private var body: [UInt8] = []

    init(box: Received, respond: @escaping @Sendable (Int, Request) -> Reply) {
      self.box = box
      self.respond = respond
    }

    func channelActive(context: ChannelHandlerContext) {
      box.connections.withLock { $0 += 1 }
      context.fireChannelActive()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      switch unwrapInboundIn(data) {
      case .head(let head):
        self.head = head
        body = []
      case .body(let part): body.append(contentsOf: part.readableBytesView)
      case .end:
        let request = Request(
          headers: Dictionary(
            (head?.headers ?? [:]).map { ($0.name.lowercased(), $0.value) },
            uniquingKeysWith: { $1 }
          ),
          method: head?.method.rawValue ?? "",
          path: head?.uri ?? "",
          body: (try? JSONParser.parse(body.span)) ?? .null
        )
        let number = box.requests.withLock {
          $0.append(request)
          return $0.count
        }
        reply(respond(number, request), context)
      }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }

    private func reply(_ reply: Reply, _ context: ChannelHandlerContext) {
      switch reply {
      case .answer(let status, let headers, let body):
        var fields = HTTPHeaders(headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
        fields.add(name: "Content-Length", value: "\(body.utf8.count)")
        write(status, fields, body, context)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
      case .cut(let body):
        write(200, ["Content-Length": "\(body.utf8.count + 100)"], body, context)
        context.flush()
        context.close(promise: nil)
      case .hangUp: context.close(promise: nil)
      case .silence:
        write(200, ["Content-Length": "100"], "", context)
        context.flush()
      case .late(let wait, let later):
        let box = NIOLoopBound(context, eventLoop: context.eventLoop)
        let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
        context.eventLoop.scheduleTask(in: TimeAmount(wait)) {
          handler.value.reply(later, box.value)
        }
      }
    }

    private func write(
      _ status: Int,
      _ headers: HTTPHeaders,
      _ body: String,
      _ context: ChannelHandlerContext
    ) {
      let head = HTTPResponseHead(
        version: .http1_1,
        status: HTTPResponseStatus(statusCode: status),
        headers: headers
      )
      context.write(wrapOutboundOut(.head(head)), promise: nil)
      guard !body.isEmpty else { return }
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: body)))), promise: nil)
    }
  }
}
