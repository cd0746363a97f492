import HTTPTypes

/// The page and what it is made of, carried inside the program.
enum PageAssets {
  /// The page itself; it holds no data and no secret.
  static let page = html(.ok, PackageResources.page_html)

  /// What somebody sees who did not come by the address that was printed.
  static let closedDoor = html(.forbidden, PackageResources.closed_html)

  private static let parts: [String: PageReply] = [
    "/assets/page.css": part("text/css", PackageResources.page_css),
    "/assets/icon.svg": part("image/svg+xml", PackageResources.icon_svg),
    "/assets/page.js": part("text/javascript", PackageResources.page_js),
    "/assets/api.js": part("text/javascript", PackageResources.api_js),
    "/assets/card.js": part("text/javascript", PackageResources.card_js),
    "/assets/dialogs.js": part("text/javascript", PackageResources.dialogs_js),
    "/assets/keys.js": part("text/javascript", PackageResources.keys_js),
    "/assets/marks.js": part("text/javascript", PackageResources.marks_js),
    "/assets/progress.js": part("text/javascript", PackageResources.progress_js),
  ]

  /// A part of the page.
  ///
  /// - Parameter path: Its whole path.
  /// - Returns: Nil where there is no such part.
  static func find(_ path: String) -> PageReply? { parts[path] }

  /// The short page that hands a session over and goes on to the review.
  ///
  /// - Parameter key: The session's key, hex digits alone.
  /// - Returns: The page.
  static func opening(key: String) -> PageReply {
    let text = String(decoding: PackageResources.opening_html, as: UTF8.self)
      .replacing("{{key}}", with: key)
    return html(.ok, Array(text.utf8))
  }

  private static func html(_ status: HTTPResponse.Status, _ bytes: [UInt8]) -> PageReply {
    PageReply(status, type: "text/html; charset=utf-8", body: bytes)
  }

  private static func part(_ type: String, _ bytes: [UInt8]) -> PageReply {
    PageReply(.ok, type: "\(type); charset=utf-8", body: bytes)
  }
}
