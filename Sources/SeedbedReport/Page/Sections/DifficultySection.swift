import SeedbedData
import SeedbedPipeline

/// How hard the rows are, and why some of them are held for that.
enum DifficultySection {
  private static let examples = 3

  static func section(_ report: VersionReport) -> ReportSection? {
    let samples = report.samples.map(\.sample)
    let tagged = samples.filter { $0.difficulty != nil }
    guard !samples.isEmpty else { return nil }
    guard !tagged.isEmpty else {
      return ReportSection(
        id: "difficulty",
        title: "Difficulty",
        body: ReportSection.missing(
          "No row has a difficulty: the task has no labels to tell it by."
        )
      )
    }
    func share(_ tier: Difficulty, _ origin: Origin) -> Double? {
      let rows = tagged.filter { $0.origin == origin }
      return rows.isEmpty
        ? nil : Double(rows.count { $0.difficulty?.tier == tier }) / Double(rows.count)
    }
    let plot = Plot.dots(
      Difficulty.allCases.map { DotRow($0.rawValue, [share($0, .real), share($0, .synthetic)]) },
      .origins,
      id: "plot-difficulty",
      title: "Difficulty of real and synthetic rows",
      note: "Shares of the rows of each origin, the synthetic suite included.",
      percent: true,
      noun: "Tier"
    )
    let counts = VersionFigures(report).difficulties
    let table = TableMarkup(
      ["Tier", .number("Real"), .number("Synthetic")],
      texts: counts.map { [$0.name, $0.real, $0.synthetic] }
    )
    return ReportSection(
      id: "difficulty",
      title: "Difficulty",
      body: plot.markup + table.markup + reasons(tagged)
    )
  }

  private static func reasons(_ tagged: [Sample]) -> Markup {
    let rows = Difficulty.allCases.flatMap { tier -> [[Markup]] in
      let rows = tagged.filter { $0.difficulty?.tier == tier }
      let synthetic = rows.filter { $0.origin == .synthetic }.sorted { $0.id < $1.id }
      let real = rows.filter { $0.origin == .real }.sorted { $0.id < $1.id }
      return (synthetic.prefix(2) + real).prefix(examples).map { sample in
        [
          "\(tier.rawValue)",
          "<bdi>\(Clipped.text(sample.text, 140))</bdi> <small>\(sample.origin.rawValue)</small>",
          Markup.sentence(
            Clipped.text(sample.difficulty?.reasons.joined(separator: "; ") ?? "", 300)
          ),
        ]
      }
    }
    let table = TableMarkup(["Tier", "For example", "Why"], rows, isWide: true)
    return "<h3>Reasons</h3>\n\(table.markup)"
  }
}
