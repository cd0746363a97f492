import SeedbedData

/// Single turns as instruction tuning reads them: `{"instruction", "input", "output"}`.
public struct AlpacaExporter: Exporter {
  /// The name, as on the command line.
  public let name = "alpaca"
  /// What the format is for.
  public let summary =
    "JSON Lines of `instruction`, `input`, `output`; any task with texts and one answer"

  /// Makes the exporter.
  public init() {}

  /// Writes `train.jsonl`, `validation.jsonl` and `synthetic_eval.jsonl`.
  ///
  /// A conversation fits when it is one turn of the user and one of the assistant.
  public func write(
    _ samples: [ExportSample],
    to folder: String,
    options: ExportOptions
  ) throws -> [ExportedFile] {
    let reader = ContentReader(options, format: name)
    return try SplitGroups(samples, format: name).writeJSONLines(to: folder) { sample in
      let exchange: Exchange
      switch try reader.content(of: sample.sample) {
      case .exchange(let single): exchange = single
      case .turns(let turns):
        guard turns.count == 2, turns[0]["role"] == "user", turns[1]["role"] == "assistant",
          let question = turns[0]["content"]?.string, let answer = turns[1]["content"]?.string
        else {
          throw SeedbedError.cannotWrite(
            sample.sample,
            as: name,
            because: "its conversation is more than one question and one answer in text",
            hint: "export conversations as `openai`"
          )
        }
        exchange = Exchange(instruction: question, output: answer)
      }
      return sample.addingProvenance(
        to: [
          "instruction": .string(exchange.instruction), "input": .string(exchange.input),
          "output": .string(exchange.output),
        ],
        options
      )
    }
  }
}
