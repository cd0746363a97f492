public import SeedbedData

/// A teacher's answers to real prompts (Kim and Rush 2016 call it sequence-level distillation).
///
/// The prompt stays the real one, and the real sample is the parent; only the answer is new. Such a row has
/// the same prompt as its parent, so duplicates have to be told by prompt and answer.
public struct Distillation: PromptedMethod {
  /// Makes the method.
  public init() {}

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "distill",
      "Has a teacher answer real prompts anew.",
      preserves: [.label, .spans, .meaning],
      tasks: [.instruction, .chat],
      needs: ["language model"]
    )
  }

  /// One real sample, whose prompt is answered.
  public var needs: PromptedNeeds {
    var needs = PromptedNeeds(prompts: ["distill", "chat_answer"])
    needs.examples = 1
    needs.requiresExamples = true
    return needs
  }

  /// Asks for one answer to each example.
  public func drafts(
    for draw: PromptedDraw,
    asking asker: any Asker
  ) async throws -> [PromptedDraft] {
    guard !draw.examples.isEmpty else {
      throw RequestFailure(.unusable, "there is no real prompt to answer", key: "")
    }
    return try await draw.collect { number in
      let example = draw.examples[number % draw.examples.count]
      let variant = draw.variant(of: number)
      return draw.fields.conversation == nil
        ? try await answer(example, draw, asker, variant)
        : try await conversation(example, draw, asker, variant)
    }
  }

  private func answer(
    _ example: Sample,
    _ draw: PromptedDraw,
    _ asker: any Asker,
    _ variant: Int
  ) async throws -> PromptedDraft {
    let input = draw.fields.input?.value(in: example.fields)
    var values: PromptValues = ["request": .data(example.text)]
    if let input = input?.string, !input.trimmed.isEmpty {
      values["input"] = .data(input)
    }
    let reply = try await asker.ask(
      "distill",
      values,
      shape: nil,
      sampling: SamplingSettings(),
      variant: variant
    )
    let text = (reply.value.string ?? "").trimmed
    let old = draw.fields.output?.value(in: example.fields)?.string
    try Self.check(text, prompt: example.text, old: old, reply)
    var draft = draft(of: example, reply)
    draft.values = [(.output, .string(text))]
    if let input { draft.values.insert((.input, input), at: 0) }
    return draft
  }

  /// Answers the last turn of a user in a real conversation.
  private func conversation(
    _ example: Sample,
    _ draw: PromptedDraw,
    _ asker: any Asker,
    _ variant: Int
  ) async throws -> PromptedDraft {
    let value = draw.fields.conversation?.value(in: example.fields)
    guard let form = ConversationForm(value), form.isPlain,
      let last = form.turns.lastIndex(where: { $0.speaker == .user })
    else {
      throw RequestFailure(
        .unusable,
        "the conversation of sample \(example.id.short) is not one of user and assistant alone",
        key: ""
      )
    }
    let kept = Array(form.turns[...last])
    let shown = Array(kept.dropFirst(form.system.count))
    let reply = try await asker.ask(
      "chat_answer",
      [
        "instructions": .data(form.instructions),
        "turns": shown.promptValue,
      ],
      shape: nil,
      sampling: SamplingSettings(),
      variant: variant
    )
    let text = (reply.value.string ?? "").trimmed
    let old = form.turns.dropFirst(last + 1).first { $0.speaker == .assistant }?.text
    try Self.check(text, prompt: form.turns[last].text, old: old, reply)
    if let fault = TurnChecks.fault(text, of: .assistant, after: shown) {
      throw reply.rejected(fault)
    }
    var draft = draft(of: example, reply)
    draft.values = [(.conversation, .array(kept.map(\.value) + [form.turn(.assistant, text)]))]
    return draft
  }

  private static func check(
    _ text: String,
    prompt: String,
    old: String?,
    _ reply: Reply
  ) throws {
    guard !text.isEmpty else { throw reply.rejected("the answer is empty") }
    guard text.lowercased() != prompt.trimmed.lowercased() else {
      throw reply.rejected("the answer repeats the prompt")
    }
    guard text != old?.trimmed else {
      throw reply.rejected("the answer is the one that the real sample already has")
    }
  }

  private func draft(of example: Sample, _ reply: Reply) -> PromptedDraft {
    var draft = PromptedDraft(
      text: example.text,
      label: example.label,
      source: example.asSource,
      parents: [example.id],
      parameters: ["kept": "prompt", "new": "answer"],
      replies: [reply]
    )
    draft.spans = example.spans
    draft.parentDepth = example.provenance.depth
    return draft
  }
}
