import SeedbedData
import SeedbedKernels

/// One candidate with its edits and verdicts.
enum CandidateRendering {
  static func text(_ candidate: Candidate) -> String {
    let sample = candidate.sample, provenance = sample.provenance
    let mark = candidate.rejectingCheck == nil ? Style.good("passes") : Style.poor("rejected")
    var lines = [
      "\(sample.id.short)  \(mark)  \(provenance.method?.name ?? "")"
        + (sample.label.map { "  label \(Table.printable($0))" } ?? ""),
      "  \(Table.printable(sample.text))",
    ]
    if let parent = provenance.parents.first { lines.append("  from \(parent.short)") }
    for edit in provenance.edits {
      lines.append(
        "  bytes \(edit.start)..<\(edit.end) → \(Table.printable(String(reflecting: edit.replacement)))"
          + (edit.reason.isEmpty ? "" : "  (\(Table.printable(edit.reason)))")
      )
    }
    lines += candidate.verdicts.map(verdict)
    return lines.joined(separator: "\n")
  }

  static func verdict(_ verdict: Verdict) -> String {
    let score = verdict.score.map { " \(Numbers.fixed($0))" } ?? ""
    let threshold = verdict.threshold.map { " (threshold \(Numbers.fixed($0)))" } ?? ""
    let outcome =
      verdict.outcome == .pass
      ? Style.good(verdict.outcome.rawValue) : Style.poor(verdict.outcome.rawValue)
    return "  \(outcome) \(verdict.check)\(score)\(threshold): \(Table.printable(verdict.evidence))"
  }

  static func json(_ candidate: Candidate) -> JSONValue {
    var row = candidate.sample.row(verdicts: candidate.verdicts)
    row["status"] = .string(candidate.status.rawValue)
    row["edits"] = .array(
      candidate.sample.provenance.edits.map { edit in
        [
          "start": .optional(edit.start), "end": .optional(edit.end),
          "replacement": .string(edit.replacement), "reason": .string(edit.reason),
        ]
      }
    )
    return .object(row)
  }
}
