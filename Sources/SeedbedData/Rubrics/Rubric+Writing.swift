extension Rubric {
  /// The rubric as a file that ``init(yaml:file:)`` reads back.
  public var yaml: String {
    var lines = [
      "rubric: 1", "name: \(YAMLText.scalar(name))", "instruction: \(YAMLText.scalar(instruction))",
      "scale: {minimum: \(scale.lowerBound), maximum: \(scale.upperBound)}",
    ]
    if !anchors.isEmpty {
      lines.append("anchors:")
      lines += anchors.map { "  \($0.score): \(YAMLText.scalar($0.words))" }
    }
    lines.append("criteria:")
    for criterion in criteria {
      lines.append("  - name: \(YAMLText.scalar(criterion.name))")
      lines.append("    question: \(YAMLText.scalar(criterion.question))")
      lines.append("    weight: \(criterion.weight)")
      if criterion.isEssential { lines.append("    essential: true") }
    }
    lines.append("evidence: \(YAMLText.list(evidence.map(\.rawValue)))")
    lines.append("threshold: \(threshold)")
    lines.append("spread: \(spread)")
    if !tasks.isEmpty { lines.append("applies_to: \(YAMLText.list(tasks.map(\.rawValue)))") }
    return lines.joined(separator: "\n") + "\n"
  }
}
