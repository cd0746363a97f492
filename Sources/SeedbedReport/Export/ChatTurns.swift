import SeedbedData

/// Turns of a conversation in the roles that chat models are tuned with.
///
/// Read are turns of `role` and `content`, and turns of `from` and `value` (ShareGPT), whose `human`
/// and `gpt` become `user` and `assistant`.
enum ChatTurns {
  private static let roles: [String: String] = [
    "system": "system", "developer": "developer", "user": "user", "human": "user",
    "assistant": "assistant", "gpt": "assistant", "model": "assistant", "tool": "tool",
  ]

  /// The turns as messages.
  ///
  /// - Parameters:
  ///   - turns: The turns as they stand in the row.
  ///   - refuse: Makes the error of a turn that does not fit, from the reason.
  /// - Returns: One message a turn, its members in a fixed order.
  /// - Throws: The error of the first turn that does not fit.
  static func messages(
    of turns: [JSONValue],
    refusing refuse: (String) -> SeedbedError
  ) throws -> [JSONObject] {
    try turns.enumerated().map { index, turn in
      guard let turn = turn.object else { throw refuse("turn \(index + 1) is no object") }
      return try message(turn) { refuse("turn \(index + 1) \($0)") }
    }
  }

  private static func message(
    _ turn: JSONObject,
    refusing refuse: (String) -> SeedbedError
  ) throws -> JSONObject {
    guard let written = turn["role"]?.string ?? turn["from"]?.string else {
      throw refuse("has no role")
    }
    guard let role = roles[written.lowercased()] else {
      throw refuse("has the role `\(written)`, which this format does not know")
    }
    let content = turn["content"] ?? turn["value"] ?? .null
    let calls =
      role == "assistant" ? turn["tool_calls"].flatMap { $0.array == nil ? nil : $0 } : nil
    guard content.string != nil || content.array != nil || (content.isNull && calls != nil) else {
      throw refuse("has no content")
    }
    var message: JSONObject = ["role": .string(role), "content": content]
    if let name = turn["name"], name.string != nil { message["name"] = name }
    if let calls { message["tool_calls"] = calls }
    if role == "tool" {
      guard let call = turn["tool_call_id"], call.string != nil else {
        throw refuse("is a tool's without `tool_call_id`")
      }
      message["tool_call_id"] = call
    }
    return message
  }
}
