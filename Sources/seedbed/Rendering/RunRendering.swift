import SeedbedData
import SeedbedLearning
import SeedbedPipeline
import SeedbedReport

/// What a run found and made, for people.
enum RunRendering {
  /// Cells that are listed; those that were short come first.
  private static let mostCells = 24

  static func text(_ report: RunReport, _ written: WrittenVersion, project: String) -> String {
    var parts = [coverage(report), candidates(report)]
    if !report.shortfalls.isEmpty { parts.append(shortfalls(report)) }
    if !report.spending.rows.isEmpty { parts.append(SpendingRendering.text(report.spending)) }
    if let stopped = report.stopped {
      parts.append(
        "\(Style.heading("Stopped")) \(Style.poor("rule `\(stopped.rule.rawValue)`")): "
          + "\(stopped.finding)\n  so there were no further rounds; \(stopped.hint)"
      )
    }
    parts += [patterns(report), splits(report.version)]
    if let measurement = report.measurement { parts.append(holdout(measurement)) }
    if !report.overrides.isEmpty { parts.append(setAside(report.overrides)) }
    parts.append(version(report, written))
    parts.append(next(report, project: project))
    return parts.joined(separator: "\n\n")
  }

  private static func coverage(_ report: RunReport) -> String {
    guard !report.coverage.isEmpty else {
      return "\(Style.heading("Coverage")) no cell is required; name some under `requirements`"
    }
    var table = Table(["cell", ">before", ">after", ">required", ""])
    let short = report.coverage.filter { $0.before < $0.need }
    let listed =
      report.coverage.count <= mostCells ? report.coverage : Array(short.prefix(mostCells))
    for row in listed {
      let mark = row.before >= row.need ? "" : row.after >= row.need ? "filled" : "short"
      table.add([
        row.cell.description, "\(row.before)", "\(row.after)", "\(row.need)", mark,
      ])
    }
    let rest = report.coverage.count - listed.count
    let missing = short.count - listed.count { $0.before < $0.need }
    let note =
      rest == 0 ? [] : ["  … and \(rest) more cells, \(missing) of them short before"]
    let shown = table.isEmpty ? [] : [table.text]
    return (["\(Style.heading("Coverage")) before and after"] + shown + note)
      .joined(separator: "\n")
  }

  private static func candidates(_ report: RunReport) -> String {
    let total = report.candidates.values.reduce(0, +)
    guard total > 0 else {
      return "\(Style.heading("Candidates")) none: no cell is short that could be filled, "
        + "and more of the same would not help"
    }
    var table = Table(["candidates", ">count"])
    for (check, count) in report.rejectedBy { table.add(["rejected by \(check)", "\(count)"]) }
    for status in [CandidateStatus.duplicate, .surplus, .accepted] {
      let name = status == .surplus ? "good, but not needed" : status.rawValue
      table.add([name, "\(report.candidates[status] ?? 0)"])
    }
    return "\(Style.heading("Candidates")) \(total) generated\n" + table.text
  }

  private static func shortfalls(_ report: RunReport) -> String {
    var table = Table(["quota not filled", ">missing", ">asked", "reason"])
    for row in report.shortfalls.prefix(mostCells) {
      let cell = row.cell.coordinates.isEmpty ? "evaluation suite" : row.cell.description
      table.add([cell, "\(row.missing)", "\(row.asked)", row.reason])
    }
    let rest = report.shortfalls.count - mostCells
    return Style.heading("Shortfall") + "\n" + table.text
      + (rest > 0 ? "\n  … and \(rest) more" : "")
  }

  private static func patterns(_ report: RunReport) -> String {
    let all = report.patterns, synthetic = report.syntheticPatterns
    return "\(Style.heading("Patterns")) \(all.patterns) in \(all.samples) samples; "
      + "\(synthetic.patterns) in the \(synthetic.samples) synthetic ones"
      + (report.duplicatesLeftOut > 0
        ? "; \(report.duplicatesLeftOut) exact duplicates left out" : "")
  }

  private static func splits(_ version: DatasetVersion) -> String {
    var table = Table(["split", ">real", ">synthetic"])
    for split in Split.allCases {
      let (real, synthetic) = (version.count(split, .real), version.count(split, .synthetic))
      if real + synthetic > 0 { table.add([split.rawValue, "\(real)", "\(synthetic)"]) }
    }
    let scan = version.leakScan
    return Style.heading("Splits") + "\n" + table.text
      + "\n  leak scan: \(scan.leaks.count) near-duplicates across parts or near the holdout, "
      + "\(scan.crossingGroups) groups crossing"
  }

  private static func holdout(_ measurement: HoldoutMeasurement) -> String {
    func row(_ name: String, _ value: (Double, Double, Double)) -> [String] {
      [name, Numbers.fixed(value.0), "\(Numbers.fixed(value.1)) to \(Numbers.fixed(value.2))"]
    }
    var table = Table(["trained on", ">macro F1", "95 % interval"])
    let (real, mixed, difference) = (measurement.real, measurement.mixed, measurement.difference)
    table.add(row("real", (real.estimate, real.lower, real.upper)))
    table.add(row("real + synthetic", (mixed.estimate, mixed.lower, mixed.upper)))
    table.add(row("difference", (difference.estimate, difference.lower, difference.upper)))
    let verdict =
      switch measurement.effect {
      case .helps: Style.good("helps") + ": the whole interval of the difference lies above 0"
      case .hurts:
        Style.poor("hurts") + ": the whole interval of the difference lies below 0; "
          + "do not release this version"
      case .cannotTell: "cannot tell: the interval of the difference holds 0"
      }
    return "\(Style.heading("Holdout")) \(measurement.rows) sealed real rows\n" + table.text
      + "\n  \(verdict)"
  }

  private static func setAside(_ overrides: [RuleOverride]) -> String {
    let lines = overrides.map { "  \($0.rule): \($0.finding); set aside because: \($0.because)" }
    return "\(Style.heading("Set aside")) "
      + (overrides.count == 1 ? "a rule" : "\(overrides.count) rules") + ", as recorded\n"
      + lines.joined(separator: "\n")
  }

  private static func version(_ report: RunReport, _ written: WrittenVersion) -> String {
    let state =
      report.isUnchanged
      ? "nothing has changed: everything was there already" : "new"
    return "\(Style.heading("Version")) \(report.version.id.prefix(12)) (\(state))\n"
      + "  files in `\(written.folder)`: \(written.files.joined(separator: ", "))"
  }

  private static func next(_ report: RunReport, project: String) -> String {
    let place = project == "." ? "" : " --project \(project)"
    var steps: [String] = []
    if !report.collect.isEmpty {
      let cells = report.collect.prefix(3).map { "[\($0)]" }.joined(separator: " ")
      steps.append("collect real samples, or write templates, for \(cells)")
    }
    if !report.shortfalls.isEmpty {
      steps.append("edit quotas in plan.yaml where cells stay short, then run again")
    }
    steps.append("look at `report.html`, and trace a sample with `seedbed trace ID\(place)`")
    if report.measurement?.effect == .hurts {
      steps.append("see the batches with `seedbed version show\(place)`")
      steps.append("make a version without one by `seedbed version drop-batch BATCH\(place)`")
    } else {
      steps.append(
        "look at a random part with `seedbed review\(place)`, then `seedbed version release\(place)`"
      )
      steps.append("export for training with `seedbed export --format openai\(place)`")
    }
    return Style.heading("Next") + "\n" + steps.map { "  - \($0)" }.joined(separator: "\n")
  }
}
