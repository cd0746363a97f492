import SeedbedData
import SeedbedLearning
import SeedbedPipeline

/// How well judges agree with people, for people.
enum JudgeRendering {
  private static let shownRows = 12
  private static let shownCases = 10

  static func text(_ report: CalibrationReport) -> String {
    var parts = report.judges.map { text($0, report.limits) }
    if let panel = report.panel {
      var table = Table(["together", ">value"])
      if let best = panel.best {
        if let threshold = best.threshold { table.add(["threshold", Numbers.fixed(threshold)]) }
        table.add(["precision", Numbers.fixed(best.precision)])
        table.add(["recall", Numbers.fixed(best.recall)])
      }
      table.add(["kappa with people", interval(panel.kappa)])
      table.add(["krippendorff_alpha between judges", interval(report.agreement)])
      table.add(["undecided", Numbers.fixed(panel.undecidedShare)])
      parts.append(table.text)
    }
    return parts.joined(separator: "\n\n")
  }

  private static func text(_ judge: JudgeCalibration, _ limits: CalibrationLimits) -> String {
    let record = judge.record
    let state = record.isStable ? Style.good("stable") : Style.poor("unstable")
    var lines = [
      "\(Style.heading(Table.printable(record.judge.name))) is \(state) by the rubric "
        + "`\(Table.printable(record.rubric))`: \(record.cases) "
        + "\(record.kind == .pairs ? "pairs" : "cases"), each asked \(record.repeats) times",
      measures(judge, limits).text,
    ]
    if record.kind == .scores { lines.append(thresholds(judge.decisions)) }
    lines += record.reasons.map { "  \(Style.poor("!")) \($0)" }
    if let cases = list(judge.decisions.misjudged) { lines.append("  misjudged: \(cases)") }
    if let cases = list(judge.decisions.undecided) { lines.append("  undecided: \(cases)") }
    if !judge.problems.isEmpty {
      let words = judge.problems.map { "\($0.problem.rawValue) \($0.count)" }
      lines.append("  could not decide: " + words.joined(separator: ", "))
    }
    return lines.joined(separator: "\n")
  }

  private static func measures(_ judge: JudgeCalibration, _ limits: CalibrationLimits) -> Table {
    let record = judge.record
    var table = Table(["measure", ">value", "asked for"])
    table.add([
      "kappa with people", interval(judge.decisions.kappa),
      "lower end from \(Numbers.fixed(limits.kappa))",
    ])
    if let threshold = record.threshold {
      table.add(["threshold", Numbers.fixed(threshold), ""])
    }
    table.add(["precision", Numbers.fixed(record.precision), ""])
    table.add(["recall", Numbers.fixed(record.recall), ""])
    table.add(["f1", Numbers.fixed(record.f1), ""])
    table.add([
      "consistency", shown(record.consistency), "from \(Numbers.fixed(limits.consistency))",
    ])
    if record.kind == .pairs {
      table.add([
        "position bias", shown(record.positionBias),
        "at most \(Numbers.fixed(limits.positionBias)) either way",
      ])
    }
    table.add(["length bias", shown(record.lengthBias), ""])
    table.add([
      "undecided", Numbers.fixed(record.undecidedShare),
      "at most \(Numbers.fixed(limits.undecidedShare))",
    ])
    return table
  }

  /// The thresholds around the best one.
  private static func thresholds(_ decisions: DecisionMeasures) -> String {
    var table = Table([">threshold", ">pass", ">kappa", ">precision", ">recall", ">f1", ""])
    let best = decisions.rows.firstIndex { $0 == decisions.best } ?? 0
    let start = max(0, min(best - shownRows / 2, decisions.rows.count - shownRows))
    for (place, row) in decisions.rows.enumerated().dropFirst(start).prefix(shownRows) {
      table.add([
        shown(row.threshold), "\(row.passed)", shown(row.kappa), Numbers.fixed(row.precision),
        Numbers.fixed(row.recall), Numbers.fixed(row.f1),
        place == best && decisions.best != nil ? "best" : "",
      ])
    }
    return table.text
  }

  private static func list(_ names: [String]) -> String? {
    guard !names.isEmpty else { return nil }
    let shown = names.prefix(shownCases).map(Table.printable).joined(separator: ", ")
    return names.count > shownCases ? "\(shown), … \(names.count - shownCases) more" : shown
  }

  private static func shown(_ value: Double?) -> String { value.map { Numbers.fixed($0) } ?? "–" }

  private static func interval(_ interval: Interval?) -> String {
    interval.map {
      "\(Numbers.fixed($0.estimate)) (\(Numbers.fixed($0.lower)) to \(Numbers.fixed($0.upper)))"
    } ?? "–"
  }
}
