import NIOCore

/// Which hosts and origins a request may name, so that no other site reaches the page through a browser.
///
/// A site that points its own name at this machine (DNS rebinding) gives itself away by the `Host` that the
/// browser sends. An address in numbers cannot be rebound.
struct OriginRule: Sendable {
  /// The port that the server listens on.
  let port: Int
  /// The host that it was told to listen on.
  let host: String
  /// Whether only this machine can reach it.
  let isLoopback: Bool

  /// Makes the rule for an address.
  ///
  /// - Parameters:
  ///   - host: The host that the server was told to listen on.
  ///   - port: The port that it listens on.
  init(host: String, port: Int) {
    self.host = host.lowercased()
    self.port = port
    isLoopback = Self.isLoopback(host)
  }

  /// Whether a host means this machine alone.
  ///
  /// - Parameter host: A name or an address.
  /// - Returns: Whether it is `localhost`, `::1` or one of 127.0.0.0/8.
  static func isLoopback(_ host: String) -> Bool {
    switch host.lowercased() {
    case "localhost", "::1": true
    case let other: other.hasPrefix("127.") && isAddress(other)
    }
  }

  /// Whether the `Host` of a request is one of this server's.
  ///
  /// - Parameter authority: The header's value, such as `127.0.0.1:8080`.
  /// - Returns: False for every other name and every other port.
  func accepts(authority: String?) -> Bool {
    guard let authority, let (name, port) = Self.split(authority), port == self.port else {
      return false
    }
    if name == host || name == "localhost" { return true }
    return isLoopback ? Self.isLoopback(name) : Self.isAddress(name)
  }

  /// Whether a request comes from the page itself.
  ///
  /// - Parameters:
  ///   - origin: The `Origin` of the request.
  ///   - authority: Its `Host`.
  /// - Returns: Whether both name the same place.
  static func isSame(origin: String?, authority: String?) -> Bool {
    guard let origin, let authority else { return false }
    return origin.lowercased() == "http://" + authority.lowercased()
  }

  private static func isAddress(_ name: String) -> Bool {
    (try? SocketAddress(ipAddress: name, port: 0)) != nil
  }

  /// A host without brackets, and the port, which is 80 where none is named.
  private static func split(_ authority: String) -> (name: String, port: Int)? {
    let text = authority.lowercased()
    var name = text[...], port = 80
    if let colon = text.lastIndex(of: ":"), !text.hasSuffix("]") {
      // Digits alone: `Int` would take a sign too.
      let digits = text[text.index(after: colon)...]
      guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let number = Int(digits)
      else { return nil }
      (name, port) = (text[..<colon], number)
    }
    if name.hasPrefix("["), name.hasSuffix("]") { name = name.dropFirst().dropLast() }
    return name.isEmpty ? nil : (String(name), port)
  }
}
