import SeedbedData
import SeedbedPipeline

/// How much of the rows repeats itself: a thousand rows may be fifty patterns.
enum PatternsSection {
  static func section(_ report: VersionReport) -> ReportSection {
    ReportSection(
      id: "patterns",
      title: "Duplicates and patterns",
      body: near(report.run) + effective(report) + removed(report)
    )
  }

  private static func near(_ run: RunReport) -> Markup {
    let all = run.patterns, synthetic = run.syntheticPatterns
    // A version that another one was made from by leaving out a batch was not counted anew.
    guard all.samples > 0 else { return .empty }
    return """
      <p>Near-duplicates counted as one, the version holds \(Figures.counted(all.patterns, "pattern")) in \
      \(Figures.counted(all.samples, "row")); among its synthetic rows alone, \
      \(Figures.counted(synthetic.patterns, "pattern")) in \(Figures.counted(synthetic.samples, "row")). \
      \(Figures.counted(run.duplicatesLeftOut, "real row")) \(run.duplicatesLeftOut == 1 ? "was" : "were") \
      left out as exact copies of another one.</p>

      """
  }

  private static func effective(_ report: VersionReport) -> Markup {
    guard let measured = report.details.study?.measured else {
      return ReportSection.missing(
        "How many patterns there are by meaning is measured by <code>seedbed report</code>."
      )
    }
    let sides = [("real", measured.realPatterns), ("synthetic", measured.syntheticPatterns)]
    var bars: [BarRow] = []
    for case (let name, let found?) in sides {
      func bar(_ words: String, _ count: Int) {
        bars.append(BarRow("\(name): \(words)", [BarRow.Part("Rows", count)]))
      }
      bar("rows", found.measuredRows)
      bar("different texts", found.distinctRows)
      if let patterns = found.patterns.best { bar("effective patterns", Int(patterns.rounded())) }
    }
    guard !bars.isEmpty else { return .empty }
    let plot = Plot.bars(
      bars,
      id: "plot-patterns",
      title: "Rows, different texts, effective patterns",
      note:
        "Effective patterns are the Vendi score of character and word vectors: how many rows that have "
        + "nothing in common would be as varied. At most \(Figures.count(VersionStudy.patternRows)) rows "
        + "of a side are measured.",
      noun: "Rows"
    )
    return plot.markup + clusters(measured)
  }

  private static func clusters(_ measured: VersionStudy.Measured) -> Markup {
    let clusters = measured.syntheticPatterns?.clusters ?? []
    guard !clusters.isEmpty else { return .empty }
    let table = TableMarkup(
      ["Words in common", .number("Rows"), "In the middle of it"],
      zip(clusters, measured.clusterTexts).map { cluster, text in
        [
          "\(Clipped.text(cluster.name.isEmpty ? "no common words" : cluster.name, 80))",
          "\(Figures.count(cluster.size))", "<bdi>\(Clipped.text(text, 140))</bdi>",
        ]
      },
      isWide: true
    )
    return "<h3>What the synthetic rows are about</h3>\n\(table.markup)"
  }

  /// Some of the candidates that repeat another row, beside it.
  private static func removed(_ report: VersionReport) -> Markup {
    let rows = report.candidates.repeating.compactMap { candidate -> [Markup]? in
      guard let decision = candidate.duplicate,
        let kept = report.candidates.others[decision.kept]
      else { return nil }
      return [
        "<bdi>\(Clipped.text(candidate.sample.text, 140))</bdi>",
        "<bdi>\(Clipped.text(kept.text, 140))</bdi> <small>\(kept.origin.rawValue)</small>",
        "\(decision.kind.rawValue)", "\(Figures.decimal(decision.similarity, 2))",
      ]
    }
    guard !rows.isEmpty else { return .empty }
    let table = TableMarkup(
      ["Left out", "Stayed", "Kind", .number("Jaccard")],
      rows,
      isWide: true
    )
    return "<h3>Candidates that repeat another row</h3>\n\(table.markup)"
  }
}
