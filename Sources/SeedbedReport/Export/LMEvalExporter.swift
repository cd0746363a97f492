import SeedbedData

/// A task folder for lm-evaluation-harness: `task.yaml` and rows beside it.
public struct LMEvalExporter: Exporter {
  /// The name, as on the command line.
  public let name = "lm-eval"
  /// What the format is for.
  public let summary =
    "a task for lm-evaluation-harness: YAML and rows; any task with one right answer, and pairs"

  /// Makes the exporter.
  public init() {}

  /// Writes `task.yaml` with `train.jsonl`, `validation.jsonl` and `synthetic_eval.jsonl`.
  ///
  /// The synthetic evaluation suite is the test part, or without one the validation part. Labels and
  /// pairs are chosen by likelihood, other answers are generated and compared.
  public func write(
    _ samples: [ExportSample],
    to folder: String,
    options: ExportOptions
  ) throws -> [ExportedFile] {
    let groups = try SplitGroups(samples, format: name)
    guard groups.groups.contains(where: { $0.split != .train }) else {
      throw SeedbedError(
        .data,
        "this version has no part to evaluate on, only training rows",
        hint: "set `splits.validation` or `generation.evaluation_suite` and make a version again"
      )
    }
    let labels = Set(samples.compactMap(\.sample.label)).sorted()
    var places: [String: Int] = [:]
    for (place, label) in labels.enumerated() { places[label] = place }
    func row(_ sample: ExportSample) throws -> JSONObject {
      let found = try EvaluationCase(of: sample.sample, options, format: name)
      var row = found.row(options.task, options.fields)
      switch found.expected {
      case .label(let label): row["gold"] = .optional(places[label])
      case .better(let better, let worse):
        row["choices"] = [.string(better), .string(worse)]
        row["gold"] = 0
      case .json(let value):
        row[EvaluationCase.expectedName(options.task, options.fields)] = .string(value.serialized())
      case .answer, .anyOf: break
      }
      return sample.addingProvenance(to: row, options)
    }
    // The rows are loaded by a library that wants one kind of value a column.
    var schema = RowSchema()
    for sample in samples { schema.add(try row(sample)) }
    var files = try groups.writeJSONLines(to: folder) { schema.conforming(try row($0)) }
    for index in files.indices { files[index].schema = schema }
    let task = LMEvalTask(
      options,
      splits: groups.groups.map(\.split),
      labels: labels,
      columns: Set(schema.columns.map(\.name))
    )
    try Folder.write(task.yaml, to: "\(folder)/task.yaml")
    return files + [ExportedFile(companion: "task.yaml")]
  }
}
