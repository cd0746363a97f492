import HTTPTypes
import HummingbirdCore

/// A request with its parts taken out of the wire's form.
struct PageRequest: Sendable {
  /// The method in capitals.
  var method: String
  /// The path without the query, as it was sent: nothing is decoded, so nothing can be climbed.
  var path: String
  /// The host and port that the browser believes to speak to.
  var authority: String?
  /// The headers.
  var headers: HTTPFields
  /// The decoded values of the query; of one name the first counts.
  var query: [String: String]
  /// The whole body.
  var body: [UInt8]

  /// Takes a request apart.
  ///
  /// - Parameters:
  ///   - request: The head of the request.
  ///   - body: What came with it.
  init(_ request: Request, body: [UInt8]) {
    method = request.method.rawValue
    path = request.uri.path
    authority = request.head.authority
    headers = request.headers
    query = Dictionary(
      request.uri.queryParameters.map { (String($0.key), String($0.value)) },
      uniquingKeysWith: { first, _ in first }
    )
    self.body = body
  }

  /// The value of a cookie.
  ///
  /// - Parameter name: The cookie's name.
  /// - Returns: Nil where it was not sent.
  func cookie(_ name: String) -> String? {
    for line in headers[values: .cookie] {
      for part in line.split(separator: ";") {
        let pair = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1)
        if pair.count == 2, pair[0] == name { return String(pair[1]) }
      }
    }
    return nil
  }
}
