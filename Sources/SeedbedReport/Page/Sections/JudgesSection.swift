import SeedbedData
import SeedbedLearning
import SeedbedPipeline

/// What is known of the judges, and how often they could decide.
enum JudgesSection {
  static func section(_ report: VersionReport) -> ReportSection {
    ReportSection(id: "judges", title: "Judges", body: panel(report) + calibrations(report))
  }

  private static func panel(_ report: VersionReport) -> Markup {
    let panel = report.candidates.panel
    guard panel.total > 0 else {
      return ReportSection.missing("No judge was asked about this version's candidates.")
    }
    let bars = Outcome.allCases.map { outcome in
      BarRow(outcome.rawValue, [BarRow.Part("Candidates", panel.counts[outcome] ?? 0)])
    }
    return Plot.bars(
      bars,
      id: "plot-panel",
      title: "What the panel said",
      note:
        "Undecided never passes. In \(Figures.counted(panel.disagreements, "case")) the judges did not agree.",
      share: panel.total,
      noun: "Outcome"
    ).markup
  }

  private static func calibrations(_ report: VersionReport) -> Markup {
    let records = report.details.calibrations
    guard !records.isEmpty else {
      return ReportSection.missing(
        """
        No judge was calibrated against people's judgements; <code>seedbed judge calibrate</code> does it.
        """
      )
    }
    let rows = records.map { record -> [Markup] in
      let state = record.isStable ? "stable" : "unstable"
      let reasons = Clipped.text(record.reasons.joined(separator: ", "), 300)
      return [
        "\(Clipped.text(record.judge.name, 80))", "\(Clipped.text(record.rubric, 60))",
        "\(Figures.count(record.cases))", "\(Figures.decimal(record.precision))",
        "\(Figures.decimal(record.recall))", "\(number(record.positionBias))",
        "\(number(record.lengthBias))", "\(number(record.consistency))",
        "<span class=\"tag \(record.isStable ? "pass" : "fail")\">\(state)</span> <small>\(reasons)</small>",
      ]
    }
    let table = TableMarkup(
      [
        "Judge", "Rubric", .number("Cases"), .number("Precision"), .number("Recall"),
        .number("Position bias"), .number("Length bias"), .number("Consistency"), "State",
      ],
      rows,
      isWide: true
    )
    let agreement = records.compactMap { record -> IntervalRow? in
      guard let kappa = record.kappa, let lower = record.kappaLower, let upper = record.kappaUpper
      else { return nil }
      let interval = Interval(estimate: kappa, lower: lower, upper: upper, confidence: 0.95)
      return IntervalRow(record.judge.name, interval)
    }
    let plot =
      agreement.isEmpty
      ? Markup.empty
      : Plot.intervals(
        agreement,
        id: "plot-kappa",
        title: "Agreement with people",
        note: "Cohen's kappa with its 95\u{A0}% interval; 0 is chance, 1 is full agreement.",
        reference: (0, "chance"),
        within: -1...1
      ).markup
    return "<h3>Calibration</h3>\n" + plot + table.markup
  }

  private static func number(_ value: Double?) -> String {
    value.map { Figures.decimal($0) } ?? "–"
  }
}
