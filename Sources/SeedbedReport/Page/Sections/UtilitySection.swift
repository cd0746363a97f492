import SeedbedData
import SeedbedLearning
import SeedbedPipeline

/// What the rows are worth on the sealed real holdout.
enum UtilitySection {
  static func section(_ report: VersionReport) -> ReportSection {
    ReportSection(
      id: "worth",
      title: "Worth on the sealed real holdout",
      body: measured(report) + evaluated(report)
    )
  }

  /// What the run measured at its end.
  private static func measured(_ report: VersionReport) -> Markup {
    guard let measurement = report.run.measurement else {
      return report.details.evaluation != nil
        ? .empty
        : ReportSection.missing(
          """
          Nothing was measured: the task has no labels, there is no holdout, or training has no synthetic \
          rows.
          """
        )
    }
    let students = Plot.intervals(
      [
        IntervalRow("real", measurement.real), IntervalRow("real and synthetic", measurement.mixed),
      ],
      id: "plot-students",
      title: "Macro F1 of both students",
      within: 0...1
    )
    let difference = Plot.intervals(
      [IntervalRow("difference", measurement.difference)],
      id: "plot-difference",
      title: "Difference of macro F1",
      reference: (0, "no difference"),
      within: -1...1,
      signed: true
    )
    return """
      <p>\(HoldoutWords.conclusion(measurement))</p>
      <p class="note">\(HoldoutWords.method(measurement)).</p>
      \(students.markup)\(difference.markup)
      """
  }

  private static func evaluated(_ report: VersionReport) -> Markup {
    guard let document = report.details.evaluation else {
      return """
        <p class="note">Intervals that hold the chance of the training rows too, the best share of synthetic \
        rows, each batch left out and the learning curve come with <code>seedbed evaluate</code> or \
        <code>seedbed report --evaluate</code>.</p>

        """
    }
    guard let utility = document["utility"], !utility.isNull else {
      let reason =
        document["not_measured"]?.string ?? "the students could learn nothing from the rows"
      return ReportSection.missing("Not evaluated: \(Clipped.text(reason, 400)).")
        + ExternalMeasures.markup(document)
    }
    let metric = utility["metric"]?.string ?? "macro_f1"
    return verdict(utility, metric) + arms(utility, metric) + comparisons(utility, metric)
      + mixing(utility, metric) + batches(utility) + curve(utility, metric) + slices(utility)
      + ExternalMeasures.markup(document)
  }

  private static func verdict(_ utility: JSONValue, _ metric: String) -> Markup {
    let words =
      switch utility["effect"]?.string {
      case "helps": "The synthetic rows help: the whole interval of the change lies above 0."
      case "hurts": "The synthetic rows do harm: the whole interval of the change lies below 0."
      case "cannot_tell": "The interval of the change holds 0: this holdout cannot tell."
      default: "There are no two kinds of training rows to compare."
      }
    let rows = utility["test_rows"]?.int ?? 0
    return """
      <h3>Evaluated</h3>
      <p>\(words)</p>
      <p class="note">By \(metric) on \(Figures.counted(rows, "real row")), with \
      \(utility["seeds"]?.int ?? 0) folds of the training rows left out in turn.</p>

      """
  }

  private static func arms(_ utility: JSONValue, _ metric: String) -> Markup {
    let rows = list(utility["training_sets"]).compactMap { set -> IntervalRow? in
      guard let interval = Interval(report: set[metric] ?? set["macro_f1"]) else { return nil }
      let count = Figures.counted(set["rows"]?.int ?? 0, "row")
      return IntervalRow("\(set["name"]?.string ?? "") (\(count))", interval)
    }
    guard !rows.isEmpty else { return .empty }
    return Plot.intervals(
      rows,
      id: "plot-arms",
      title: "Trained on real, on synthetic and on both",
      note: "95\u{A0}% intervals of \(metric) on the real holdout.",
      within: 0...1
    ).markup
  }

  private static func comparisons(_ utility: JSONValue, _ metric: String) -> Markup {
    let rows = list(utility["comparisons"]).compactMap { row -> IntervalRow? in
      guard let interval = Interval(report: row[metric] ?? row["macro_f1"]) else { return nil }
      let student = words(row["student"]?.string ?? "")
      return IntervalRow(
        "\(row["from"]?.string ?? "") → \(row["to"]?.string ?? ""), \(student)",
        interval,
        remark: effect(row)
      )
    }
    guard !rows.isEmpty else { return .empty }
    return Plot.intervals(
      rows,
      id: "plot-changes",
      title: "What changes with the training rows",
      reference: (0, "no change"),
      signed: true
    ).markup
  }

  private static func mixing(_ utility: JSONValue, _ metric: String) -> Markup {
    guard let mixing = utility["mixing"], !mixing.isNull else { return .empty }
    let points = list(mixing["shares"]).compactMap { point -> CurvePoint? in
      guard let share = point["share"]?.double, let value = Interval(report: point["value"]) else {
        return nil
      }
      return CurvePoint(share, value, name: Figures.decimal(100 * share, 0) + " %")
    }
    guard points.count > 1 else { return .empty }
    let lower = mixing["recommended"]?["lower"]?.double
    let upper = mixing["recommended"]?["upper"]?.double
    var marked: (range: ClosedRange<Double>, name: String)?
    if let lower, let upper, lower <= upper { marked = (lower...upper, "rule of thumb") }
    let best = mixing["best_share"]?.double
    let isBetter = mixing["any_better_than_none"]?.bool == true
    let note =
      isBetter
      ? "Best at \(Figures.decimal(100 * (best ?? 0), 0)) %."
      : "No share is clearly better than none."
    return Plot.curve(
      points,
      id: "plot-mixing",
      title: "Share of synthetic rows in training",
      axes: ("share of synthetic rows", metric),
      note: note,
      marked: marked,
      percent: true
    ).markup
  }

  private static func batches(_ utility: JSONValue) -> Markup {
    guard let batches = utility["batches"], !batches.isNull else { return .empty }
    let rows = list(batches["effects"]).compactMap { row -> IntervalRow? in
      guard let interval = Interval(report: row["change"]) else { return nil }
      // The id comes first: names that are cut for want of room must still differ.
      let batch = row["batch"]?.string.map { "\($0.prefix(8)) " } ?? ""
      return IntervalRow(
        "\(batch)\(row["method"]?.string ?? "several methods")",
        interval,
        remark: effect(row)
      )
    }
    guard !rows.isEmpty else { return .empty }
    let missing = batches["not_measured"]?.int ?? 0
    return Plot.intervals(
      rows,
      id: "plot-batches",
      title: "What each batch adds",
      note: "The metric with all rows less that without the batch; the most harmful first."
        + (missing > 0 ? " \(Figures.count(missing)) smaller ones were not left out." : ""),
      reference: (0, "adds nothing"),
      signed: true
    ).markup
  }

  private static func curve(_ utility: JSONValue, _ metric: String) -> Markup {
    guard let curve = utility["learning_curve"], !curve.isNull else { return .empty }
    let points = list(curve["points"]).compactMap { point -> CurvePoint? in
      guard let rows = point["real_rows"]?.int, let value = Interval(report: point["value"]) else {
        return nil
      }
      return CurvePoint(Double(rows), value, name: Figures.count(rows))
    }
    guard points.count > 1 else { return .empty }
    let gains = list(curve["gains"]).compactMap { gain -> String? in
      guard let rows = gain["more_real_rows"]?.int, let change = Interval(report: gain["change"])
      else { return nil }
      return "\(Figures.count(rows)) more: \(HoldoutWords.interval(change, signed: true))"
    }
    return Plot.curve(
      points,
      id: "plot-curve",
      title: "What more real rows would give",
      axes: ("real rows", metric),
      note: gains.isEmpty
        ? nil : "By the law through the points, " + gains.joined(separator: "; ") + "."
    ).markup
  }

  /// The slices in which something changes clearly.
  private static func slices(_ utility: JSONValue) -> Markup {
    let rows = list(utility["slices"]).filter { effect($0) == "helps" || effect($0) == "hurts" }
      .prefix(30).compactMap { row -> IntervalRow? in
        guard let change = Interval(report: row["change"]) else { return nil }
        let name = "\(row["dimension"]?.string ?? ""): \(row["value"]?.string ?? "")"
        return IntervalRow(name, change, remark: effect(row))
      }
    guard !rows.isEmpty else { return .empty }
    return Plot.intervals(
      rows,
      id: "plot-slices",
      title: "Slices that change clearly",
      note: "The change in accuracy from real rows to both.",
      reference: (0, "no change"),
      signed: true
    ).markup
  }

  private static func list(_ value: JSONValue?) -> [JSONValue] { value?.array ?? [] }

  private static func effect(_ row: JSONValue) -> String { words(row["effect"]?.string ?? "") }

  private static func words(_ name: String) -> String {
    name.split(separator: "_").joined(separator: " ")
  }
}

extension Interval {
  /// Reads `estimate`, `lower` and `upper` of a document.
  fileprivate init?(report json: JSONValue?) {
    guard let estimate = json?["estimate"]?.double, let lower = json?["lower"]?.double,
      let upper = json?["upper"]?.double
    else { return nil }
    self.init(estimate: estimate, lower: lower, upper: upper, confidence: 0.95)
  }
}
