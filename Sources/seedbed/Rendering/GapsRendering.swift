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
    lines += [
      "", Style.heading("Gaps"), table(report.gaps, most: report.learned == nil ? .max : mostGaps),
    ]
    if let learned = report.learned { lines += LearnedRendering.lines(learned) }
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

  /// The learned gaps of a file without a project, below its profile.
  static func text(_ result: FileGaps.Result, file: String) -> String {
    ([
      ProfileRendering.text(result.profile, file: file), "", Style.heading("Gaps"),
      table(result.gaps, most: mostGaps),
    ]
      + LearnedRendering.lines(result.learned)).joined(separator: "\n")
  }

  /// Gaps that are listed for people where a classifier found some; programs get all.
  private static let mostGaps = 60

  private static func table(_ gaps: [Gap], most: Int) -> String {
    var table = Table(["gap", "cell", ">have", ">need", "decision", "reason"])
    for gap in gaps.prefix(most) {
      let counts = gap.kind == .missing || gap.kind == .thin
      let source = gap.kind == .uncovered ? "reference rows" : "rows"
      let rows = gap.rows.map { "\($0)" }.joined(separator: ", ")
      table.add([
        gap.kind.rawValue, gap.cell.coordinates.isEmpty ? "all" : gap.cell.description,
        "\(gap.have)", gap.deficit > 0 ? "\(gap.need)" : "", gap.decision.rawValue,
        counts && gap.weight == nil
          ? gap.reason
          : "\(gap.evidence); \(gap.reason)" + (rows.isEmpty ? "" : "; \(source) \(rows)"),
      ])
    }
    let more = gaps.count - min(most, gaps.count)
    if more > 0 { table.add(["… \(more) more", "", "", "", "", "`--json` has all"]) }
    return table.isEmpty ? "  none" : table.text
  }

  static func json(_ result: FileGaps.Result) -> JSONObject {
    var document = ProfileRendering.json(result.profile)
    document["gaps"] = .array(result.gaps.map { .object($0.json) })
    document["learned"] = .object(LearnedRendering.json(result.learned))
    return document
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
      "learned": report.learned.map { .object(LearnedRendering.json($0)) } ?? .null,
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
      "rows": .array(rows.map { .optional($0) }),
      "decision": .string(decision.rawValue), "reason": .string(reason),
      "weight": .optional(weight),
    ]
  }
}
