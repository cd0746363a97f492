import SeedbedData

/// The settings of a task of lm-evaluation-harness.
///
/// Templates name columns only: what is in a row never becomes part of one. Labels stand in a list, which
/// is taken as it is.
struct LMEvalTask {
  private let options: ExportOptions
  private let splits: [Split]
  private let labels: [String]
  private let columns: Set<String>

  /// Describes a task.
  ///
  /// - Parameters:
  ///   - options: What the samples are for.
  ///   - splits: The parts that have rows.
  ///   - labels: The labels, in the order in which `gold` counts them.
  ///   - columns: The columns of the rows.
  init(_ options: ExportOptions, splits: [Split], labels: [String], columns: Set<String>) {
    self.options = options
    self.splits = splits
    self.labels = labels
    self.columns = columns
  }

  /// The file's content.
  var yaml: String {
    var lines = [
      "task: \(taskName)", "tag: synthetic", "dataset_path: json", "dataset_kwargs:",
      "  data_files:",
    ]
    lines += splits.map { "    \($0.rawValue): \($0.rawValue).jsonl" }
    if splits.contains(.train) {
      lines += ["training_split: train", "fewshot_split: train"]
    }
    if splits.contains(.validation) { lines.append("validation_split: validation") }
    if splits.contains(.syntheticEval) { lines.append("test_split: synthetic_eval") }
    lines += settings
    lines += ["metadata:", "  version: 1.0"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// Letters, digits and underscores, since the name becomes part of paths and of result keys.
  private var taskName: String {
    let scalars = options.name.lowercased().unicodeScalars.map { scalar -> Character in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar))
        ? Character(scalar) : "_"
    }
    let words = String(scalars).split(separator: "_").joined(separator: "_")
    return words.isEmpty ? "dataset" : "dataset_" + words
  }

  private var settings: [String] {
    let expected = EvaluationCase.expectedName(options.task, options.fields)
    switch options.task {
    case .classification:
      return choice("{{text}}", ["doc_to_choice:"] + labels.map { "  - \(CardHead.exact($0))" })
    case .preference:
      return choice("{{prompt}}", ["doc_to_choice: choices"])
    case .questionAnswering:
      return generation(
        optional("context", "{{context}}\\n\\n") + "Question: {{question}}\\nAnswer:",
        expected
      )
    case .extraction: return generation("{{text}}", expected)
    case .chat: return generation("{{prompt}}", expected)
    default:
      return generation("{{instruction}}" + optional("input", "\\n\\n{{input}}"), expected)
    }
  }

  /// A part of a template that rows may lack; a column that no row has must not be named at all.
  private func optional(_ column: String, _ text: String) -> String {
    columns.contains(column) ? "{% if \(column) %}\(text){% endif %}" : ""
  }

  private func choice(_ text: String, _ choices: [String]) -> [String] {
    ["output_type: multiple_choice", "doc_to_text: \"\(text)\"", "doc_to_target: gold"] + choices
      + ["metric_list:"] + metric("acc") + metric("acc_norm")
  }

  private func generation(_ text: String, _ expected: String) -> [String] {
    [
      "output_type: generate_until", "doc_to_text: \"\(text)\"", "doc_to_target: \(expected)",
      "generation_kwargs:", "  do_sample: false", "metric_list:",
    ] + metric("exact_match") + ["    ignore_case: true", "    ignore_punctuation: false"]
  }

  private func metric(_ name: String) -> [String] {
    ["  - metric: \(name)", "    aggregation: mean", "    higher_is_better: true"]
  }
}
