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
    var lines = ["pretty_name: \(quoted(configuration.name))"]
    lines += LicenceName(configuration.license).lines
    if !configuration.languages.isEmpty {
      lines.append("language:")
      lines += configuration.languages.map { "- \(quoted($0))" }
    }
    if let category = categories[configuration.task] {
      lines += ["task_categories:", "- \(category)"]
    }
    lines += ["size_categories:", "- \(sizeCategory(report.samples.count))"]
    lines += ["tags:", "- synthetic", "- seedbed"]
    let rows = files.filter { $0.split != nil }
    if !rows.isEmpty {
      lines += ["configs:", "- config_name: default", "  data_files:"]
      for file in rows {
        lines += ["  - split: \(file.split?.rawValue ?? "")", "    path: \(quoted(file.path))"]
      }
    }
    return lines + FeatureLines.lines(rows)
  }

  /// The word for a number of rows.
  private static func sizeCategory(_ rows: Int) -> String {
    let steps = [
      (1000, "n<1K"), (10_000, "1K<n<10K"), (100_000, "10K<n<100K"), (1_000_000, "100K<n<1M"),
    ]
    return steps.first { rows < $0.0 }?.1 ?? "1M<n<10M"
  }

  /// A text as YAML in double quotes, on one line and without control characters.
  static func quoted(_ text: String) -> String {
    let allowed = text.unicodeScalars.filter {
      $0.value >= 0x20 && !(0x7F..<0xA0).contains($0.value)
    }
    var clean = ""
    clean.unicodeScalars.append(contentsOf: allowed)
    return exact(clean)
  }

  /// A text as YAML in double quotes that reads back as just that text.
  static func exact(_ text: String) -> String {
    var quoted = ""
    for scalar in JSONValue.string(text).serialized().unicodeScalars {
      switch scalar.value {
      // Where the text is shown as it is, nothing in it may open an element.
      case 0x3C: quoted += "\\u003C"
      // What JSON lets stand and YAML does not.
      case 0x7F...0x9F, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted
  }
}
