import SeedbedData

/// Reads what samples of a task say, and refuses those that lack a part.
struct ContentReader {
  let fields: FieldMap
  let task: TaskKind
  let format: String

  init(_ options: ExportOptions, format: String) {
    fields = options.fields
    task = options.task
    self.format = format
  }

  func content(of sample: Sample) throws -> SampleContent {
    switch task {
    case .classification: .exchange(try classification(sample))
    case .instruction: .exchange(try instruction(sample))
    case .questionAnswering: .exchange(try questionAnswering(sample))
    case .extraction: .exchange(try extraction(sample))
    case .chat: .turns(try turns(sample))
    case .preference: try preference(sample)
    case .tabular:
      throw refusal(
        sample,
        "a record of a table has neither question nor answer",
        hint: "export tables as `csv` or `jsonl`"
      )
    }
  }

  private func classification(_ sample: Sample) throws -> Exchange {
    guard let label = sample.label, !label.isEmpty else {
      throw refusal(sample, "it has no label")
    }
    return Exchange(instruction: sample.text, output: label)
  }

  private func instruction(_ sample: Sample) throws -> Exchange {
    Exchange(
      instruction: sample.text,
      input: try text(of: sample, at: fields.input) ?? "",
      output: try answer(of: sample)
    )
  }

  private func questionAnswering(_ sample: Sample) throws -> Exchange {
    Exchange(
      instruction: sample.text,
      input: try text(of: sample, at: fields.context) ?? "",
      output: try answer(of: sample),
      inputComesFirst: true
    )
  }

  /// The record where the rows hold one, else the marked spans.
  private func extraction(_ sample: Sample) throws -> Exchange {
    if fields.output != nil {
      return Exchange(instruction: sample.text, output: try answer(of: sample, allowsRecord: true))
    }
    guard !sample.tags.contains("span_invalid") else {
      throw refusal(
        sample,
        "some of its spans do not fit its text",
        hint: "repair the spans at the source"
      )
    }
    let spans = JSONValue.array(sample.spans.map(\.json)).serialized()
    return Exchange(instruction: sample.text, output: spans)
  }

  private func turns(_ sample: Sample) throws -> [JSONObject] {
    guard let turns = fields.conversation?.value(in: sample.fields)?.array else {
      throw refusal(sample, "it has no list of turns")
    }
    let messages = try ChatTurns.messages(of: turns) { refusal(sample, $0) }
    guard messages.contains(where: { $0["role"] == "assistant" }) else {
      throw refusal(sample, "its conversation has no turn of the assistant")
    }
    return messages
  }

  private func preference(_ sample: Sample) throws -> SampleContent {
    let path = fields.output ?? FieldPath(field: "chosen")
    guard let chosen = path.value(in: sample.fields), !chosen.isNull else {
      throw refusal(sample, "it has no field `\(path)`, which holds the better answer")
    }
    let refuse = { (reason: String) in refusal(sample, "in `\(path)`, \(reason)") }
    if fields.conversation == nil, let answer = chosen.string {
      return .exchange(Exchange(instruction: sample.text, output: answer))
    }
    var prompt: [JSONObject] = [["role": "user", "content": .string(sample.text)]]
    if let turns = fields.conversation?.value(in: sample.fields)?.array {
      prompt = try ChatTurns.messages(of: turns) { refusal(sample, $0) }
    }
    let answer: [JSONObject]
    switch chosen {
    case .string(let text): answer = [["role": "assistant", "content": .string(text)]]
    case .array(let turns): answer = try ChatTurns.messages(of: turns, refusing: refuse)
    default: answer = try ChatTurns.messages(of: [chosen], refusing: refuse)
    }
    guard answer.last?["role"] == "assistant" else {
      throw refuse("the last turn is not the assistant's")
    }
    // Some sets repeat the whole conversation in both answers.
    let isWhole = answer.count > 1 && answer[0]["role"] != "assistant"
    return .turns(isWhole ? answer : prompt + answer)
  }

  /// The answer; the first text where several are given.
  private func answer(of sample: Sample, allowsRecord: Bool = false) throws -> String {
    guard let path = fields.output else {
      throw refusal(sample, "no field is named as `output`, which holds the answer")
    }
    let value = path.value(in: sample.fields)
    if let value, allowsRecord, value.array != nil || value.object != nil {
      return value.serialized()
    }
    guard let text = value.flatMap(Self.firstText), !text.isEmpty else {
      throw refusal(sample, "it has no answer in `\(path)`")
    }
    return text
  }

  private static func firstText(_ value: JSONValue) -> String? {
    switch value {
    case .string(let text): text
    case .number(let number): number.literal
    case .bool(let flag): flag ? "true" : "false"
    case .array(let values): values.first.flatMap(firstText)
    case .object(let object): object["text"].flatMap(firstText)
    case .null: nil
    }
  }

  private func text(of sample: Sample, at path: FieldPath?) throws -> String? {
    guard let path, let value = path.value(in: sample.fields) else { return nil }
    switch value {
    case .string(let text): return text
    case .null: return nil
    default: throw refusal(sample, "`\(path)` should be a text, but it is \(value.kindName)")
    }
  }

  private func refusal(
    _ sample: Sample,
    _ reason: String,
    hint: String = "complete the row at the source, or export as `jsonl`, which holds every row"
  ) -> SeedbedError {
    .cannotWrite(sample, as: format, because: reason, hint: hint)
  }
}
