import SeedbedLearning
import SeedbedPipeline

/// The tables of an evaluation.
enum EvaluateTables {
  static func arms(_ report: UtilityReport) -> String {
    var table = Table([
      "trained on", ">rows", ">accuracy", ">macro_f1", ">calibration error",
    ])
    for arm in report.arms {
      table.add([
        arm.name, "\(arm.rows)", EvaluateRendering.plain(arm.accuracy),
        EvaluateRendering.plain(arm.macroF1), EvaluateRendering.plain(arm.calibrationError),
      ])
    }
    return table.text
  }

  /// One table a dimension; tiers in their order, else what changes most first.
  static func slices(_ report: UtilityReport, most: Int) -> [String] {
    var dimensions: [String] = []
    for slice in report.slices where !dimensions.contains(slice.dimension) {
      dimensions.append(slice.dimension)
    }
    return dimensions.map { dimension in
      let all = report.slices.filter { $0.dimension == dimension }
      let order = all.indices.sorted {
        (-abs(all[$0].change.interval.estimate), $0) < (-abs(all[$1].change.interval.estimate), $1)
      }
      let shown = all.count <= most ? Array(all.indices) : order.prefix(most).map(\.self)
      var table = Table([
        dimension, ">rows", ">real", ">synthetic", ">mix", ">change in accuracy", "",
      ])
      for slice in shown.map({ all[$0] }) {
        table.add([
          Table.cut(slice.value, to: 40), "\(slice.rows)", Numbers.fixed(slice.real),
          Numbers.fixed(slice.synthetic), Numbers.fixed(slice.mix),
          EvaluateRendering.signed(slice.change.interval), slice.effect.words,
        ])
      }
      let rest = all.count - shown.count
      let title = Style.heading("By \(Table.printable(dimension))")
      return "\(title)\n\(table.text)" + (rest > 0 ? "\n  … and \(rest) that change less" : "")
    }
  }

  static func mixing(_ sweep: MixingSweep, _ report: UtilityReport) -> String {
    var table = Table([
      ">synthetic", ">real rows", ">synthetic rows", ">\(report.metric.rawValue)", ">change", "",
      "",
    ])
    for point in sweep.points {
      table.add([
        "\(Int((point.share * 100).rounded())) %", "\(point.realRows)", "\(point.syntheticRows)",
        point.value.map { EvaluateRendering.plain($0) } ?? "too few synthetic rows",
        point.change.map { EvaluateRendering.signed($0.interval) } ?? "",
        point.effect?.words ?? "", point.isRecommended ? "rule of thumb" : "",
      ])
    }
    let way =
      sweep.total == .grown
      ? "all real rows kept, synthetic ones added up to the share; at 100 % synthetic ones only"
      : "the total kept, synthetic rows in the place of real ones"
    var words = "No share differs clearly for the better from no synthetic rows."
    if sweep.isAnyBetter, let best = sweep.best, let change = best.change {
      words =
        "Best is \(Int((best.share * 100).rounded())) %: "
        + "\(EvaluateRendering.signed(change.interval)) against none; "
        + "the best of many looks better than it is."
    }
    return """
      \(Style.heading("Mixing")) \(way)
      \(table.text)
        \(words)
        Rule of thumb for \(report.realRows) real rows: \(sweep.recommended.words).
      """
  }

  static func batches(_ attribution: BatchAttribution, _ report: UtilityReport) -> String {
    let what = attribution.isByMethod ? "method" : "batch"
    var table = Table([what, "method", ">rows", ">effect on \(report.metric.rawValue)", ">p", ""])
    for effect in attribution.effects {
      table.add([
        attribution.isByMethod
          ? effect.method ?? "(none)" : effect.batch.map { String($0.prefix(12)) } ?? "(none)",
        effect.method ?? "", "\(effect.rows)",
        EvaluateRendering.signed(effect.change.interval), Numbers.fixed(effect.adjustedP),
        effect.effect.words,
      ])
    }
    var lines = [
      "\(Style.heading("Batches")) each \(what) left out in turn, the most harmful first; p adjusted",
      table.text,
    ]
    let rest = attribution.groups - attribution.effects.count
    if rest > 0 { lines.append("  \(rest) smaller ones were not left out") }
    let harmful = attribution.effects.filter { $0.effect == .hurts }.compactMap(\.batch)
    if let worst = harmful.first {
      lines.append("  a version without it: `seedbed version drop-batch \(worst.prefix(12))`")
    }
    return lines.joined(separator: "\n")
  }

  static func curve(_ curve: LearningCurve, _ report: UtilityReport) -> String {
    var table = Table([">real rows", ">\(report.metric.rawValue)"])
    for point in curve.points {
      table.add(["\(point.rows)", EvaluateRendering.plain(point.value)])
    }
    var lines = ["\(Style.heading("Learning curve")) real rows only", table.text]
    for gain in curve.gains {
      let shown = gain.change.map { EvaluateRendering.signed($0) }
      switch (gain.effect, shown) {
      case (.helps, let shown?): lines.append("  \(gain.rows) more real rows would give \(shown)")
      case (_, let shown?):
        lines.append("  \(gain.rows) more real rows: cannot tell, \(shown)")
      case (_, nil): lines.append("  \(gain.rows) more real rows: cannot tell, no curve fits")
      }
    }
    return lines.joined(separator: "\n")
  }

  static func external(_ external: ExternalEvaluation) -> String {
    var names: [String] = []
    for number in external.results.flatMap(\.numbers) where !names.contains(number.name) {
      names.append(number.name)
    }
    var table = Table(["trained on", ">rows"] + names.map { ">\(Table.printable($0))" })
    for result in external.results {
      table.add(
        [result.name, "\(result.rows)"]
          + names.map { name in
            result.numbers.first { $0.name == name }.map { Numbers.fixed($0.value) } ?? ""
          }
      )
    }
    return """
      \(Style.heading("External evaluator")) on \(external.testRows) rows; one run each, so no intervals
      \(table.text)
      """
  }
}
