extension Configuration {
  /// The configuration as a commented `seedbed.yaml`, which reads back as the same value.
  ///
  /// - Parameter remarks: A comment for a key, such as why `task` was detected so.
  /// - Returns: The file's content.
  public func yaml(remarks: [String: String] = [:]) -> String {
    var lines: [String] = [
      "# Seedbed project. Every key is described in docs/configuration.md; an unknown key is an error.",
      "seedbed: 1",
      "name: \(YAMLText.scalar(name))",
    ]
    if let license { lines.append("license: \(YAMLText.scalar(license))") }
    lines += ["", "data:", "  path: \(YAMLText.scalar(data.path))"]
    lines += readingLines
    lines += ["", comment(remarks["task"] ?? "What a sample is for."), "task: \(task.rawValue)"]
    lines.append("fields:")
    lines += fieldLines
    lines += [
      "", "# Texts in other languages count as `unknown`.",
      "languages: \(YAMLText.list(languages))",
      "", "# Coverage is counted by these: fields of the rows, or measured ones",
      "# (label, language, length, noise, form).",
      "dimensions: \(YAMLText.list(dimensions))",
    ]
    lines += declaredLines
    lines += [
      "",
      comment(
        remarks["requirements"] ?? "How many samples each cell must have; `*` is every value."
      ),
      requirements.isEmpty ? "requirements: []" : "requirements:",
    ]
    for requirement in requirements {
      lines.append("  - cell: \(YAMLText.cell(requirement.pattern))")
      lines.append("    minimum: \(requirement.minimum)")
    }
    lines += gapLines
    lines += ["", "seed: \(seed)", "", "generation:"]
    lines += generationLines
    lines += [
      "", "verification:", "  label_quantile: \(verification.labelQuantile)",
    ]
    if let length = verification.minimumLength { lines.append("  minimum_length: \(length)") }
    if let length = verification.maximumLength { lines.append("  maximum_length: \(length)") }
    if verification.personalData == .allow { lines.append("  personal_data: allow") }
    if verification.safety == .allow { lines.append("  safety: allow") }
    if let name = verification.moderation {
      lines.append("  moderation: \(YAMLText.scalar(name))")
    }
    lines += [
      "", "deduplication:", "  near_threshold: \(deduplication.nearThreshold)",
      "  maximum_duplicate_share: \(deduplication.maximumDuplicateShare)",
      "", "# Shares of the real data; the test set is the sealed holdout.", "splits:",
      "  train: \(splits.train)", "  validation: \(splits.validation)",
    ]
    lines += templateLines + modelLines + translatorLines + evaluationLines + stopRuleLines
    lines += reviewLines
    return lines.joined(separator: "\n") + "\n"
  }

  /// A remark may quote a field's name, which may hold line breaks or what YAML refuses.
  private func comment(_ remark: String) -> String {
    let line = String.UnicodeScalarView(
      remark.unicodeScalars.map { YAMLText.needsEscape($0) || $0.value < 0x20 ? " " : $0 }
    )
    return "# " + String(line)
  }

  private var readingLines: [String] {
    var lines: [String] = []
    if let format = data.reading.format { lines.append("  format: \(format.rawValue)") }
    if let delimiter = data.reading.delimiter {
      let text = delimiter == 0x09 ? "\\t" : String(UnicodeScalar(delimiter))
      lines.append("  delimiter: \(YAMLText.quoted(text))")
    }
    if let header = data.reading.hasHeader { lines.append("  header: \(header)") }
    if let columns = data.reading.columns { lines.append("  columns: \(YAMLText.list(columns))") }
    lines.append("  on_bad_row: \(data.reading.onBadRow.rawValue)")
    return lines
  }

  private var fieldLines: [String] {
    let parts: [(String, FieldPath?)] = [
      ("text", fields.text), ("conversation", fields.conversation), ("label", fields.label),
      ("id", fields.id), ("input", fields.input), ("context", fields.context),
      ("output", fields.output), ("spans", fields.spans),
    ]
    var lines = parts.compactMap { name, path in
      path.map { "  \(name): \(YAMLText.scalar($0.description))" }
    }
    if let columns = fields.spanColumns {
      let text = columns.text.map { ", text: \(YAMLText.scalar($0.description))" } ?? ""
      lines.append(
        "  span_columns: {start: \(YAMLText.scalar(columns.start.description)), "
          + "end: \(YAMLText.scalar(columns.end.description)), "
          + "label: \(YAMLText.scalar(columns.label.description))\(text)}"
      )
    }
    if fields.spanUnit != .scalar { lines.append("  span_unit: \(fields.spanUnit.rawValue)") }
    return lines.isEmpty ? ["  {}"] : lines
  }

  private var declaredLines: [String] {
    guard !declaredValues.isEmpty else { return [] }
    var lines = ["", "# Values that must be covered although no row may show them.", "values:"]
    for dimension in dimensions {
      let values = declaredValues.filter { $0.dimension == dimension }.map(\.value)
      if !values.isEmpty {
        lines.append("  \(YAMLText.scalar(dimension)): \(YAMLText.list(values))")
      }
    }
    return lines
  }

  private var generationLines: [String] {
    var lines: [String] = []
    if let budget = generation.budget { lines.append("  budget: \(budget)") }
    lines += [
      "  maximum_share: \(generation.maximumShare)", "  oversampling: \(generation.oversampling)",
      "  rounds: \(generation.rounds)", "  children_per_seed: \(generation.childrenPerSeed)",
      "  evaluation_suite: \(generation.evaluationSuite)",
    ]
    if let methods = generation.methods { lines.append("  methods: \(YAMLText.list(methods))") }
    return lines + writerLines
  }

  private var templateLines: [String] {
    var lines: [String] = []
    if !slots.isEmpty {
      lines += ["", "slots:"]
      for slot in slots {
        lines.append("  \(YAMLText.scalar(slot.name)): \(YAMLText.list(slot.values))")
      }
    }
    if !templates.isEmpty {
      lines += ["", "templates:"]
      for template in templates {
        lines.append("  - cell: \(YAMLText.cell(template.cell))")
        lines.append("    text: \(YAMLText.quoted(template.text))")
      }
    }
    return lines
  }
}
