import SeedbedData
import SeedbedLearning
import SeedbedPipeline

/// Real and synthetic rows of training and validation side by side.
enum SidesSection {
  private static let labels = 20
  private static let findings = 8

  static func section(_ report: VersionReport) -> ReportSection {
    ReportSection(
      id: "sides",
      title: "Real beside synthetic",
      body: report.details.study?.measured.map(body)
        ?? ReportSection.missing(
          """
          Lengths, labels, noise, drift and a map of the texts are measured by <code>seedbed report</code>.
          """
        )
    )
  }

  private static func body(_ measured: VersionStudy.Measured) -> Markup {
    guard let comparison = measured.comparison else {
      return ReportSection.missing("There are no real and synthetic rows to compare.")
    }
    var body = summary(comparison)
    if !measured.realWords.isEmpty, !measured.syntheticWords.isEmpty {
      body +=
        Plot.histograms(
          real: measured.realWords,
          synthetic: measured.syntheticWords,
          id: "plot-lengths",
          title: "Length of the texts",
          unit: "words",
          note: "Shares of the rows: real ones upwards, synthetic ones downwards."
        ).markup
    }
    body += labels(comparison) + traits(comparison) + drift(comparison) + separation(comparison)
    body += map(measured) + words(measured)
    return body
  }

  private static func summary(_ comparison: ComparisonReport) -> Markup {
    let found = comparison.findings
    let intro: Markup = """
      <p class="note">The rows of training and validation. What is called a difference holds beyond \
      chance among all tests made (Benjamini and Hochberg) and is large enough to matter.</p>

      """
    guard !found.isEmpty else {
      return intro + "<p>Nothing differs beyond chance.</p>\n"
    }
    let items = found.prefix(findings).map { finding -> Markup in
      "<li>\(Clipped.text(DriftWords.sentence(finding), 300))</li>\n"
    }
    let rest = found.count - items.count
    let more: Markup =
      rest > 0
      ? "<p class=\"note\">\(Figures.counted(rest, "further difference")); <code>seedbed compare</code> "
        + "lists all.</p>\n" : ""
    return intro + "<ul>\n\(items)</ul>\n" + more
  }

  private static func labels(_ comparison: ComparisonReport) -> Markup {
    guard let drift = comparison.labels else { return .empty }
    let ordered = drift.shares.sorted { left, right in
      let a = abs(left.change.shares.difference.estimate)
      let b = abs(right.change.shares.difference.estimate)
      return a == b ? left.change.value < right.change.value : a > b
    }
    let rest = ordered.count - min(labels, ordered.count)
    let most = ordered.first.map { abs($0.change.shares.difference.estimate) } ?? 0
    // Twenty lines that all say the same are no drawing.
    guard rest == 0 || most >= 0.0005 else {
      return """
        <h3>Labels</h3>
        <p>Each of the \(Figures.count(ordered.count)) labels has the same share of the real and of the \
        synthetic rows.</p>

        """
    }
    return Plot.dots(
      ordered.prefix(labels).map {
        DotRow($0.change.value, [$0.change.shares.share, $0.change.shares.otherShare])
      },
      .origins,
      id: "plot-labels",
      title: "Labels",
      note: "Shares of the rows of each origin"
        + (rest > 0
          ? "; the \(labels) labels whose shares differ most of \(ordered.count)." : "."),
      percent: true,
      noun: "Label"
    ).markup
  }

  /// The categories that texts are told apart by, with more than one value.
  private static func traits(_ comparison: ComparisonReport) -> Markup {
    let rows = comparison.categories.filter { $0.values.count > 1 && $0.name != "length" }
      .flatMap { drift in
        drift.values.sorted { ($1.real + $1.synthetic) < ($0.real + $0.synthetic) }.prefix(5).map {
          DotRow(
            "\(drift.name): \($0.name ?? "(none)")",
            [
              Double($0.real) / Double(max(1, drift.realCount)),
              Double($0.synthetic) / Double(max(1, drift.syntheticCount)),
            ]
          )
        }
      }
    guard !rows.isEmpty else { return .empty }
    return Plot.dots(
      rows,
      .origins,
      id: "plot-traits",
      title: "Noise, language and surface",
      note: "Shares of the rows of each origin.",
      percent: true,
      noun: "Trait"
    ).markup
  }

  private static func drift(_ comparison: ComparisonReport) -> Markup {
    let numbers = comparison.numbers + (comparison.columns?.numbers.map(\.drift) ?? [])
    var categories = comparison.categories
    if let labels = comparison.labels { categories.append(labels.distribution) }
    categories += comparison.columns?.categories ?? []
    let rows =
      numbers.map {
        IntervalRow($0.name, $0.ks, remark: $0.claim.differs ? "differs" : "")
      }
      + categories.map {
        IntervalRow($0.name, $0.totalVariation, remark: $0.claim.differs ? "differs" : "")
      }
    guard !rows.isEmpty else { return .empty }
    return Plot.intervals(
      Array(rows.prefix(40)),
      id: "plot-drift",
      title: "Distance of the distributions",
      note:
        "Kolmogorov-Smirnov statistic of numbers, total variation of categories, each from 0 (alike) "
        + "to 1, with 95\u{A0}% intervals.",
      within: 0...1
    ).markup
  }

  private static func separation(_ comparison: ComparisonReport) -> Markup {
    guard let texts = comparison.texts else { return .empty }
    var lines: [[String]] = []
    for outcome in texts.separation?.outcomes ?? [] {
      lines.append([
        "classifier that sees \(DriftWords.view(outcome.view.rawValue))", "roc_auc",
        Figures.decimal(outcome.area), "0.5: cannot tell the sides apart",
      ])
    }
    if let mauve = texts.mauve {
      lines.append([
        "embeddings of the texts", "mauve", Figures.decimal(mauve.mean), "1: distributed alike",
      ])
    }
    guard !lines.isEmpty else { return .empty }
    let table = TableMarkup(
      ["Told apart by", "Measure", .number("Value"), "Read as"],
      texts: lines
    )
    return """
      <h3>Texts as wholes</h3>
      <p class="note">Measured on at most \(Figures.count(VersionStudy.comparedRows)) rows of each side.</p>
      \(table.markup)
      """
  }

  private static func map(_ measured: VersionStudy.Measured) -> Markup {
    guard let map = measured.map else { return .empty }
    func share(_ index: Int) -> String {
      index < map.explained.count ? Figures.decimal(100 * map.explained[index], 1) + " %" : "–"
    }
    return Plot.map(
      map.places.map {
        MapPoint(x: $0.point.x, y: $0.point.y, isSynthetic: $0.origin == .synthetic)
      },
      id: "plot-map",
      title: "Map of the texts",
      axes: (
        "first component (\(share(0)) of the variance)",
        "second component (\(share(1)))"
      ),
      note: "The two principal components of their vectors (\(map.model)), at most "
        + "\(Figures.count(TextMap.most)) texts of each origin. What lies apart here is apart; "
        + "what lies together need not be alike."
    ).markup
  }

  private static func words(_ measured: VersionStudy.Measured) -> Markup {
    guard !measured.realWords.isEmpty else { return .empty }
    guard !measured.words.isEmpty else {
      return "<p>No single word tells the sides apart.</p>\n"
    }
    let real = Double(measured.realWords.count), synthetic = Double(measured.syntheticWords.count)
    let plot = Plot.dots(
      measured.words.map {
        DotRow($0.word, [Double($0.real) / real, Double($0.synthetic) / synthetic])
      },
      .origins,
      id: "plot-words",
      title: "Words that tell the sides apart",
      note:
        "Shares of the texts that hold the word; those of synthetic rows first, each by its log-odds "
        + "ratio in standard errors, from \(Figures.decimal(DistinguishingWord.leastScore, 0)) on.",
      percent: true,
      noun: "Word"
    )
    return plot.markup
  }
}
