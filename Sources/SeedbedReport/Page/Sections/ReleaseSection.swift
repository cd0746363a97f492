import SeedbedLearning
import SeedbedPipeline

/// What people found in the spot check, and whether the version may go out.
enum ReleaseSection {
  static func section(_ report: VersionReport) -> ReportSection {
    ReportSection(
      id: "release",
      title: "Spot check and release",
      body: report.details.release.map(body)
        ?? ReportSection.missing("No spot check of this version is recorded with this page.")
    )
  }

  private static func body(_ state: ReleaseState) -> Markup {
    let gate = state.gate
    let limit = Figures.decimal(100 * gate.limit, 1) + " %"
    let ruling =
      switch gate.ruling {
      case .release: "The share of errors is at most \(limit): the version may be released."
      case .block: "The share of errors is over \(limit): the version may not be released."
      case .undecided:
        "Too few rows were looked at to tell whether the share of errors is at most \(limit)."
      }
    let ahead = gate.ahead.map { " Next, \($0)." } ?? ""
    let released: Markup =
      switch (state.isReleased, state.overriddenBecause) {
      case (true, let because?):
        """
        <p class="alarm"><b>Released against the gate.</b> Reason given: \(Clipped.text(because, 500))</p>

        """
      case (true, nil): "<p><span class=\"tag pass\">released</span></p>\n"
      case (false, _): "<p><span class=\"tag\">not released</span></p>\n"
      }
    let plot = Plot.intervals(
      [IntervalRow("errors found", gate.errorRate)],
      id: "plot-spot-check",
      title: "Errors in the spot check",
      note:
        "\(Figures.count(gate.wrong)) of \(Figures.counted(gate.checked, "row")) were wrong; the "
        + "interval's upper end holds with 95\u{A0}% for one look.",
      reference: (gate.limit, "limit"),
      within: 0...1,
      percent: true
    )
    return """
      <p>\(ruling)\(ahead)</p>
      \(released)\(gate.checked > 0 ? plot.markup : Markup.empty)
      """
  }
}
