import SeedbedData

/// One JSON object a line: the user's own fields, then `seedbed`.
public struct JSONLinesExporter: Exporter {
  /// The name, as on the command line.
  public let name = "jsonl"
  /// What the format is for.
  public let summary = "JSON Lines: your own fields, and `seedbed` with the provenance; any task"

  /// Makes the exporter.
  public init() {}

  /// Writes `train.jsonl`, `validation.jsonl` and `synthetic_eval.jsonl`.
  public func write(
    _ samples: [ExportSample],
    to folder: String,
    options: ExportOptions
  ) throws -> [ExportedFile] {
    try SplitGroups(samples, format: name).writeJSONLines(to: folder) {
      $0.addingProvenance(to: $0.sample.fields, options)
    }
  }
}
