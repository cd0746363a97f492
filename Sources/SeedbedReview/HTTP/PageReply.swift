import HTTPTypes
import SeedbedData

/// What goes back: a status, a kind of content, bytes.
struct PageReply: Sendable {
  var status: HTTPResponse.Status
  var type: String
  var body: [UInt8]
  var headers: HTTPFields

  /// Makes a reply.
  ///
  /// - Parameters:
  ///   - status: The status.
  ///   - type: The media type of the body.
  ///   - body: The body.
  ///   - headers: What the head says beyond the usual.
  init(
    _ status: HTTPResponse.Status,
    type: String,
    body: [UInt8],
    headers: HTTPFields = HTTPFields()
  ) {
    self.status = status
    self.type = type
    self.body = body
    self.headers = headers
  }

  /// A JSON document.
  ///
  /// - Parameters:
  ///   - json: The document.
  ///   - status: The status.
  /// - Returns: The reply.
  static func json(_ json: JSONObject, _ status: HTTPResponse.Status = .ok) -> PageReply {
    var body: [UInt8] = []
    JSONWriter().write(object: json, into: &body)
    return PageReply(status, type: "application/json; charset=utf-8", body: body)
  }

  /// What went wrong, for the page to show.
  ///
  /// - Parameters:
  ///   - status: The status.
  ///   - code: A word that the page can go by.
  ///   - message: What happened.
  ///   - hint: What to do.
  /// - Returns: The reply.
  static func failure(
    _ status: HTTPResponse.Status,
    _ code: String,
    _ message: String,
    hint: String? = nil
  ) -> PageReply {
    json(
      [
        "error": .object([
          "code": .string(code), "message": .string(message), "hint": .optional(hint),
        ])
      ],
      status
    )
  }

  /// A method that a path does not know.
  ///
  /// - Parameter allowed: The one it knows.
  /// - Returns: The reply.
  static func methodNotAllowed(_ allowed: String) -> PageReply {
    var reply = failure(.methodNotAllowed, "method", "this address answers \(allowed) alone")
    reply.headers[.allow] = allowed
    return reply
  }
}
