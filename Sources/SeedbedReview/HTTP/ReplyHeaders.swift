import HTTPTypes

/// What every reply says to the browser, whatever it carries.
enum ReplyHeaders {
  /// Nothing from elsewhere, nothing inline, nothing in a frame, and no text that becomes a script.
  static let contentPolicy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'",
    "connect-src 'self'", "form-action 'none'", "base-uri 'none'", "frame-ancestors 'none'",
    "require-trusted-types-for 'script'", "trusted-types 'none'",
  ].joined(separator: "; ")

  private static let fixed: [(String, String)] = [
    ("Content-Security-Policy", contentPolicy),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("Cache-Control", "no-store"),
  ]

  /// The head of a reply.
  ///
  /// - Parameter reply: The reply.
  /// - Returns: The head with its length, its kind and all that protects the page.
  static func head(of reply: PageReply) -> HTTPResponse {
    var fields = reply.headers
    for (name, value) in fixed {
      if let name = HTTPField.Name(name) { fields[name] = value }
    }
    fields[.contentType] = reply.type
    fields[.contentLength] = String(reply.body.count)
    return HTTPResponse(status: reply.status, headerFields: fields)
  }
}
