import SeedbedData

/// Questions whose answers stand in a document, in the shape of SQuAD 2.0.
public struct SQuADExporter: Exporter {
  /// The name, as on the command line.
  public let name = "squad"
  /// What the format is for.
  public let summary = "SQuAD 2.0: questions with answers that stand in their context"

  /// Makes the exporter.
  public init() {}

  /// Writes `train.json`, `validation.json` and `synthetic_eval.json`.
  ///
  /// Questions about the same text stand together. An answer begins where the row says, or else where it
  /// first occurs in the context; starts count scalars, as the format's scripts do. A question without
  /// answers is impossible to answer.
  public func write(
    _ samples: [ExportSample],
    to folder: String,
    options: ExportOptions
  ) throws -> [ExportedFile] {
    try SplitGroups(samples, format: name).writeWhole(to: folder, "json") { group in
      let document: JSONObject = [
        "version": "v2.0", "data": .array(try articles(group.samples, options)),
      ]
      return document.serialized() + "\n"
    }
  }

  private struct Place: Hashable {
    var title: String
    var context: String
  }

  private func articles(_ samples: [ExportSample], _ options: ExportOptions) throws -> [JSONValue] {
    var titles: [String] = [], contexts: [String: [String]] = [:]
    var questions: [Place: [JSONValue]] = [:]
    var ids: Set<String> = []
    for sample in samples {
      let refusal = { (reason: String) in
        SeedbedError.cannotWrite(
          sample.sample,
          as: name,
          because: reason,
          hint: "export it as `jsonl` or `openai`"
        )
      }
      guard options.task == .questionAnswering else {
        throw refusal("it is a sample for \(options.task.rawValue), not a question")
      }
      guard let context = options.fields.context?.value(in: sample.sample.fields)?.string else {
        throw refusal("it has no document that its question is asked about")
      }
      let place = Place(title: sample.sample.fields["title"]?.string ?? "", context: context)
      if contexts[place.title] == nil { titles.append(place.title) }
      if questions[place] == nil { contexts[place.title, default: []].append(context) }
      var question = try question(sample.sample, context, options, refusal)
      // Predictions are matched by the id, so no two questions may have the same.
      let own = options.fields.id?.value(in: sample.sample.fields)?.string ?? ""
      let id = !own.isEmpty && ids.insert(own).inserted ? own : sample.sample.id.hex
      question["id"] = .string(id)
      questions[place, default: []].append(.object(sample.addingProvenance(to: question, options)))
    }
    return titles.map { title in
      let paragraphs = (contexts[title] ?? []).map { context -> JSONValue in
        [
          "context": .string(context),
          "qas": .array(questions[Place(title: title, context: context)] ?? []),
        ]
      }
      return ["title": .string(title), "paragraphs": .array(paragraphs)]
    }
  }

  private func question(
    _ sample: Sample,
    _ context: String,
    _ options: ExportOptions,
    _ refusal: (String) -> SeedbedError
  ) throws -> JSONObject {
    let answers = ContextAnswers(options.fields.output?.value(in: sample.fields) ?? .null)
    let placed = try answers.all.map { answer -> JSONValue in
      guard let start = ContextAnswers.start(of: answer, in: context) else {
        throw refusal("its answer `\(answer.text)` does not stand in its context")
      }
      return ["text": .string(answer.text), "answer_start": .number(JSONNumber(start))]
    }
    return [
      "id": .null, "question": .string(sample.text), "answers": .array(placed),
      "is_impossible": .bool(placed.isEmpty),
    ]
  }
}
