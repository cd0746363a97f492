/// How the review page is served.
public struct ReviewSettings: Sendable {
  /// The host to listen on.
  public var host: String
  /// The port to listen on; 0 takes a free one.
  public var port: Int
  /// The queue that the page opens with; nil for the first one.
  public var queue: String?
  /// What the page is called: the project's name.
  public var title: String
  /// Tells the time in seconds since 1970; decisions are stored with it.
  public var clock: @Sendable () -> Int

  /// Makes settings.
  ///
  /// - Parameters:
  ///   - host: The host to listen on.
  ///   - port: The port to listen on; 0 takes a free one.
  ///   - queue: The queue that the page opens with.
  ///   - title: What the page is called.
  ///   - clock: Tells the time in seconds since 1970.
  public init(
    host: String = "127.0.0.1",
    port: Int = 0,
    queue: String? = nil,
    title: String,
    clock: @escaping @Sendable () -> Int
  ) {
    self.host = host
    self.port = port
    self.queue = queue
    self.title = title
    self.clock = clock
  }

  /// Whether only this machine can reach the page.
  public var isLoopback: Bool { OriginRule.isLoopback(host) }
}

/// What the server tells the program that runs it.
public struct ReviewNotices: Sendable {
  /// Takes an address that opens the page once: the first when the server listens, another one each time
  /// the one before was used, for the next reviewer.
  public var address: @Sendable (String) -> Void
  /// Takes what went wrong behind a request, in words without secrets.
  public var failure: @Sendable (String) -> Void

  /// Makes notices.
  ///
  /// - Parameters:
  ///   - address: Takes an address that opens the page once.
  ///   - failure: Takes what went wrong behind a request.
  public init(
    address: @escaping @Sendable (String) -> Void,
    failure: @escaping @Sendable (String) -> Void
  ) {
    self.address = address
    self.failure = failure
  }
}
