import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import SeedbedData
public import SeedbedPipeline

/// Serves the review page to browsers on this machine.
///
///     let server = ReviewServer(board: desk, settings: settings, notices: notices)
///     try await server.run()
///
/// Nothing of the page comes from anywhere else, and nothing of a row is ever taken for markup: the page gets
/// rows as JSON and shows them as text.
public struct ReviewServer: Sendable {
  private let board: any ReviewBoard
  private let settings: ReviewSettings
  private let notices: ReviewNotices

  /// Makes a server; nothing listens yet.
  ///
  /// - Parameters:
  ///   - board: What is reviewed.
  ///   - settings: How it is served.
  ///   - notices: What the server tells.
  public init(board: any ReviewBoard, settings: ReviewSettings, notices: ReviewNotices) {
    self.board = board
    self.settings = settings
    self.notices = notices
  }

  /// Serves until the task is cancelled; requests under way are answered before it ends.
  ///
  /// - Throws: A `SeedbedError` when the address cannot be listened on.
  public func run() async throws {
    let routes = ReviewRoutes(board: board, settings: settings, notices: notices)
    let server = Server(
      childChannelSetup: HTTP1Channel(
        responder: { request, writer, channel in
          try await Exchange(routes: routes, channel: channel).answer(request, writer)
        },
        configuration: HTTP1Channel.Configuration(
          additionalChannelHandlers: [BodyDeadline(Limits.body)],
          idleTimeout: Limits.idle,
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: Limits.headerBytes,
            maxHeaderListSize: 2 * Limits.headerBytes,
            maxHeaderFieldCount: Limits.headers
          )
        )
      ),
      configuration: ServerConfiguration(
        address: .hostname(settings.host, port: settings.port),
        reuseAddress: true,
        availableConnectionsDelegate: .maximum(Limits.connections, logger: Self.silent)
      ),
      onServerRunning: { channel in
        routes.announce(port: channel.localAddress?.port ?? settings.port)
      },
      eventLoopGroup: MultiThreadedEventLoopGroup.singleton,
      // The server's own words would name addresses, and with them the words that open the page.
      logger: Self.silent
    )
    try await serve(server)
  }

  /// Runs the server in a task of its own, so that the end of ours closes the door before it closes rooms.
  private func serve(_ server: Server<HTTP1Channel>) async throws {
    let work = Task { try await server.run() }
    do {
      try await withTaskCancellationHandler {
        try await work.value
      } onCancel: {
        Task { try? await server.shutdownGracefully() }
        Task {
          try? await Task.sleep(for: Limits.farewell)
          work.cancel()
        }
      }
    } catch let error as IOError {
      throw SeedbedError(
        .inputOutput,
        "cannot listen on `\(settings.host)` port \(settings.port)",
        hint: "use `--port 0` for a free port",
        cause: String(describing: error)
      )
    } catch is CancellationError {
      return
    }
  }

  private static let silent = Logger(label: "seedbed.review") { _ in SwiftLogNoOpLogHandler() }

  /// How much one client, or all of them, may take up.
  enum Limits {
    /// Connections at once; each has one request under way.
    static let connections = 64
    /// How long a connection may be silent, also in the middle of a head.
    static let idle = TimeAmount.seconds(20)
    /// How long a body may take to come in.
    static let body = TimeAmount.seconds(10)
    /// How long a request may take in all, the sending of the reply too.
    static let request = TimeAmount.seconds(120)
    /// How long requests under way have to end when the server does.
    static let farewell = Duration.seconds(3)
    /// Bytes of one header.
    static let headerBytes = 16 * 1024
    /// Headers of one request.
    static let headers = 100
    /// Bytes of one body: a text to be mended may be long.
    static let bodyBytes = 4 * 1024 * 1024
  }
}
