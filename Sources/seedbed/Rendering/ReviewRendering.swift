import SeedbedData
import SeedbedLearning
import SeedbedPipeline

/// Queues, decisions and the release gate, for people and as JSON.
enum ReviewRendering {
  /// All that `seedbed review status` shows.
  struct Status {
    var version: String?
    var rows: [(queue: ReviewQueue, progress: ReviewProgress)]
    var gate: ReleaseGate?
    var release: Release?
    var findings: ReviewFindings
  }

  static func text(_ status: Status) -> String {
    guard !status.rows.isEmpty else {
      return "nothing to review yet; `seedbed run` makes candidates and a version"
    }
    var table = Table(["queue", ">rows", ">decided", ">wrong", ">error rate", "", "what"])
    for (queue, progress) in status.rows {
      let known = progress.errorRate
      table.add([
        queue.id, "\(queue.count)", "\(progress.decided)", "\(progress.wrong)",
        progress.decided > 0 ? percent(known.estimate) : "–",
        progress.decided > 0 ? "(\(percent(known.lower)) to \(percent(known.upper)))" : "",
        queue.title,
      ])
    }
    var parts = ["\(Style.heading("Queues"))\n\(table.text)"]
    for (queue, progress) in status.rows where !progress.agreement.isEmpty {
      let lines = progress.agreement.map { pair in
        "  \(pair.authors.map(Table.printable).joined(separator: " and ")): \(pair.equal) of "
          + "\(pair.shared) alike, kappa \(pair.kappa.map { Numbers.fixed($0, places: 2) } ?? "–")"
      }
      parts.append(
        "\(Style.heading("Agreement")) in `\(queue.id)`\n" + lines.joined(separator: "\n")
      )
    }
    if let gate = status.gate, let version = status.version {
      parts.append(text(gate, version: version, status.release))
    }
    let findings = text(status.findings)
    if !findings.isEmpty { parts.append(findings) }
    return parts.joined(separator: "\n\n")
  }

  private static func text(_ gate: ReleaseGate, version: String, _ release: Release?) -> String {
    let word =
      switch gate.ruling {
      case .release: Style.good("may be released")
      case .block: Style.poor("is blocked")
      case .undecided: Style.poor("is undecided")
      }
    var lines = [
      "\(Style.heading("Release")) version \(version.prefix(12)) \(word)",
      gate.checked == 0
        ? "  no row of its spot check was looked at yet"
        : "  \(gate.wrong) of \(gate.checked) wrong; at most \(percent(gate.errorRate.upper)) of all with "
          + "95 % confidence, the limit is \(percent(gate.limit))",
    ]
    if let ahead = gate.ahead { lines.append("  \(ahead)") }
    if let release { lines.append("  released \(words(release))") }
    return lines.joined(separator: "\n")
  }

  private static func text(_ findings: ReviewFindings) -> String {
    var lines: [String] = []
    if findings.believed.trials > 0 {
      lines.append(
        "  label check: of \(findings.believed.trials) labels that it believed people confirm "
          + "\(findings.believed.successes), precision \(interval(findings.believed.share))"
      )
    }
    if findings.refused.trials > 0 {
      lines.append(
        "  label check: of \(findings.refused.trials) labels that it did not believe people confirm "
          + "\(findings.refused.successes)"
      )
    }
    if findings.difficulties > 0 {
      lines.append(
        "  difficulty: \(findings.equalDifficulties) of \(findings.difficulties) tags as people set them, "
          + "kappa \(findings.difficultyKappa.map { Numbers.fixed($0, places: 2) } ?? "–")"
      )
    }
    return lines.isEmpty
      ? "" : ([Style.heading("What people say of the checks")] + lines).joined(separator: "\n")
  }

  static func text(_ decision: ReviewDecision, queue: String, made: Candidate?) -> String {
    var line = "Stored \(decision.verdict.rawValue) of \(decision.sample.short) in `\(queue)`"
    if let made {
      line += "; \(made.sample.id.short) is \(made.status.rawValue)"
      if let check = made.verdicts.first(where: { $0.outcome != .pass }) {
        line += " by `\(check.check)`: \(Table.printable(check.evidence))"
      } else if let duplicate = made.duplicate {
        line += " of \(duplicate.kept.short)"
      }
    }
    return line
  }

  /// A release in a few words.
  static func words(_ release: Release) -> String {
    var words =
      "\(Moment.text(release.releasedAt)) by \(Table.printable(release.author)): \(release.wrong) of "
      + "\(release.checked) wrong, at most \(percent(release.upperBound)) of all"
    if let because = release.because {
      words += "; against the rule, because \(Table.printable(because))"
    }
    return words
  }

  static func json(
    _ decision: ReviewDecision,
    queue: String,
    made: Candidate? = nil
  ) -> JSONObject {
    [
      "number": .optional(decision.number), "sample": .string(decision.sample.hex),
      "queue": .string(queue), "purpose": .string(decision.purpose.rawValue),
      "version": .optional(decision.version), "author": .string(decision.author),
      "verdict": .string(decision.verdict.rawValue), "reason": .optional(decision.reason),
      "text": .optional(decision.correction?.text), "label": .optional(decision.correction?.label),
      "difficulty": .optional(decision.correction?.difficulty?.rawValue),
      "replacement": .optional(decision.replacement?.hex),
      "replacement_status": .optional(made?.status.rawValue),
      "replacement_verdicts": made.map { .array($0.verdicts.map { .object($0.json) }) } ?? .null,
      "decided_at": .optional(decision.decidedAt),
    ]
  }

  private static func percent(_ share: Double) -> String {
    Numbers.fixed(share * 100, places: 1) + " %"
  }

  private static func interval(_ interval: Interval) -> String {
    "\(percent(interval.estimate)) (\(percent(interval.lower)) to \(percent(interval.upper)))"
  }
}

extension ReviewRendering.Status {
  /// `version`, `gate`, `release`, `queues` and what people say of the checks.
  var json: JSONObject {
    [
      "version": .optional(version), "gate": gate.map { .object($0.json) } ?? .null,
      "release": release.map { .object($0.json) } ?? .null,
      "queues": .array(
        rows.map { queue, progress in
          [
            "id": .string(queue.id), "purpose": .string(queue.purpose.rawValue),
            "title": .string(queue.title), "count": .optional(queue.count),
            "decided": .optional(progress.decided), "wrong": .optional(progress.wrong),
            "error_rate": progress.decided > 0 ? .object(progress.errorRate.json) : .null,
            "agreement": .array(progress.agreement.map(Self.json)),
          ]
        }
      ),
      "label_check": [
        "believed": .optional(findings.believed.trials),
        "confirmed": .optional(findings.believed.successes),
        "precision": findings.believed.trials > 0
          ? .object(findings.believed.share.json) : .null,
        "refused": .optional(findings.refused.trials),
        "refused_though_right": .optional(findings.refused.successes),
      ],
      "difficulty": [
        "compared": .optional(findings.difficulties),
        "equal": .optional(findings.equalDifficulties),
        "kappa": .optional(findings.difficultyKappa),
      ],
    ]
  }

  private static func json(_ agreement: ReviewProgress.PairAgreement) -> JSONValue {
    [
      "authors": .array(agreement.authors.map(JSONValue.string)),
      "shared": .optional(agreement.shared), "equal": .optional(agreement.equal),
      "kappa": .optional(agreement.kappa),
    ]
  }
}
