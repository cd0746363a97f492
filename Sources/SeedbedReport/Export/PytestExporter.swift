import SeedbedData

/// A folder that `pytest` runs: cases as JSON, and two small files that read them.
public struct PytestExporter: Exporter {
  /// The name, as on the command line.
  public let name = "pytest"
  /// What the format is for.
  public let summary = "cases as JSON with a test file for pytest; any task with one right answer"

  /// Makes the exporter.
  public init() {}

  /// Writes `train.json`, `validation.json` and `synthetic_eval.json` with `suite.json`,
  /// `conftest.py` and `test_dataset.py`.
  ///
  /// The two Python files are the same for every dataset: what comes from data is in JSON alone.
  public func write(
    _ samples: [ExportSample],
    to folder: String,
    options: ExportOptions
  ) throws -> [ExportedFile] {
    let groups = try SplitGroups(samples, format: name)
    var inputs: [String] = []
    let files = try groups.writeWhole(to: folder, "json") { group in
      let cases = try group.samples.map { sample -> JSONValue in
        let found = try EvaluationCase(of: sample.sample, options, format: name)
        if case .better = found.expected {
          throw SeedbedError.cannotWrite(
            sample.sample,
            as: name,
            because: "a pair says which answer is better, not which one is right",
            hint: "export pairs as `preference` or `lm-eval`"
          )
        }
        for (name, _) in found.inputs where !inputs.contains(name) { inputs.append(name) }
        var row = found.row(options.task, options.fields)
        row["id"] = .string(sample.sample.id.hex)
        return .object(sample.addingProvenance(to: row, options))
      }
      return JSONValue.array(cases).serialized(.pretty) + "\n"
    }
    let suite: JSONObject = [
      "splits": .array(groups.groups.map { .string($0.split.rawValue) }),
      "inputs": .array(inputs.map(JSONValue.string)),
      "expected": .string(EvaluationCase.expectedName(options.task, options.fields)),
    ]
    let companions = [
      ("suite.json", suite.serialized(.pretty) + "\n"), ("conftest.py", PytestFiles.conftest),
      ("test_dataset.py", PytestFiles.tests),
    ]
    for (file, text) in companions { try Folder.write(text, to: "\(folder)/\(file)") }
    return files + companions.map { ExportedFile(companion: $0.0) }
  }
}
