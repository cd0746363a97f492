import SeedbedData

/// Conversations as the fine-tuning of chat models reads them: `{"messages": [{"role", "content"}]}`.
public struct OpenAIExporter: Exporter {
  /// The name, as on the command line.
  public let name = "openai"
  /// What the format is for.
  public let summary = "JSON Lines of `messages`, for fine-tuning chat models; any task with texts"

  /// Makes the exporter.
  public init() {}

  /// Writes `train.jsonl`, `validation.jsonl` and `synthetic_eval.jsonl`.
  ///
  /// The label, the answer, the better answer, or the marked spans as JSON become the assistant's
  /// turn; turns of a conversation keep their order, with the roles that this format knows.
  public func write(
    _ samples: [ExportSample],
    to folder: String,
    options: ExportOptions
  ) throws -> [ExportedFile] {
    let reader = ContentReader(options, format: name)
    return try SplitGroups(samples, format: name).writeJSONLines(to: folder) { sample in
      let content = try reader.content(of: sample.sample)
      var row: JSONObject = ["messages": .array(content.messages.map(JSONValue.object))]
      // The functions that a conversation's tool calls name.
      if options.task == .chat, let tools = sample.sample.fields["tools"], tools.array != nil {
        row["tools"] = tools
      }
      return sample.addingProvenance(to: row, options)
    }
  }
}
