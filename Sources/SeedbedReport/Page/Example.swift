import SeedbedData
import SeedbedKernels

/// A candidate as the page shows it: its text with the edits, and what the checks found.
struct Example {
  /// A verdict on it.
  struct Finding {
    var check: String
    var outcome: String
    var numbers: String
    var evidence: String
  }

  let id: String
  let method: String
  let label: String
  /// The part of the version that it is in; nil for what is in none.
  let part: String?
  /// How hard it is; nil for what was not tagged.
  let difficulty: String?
  /// The first check that it did not pass, with its evidence.
  let rejection: Finding?
  let changes: [TextChange]
  let verdictSummary: String
  let findings: [Finding]

  init(_ candidate: Candidate, parents: [SampleID: Sample]) {
    let sample = candidate.sample
    id = sample.id.short
    method = sample.provenance.method?.name ?? "none"
    label = sample.label ?? "none"
    part = sample.split?.rawValue
    difficulty = sample.difficulty?.tier.rawValue
    changes = TextChange.changes(
      in: sample,
      parent: sample.provenance.parents.first.flatMap { parents[$0] }
    )
    findings = candidate.verdicts.map { verdict in
      Finding(
        check: verdict.check,
        outcome: verdict.outcome.rawValue,
        numbers: Self.numbers(verdict),
        evidence: verdict.evidence
      )
    }
    rejection =
      candidate.status == .rejected
      ? findings.first { $0.outcome != Outcome.pass.rawValue } : nil
    let outcomes = Outcome.allCases.compactMap { outcome -> String? in
      let count = candidate.verdicts.count { $0.outcome == outcome }
      return count == 0 ? nil : "\(count) \(outcome.rawValue)"
    }
    verdictSummary =
      outcomes.isEmpty
      ? "no checks"
      : Figures.counted(candidate.verdicts.count, "check") + ": " + outcomes.joined(separator: ", ")
  }

  /// The candidate as a card.
  var markup: Markup {
    let rows = findings.map { finding -> [Markup] in
      [
        "\(finding.check)", "<span class=\"tag \(finding.outcome)\">\(finding.outcome)</span>",
        "\(finding.numbers)", Markup.sentence(Clipped.text(finding.evidence, 300)),
      ]
    }
    let table = TableMarkup(["Check", "Outcome", .number("Score"), "Evidence"], rows)
    let checks: Markup =
      findings.isEmpty
      ? "" : "<details><summary>\(verdictSummary)</summary>\n\(table.markup)</details>\n"
    let why = rejection.map { found -> Markup in
      """
      <p class="note"><span class="tag \(found.outcome)">\(Clipped.text(found.check, 80))</span>\
      \(Markup.sentence(Clipped.text(found.evidence, 300)))</p>

      """
    }
    return """
      <article class="card">
      <div><span class="tag">\(Clipped.text(method, 80))</span><span class="tag">label: \
      <bdi>\(Clipped.text(label, 80))</bdi></span>\
      \(difficulty.map { "<span class=\"tag\">\($0)</span>" as Markup })\
      <small>\(part.map { "\($0) · " as Markup })<code>\(id)</code></small></div>
      <p class="said" dir="auto">\(changes.map(\.markup))</p>
      \(why)\(checks)</article>

      """
  }

  private static func numbers(_ verdict: Verdict) -> String {
    guard let score = verdict.score else { return "" }
    let limit = verdict.threshold.map { " (limit \(Figures.decimal($0)))" } ?? ""
    return Figures.decimal(score) + limit
  }
}
