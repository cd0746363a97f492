import SeedbedData

/// What differs between the providers' ways to ask for a chat.
protocol ChatDialect: Sendable {
  /// What is added to the base address.
  var path: String { get }
  /// Whether any JSON object can be asked for without a schema.
  var hasJSONMode: Bool { get }
  /// The members of a request's body, in order.
  func body(of request: ModelRequest, _ settings: ModelSettings, _ form: WireForm) -> JSONObject
  /// The model's answer in the body of an answer.
  func answer(in body: JSONValue, key: String) -> Result<ModelAnswer, AnswerFault>
  /// Whether an endpoint is asked by `max_completion_tokens` first.
  func namesCompletionTokens(_ address: EndpointAddress) -> Bool
  /// How a key is handed over.
  func keyHeader(_ address: EndpointAddress) -> EndpointAccess.KeyHeader
  /// Headers beside those that every request has.
  var headers: [(name: String, value: String)] { get }
}

extension ChatDialect {
  /// The turns, the last of the user's with the schema behind it where no member can carry it.
  func messages(of request: ModelRequest, _ form: WireForm) -> [ChatMessage] {
    guard let shape = request.shape, form.structure != .schema else { return request.messages }
    let words = """
      Answer with one JSON object and nothing else. It must follow this JSON Schema:
      \(shape.schema.serialized())
      """
    var messages = request.messages
    if let last = messages.lastIndex(where: { $0.role == .user }) {
      messages[last].content += "\n\n" + words
    } else {
      messages.append(ChatMessage(.user, words))
    }
    return messages
  }

  /// A number of tokens by the endpoint's word, within sound bounds.
  func tokens(_ value: JSONValue?) -> Int {
    min(max(0, value?.int ?? 0), 1 << 40)
  }

  /// The text of an answer's content: a string, or the texts of a list of parts.
  func text(_ content: JSONValue?) -> String {
    if let text = content?.string { return text }
    let parts = (content?.array ?? []).filter { part in
      part["type"] == nil || part["type"] == "text" || part["type"] == "output_text"
    }
    return parts.compactMap { $0["text"]?.string ?? $0.string }.joined()
  }
}
