import SeedbedData

/// How a row writes the turns of a conversation, with the turns it has.
struct ConversationForm {
  /// Who speaks.
  enum Speaker {
    case system, user, assistant
    /// A tool, or a role that is not known.
    case other
  }

  /// One turn of a row.
  struct Turn {
    var speaker: Speaker
    var text: String
    /// The turn as the row has it.
    var value: JSONValue
  }

  let turns: [Turn]
  private let roleKey: String
  private let textKey: String
  private let userName: String
  private let assistantName: String

  /// Reads the turns of a row; nil where there are none, or one has no plain text.
  ///
  /// - Parameter value: The list of turns.
  init?(_ value: JSONValue?) {
    guard let list = value?.array, let first = list.first?.object else { return nil }
    let roleKey = first["role"] == nil ? "from" : "role"
    let textKey = first["content"] == nil ? "value" : "content"
    var turns: [Turn] = []
    for turn in list {
      guard let role = turn[roleKey]?.string, let text = turn[textKey]?.string else { return nil }
      turns.append(Turn(speaker: Self.speaker(role), text: text, value: turn))
    }
    func name(_ speaker: Speaker) -> String? {
      turns.first { $0.speaker == speaker }?.value[roleKey]?.string
    }
    userName = name(.user) ?? (roleKey == "from" ? "human" : "user")
    assistantName = name(.assistant) ?? (roleKey == "from" ? "gpt" : "assistant")
    self.turns = turns
    self.roleKey = roleKey
    self.textKey = textKey
  }

  /// The turns above the conversation that tell the assistant how to act.
  var system: [Turn] { Array(turns.prefix { $0.speaker == .system }) }

  /// What the assistant is told above the conversation; empty where it is told nothing.
  var instructions: String { system.map(\.text).joined(separator: "\n\n") }

  /// Whether only the user and the assistant speak, after instructions at most.
  var isPlain: Bool {
    !turns.contains { $0.speaker == .other }
      && !turns.dropFirst(system.count).contains { $0.speaker == .system }
  }

  /// A new turn in this form.
  ///
  /// - Parameters:
  ///   - speaker: The user or the assistant.
  ///   - text: What is said.
  /// - Returns: The turn as rows have it.
  func turn(_ speaker: Speaker, _ text: String) -> JSONValue {
    .object([
      roleKey: .string(speaker == .assistant ? assistantName : userName), textKey: .string(text),
    ])
  }

  private static func speaker(_ role: String) -> Speaker {
    switch role.lowercased() {
    case "system", "developer": .system
    case "user", "human", "prompter": .user
    case "assistant", "gpt", "model", "bot", "chatbot": .assistant
    default: .other
    }
  }
}

extension [ConversationForm.Turn] {
  /// The turns as values of a prompt.
  var promptValue: PromptValue {
    .list(
      map { turn in
        [
          "speaker": .words(turn.speaker == .assistant ? "Assistant" : "User"),
          "text": .data(turn.text),
        ]
      }
    )
  }
}
