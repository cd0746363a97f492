import SeedbedData

/// Reads what an answer means that is no success, from its status and the endpoint's own words.
struct StatusReading {
  /// The body; null where it is no JSON.
  let body: JSONValue
  /// The endpoint's own words, without secrets.
  let words: String?
  /// The form in which the request was sent.
  let form: WireForm
  /// Whether the request had a schema.
  let isShaped: Bool

  private static let filters = [
    "content_filter", "content_policy", "content management policy", "responsibleai", "moderation",
    "flagged", "safety system",
  ]
  private static let empty = [
    "insufficient_quota", "exceeded your current quota", "billing", "credit balance",
    "insufficient balance", "insufficient credits", "out of credits",
  ]
  private static let strangers = [
    "model_not_found", "model not found", "no such model", "unknown model", "invalid model",
    "invalid_api_key", "api key not valid", "incorrect api key", "invalid api key",
  ]

  /// The fault that a status stands for.
  func fault(_ status: Int) -> AnswerFault {
    let remedy = remedy(status)
    return AnswerFault(
      words: "answered with status \(status)",
      cause: words,
      status: status,
      remedy: remedy,
      hint: remedy == .stop ? hint(status) : nil
    )
  }

  private func remedy(_ status: Int) -> AnswerFault.Remedy {
    // Some servers report a member they do not know as an error of their own.
    if [400, 404, 422, 500].contains(status),
      let step = WireForm.step(asked: said, form: form, shaped: isShaped)
    {
      return .reform(step)
    }
    switch status {
    case 400, 403, 422:
      if says(Self.filters) { return .none(.filtered) }
      if status == 403 || says(Self.empty) || says(Self.strangers) { return .stop }
      return .none(.unanswered)
    case 300..<400, 401, 402, 404, 405, 410: return .stop
    case 429: return says(Self.empty) ? .stop : .slower
    case 408, 503, 504, 524, 529: return .slower
    case 409, 425, 500...: return .again
    default: return .none(.unanswered)
    }
  }

  private func hint(_ status: Int) -> String? {
    if says(Self.empty) {
      return "look at the account's credit and limits; answers so far are kept"
    }
    return switch status {
    case 300..<400: "use the address that the endpoint has moved to"
    case 402: "look at the account's credit; answers so far are kept"
    case 401, 403: "check the key that `key_env` or `key_file` names"
    case 404, 405, 410: "check the address and the model's name"
    default: "check the key and the model's name"
    }
  }

  private func says(_ marks: [String]) -> Bool {
    let text = said
    return marks.contains { text.contains($0) }
  }

  /// The words and the codes beside them, in lower case.
  private var said: String {
    let error = (body.array?.first ?? body)["error"]
    let inner = error?["innererror"] ?? error?["metadata"]
    let codes = [error?["code"], error?["type"], error?["param"], inner?["code"]]
      .compactMap { $0?.string }
    return (codes + [words ?? ""]).joined(separator: " ").lowercased()
  }
}
