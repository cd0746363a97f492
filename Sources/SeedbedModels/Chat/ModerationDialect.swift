import SeedbedData

/// Moderation endpoints as OpenAI defined them: a text goes in, flags by category come out.
///
/// It is spoken to like a chat of one turn, so that it is paced, tried again and stored like any other.
struct ModerationDialect: ChatDialect {
  let path = "/moderations"
  let hasJSONMode = false
  let headers: [(name: String, value: String)] = []

  func namesCompletionTokens(_ address: EndpointAddress) -> Bool { false }

  func keyHeader(_ address: EndpointAddress) -> EndpointAccess.KeyHeader {
    OpenAIDialect().keyHeader(address)
  }

  func body(of request: ModelRequest, _ settings: ModelSettings, _ form: WireForm) -> JSONObject {
    let text = request.messages.last { $0.role == .user }?.content ?? ""
    return ["model": .string(settings.model), "input": .string(text)]
  }

  func answer(in body: JSONValue, key: String) -> Result<ModelAnswer, AnswerFault> {
    guard let result = body["results"]?.array?.first, result["flagged"]?.bool != nil else {
      return .failure(.content("gave an answer without `results`"))
    }
    return .success(
      ModelAnswer(
        key: key,
        text: result.serialized(.canonical),
        finish: .stop,
        model: body["model"]?.string ?? "",
        usage: TokenUsage()
      )
    )
  }
}
