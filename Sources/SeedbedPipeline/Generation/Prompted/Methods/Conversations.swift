public import SeedbedData
import SeedbedKernels

/// Conversations of several turns in the form of real ones.
///
/// The user's and the assistant's turns are asked for one by one. A single request would be cheaper, but then
/// the one who writes the questions knows the assistant's instructions and its answers to come, and asks
/// what no user would.
public struct Conversations: PromptedMethod {
  /// Makes the method.
  public init() {}

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "chat",
      "Writes conversations turn by turn, the user's side without sight of the assistant's instructions.",
      preserves: [],
      tasks: [.chat],
      needs: ["language model"]
    )
  }

  /// Three real conversations, whose openings are shown and whose form is kept.
  public var needs: PromptedNeeds {
    var needs = PromptedNeeds(prompts: ["chat_user", "chat_answer"])
    needs.examples = 3
    needs.requiresExamples = true
    needs.attributes = [
      VarietyAttribute("exchanges", [("2", 2), ("3", 2), ("4", 1)]),
      VarietyAttribute(
        "opening",
        even: [
          "a direct question", "a short account of what happened, then a wish",
          "a wish without any explanation", "a vague description of something that is wrong",
          "a question about two things at once",
        ]
      ),
      VarietyAttribute(
        "manner",
        even: ["plain", "in a hurry", "friendly and wordy", "annoyed", "careful and exact"]
      ),
    ]
    return needs
  }

  /// What a user does in a later turn.
  private static let moves = [
    "asks about a detail of the last answer",
    "adds a fact that changes what is needed",
    "says that the proposal did not work or does not fit, and why",
    "asks for the next step",
    "corrects something that was misunderstood",
    "asks for the same for another case",
    "asks for a shorter or simpler version",
  ]
  private static let leastCopy = 0.8

  /// Writes one conversation a draft; one with a turn that is unfit is dropped.
  public func drafts(
    for draw: PromptedDraw,
    asking asker: any Asker
  ) async throws -> [PromptedDraft] {
    let path = draw.fields.conversation
    let forms = draw.examples.compactMap { ConversationForm(path?.value(in: $0.fields)) }
      .filter(\.isPlain)
    guard !forms.isEmpty else {
      throw RequestFailure(
        .unusable,
        "no example is a conversation of user and assistant alone whose form could be kept",
        key: ""
      )
    }
    return try await draw.collect { number in
      try await draft(number, draw, asker, forms[number % forms.count])
    }
  }

  private func draft(
    _ number: Int,
    _ draw: PromptedDraw,
    _ asker: any Asker,
    _ form: ConversationForm
  ) async throws -> PromptedDraft {
    var random = draw.chance("chat.\(number)")
    var moves = Self.moves
    random.shuffle(&moves)
    let variant = draw.variant(of: number)
    let exchanges = draw.drawn("exchanges", for: number).flatMap { Int($0) } ?? 2
    var turns: [ConversationForm.Turn] = []
    var replies: [Reply] = []
    var done: [String] = []
    for exchange in 0..<min(max(1, exchanges), moves.count) {
      var values = userValues(number, draw, turns)
      if exchange > 0 {
        values["move"] = .words(moves[exchange - 1])
        done.append(moves[exchange - 1])
      }
      values["last"] = .flag(exchange == exchanges - 1)
      let question = try await say(.user, "chat_user", values, form, &turns, variant, asker)
      replies.append(question)
      if exchange == 0, isCopy(turns[0].text, of: draw.examples) {
        throw question.rejected("the opening is that of an example")
      }
      let shown: PromptValues = [
        "instructions": .data(form.instructions), "turns": turns.promptValue,
      ]
      replies.append(try await say(.assistant, "chat_answer", shown, form, &turns, variant, asker))
    }
    var parameters: JSONObject = [
      "attributes": Demands(draw, draft: number).json,
      "exchanges": .number(JSONNumber(turns.count / 2)),
      "moves": .array(done.map(JSONValue.string)),
    ]
    if let persona = draw.persona { parameters["persona"] = .string(persona) }
    let source = draw.examples.first?.asSource ?? PromptDefaults.source(of: "chat_user")
    var draft = PromptedDraft(
      text: turns[0].text,
      label: draw.label,
      source: source,
      parents: draw.exampleIDs,
      parameters: parameters,
      replies: replies
    )
    draft.values = [(.conversation, .array(form.system.map(\.value) + turns.map(\.value)))]
    draft.parentDepth = draw.exampleDepth
    return draft
  }

  /// Asks for one turn, checks it and adds it.
  private func say(
    _ speaker: ConversationForm.Speaker,
    _ prompt: String,
    _ values: PromptValues,
    _ form: ConversationForm,
    _ turns: inout [ConversationForm.Turn],
    _ variant: Int,
    _ asker: any Asker
  ) async throws -> Reply {
    let reply = try await asker.ask(
      prompt,
      values,
      shape: nil,
      sampling: SamplingSettings(),
      variant: variant
    )
    let text = (reply.value.string ?? "").trimmed
    if let fault = TurnChecks.fault(text, of: speaker, after: turns) { throw reply.rejected(fault) }
    turns.append(
      ConversationForm.Turn(speaker: speaker, text: text, value: form.turn(speaker, text))
    )
    return reply
  }

  private func isCopy(_ text: String, of examples: [Sample]) -> Bool {
    let runs = TurnChecks.runs(of: text)
    return examples.contains {
      TurnChecks.similarity(runs, TurnChecks.runs(of: $0.text)) >= Self.leastCopy
    }
  }

  /// What the user's side is told: never what the assistant was told.
  private func userValues(
    _ number: Int,
    _ draw: PromptedDraw,
    _ turns: [ConversationForm.Turn]
  ) -> PromptValues {
    var own: PromptValues = [
      "openings": .list(draw.examples.map { ["text": .data($0.text)] }), "turns": turns.promptValue,
      "first": .flag(turns.isEmpty), "later": .flag(!turns.isEmpty),
    ]
    if let label = draw.label { own["label"] = .data(label) }
    // How a conversation opens says nothing about its later turns.
    let told = turns.isEmpty ? ["exchanges"] : ["exchanges", "opening"]
    return draw.commonValues(number, except: told).merging(own) { $1 }
  }
}
