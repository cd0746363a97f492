import SeedbedData
import SeedbedPipeline

/// The way of the candidates: how many were made, what stopped them, and what some of them look like.
enum CandidatesSection {
  /// The most methods that get a bar of their own.
  private static let listed = 30

  static func section(_ report: VersionReport) -> ReportSection {
    let counts = report.run.candidates
    let made = CandidateStatus.allCases.reduce(0) { $0 + (counts[$1] ?? 0) }
    guard made > 0 else {
      return ReportSection(
        id: "candidates",
        title: "What became of the candidates",
        body: ReportSection.missing("No candidates were made.")
      )
    }
    let shown = report.candidates
    return ReportSection(
      id: "candidates",
      title: "What became of the candidates",
      body: funnel(counts, made) + stopped(report) + checks(report) + methods(report)
        + examples(
          shown.accepted.map { Example($0, parents: shown.others) },
          "Accepted, for example",
          """
          Taken in turn from each method. What an edit removed is struck through, what it added is \
          underlined.
          """
        )
        + examples(
          shown.rejected.map { Example($0, parents: shown.others) },
          "Rejected, for example",
          "Taken in turn from each check that rejected."
        )
    )
  }

  /// What a stop rule found in the last round, where it ended them.
  private static func stopped(_ report: VersionReport) -> Markup {
    guard let stopped = report.run.stopped else { return .empty }
    return """
      <h3>Why there were no further rounds</h3>
      <p>Rule <code>\(stopped.rule.rawValue)</code>: \(Clipped.text(stopped.finding, 400)).</p>

      """
  }

  private static func funnel(_ counts: [CandidateStatus: Int], _ made: Int) -> Markup {
    func count(_ status: CandidateStatus) -> Int { counts[status] ?? 0 }
    let checked = made - count(.pending)
    let passed = checked - count(.rejected), different = passed - count(.duplicate)
    let steps = [
      ("made", made), ("passed every check", passed), ("no duplicate", different),
      ("accepted", different - count(.surplus)),
    ]
    return Plot.bars(
      steps.map { BarRow($0.0, [BarRow.Part("Candidates", $0.1)]) },
      id: "plot-funnel",
      title: "From made to accepted",
      note: "\(Figures.count(count(.rejected))) were rejected by a check, "
        + "\(Figures.count(count(.duplicate))) repeat another row, "
        + "\(Figures.count(count(.surplus))) were good but not needed"
        + (count(.pending) > 0 ? ", \(Figures.count(count(.pending))) are not checked yet." : "."),
      share: made,
      noun: "Step"
    ).markup
  }

  private static func checks(_ report: VersionReport) -> Markup {
    let rejections = report.run.rejectedBy
    guard !rejections.isEmpty else { return .empty }
    return Plot.bars(
      rejections.map { BarRow($0.check, [BarRow.Part("Rejected", $0.count)]) },
      id: "plot-checks",
      title: "Rejections by check",
      note: "Each rejected candidate counts once, for the first check that it did not pass.",
      share: rejections.reduce(0) { $0 + $1.count },
      noun: "Check"
    ).markup
  }

  private static func methods(_ report: VersionReport) -> Markup {
    let methods = report.candidates.methods
    guard !methods.isEmpty else { return .empty }
    let bars = methods.prefix(listed).map { line in
      BarRow(
        line.method,
        [
          BarRow.Part("accepted", line.counts[.accepted] ?? 0),
          BarRow.Part("rejected", line.counts[.rejected] ?? 0),
          BarRow.Part("duplicate", line.counts[.duplicate] ?? 0),
          BarRow.Part(
            "not needed",
            (line.counts[.surplus] ?? 0) + (line.counts[.pending] ?? 0)
          ),
        ]
      )
    }
    return Plot.bars(
      bars,
      id: "plot-methods",
      title: "Candidates by method",
      note: methods.count > listed
        ? "The \(listed) methods with most candidates; a chain joins methods by +."
        : "A chain joins methods by +.",
      noun: "Method"
    ).markup
  }

  private static func examples(
    _ examples: [Example],
    _ title: Markup,
    _ note: Markup
  ) -> Markup {
    guard !examples.isEmpty else { return .empty }
    let further = examples.dropFirst(4)
    let rest: Markup =
      further.isEmpty
      ? ""
      : "<details class=\"more\"><summary>\(Figures.counted(further.count, "further example"))</summary>\n"
        + "\(further.map(\.markup))</details>\n"
    return """
      <h3>\(title)</h3>
      <p class="note">\(note)</p>
      \(examples.prefix(4).map(\.markup))\(rest)
      """
  }
}
