import SeedbedData

/// The head of a data card, in the keys that dataset hubs read.
enum CardHead {
  private static let categories: [TaskKind: String] = [
    .classification: "text-classification", .instruction: "text-generation",
    .chat: "text-generation", .questionAnswering: "question-answering",
    .extraction: "token-classification", .preference: "text-generation",
    .tabular: "tabular-classification",
  ]

  /// The lines between the dashes: YAML, whose texts are written as JSON strings.
  static func lines(_ report: VersionReport, files: [ExportedFile]) -> [String] {
    let configuration = report.configuration
    var lines = ["pretty_name: \(text(configuration.name))", "license: other"]
    if !configuration.languages.isEmpty {
      lines.append("language:")
      lines += configuration.languages.map { "- \(text($0))" }
    }
    if let category = categories[configuration.task] {
      lines += ["task_categories:", "- \(category)"]
    }
    lines += ["tags:", "- synthetic", "- seedbed"]
    if !files.isEmpty {
      lines += ["configs:", "- config_name: default", "  data_files:"]
      for file in files {
        let split = file.path.prefix { $0 != "." }
        lines += ["  - split: \(split)", "    path: \(text(file.path))"]
      }
    }
    return lines
  }

  private static func text(_ text: String) -> String {
    // A line end is escaped by JSON; other control characters are not allowed in YAML at all.
    let allowed = text.unicodeScalars.filter {
      $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)
    }
    var clean = ""
    clean.unicodeScalars.append(contentsOf: allowed)
    // Where the head is shown as it is, nothing in it may open an element.
    let quoted = JSONValue.string(clean).serialized()
    return quoted.split(separator: "<", omittingEmptySubsequences: false)
      .joined(separator: "\\u003C")
  }
}
