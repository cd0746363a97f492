import SeedbedData

/// Pairs of a better and a worse answer, in the two forms that preference training reads.
public struct PreferenceExporter: Exporter {
  /// The name, as on the command line.
  public var name: String { asTurns ? "preference-chat" : "preference" }
  /// What the format is for.
  public var summary: String {
    asTurns
      ? "JSON Lines of `prompt`, `chosen`, `rejected` as turns, for preference training"
      : "JSON Lines of `prompt`, `chosen`, `rejected` as texts, for preference training"
  }

  private let asTurns: Bool

  /// Makes the exporter.
  ///
  /// - Parameter asTurns: Whether each part is a list of turns with `role` and `content`.
  public init(asTurns: Bool = false) {
    self.asTurns = asTurns
  }

  /// Writes `train.jsonl`, `validation.jsonl` and `synthetic_eval.jsonl`.
  ///
  /// Trainers tell the two forms apart by the first row, so all rows of an export have one form.
  public func write(
    _ samples: [ExportSample],
    to folder: String,
    options: ExportOptions
  ) throws -> [ExportedFile] {
    try SplitGroups(samples, format: name).writeJSONLines(to: folder) { sample in
      func refusal(_ reason: String, hint: String) -> SeedbedError {
        .cannotWrite(sample.sample, as: name, because: reason, hint: hint)
      }
      guard options.task == .preference else {
        throw refusal(
          "it is a sample for \(options.task.rawValue), without a better and a worse answer",
          hint: "export it as `jsonl`, which holds every row"
        )
      }
      let pair = try PreferencePair(of: sample.sample, options.fields) {
        refusal($0, hint: "complete the row at the source, or export as `jsonl`")
      }
      if asTurns {
        let parts = [pair.prompt, pair.chosen, pair.rejected].map { turns in
          JSONValue.array(turns.map(JSONValue.object))
        }
        return sample.addingProvenance(
          to: ["prompt": parts[0], "chosen": parts[1], "rejected": parts[2]],
          options
        )
      }
      guard let texts = pair.texts else {
        throw refusal(
          "its prompt and its answers are more than one text each",
          hint: "export it as `preference-chat`"
        )
      }
      return sample.addingProvenance(
        to: [
          "prompt": .string(texts.prompt), "chosen": .string(texts.chosen),
          "rejected": .string(texts.rejected),
        ],
        options
      )
    }
  }
}
