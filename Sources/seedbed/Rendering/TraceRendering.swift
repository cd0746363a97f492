import SeedbedData
import SeedbedKernels
import SeedbedLedger

/// The life of one sample, for people.
enum TraceRendering {
  static func text(_ trace: SampleTrace) -> String {
    let sample = trace.sample
    var lines = [
      "\(Style.heading(sample.id.hex))  \(sample.origin.rawValue)"
        + (trace.candidacies.last.map { ", \($0.status.rawValue)" } ?? ""),
      "  text      \(Table.printable(sample.text))",
    ]
    if let label = sample.label { lines.append("  label     \(Table.printable(label))") }
    lines.append("  source    \(source(sample.provenance.source))")
    lines += made(sample, trace)
    if !trace.verdicts.isEmpty {
      lines += ["", Style.heading("Verdicts")] + trace.verdicts.map(CandidateRendering.verdict)
    }
    if !trace.reviews.isEmpty {
      lines += ["", Style.heading("People")] + trace.reviews.flatMap { review($0, of: sample) }
    }
    lines += ["", Style.heading("Duplicates")] + duplicates(trace)
    lines += ["", Style.heading("Place")]
    if let difficulty = sample.difficulty {
      lines.append("  \(difficulty.tier.rawValue): \(difficulty.reasons.joined(separator: "; "))")
    }
    lines += trace.versions.map { "  in \($0.split.rawValue) of version \($0.version.prefix(12))" }
    if trace.versions.isEmpty { lines.append("  in no version") }
    if trace.childCount > 0 {
      lines.append(
        "  parent of \(trace.childCount): "
          + trace.children.prefix(5).map(\.short).joined(separator: ", ")
      )
    }
    for override in trace.overrides {
      lines.append(
        "  rule `\(override.override.rule)` was set aside: "
          + Table.printable(override.override.because)
      )
    }
    return lines.joined(separator: "\n")
  }

  private static func made(_ sample: Sample, _ trace: SampleTrace) -> [String] {
    let provenance = sample.provenance
    guard let method = provenance.method else { return [] }
    let drawn = JSONValue.object(method.parameters).serialized(.compact)
    var lines = [
      "  method    \(method.name), seed \(method.seed), draw \(method.draw)",
      "  drawn     \(Table.cut(Table.printable(drawn), to: 400))",
      "  model     \(provenance.model ?? "none"), prompt \(provenance.promptVersion ?? "none")",
      "  batch     \(provenance.batch?.prefix(12) ?? "none"), depth \(provenance.depth)",
    ]
    for parent in trace.ancestors {
      lines.append("  parent    \(parent.id.short) \(Table.printable(parent.text))")
    }
    for edit in provenance.edits {
      let words = Table.printable(String(reflecting: edit.replacement))
      let reason = edit.reason.isEmpty ? "" : "  (\(Table.printable(edit.reason)))"
      lines.append("  edit      bytes \(edit.start)..<\(edit.end) → \(words)\(reason)")
    }
    return lines
  }

  private static func review(_ review: TracedReview, of sample: Sample) -> [String] {
    let decision = review.decision
    var words = "  \(Moment.text(decision.decidedAt))  \(Table.printable(decision.author)): "
    words +=
      decision.replacement == sample.id
      ? "made it by a \(decision.verdict.rawValue)" : decision.verdict.rawValue
    if let reason = decision.reason { words += ", \(Table.printable(reason))" }
    if let tier = decision.correction?.difficulty { words += ", finds it \(tier.rawValue)" }
    if let time = review.withdrawnAt { words += " (taken back \(Moment.text(time)))" }
    guard let after = review.after, let made = decision.replacement else { return [words] }
    func content(_ name: String, _ content: TracedReview.Content) -> String {
      "    \(name)  \(Table.printable(content.text))"
        + (content.label.map { "  [\(Table.printable($0))]" } ?? "")
    }
    return [
      words, content("before", review.before), content("after ", after) + "  (\(made.short))",
    ]
  }

  private static func duplicates(_ trace: SampleTrace) -> [String] {
    var lines: [String] = []
    if let decision = trace.duplicateOf {
      lines.append(
        "  removed: \(decision.kind.rawValue) duplicate of \(decision.kept.short), "
          + "similarity \(Numbers.fixed(decision.similarity))"
      )
    }
    lines += trace.duplicates.prefix(10).map {
      "  stayed instead of \($0.removed.short), similarity \(Numbers.fixed($0.similarity))"
    }
    return lines.isEmpty ? ["  none"] : lines
  }

  private static func source(_ source: SourceReference) -> String {
    var words = Table.printable(source.id)
    if let row = source.row { words += ", row \(row)" }
    if let byte = source.byte { words += " at byte \(byte)" }
    if let span = source.span { words += ", characters \(span.lowerBound)..<\(span.upperBound)" }
    return words
  }
}
