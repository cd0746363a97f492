public import SeedbedData
import SeedbedKernels

/// Two answers to a real prompt, written by policies that differ in one respect.
///
/// Which one is longer is drawn, so that a model cannot learn to prefer length; the pair is judged in both
/// orders by another model later.
public struct PreferencePairs: PromptedMethod {
  /// Makes the method.
  public init() {}

  /// What the method declares about itself.
  public var descriptor: MethodDescriptor {
    MethodDescriptor(
      "preference_pairs",
      "Answers real prompts twice, by a good policy and by one with a named weakness.",
      preserves: [.label, .spans, .meaning],
      tasks: [.preference],
      needs: ["language model"]
    )
  }

  /// One real sample, whose prompt is answered.
  public var needs: PromptedNeeds {
    var needs = PromptedNeeds(prompts: ["preference_answer"])
    needs.examples = 1
    needs.requiresExamples = true
    needs.attributes = [
      VarietyAttribute("contrast", even: AnswerContrast.allCases.map(\.rawValue)),
      VarietyAttribute("longer", even: ["chosen", "rejected", "neither"]),
    ]
    return needs
  }

  /// A pair whose longer answer has more words than this many times the shorter one is dropped.
  private static let greatestRatio = 3.0
  /// Words by which short answers may differ whatever their ratio.
  private static let freeWords = 15

  /// Asks for two answers a draft, each in a request of its own.
  public func drafts(
    for draw: PromptedDraw,
    asking asker: any Asker
  ) async throws -> [PromptedDraft] {
    guard !draw.examples.isEmpty else {
      throw RequestFailure(.unusable, "there is no real prompt to answer", key: "")
    }
    return try await draw.collect { number in
      try await draft(number, draw.examples[number % draw.examples.count], draw, asker)
    }
  }

  private func draft(
    _ number: Int,
    _ example: Sample,
    _ draw: PromptedDraw,
    _ asker: any Asker
  ) async throws -> PromptedDraft {
    var random = draw.chance("preference_pairs.\(number)")
    let contrast =
      draw.drawn("contrast", for: number).flatMap(AnswerContrast.init)
      ?? AnswerContrast.allCases[random.index(below: AnswerContrast.allCases.count)]
    // Padding makes an answer longer; no other weakness says anything about length.
    let longer = contrast == .padding ? "rejected" : draw.drawn("longer", for: number) ?? "neither"
    let isChosenFirst = random.chance(0.5)
    var values = prompt(example, draw)
    values["policy"] = .words(contrast.chosen)
    let chosen = try await ask(asker, values, draw.variant(of: number))
    let words = Self.words(chosen.text)
    values["policy"] = .words(contrast.rejected)
    values["words"] = .words(String(max(5, Self.target(words, longer))))
    values["weak"] = .flag(true)
    let rejected = try await ask(asker, values, draw.variant(of: number))
    let other = Self.words(rejected.text)
    guard chosen.text.lowercased() != rejected.text.lowercased() else {
      throw rejected.reply.rejected("both answers are the same")
    }
    let (short, long) = (min(words, other), max(words, other))
    guard Double(long) <= Double(short) * Self.greatestRatio || long - short <= Self.freeWords
    else {
      throw rejected.reply.rejected(
        "the answers are too different in length (\(words) and \(other) words) to show anything else"
      )
    }
    return finished(
      example,
      draw,
      chosen: chosen,
      rejected: rejected,
      [
        "contrast": .string(contrast.rawValue), "longer": .string(longer),
        "chosen_words": .number(JSONNumber(words)), "rejected_words": .number(JSONNumber(other)),
        "shown_first": .string(isChosenFirst ? "chosen" : "rejected"),
      ]
    )
  }

  private func ask(
    _ asker: any Asker,
    _ values: PromptValues,
    _ variant: Int
  ) async throws -> (text: String, reply: Reply) {
    let reply = try await asker.ask(
      "preference_answer",
      values,
      shape: nil,
      sampling: SamplingSettings(),
      variant: variant
    )
    let text = (reply.value.string ?? "").trimmed
    guard Self.words(text) > 0 else { throw reply.rejected("an answer of the pair is empty") }
    return (text, reply)
  }

  /// The prompt of a row: its text with its input, or its turns up to the answer.
  private func prompt(_ example: Sample, _ draw: PromptedDraw) -> PromptValues {
    if let form = ConversationForm(draw.fields.conversation?.value(in: example.fields)) {
      let last = form.turns.lastIndex { $0.speaker == .user } ?? form.turns.count - 1
      let turns = form.turns[...last].filter { $0.speaker == .user || $0.speaker == .assistant }
      return [
        "instructions": .data(form.instructions),
        "turns": turns.promptValue,
      ]
    }
    var turns = [ConversationForm.Turn(speaker: .user, text: example.text, value: .null)]
    if let input = draw.fields.input?.value(in: example.fields)?.string, !input.trimmed.isEmpty {
      turns[0].text += "\n\n" + input
    }
    return ["turns": turns.promptValue]
  }

  private func finished(
    _ example: Sample,
    _ draw: PromptedDraw,
    chosen: (text: String, reply: Reply),
    rejected: (text: String, reply: Reply),
    _ parameters: JSONObject
  ) -> PromptedDraft {
    var draft = PromptedDraft(
      text: example.text,
      label: example.label,
      source: example.asSource,
      parents: [example.id],
      parameters: parameters,
      replies: [chosen.reply, rejected.reply]
    )
    let like = draw.fields.output?.value(in: example.fields) ?? example.fields["chosen"]
    let form = PreferenceForm(like)
    if let turns = draw.fields.conversation?.value(in: example.fields) {
      draft.values.append((.conversation, turns))
    }
    if let input = draw.fields.input?.value(in: example.fields) {
      draft.values.append((.input, input))
    }
    draft.values.append(
      (draw.fields.output == nil ? .field("chosen") : .output, form.value(chosen.text, like: like))
    )
    draft.values.append((.field("rejected"), form.value(rejected.text, like: like)))
    draft.parentDepth = example.provenance.depth
    if let contrast = parameters["contrast"]?.string { draft.tags = [contrast] }
    return draft
  }

  private static func words(_ text: String) -> Int {
    WordScanner.words(in: text.utf8Span.span).count
  }

  /// How many words the worse answer is to have.
  private static func target(_ words: Int, _ longer: String) -> Int {
    switch longer {
    case "chosen": words * 7 / 10
    case "rejected": words * 14 / 10
    default: words
    }
  }
}
