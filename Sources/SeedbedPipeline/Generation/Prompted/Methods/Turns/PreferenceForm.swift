import SeedbedData

/// How the rows of a project write the better and the worse answer.
enum PreferenceForm {
  /// A text.
  case text
  /// One turn.
  case turn
  /// A list of turns: those before the answer that the real row has, then the answer.
  case turns([JSONValue])

  /// The form of a real row's better answer.
  ///
  /// - Parameter value: The better answer as the row has it.
  init(_ value: JSONValue?) {
    if value?.object != nil {
      self = .turn
    } else if let list = value?.array {
      self = .turns(Array(list.dropLast()))
    } else {
      self = .text
    }
  }

  /// An answer in this form.
  ///
  /// - Parameters:
  ///   - text: The answer.
  ///   - like: The real row's better answer, for the names of roles.
  /// - Returns: The value for the row.
  func value(_ text: String, like: JSONValue?) -> JSONValue {
    switch self {
    case .text: return .string(text)
    case .turn:
      var turn = like?.object ?? JSONObject()
      turn[turn["content"] == nil && turn["value"] != nil ? "value" : "content"] = .string(text)
      return .object(turn)
    case .turns(let before):
      let last = PreferenceForm.turn.value(text, like: like?.array?.last)
      return .array(before + [last])
    }
  }

  /// The text of an answer in this form; nil where it has none.
  ///
  /// - Parameter value: The answer as a row has it.
  /// - Returns: The text.
  static func text(of value: JSONValue?) -> String? {
    let turn = value?.array?.last ?? value
    return turn?.string ?? turn?["content"]?.string ?? turn?["value"]?.string
  }
}
