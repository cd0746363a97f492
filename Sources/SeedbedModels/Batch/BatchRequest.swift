public import SeedbedData

/// One line of a file of requests that an endpoint answers later, at a lower price.
///
/// Two formats are known: OpenAI's, which most services took over (`custom_id`, `method`, `url`, `body`), and
/// that of Anthropic's message batches (`custom_id`, `params`).
public struct BatchRequest: Sendable, Hashable {
  /// The request's own name; Seedbed writes the request's key.
  public var id: String
  /// The path of the endpoint, such as `/v1/chat/completions`; nil in Anthropic's format.
  public var url: String?
  /// The body as it would be sent.
  public var body: JSONObject

  /// Makes a request.
  ///
  /// - Parameters:
  ///   - id: The request's own name.
  ///   - url: The path of the endpoint; nil in Anthropic's format.
  ///   - body: The body as it would be sent.
  public init(id: String, url: String?, body: JSONObject) {
    self.id = id
    self.url = url
    self.body = body
  }

  /// Reads a line; nil when it is no request.
  init?(line: JSONObject) {
    guard let id = line["custom_id"]?.string, !id.isEmpty,
      let body = (line["body"] ?? line["params"])?.object
    else { return nil }
    self.init(id: id, url: line["url"]?.string, body: body)
  }

  /// The line.
  public var json: JSONObject {
    guard let url else { return ["custom_id": .string(id), "params": .object(body)] }
    return [
      "custom_id": .string(id), "method": "POST", "url": .string(url), "body": .object(body),
    ]
  }

  /// The body's bytes, compact and in the order of its members.
  var bodyBytes: [UInt8] {
    var bytes: [UInt8] = []
    JSONWriter().write(object: body, into: &bytes)
    return bytes
  }
}
