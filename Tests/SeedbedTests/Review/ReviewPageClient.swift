import NIOCore
import NIOPosix
import SeedbedData
import Synchronization

/// What came back from the server, byte for byte.
struct RawReply: Sendable {
  var status: Int
  var headers: [(name: String, value: String)]
  var body: String

  init(_ text: String) {
    let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
    let lines = (parts.first ?? "").split(separator: "\r\n")
    let words = (lines.first ?? "").split(separator: " ")
    status = words.count > 1 ? Int(words[1]) ?? 0 : 0
    headers = lines.dropFirst().compactMap { line in
      line.firstIndex(of: ":").map {
        (line[..<$0].lowercased(), String(line[line.index(after: $0)...].drop { $0 == " " }))
      }
    }
    body = parts.count > 1 ? String(parts[1]) : ""
  }

  func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  var json: JSONValue { (try? JSONParser.parse(body)) ?? .null }

  /// The code of the error that it says.
  var fault: String? { json["error"]?["code"]?.string }
}

/// A browser of the least kind: it sends bytes as they are, so that a test can lie.
final class ReviewPageClient: Sendable {
  let port: Int
  /// What it talks to lives as long as it does.
  private let service: any AnyObject & Sendable
  private let pass = Mutex((cookie: "", key: ""))

  init(port: Int, of service: any AnyObject & Sendable) {
    self.port = port
    self.service = service
  }

  var cookie: String { pass.withLock { $0.cookie } }
  var key: String { pass.withLock { $0.key } }

  /// Comes in by the word of an address.
  @discardableResult
  func open(word: String) async throws -> RawReply {
    let reply = try await send("GET", "/open?word=\(word)", signed: false)
    let cookie = reply.header("set-cookie")?.split(separator: ";").first.map(String.init)
    let key = reply.body.split(separator: "/#").dropFirst().first?.prefix { $0.isHexDigit }
    pass.withLock { $0 = (cookie ?? "", key.map(String.init) ?? "") }
    return reply
  }

  func get(_ path: String) async throws -> RawReply { try await send("GET", path) }

  func post(_ path: String, _ body: JSONObject) async throws -> RawReply {
    try await send("POST", path, body: body.serialized())
  }

  /// Sends a request; a header given here takes the place of the usual one, nil leaves it out.
  func send(
    _ method: String,
    _ path: String,
    headers changed: [String: String?] = [:],
    body: String = "",
    signed: Bool = true
  ) async throws -> RawReply {
    var headers: [(String, String)] = [("Host", "127.0.0.1:\(port)"), ("Connection", "close")]
    if method == "POST" {
      headers += [
        ("Origin", "http://127.0.0.1:\(port)"), ("Content-Type", "application/json"),
        ("Content-Length", "\(body.utf8.count)"),
      ]
    }
    if signed { headers += [("Cookie", cookie), ("Seedbed-Key", key)] }
    for (name, value) in changed.sorted(by: { $0.key < $1.key }) {
      headers.removeAll { $0.0 == name }
      if let value { headers.append((name, value)) }
    }
    let head = headers.map { "\($0.0): \($0.1)\r\n" }.joined()
    return RawReply(
      try await Self.exchange("\(method) \(path) HTTP/1.1\r\n\(head)\r\n\(body)", port: port)
    )
  }

  /// Sends bytes and takes what comes until the server closes.
  static func exchange(
    _ text: String,
    port: Int,
    ipAddress: String = "127.0.0.1"
  ) async throws -> String {
    let group = MultiThreadedEventLoopGroup.singleton
    let done = group.next().makePromise(of: [UInt8].self)
    _ = try await ClientBootstrap(group: group)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Asker(text, done: done))
        }
      }
      .connect(host: ipAddress, port: port).get()
    return String(decoding: try await done.futureResult.get(), as: UTF8.self)
  }

  /// Asks as soon as it is connected: on a busy machine a task may go on so late that the server has given up.
  private final class Asker: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer
    private let text: String
    private let done: EventLoopPromise<[UInt8]>
    private var bytes: [UInt8] = []

    init(_ text: String, done: EventLoopPromise<[UInt8]>) {
      self.text = text
      self.done = done
    }

    func channelActive(context: ChannelHandlerContext) {
      context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      bytes += unwrapInboundIn(data).readableBytesView
    }

    func channelInactive(context: ChannelHandlerContext) { done.succeed(bytes) }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
      context.close(promise: nil)
    }
  }
}
