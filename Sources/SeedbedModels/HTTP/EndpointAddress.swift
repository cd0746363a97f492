#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import SeedbedData

/// The address of an endpoint: one form for sending and one that may be shown.
struct EndpointAddress: Sendable {
  /// The whole address with its query, without user name and password.
  let url: String
  /// The address without query, user name and password.
  let shown: String
  /// `user:password` in base 64, where the address had them.
  let credentials: EndpointKey?
  /// The password as it was written.
  let password: EndpointKey?
  /// The query's text, whose values may be secrets.
  let query: EndpointKey?

  /// Adds a path to a base address such as `https://api.example.com/v1`.
  init(_ base: String, path: String) throws(SeedbedError) {
    // The words that were given are not repeated: they may hold a password in the wrong place.
    let refusal = SeedbedError(
      .configuration,
      "the endpoint's address is no http or https address",
      hint: "write it as `https://host/v1`"
    )
    guard var parts = URLComponents(string: base),
      parts.scheme == "http" || parts.scheme == "https", let host = parts.host, !host.isEmpty
    else { throw refusal }
    let user = parts.user
    let secret = parts.password
    (parts.user, parts.password, parts.fragment) = (nil, nil, nil)
    parts.path = (parts.path.hasSuffix("/") ? String(parts.path.dropLast()) : parts.path) + path
    guard let url = parts.string else { throw refusal }
    self.url = url
    query = parts.query.flatMap { $0.isEmpty ? nil : EndpointKey($0) }
    parts.query = nil
    guard let shown = parts.string else { throw refusal }
    self.shown = shown
    password = secret.map { EndpointKey($0) }
    if user != nil || secret != nil {
      let pair = Data("\(user ?? ""):\(secret ?? "")".utf8)
      credentials = EndpointKey(pair.base64EncodedString())
    } else {
      credentials = nil
    }
  }
}
