import SeedbedLearning
import SeedbedPipeline

/// A comparison of two files for people.
enum CompareRendering {
  private static let shownFindings = 12
  private static let shownRows = 12

  static func text(_ report: ComparisonReport) -> String {
    var lines = [
      "\(Style.heading("Comparison")) of `\(Table.printable(report.synthetic.name))` with "
        + "`\(Table.printable(report.real.name))`: \(Table.printable(CompareWords.summary(report)))"
    ]
    let leaks = CompareWords.leaks(report)
    if !leaks.isEmpty {
      lines += ["", Style.heading("Leaks")] + leaks.map { "  \(Style.poor("!")) \($0)" }
    }
    let findings = report.findings
    if findings.count > 1 {
      lines += ["", Style.heading("Differences")]
      lines += findings.prefix(shownFindings).map {
        "  - \(Table.printable(CompareWords.words($0)))"
      }
      if findings.count > shownFindings {
        lines.append("  … and \(findings.count - shownFindings) more; `--json` has all")
      }
    }
    lines += size(report)
    if !report.numbers.isEmpty { lines += dimensions(report) }
    if let labels = report.labels { lines += shares(labels) + lengths(labels) }
    if let texts = report.texts { lines += self.texts(texts, report) }
    if let diversity = report.diversity { lines += self.diversity(diversity) }
    if let privacy = report.privacy { lines += CompareLeakTables.texts(privacy, report) }
    if let records = report.records { lines += CompareLeakTables.records(records) }
    if !report.slices.isEmpty { lines += slices(report.slices) }
    if let columns = report.columns { lines += self.columns(columns) }
    return lines.joined(separator: "\n")
  }

  private static func size(_ report: ComparisonReport) -> [String] {
    var table = Table(["rows", "file", ">rows", ">repeated", ">not read", ">sampled"])
    let sides: [(String, ComparisonReport.Side?)] = [
      ("real", report.real), ("synthetic", report.synthetic), ("holdout", report.holdout),
    ]
    for (role, side) in sides {
      guard let side else { continue }
      table.add([
        role, Table.cut(side.name, to: 40), "\(side.rows)", "\(side.repeatedRows)",
        "\(side.badRows)", side.sampledRows > 0 ? "\(side.sampledRows)" : "",
      ])
    }
    return ["", table.text]
  }

  private static func dimensions(_ report: ComparisonReport) -> [String] {
    var table = Table(["measure", ">real", ">synthetic", "metric", ">value", "95 %", ">p", ""])
    for drift in report.numbers { table.add(row(drift)) }
    for drift in report.categories { table.add(row(drift)) }
    return ["", Style.heading("Single texts"), table.text]
  }

  private static func row(_ drift: NumberDrift) -> [String] {
    [
      drift.name, number(drift.real.mean), number(drift.synthetic.mean), "ks_statistic",
      number(drift.ks.estimate), interval(drift.ks), pValue(drift.claim.adjusted),
      mark(drift.claim),
    ]
  }

  private static func row(_ drift: CategoryDrift) -> [String] {
    let largest = drift.largestChange
    func share(_ part: Int?, _ whole: Int) -> String {
      guard let part else { return "" }
      return CompareWords.percent(Double(part) / Double(max(whole, 1)))
    }
    return [
      drift.name + (largest.map { ": " + Table.cut($0.name ?? "(none)", to: 24) } ?? ""),
      share(largest?.real, drift.realCount), share(largest?.synthetic, drift.syntheticCount),
      "total_variation", number(drift.totalVariation.estimate), interval(drift.totalVariation),
      pValue(drift.claim.adjusted), mark(drift.claim),
    ]
  }

  private static func shares(_ labels: LabelDrift) -> [String] {
    var table = Table(["label", ">real", ">synthetic", ">difference", "95 %", ">p", ""])
    func size(_ share: LabelShare) -> Double { abs(share.change.shares.difference.estimate) }
    let ordered = labels.shares.enumerated().sorted { a, b in
      (size(a.element), b.offset) > (size(b.element), a.offset)
    }
    for (_, share) in ordered.prefix(shownRows) {
      let shares = share.change.shares
      table.add([
        Table.cut(share.change.value, to: 40), CompareWords.percent(shares.share),
        CompareWords.percent(shares.otherShare), number(shares.difference.estimate),
        interval(shares.difference), pValue(share.claim.adjusted), mark(share.claim),
      ])
    }
    if ordered.count > shownRows {
      table.add(["… \(ordered.count - shownRows) more", "", "", "", "", "", ""])
    }
    let distribution = labels.distribution
    return [
      "",
      "\(Style.heading("Labels")): total_variation \(number(distribution.totalVariation.estimate)), "
        + "jensen_shannon_distance \(number(distribution.jensenShannonDistance))",
      table.text,
    ]
  }

  private static func lengths(_ labels: LabelDrift) -> [String] {
    let differing = labels.lengths.filter(\.claim.differs)
    let head =
      "Words by label: \(labels.lengths.count) labels with \(LabelDrift.leastRows) rows or more on both "
      + "sides, \(differing.count) differ"
    guard !differing.isEmpty else { return ["  \(head)"] }
    var table = Table(["label", ">real", ">synthetic", "metric", ">value", "95 %", ">p", ""])
    for drift in differing.prefix(shownRows) {
      table.add([Table.cut(drift.label ?? "", to: 40)] + row(drift).dropFirst())
    }
    return ["", head, table.text]
  }

  private static func texts(_ texts: TextDrift, _ report: ComparisonReport) -> [String] {
    var table = Table(["texts as wholes", ">value", ">p", "", "what it says"])
    for outcome in texts.separation?.outcomes ?? [] {
      let test = texts.tests.first { $0.name == "domain_classifier_\(outcome.view.rawValue)" }
      table.add([
        "roc_auc, \(outcome.view.rawValue)", number(outcome.area), pValue(outcome.test.pValue),
        test.map { mark($0.claim) } ?? "",
        "\(outcome.firstCount) and \(outcome.secondCount) rows; "
          + outcome.features.prefix(4).map { "`\($0.name)`" }.joined(separator: ", "),
      ])
    }
    if let discrepancy = texts.discrepancy {
      table.add([
        "mmd_squared", number(discrepancy.squared), pValue(discrepancy.test.pValue),
        texts.tests.first { $0.name == "mmd" }.map { mark($0.claim) } ?? "",
        "\(discrepancy.firstCount) and \(discrepancy.secondCount) rows, bandwidth "
          + number(discrepancy.bandwidth),
      ])
    }
    if let mauve = texts.mauve {
      table.add([
        "mauve", number(mauve.mean), "", "",
        "± \(number(mauve.deviation)) over \(mauve.values.count) seeds, \(mauve.cells) cells, "
          + "\(mauve.firstCount) and \(mauve.secondCount) rows",
      ])
    }
    return ["", table.text, "  embedded by \(Table.printable(report.model ?? ""))"]
  }

  private static func diversity(_ diversity: DiversityComparison) -> [String] {
    var table = Table(["variety", ">real", ">synthetic", "difference of parts, 95 %", ">p", ""])
    for measure in diversity.measures {
      table.add([
        measure.name, number(measure.real), number(measure.synthetic),
        measure.partDifference.map(interval) ?? "",
        measure.partDifference == nil ? "" : pValue(measure.claim.adjusted), mark(measure.claim),
      ])
    }
    if let overlap = diversity.overlap {
      table.add(["precision, recall", "", "", both(overlap.precision, overlap.recall), "", ""])
      table.add(["density, coverage", "", "", both(overlap.density, overlap.coverage), "", ""])
    }
    let parts = diversity.partRows > 0 ? ", parts of \(diversity.partRows)" : ""
    return [
      "",
      "\(Style.heading("Variety")) at \(diversity.rows) rows and \(diversity.words) words\(parts)",
      table.text,
    ]
  }

  private static func slices(_ slices: [SliceBias]) -> [String] {
    var table = Table(["slice", ">bias_amplification", "95 %", ">cells", ">differ"])
    for slice in slices {
      table.add([
        slice.slice, number(slice.amplification.estimate), interval(slice.amplification),
        "\(slice.cells.count)", "\(slice.cells.count { $0.claim.differs })",
      ])
    }
    return ["", Style.heading("Ties of labels and slices"), table.text]
  }

  private static func columns(_ columns: ColumnComparison) -> [String] {
    var lines: [String] = []
    if !columns.numbers.isEmpty || !columns.categories.isEmpty {
      var table = Table(["column", ">real", ">synthetic", "metric", ">value", "95 %", ">p", ""])
      for column in columns.numbers { table.add(row(column.drift)) }
      for drift in columns.categories { table.add(row(drift)) }
      let scores = [
        ("column shapes", columns.columnShapes), ("pair trends", columns.columnPairTrends),
        ("quality", columns.qualityScore),
      ].compactMap { name, score in score.map { "\(name) \(number($0))" } }
      lines += [
        "", "\(Style.heading("Further columns")): \(scores.joined(separator: ", "))", table.text,
      ]
    }
    if !columns.left.isEmpty {
      lines += ["", "Not compared:"]
      lines += columns.left.map { "  `\(Table.printable($0.name))`: \($0.reason)" }
    }
    return lines
  }

  static func number(_ value: Double) -> String { CompareWords.number(value) }

  static func interval(_ interval: Interval) -> String {
    both(interval.lower, interval.upper, " to ")
  }

  private static func both(_ a: Double, _ b: Double, _ between: String = ", ") -> String {
    number(a) + between + number(b)
  }

  /// A p-value; a small one is no more than that.
  private static func pValue(_ value: Double) -> String {
    value < 0.001 ? "< 0.001" : number(value)
  }

  private static func mark(_ claim: DriftClaim) -> String { claim.differs ? "differs" : "" }
}
