import HTTPTypes
import SeedbedData
import SeedbedPipeline

/// Which address answers what, and who may ask.
///
/// Every address is listed here; nothing is looked up in a folder.
struct ReviewRoutes: Sendable {
  private let api: ReviewAPI
  private let door = ReviewDoor()
  private let settings: ReviewSettings
  private let notices: ReviewNotices

  /// The header that carries the key of a session.
  static let keyHeader = HTTPField.Name("Seedbed-Key")

  /// Makes the routes of a server.
  ///
  /// - Parameters:
  ///   - board: What is reviewed.
  ///   - settings: How it is served.
  ///   - notices: What the server tells.
  init(board: any ReviewBoard, settings: ReviewSettings, notices: ReviewNotices) {
    api = ReviewAPI(board: board, settings: settings)
    self.settings = settings
    self.notices = notices
  }

  /// Tells an address that opens the page once.
  ///
  /// - Parameter port: The port that the server listens on.
  func announce(port: Int) {
    let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
    notices.address("http://\(host):\(port)/open?word=\(door.invite())")
  }

  /// Answers a request.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - port: The port that it came in by.
  /// - Returns: The reply.
  func reply(to request: PageRequest, port: Int) async -> PageReply {
    let hostField = HTTPField.Name("Host")
    guard OriginRule(host: settings.host, port: port).accepts(authority: request.authority),
      hostField.map({ !request.headers.contains($0) }) ?? true
    else {
      return .failure(.misdirectedRequest, "host", "this server does not go by that name")
    }
    if let asset = PageAssets.find(request.path) {
      return request.method == "GET" ? asset : .methodNotAllowed("GET")
    }
    switch request.path {
    case "/open": return request.method == "GET" ? open(request, port) : .methodNotAllowed("GET")
    case "/":
      guard request.method == "GET" else { return .methodNotAllowed("GET") }
      return door.knows(cookie: cookie(request, port)) ? PageAssets.page : PageAssets.closedDoor
    case let path where path.hasPrefix("/api/"): return await call(path, request, port)
    default: return .failure(.notFound, "not_found", "there is nothing at this address")
    }
  }

  /// Exchanges the word of an address for a session.
  ///
  /// The browser goes on to the page by itself: a redirect would be without the cookie where the address was
  /// opened from another site, such as a terminal in a browser. The key is behind `#`, which is never sent.
  private func open(_ request: PageRequest, _ port: Int) -> PageReply {
    guard let pass = door.enter(request.query["word"] ?? "") else { return PageAssets.closedDoor }
    announce(port: port)
    var reply = PageAssets.opening(key: pass.key)
    let cookie = "\(Self.cookieName(port))=\(pass.cookie); Path=/; HttpOnly; SameSite=Strict"
    reply.headers[.setCookie] = cookie
    return reply
  }

  /// Answers a call of the page, or says why it may not call.
  private func call(_ path: String, _ request: PageRequest, _ port: Int) async -> PageReply {
    let cookie = cookie(request, port)
    let key = Self.keyHeader.flatMap { request.headers[$0] } ?? ""
    guard let name = door.name(cookie: cookie, key: key) else {
      return .failure(
        .unauthorized,
        "session",
        "this browser is not signed in",
        hint: "open the newest address that `seedbed review` printed"
      )
    }
    guard let route = ReviewAPI.Route(rawValue: path) else {
      return .failure(.notFound, "not_found", "there is nothing at this address")
    }
    guard route.methods.contains(request.method) else {
      return .methodNotAllowed(route.methods.joined(separator: ", "))
    }
    if request.method == "POST", let refusal = Self.refusal(of: request) { return refusal }
    do {
      if route == .session, request.method == "POST" {
        return try self.name(request, cookie, key)
      }
      return try await api.answer(route, request, author: name)
    } catch {
      return failure(error)
    }
  }

  /// Why a call that changes something is not carried out.
  private static func refusal(of request: PageRequest) -> PageReply? {
    guard OriginRule.isSame(origin: request.headers[.origin], authority: request.authority) else {
      return .failure(.forbidden, "origin", "the call did not come from this page")
    }
    let type = request.headers[.contentType]?.split(separator: ";").first
    guard type?.lowercased() == "application/json" else {
      return .failure(.unsupportedMediaType, "media_type", "the body has to be JSON")
    }
    return nil
  }

  private func name(_ request: PageRequest, _ cookie: String, _ key: String) throws -> PageReply {
    let form = try CallBody(request.body, members: ["name", "same_person"])
    let name = try ReviewerName.read(form.requiredText("name"))
    let samePerson = try form.flag("same_person")
    switch door.rename(name, samePerson: samePerson, cookie: cookie, key: key) {
    case .accepted(let name): return .json(api.session(author: name))
    case .taken(let name):
      return .failure(
        .conflict,
        "name_taken",
        "somebody reviews as “\(name)” already",
        hint: "if that is you, go on; two people need two names"
      )
    case nil: return .failure(.unauthorized, "session", "this browser is not signed in")
    }
  }

  private func failure(_ error: any Error) -> PageReply {
    guard let error = error as? SeedbedError else {
      notices.failure("a request of the review page failed: \(error)")
      return .failure(
        .internalServerError,
        "internal",
        "the program could not do that",
        hint: "the terminal says why"
      )
    }
    let status: HTTPResponse.Status =
      switch error.code {
      case .usage, .data: .unprocessableContent
      case .notFound: .notFound
      case .gate, .check: .conflict
      case .interrupted: .serviceUnavailable
      default: .internalServerError
      }
    if status == .internalServerError { notices.failure(error.description) }
    let words = [error.message, error.cause].compactMap { $0 }.joined(separator: ": ")
    return .failure(status, error.code.description, words, hint: error.hint)
  }

  private func cookie(_ request: PageRequest, _ port: Int) -> String {
    request.cookie(Self.cookieName(port)) ?? ""
  }

  /// Two servers on one host have two cookies.
  private static func cookieName(_ port: Int) -> String { "seedbed_review_\(port)" }
}
