import SeedbedData

/// Conversations as open fine-tuning tools read them: `{"conversations": [{"from", "value"}]}`.
public struct ShareGPTExporter: Exporter {
  /// The name, as on the command line.
  public let name = "sharegpt"
  /// What the format is for.
  public let summary =
    "JSON Lines of `conversations`, for open fine-tuning tools; any task with texts"

  private static let speakers = ["system": "system", "user": "human", "assistant": "gpt"]

  /// Makes the exporter.
  public init() {}

  /// Writes `train.jsonl`, `validation.jsonl` and `synthetic_eval.jsonl`.
  ///
  /// The format's readers agree on `system`, `human` and `gpt` with a text each, so a turn of a tool, a
  /// call of one, or a turn that is no text is refused.
  public func write(
    _ samples: [ExportSample],
    to folder: String,
    options: ExportOptions
  ) throws -> [ExportedFile] {
    let reader = ContentReader(options, format: name)
    return try SplitGroups(samples, format: name).writeJSONLines(to: folder) { sample in
      let messages = try reader.content(of: sample.sample).messages
      let turns = try messages.enumerated().map { index, message -> JSONValue in
        guard let role = message["role"]?.string, let speaker = Self.speakers[role],
          message["tool_calls"] == nil, let text = message["content"]?.string
        else {
          throw SeedbedError.cannotWrite(
            sample.sample,
            as: name,
            because: "turn \(index + 1) is not a text of the system, the user or the assistant",
            hint: "export conversations with tools or pictures as `openai`"
          )
        }
        return ["from": .string(speaker), "value": .string(text)]
      }
      return sample.addingProvenance(to: ["conversations": .array(turns)], options)
    }
  }
}
