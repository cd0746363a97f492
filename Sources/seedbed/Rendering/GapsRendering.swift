import SeedbedData
import SeedbedPipeline

/// The gaps of a project, for people and for programs.
enum GapsRendering {
  static func text(_ report: GapReport, plan path: String?) -> String {
    var lines = [
      "\(Style.heading("Data")) \(report.data.count) real samples outside the holdout, "
        + "\(report.redundancy.patterns) patterns, "
        + "\(report.redundancy.exact.count) exact duplicates"
        + (report.data.badRows > 0 ? ", \(report.data.badRows) rows left out" : "")
    ]
    var table = Table(["gap", "cell", ">have", ">need", "decision", "reason"])
    for gap in report.gaps {
      let counts = gap.kind == .missing || gap.kind == .thin
      table.add([
        gap.kind.rawValue, gap.cell.coordinates.isEmpty ? "all" : gap.cell.description,
        "\(gap.have)", counts ? "\(gap.need)" : "", gap.decision.rawValue,
        counts && gap.weight == nil ? gap.reason : "\(gap.evidence); \(gap.reason)",
      ])
    }
    lines += ["", Style.heading("Gaps"), table.isEmpty ? "  none" : table.text]
    lines += ["", Style.heading("Before anything is generated")]
    for (question, answer) in report.answers { lines += ["  \(question)", "    \(answer)"] }
    for method in report.unavailable {
      lines += [
        "",
        Style.poor(
          "`\(method.name)` is not used: it needs \(method.needs.joined(separator: ", ")); "
            + "see `seedbed doctor`"
        ),
      ]
    }
    if let path {
      lines += [
        "",
        "Plan: \(report.plan.count) samples in \(report.plan.quotas.count) quotas, written to "
          + "`\(path)`. Edit it, then `seedbed generate --preview 10` or `seedbed run`",
      ]
    }
    return lines.joined(separator: "\n")
  }

  static func json(_ report: GapReport) -> JSONObject {
    [
      "data": [
        "fingerprint": .string(report.data.fingerprint), "samples": .optional(report.data.count),
        "bad_rows": .optional(report.data.badRows),
        "patterns": .optional(report.redundancy.patterns),
        "exact_duplicates": .optional(report.redundancy.exact.count),
        "conflicting_labels": .optional(report.redundancy.conflicts.count),
      ],
      "coverage": .array(
        report.coverage.map { row in
          ["cell": row.cell.json, "have": .optional(row.have), "need": .optional(row.need)]
        }
      ),
      "gaps": .array(report.gaps.map { .object($0.json) }),
      "plan": [
        "digest": .string(report.plan.digest), "samples": .optional(report.plan.count),
        "quotas": .array(
          report.plan.quotas.map { quota in
            [
              "cell": quota.cell.json, "gap": .string(quota.gap.rawValue),
              "have": .optional(quota.have), "need": .optional(quota.need),
              "split": .string(quota.split.rawValue), "reason": .string(quota.reason),
              "methods": .array(
                quota.shares.map { share in
                  ["name": .string(share.method), "samples": .optional(share.count)]
                }
              ),
            ]
          }
        ),
      ],
      "questions": .array(
        report.answers.map { question, answer in
          ["question": .string(question), "answer": .string(answer)]
        }
      ),
    ]
  }
}

extension Gap {
  /// The gap as printed with `--json`.
  var json: JSONObject {
    [
      "kind": .string(kind.rawValue), "cell": cell.json, "have": .optional(have),
      "need": .optional(need), "evidence": .string(evidence),
      "examples": .array(examples.map { .string($0.hex) }),
      "decision": .string(decision.rawValue), "reason": .string(reason),
      "weight": .optional(weight),
    ]
  }
}
