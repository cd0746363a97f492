import SeedbedData
import SeedbedLearning
import SeedbedPipeline

/// The report as one HTML page: no script, nothing from outside, the same for the same input.
enum ReportPage {
  static func html(_ report: VersionReport) -> String {
    let sections = [
      AskedSection.section(report), CoverageSection.section(report), GapsSection.section(report),
      CandidatesSection.section(report), PatternsSection.section(report),
      DifficultySection.section(report), SidesSection.section(report),
      UtilitySection.section(report), JudgesSection.section(report),
      ReleaseSection.section(report), CostSection.section(report), LineageSection.section(report),
      OverridesSection.section(report), PromptsSection.section(report), limits,
    ].compactMap(\.self)
    let name = Clipped.text(report.configuration.name, 200)
    let task = report.configuration.task.rawValue.split(separator: "_").joined(separator: " ")
    let languages =
      report.configuration.languages.isEmpty
      ? "not recorded" : report.configuration.languages.joined(separator: ", ")
    // The style is the one thing that runs here, so only this very text of it is let in.
    let policy = """
      default-src 'none'; style-src 'sha256-\(PageStyle.digest)'; base-uri 'none'; form-action 'none'
      """
    let page: Markup = """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="referrer" content="no-referrer">
      <title>\(name) – version report</title>
      <style>\(PageStyle.markup)</style>
      </head>
      <body>
      <a class="skip" href="#asked">Skip to the report</a>
      \(PageStyle.patterns)<header>
      <p class="kicker">Version report</p>
      <h1><bdi>\(name)</bdi></h1>
      <p class="meta">Version <code>\(report.version.id)</code> · \(task) · languages: \(languages)</p>
      \(OverridesSection.banner(report))\(tiles(report))</header>
      <nav aria-label="Contents"><p class="contents">Contents</p><ol>
      \(sections.map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>\n" as Markup })</ol></nav>
      <main>
      \(sections.map(\.markup))</main>
      </body>
      </html>

      """
    return page.html
  }

  private static var limits: ReportSection {
    ReportSection(
      id: "limits",
      title: "Limits",
      body: """
        <ul>
        \(Limits.sentences.map { "<li>\(Markup.sentence($0))</li>\n" as Markup })</ul>

        """
    )
  }

  private static func tiles(_ report: VersionReport) -> Markup {
    let run = report.run, version = report.version
    let synthetic = version.count(.train, .synthetic) + version.count(.validation, .synthetic)
    let real = version.count(.train, .real) + version.count(.validation, .real)
    let made = CandidateStatus.allCases.reduce(0) { $0 + (run.candidates[$1] ?? 0) }
    let accepted = run.candidates[.accepted] ?? 0
    let met = run.coverage.count { $0.after >= $0.need }
    var tiles: [(figure: String, caption: String, note: String)] = [
      (Figures.count(real), "real rows", "in training and validation"),
      (
        Figures.count(synthetic), "synthetic rows",
        run.syntheticPatterns.samples == 0
          ? "in training and validation"
          : "\(Figures.counted(run.syntheticPatterns.patterns, "pattern")) among all synthetic ones"
      ),
    ]
    if !run.coverage.isEmpty {
      tiles.append(
        (
          "\(Figures.count(met)) of \(Figures.count(run.coverage.count))", "required cells met",
          "\(Figures.count(run.coverage.count { $0.before >= $0.need })) before"
        )
      )
    }
    if let measurement = run.measurement {
      tiles.append(
        (
          Figures.decimal(measurement.difference.estimate, signed: true), "macro F1 on the holdout",
          "95\u{A0}%: \(Figures.decimal(measurement.difference.lower, signed: true)) to "
            + Figures.decimal(measurement.difference.upper, signed: true)
        )
      )
    }
    if made > 0 {
      tiles.append(
        (
          Figures.percent(accepted, of: made), "of candidates accepted",
          "\(Figures.count(accepted)) of \(Figures.count(made))"
        )
      )
    }
    tiles.append(
      (
        version.leakScan.isClean ? "clean" : "leaks", "leak scan",
        "\(Figures.counted(version.leakScan.compared, "row")) compared"
      )
    )
    let items = tiles.map { tile -> Markup in
      "<li><b>\(tile.figure)</b><span>\(tile.caption)</span><small>\(tile.note)</small></li>\n"
    }
    return "<ul class=\"tiles\">\n\(items)</ul>\n"
  }
}
