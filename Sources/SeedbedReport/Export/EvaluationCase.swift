import SeedbedData

/// A sample as a case of an evaluation: what a system is given, and what it should answer.
struct EvaluationCase {
  /// What counts as right.
  enum Expected {
    /// One of the labels.
    case label(String)
    /// A free text, for which this is one good answer.
    case answer(String)
    /// Any of these texts.
    case anyOf([String])
    /// This JSON value.
    case json(JSONValue)
    /// The first text rather than the second.
    case better(String, than: String)
  }

  /// The texts that the system is given, under the names that their task usually has.
  var inputs: [(name: String, text: String)]
  /// What counts as right.
  var expected: Expected

  /// Reads the case of a sample.
  ///
  /// - Parameters:
  ///   - sample: The sample.
  ///   - options: What the samples are for.
  ///   - format: The format's name, for messages.
  /// - Throws: A `SeedbedError` when the sample lacks a part, or is none that one text answers.
  init(of sample: Sample, _ options: ExportOptions, format: String) throws {
    let reader = ContentReader(options, format: format)
    func refusal(_ reason: String, hint: String) -> SeedbedError {
      .cannotWrite(sample, as: format, because: reason, hint: hint)
    }
    switch options.task {
    case .preference:
      let pair = try PreferencePair(of: sample, options.fields) {
        refusal($0, hint: "complete the row at the source, or export as `jsonl`")
      }
      guard let texts = pair.texts else {
        throw refusal(
          "its prompt and its answers are more than one text each",
          hint: "export it as `preference-chat`"
        )
      }
      inputs = [("prompt", texts.prompt)]
      expected = .better(texts.chosen, than: texts.rejected)
    case .chat:
      let turns = try reader.content(of: sample).messages
      let texts = turns.compactMap { $0["content"]?.string }
      guard texts.count == turns.count, turns.map({ $0["role"] }) == ["user", "assistant"] else {
        throw refusal(
          "its conversation is more than one question and one answer in text",
          hint: "export conversations as `openai`"
        )
      }
      inputs = [("prompt", texts[0])]
      expected = .answer(texts[1])
    default:
      guard case .exchange(let exchange) = try reader.content(of: sample) else {
        throw refusal("it is no question with an answer", hint: "export it as `jsonl`")
      }
      (inputs, expected) = Self.parts(of: exchange, sample, options)
    }
  }

  private static func parts(
    of exchange: Exchange,
    _ sample: Sample,
    _ options: ExportOptions
  ) -> ([(name: String, text: String)], Expected) {
    switch options.task {
    case .classification:
      return ([("text", exchange.instruction)], .label(exchange.output))
    case .questionAnswering:
      var inputs = [(name: "question", text: exchange.instruction)]
      if !exchange.input.isEmpty { inputs.append(("context", exchange.input)) }
      let value = options.fields.output?.value(in: sample.fields) ?? .null
      let answers = ContextAnswers(value).all.map(\.text)
      return (inputs, .anyOf(answers.isEmpty ? [exchange.output] : answers))
    case .extraction:
      let inputs = [(name: "text", text: exchange.instruction)]
      guard let path = options.fields.output else {
        return (inputs, .json(.array(sample.spans.map(\.json))))
      }
      let value = path.value(in: sample.fields) ?? .string(exchange.output)
      return (inputs, value.string.map(Expected.answer) ?? .json(value))
    default:
      var inputs = [(name: "instruction", text: exchange.instruction)]
      if !exchange.input.isEmpty { inputs.append(("input", exchange.input)) }
      return (inputs, .answer(exchange.output))
    }
  }

  /// The name under which rows of a task usually have what is expected.
  static func expectedName(_ task: TaskKind, _ fields: FieldMap) -> String {
    switch task {
    case .classification: "label"
    case .questionAnswering: "answers"
    case .extraction: fields.output == nil ? "spans" : "output"
    case .preference: "chosen"
    default: "output"
    }
  }

  /// The case as a row with the names that its task usually has.
  func row(_ task: TaskKind, _ fields: FieldMap) -> JSONObject {
    var row = JSONObject()
    for (name, text) in inputs { row[name] = .string(text) }
    let name = Self.expectedName(task, fields)
    switch expected {
    case .label(let text), .answer(let text): row[name] = .string(text)
    case .anyOf(let texts): row[name] = .array(texts.map(JSONValue.string))
    case .json(let value): row[name] = value
    case .better(let better, let worse):
      row[name] = .string(better)
      row["rejected"] = .string(worse)
    }
    return row
  }
}
