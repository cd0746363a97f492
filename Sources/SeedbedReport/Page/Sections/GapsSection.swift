import SeedbedData
import SeedbedPipeline

/// What was missing, and what was decided about it.
enum GapsSection {
  /// The most gaps that are listed one by one.
  static let listed = 200
  /// How many of them stand open.
  private static let open = 12

  static func section(_ report: VersionReport) -> ReportSection {
    ReportSection(
      id: "gaps",
      title: "Gaps and decisions",
      body: questions(report) + gaps(report) + collect(report)
    )
  }

  private static func questions(_ report: VersionReport) -> Markup {
    guard !report.answers.isEmpty else { return .empty }
    let items = report.answers.map { answer -> Markup in
      "<dt>\(Clipped.text(answer.question, 300))</dt><dd>\(Markup.sentence(Clipped.text(answer.answer, 1000)))</dd>\n"
    }
    return "<h3>Before anything was generated</h3>\n<dl class=\"answers\">\n\(items)</dl>\n"
  }

  private static func gaps(_ report: VersionReport) -> Markup {
    guard !report.gaps.isEmpty else {
      return ReportSection.missing(
        "No gaps are recorded with this page; <code>seedbed gaps</code> finds them in the real data."
      )
    }
    // What a person has to do comes first; else the order stays.
    let isUrgent = report.gaps.map { $0.decision == .collect || $0.decision == .repair }
    let order =
      report.gaps.indices.filter { isUrgent[$0] } + report.gaps.indices.filter { !isUrgent[$0] }
    let shown = order.prefix(listed).map { report.gaps[$0] }
    let first = shown.prefix(open), others = shown.dropFirst(open)
    let head: Markup = report.answers.isEmpty ? "" : "<h3>Gap by gap</h3>\n"
    var body = head + table(first)
    if !others.isEmpty {
      body += """
        <details class="more"><summary>\(Figures.counted(others.count, "further gap"))</summary>
        \(table(others))</details>

        """
    }
    return body + further(report.gaps.count - shown.count, "gap")
  }

  private static func table(_ gaps: ArraySlice<Gap>) -> Markup {
    TableMarkup(
      ["Where", "Kind", .number("Has"), .number("Needs"), "Decision", "Why"],
      gaps.map { gap in
        [
          Markup.name(Clipped.text(gap.cell.words, 120)), "\(gap.kind.rawValue)",
          "\(Figures.count(gap.have))", "\(Figures.count(gap.need))",
          "<span class=\"tag \(gap.decision.rawValue)\">\(gap.decision.rawValue)</span>",
          """
          \(Markup.sentence(Clipped.text(gap.reason, 300)))<br>\
          <small>\(Markup.sentence(Clipped.text(gap.evidence, 300)))</small>
          """,
        ]
      },
      isWide: true
    ).markup
  }

  /// Cells for which real data must be collected, where the gaps do not say so already.
  private static func collect(_ report: VersionReport) -> Markup {
    guard report.gaps.isEmpty, !report.run.collect.isEmpty else { return .empty }
    let items = report.run.collect.prefix(listed).map { cell -> Markup in
      "<li>\(Clipped.text(cell.words, 120))</li>\n"
    }
    return "<p>Real data must be collected for:</p>\n<ul>\n\(items)</ul>\n"
  }

  static func further(_ count: Int, _ noun: String) -> Markup {
    count > 0
      ? "<p class=\"note\">\(Figures.counted(count, "further \(noun)")) not shown here.</p>\n" : ""
  }
}
