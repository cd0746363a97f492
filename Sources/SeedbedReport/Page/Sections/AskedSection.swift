import SeedbedData
import SeedbedPipeline

/// What was asked for and what came out: the parts of the version, and the cells that were required.
enum AskedSection {
  /// The most required cells that are drawn; those that changed most come first.
  private static let drawn = 24

  static func section(_ report: VersionReport) -> ReportSection {
    let figures = VersionFigures(report)
    let holdout = Clipped.text(report.version.holdoutSeal ?? "none", 80)
    let splits = TableMarkup(
      ["Part", .number("Real"), .number("Synthetic")],
      texts: figures.splits.map { [$0.name, $0.real, $0.synthetic] }
    )
    return ReportSection(
      id: "asked",
      title: "What was asked and what came out",
      body: """
        <p>\(answer(report))</p>
        \(required(report))<h3>Real and synthetic rows</h3>
        <p class="note">Counted apart, and to be reported apart. The real test set is a sealed holdout \
        (<code>\(holdout)</code>) outside this version.</p>
        \(splits.markup)<p class="note">Leak scan: \(LeakWords.sentence(report.version.leakScan)).</p>
        \(shortfalls(report))
        """
    )
  }

  private static func answer(_ report: VersionReport) -> String {
    let coverage = report.run.coverage
    guard !coverage.isEmpty else { return "No cell was required to have a number of rows." }
    let before = coverage.count { $0.before >= $0.need }
    let after = coverage.count { $0.after >= $0.need }
    let cells = Figures.counted(coverage.count, "cell")
    let missing = coverage.reduce(0) { $0 + max(0, $1.need - $1.after) }
    let rest =
      missing == 0
      ? "nothing is missing" : "\(Figures.counted(missing, "row")) are still missing in the others"
    return "\(cells) were required to have a number of rows. Before, "
      + "\(Figures.count(before)) had it; now \(Figures.count(after)) have it, and \(rest)."
  }

  private static func required(_ report: VersionReport) -> Markup {
    let coverage = report.run.coverage
    guard !coverage.isEmpty else { return .empty }
    func weight(_ row: RunReport.Coverage) -> Int {
      abs(row.after - row.before) + max(0, row.need - row.after)
    }
    let order = coverage.indices.sorted {
      (weight(coverage[$1]), $0) < (weight(coverage[$0]), $1)
    }.prefix(drawn)
    let rows = order.map { coverage[$0] }
    let rest = coverage.count - rows.count
    // Where all cells are of the same dimensions their names need not stand in every line.
    let dimensions = Set(rows.map(\.cell.dimensions))
    func name(_ cell: Cell) -> String {
      dimensions.count == 1 && !cell.coordinates.isEmpty
        ? cell.coordinates.map(\.value).joined(separator: ", ") : cell.words
    }
    return Plot.dots(
      rows.map { DotRow(name($0.cell), [Double($0.before), Double($0.after), Double($0.need)]) },
      .coverage,
      id: "plot-required",
      title: "Rows in required cells",
      note: rest > 0
        ? "The cells that changed most or still lack rows; "
          + "\(Figures.counted(rest, "further cell")) are in the maps below." : nil,
      noun: dimensions.count == 1 ? (dimensions.first ?? []).joined(separator: ", ") : "Cell"
    ).markup
  }

  private static func shortfalls(_ report: VersionReport) -> Markup {
    let run = report.run
    guard !run.shortfalls.isEmpty else { return .empty }
    let shown = run.shortfalls.prefix(GapsSection.listed)
    let rest = run.shortfalls.count - shown.count
    let table = TableMarkup(
      ["Where", .number("Missing"), .number("Asked for"), "Why"],
      texts: shown.map {
        [$0.cell.words, Figures.count($0.missing), Figures.count($0.asked), $0.reason]
      },
      isWide: true
    )
    return """
      <h3>What could not be filled</h3>
      \(table.markup)\(GapsSection.further(rest, "quota"))
      """
  }
}
