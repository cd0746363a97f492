import SeedbedData

/// One line of a file of answers.
enum BatchLine {
  /// An HTTP answer: its status and body.
  case answer(status: Int, body: [UInt8])
  /// No answer, with the reason.
  case failure(String)

  /// Reads a line in OpenAI's format or in Anthropic's; nil when it is neither.
  init?(_ line: JSONObject) {
    if let result = line["result"]?.object {
      self.init(result: result)
      return
    }
    if let response = line["response"]?.object {
      guard let status = response["status_code"]?.int else { return nil }
      self = .answer(status: status, body: Self.bytes(response["body"] ?? .null))
      return
    }
    guard let error = line["error"], !error.isNull else { return nil }
    self = .failure(Self.words(error))
  }

  private init?(result: JSONObject) {
    switch result["type"]?.string {
    case "succeeded":
      guard let message = result["message"] else { return nil }
      self = .answer(status: 200, body: Self.bytes(message))
    case "errored":
      self = .failure(Self.words(result["error"]?["error"] ?? result["error"] ?? .null))
    case let type?: self = .failure("the batch says `\(type.prefix(80))`")
    case nil: return nil
    }
  }

  private static func bytes(_ value: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    JSONWriter().write(value, into: &bytes)
    return bytes
  }

  private static func words(_ error: JSONValue) -> String {
    let code = error["code"]?.string ?? error["type"]?.string ?? error.string
    let message = error["message"]?.string
    let said = code.map { "the batch says `\($0.prefix(80))`" } ?? "the batch says no reason"
    return message.map { "\(said): \($0.prefix(300))" } ?? said
  }
}
