import SeedbedData

/// Test cases for promptfoo: variables for a prompt and what its answer must be.
public struct PromptfooExporter: Exporter {
  /// The name, as on the command line.
  public let name = "promptfoo"
  /// What the format is for.
  public let summary =
    "test cases for promptfoo: `vars` and `assert`; any task with one right answer"

  /// Makes the exporter.
  public init() {}

  /// Writes `train.json`, `validation.json` and `synthetic_eval.json`, lists of test cases.
  ///
  /// A label must be equal, a free text must share half of its words, any of several answers must occur,
  /// and JSON must be equal as a value. Texts are written so that promptfoo renders them as themselves.
  public func write(
    _ samples: [ExportSample],
    to folder: String,
    options: ExportOptions
  ) throws -> [ExportedFile] {
    try SplitGroups(samples, format: name).writeWhole(to: folder, "json") { group in
      let cases = try group.samples.map { JSONValue.object(try testCase($0, options)) }
      return JSONValue.array(cases).serialized(.pretty) + "\n"
    }
  }

  private func testCase(_ sample: ExportSample, _ options: ExportOptions) throws -> JSONObject {
    let found = try EvaluationCase(of: sample.sample, options, format: name)
    var variables = JSONObject()
    for (name, text) in found.inputs { variables[name] = .string(PromptfooText.literal(text)) }
    var metadata: JSONObject = ["sample": .string(sample.sample.id.hex)]
    metadata["split"] = .optional(sample.sample.split?.rawValue)
    if !options.plain {
      metadata["seedbed"] = .string(PromptfooText.literal(sample.provenanceObject.serialized()))
    }
    return [
      "description": .string("sample \(sample.sample.id.short)"), "vars": .object(variables),
      "assert": [.object(try assertion(found.expected, sample.sample))],
      "metadata": .object(metadata),
    ]
  }

  private func assertion(
    _ expected: EvaluationCase.Expected,
    _ sample: Sample
  ) throws -> JSONObject {
    switch expected {
    case .label(let label):
      return ["type": "equals", "value": .string(PromptfooText.literal(label))]
    case .answer(let text):
      return [
        "type": "rouge-n", "value": .string(PromptfooText.literal(text)), "threshold": 0.5,
      ]
    case .anyOf(let texts):
      return [
        "type": "icontains-any",
        "value": .array(texts.map { .string(PromptfooText.literal($0)) }),
      ]
    case .json(let value):
      guard !PromptfooText.namesFile(value) else {
        throw SeedbedError.cannotWrite(
          sample,
          as: name,
          because: "what it expects holds a text that promptfoo would load as a file",
          hint: "export it as `pytest`, which compares JSON without looking into it"
        )
      }
      return ["type": "is-json", "value": ["const": value]]
    case .better:
      throw SeedbedError.cannotWrite(
        sample,
        as: name,
        because: "a pair says which answer is better, not which one is right",
        hint: "export pairs as `preference` or `lm-eval`"
      )
    }
  }
}
