import SeedbedLearning
import SeedbedPipeline

/// What a version is worth, for people.
enum EvaluateRendering {
  /// Slices of a dimension that are listed; those that change most come first.
  private static let mostSlices = 8

  static func text(_ evaluation: VersionEvaluation) -> String {
    var parts = [head(evaluation)]
    if let utility = evaluation.utility { parts += tables(utility) }
    if let words = evaluation.notMeasured {
      parts.append("\(Style.heading("Not measured")) \(words)")
    }
    if let external = evaluation.external { parts.append(EvaluateTables.external(external)) }
    return parts.joined(separator: "\n\n")
  }

  static func text(_ evaluation: FileEvaluation) -> String {
    var lines = ["\(Style.heading("Files"))"]
    for (name, side) in [
      ("real", evaluation.real), ("synthetic", evaluation.synthetic), ("test", evaluation.test),
    ] {
      var line = "  \(name) `\(side.file)`, \(side.rows) rows"
      if side.badRows > 0 { line += "; \(side.badRows) more without a text or a label" }
      if side.leaking > 0 {
        let other = name == "test" ? "a real training row" : "a test row"
        line += "; \(side.leaking) of them left out, which are like \(other)"
      }
      lines.append(line)
    }
    lines += facts(evaluation.utility)
    return ([lines.joined(separator: "\n")] + tables(evaluation.utility))
      .joined(separator: "\n\n")
  }

  /// All that students say, table by table.
  private static func tables(_ utility: UtilityReport) -> [String] {
    var parts = [EvaluateTables.arms(utility), conclusion(utility)]
    parts += EvaluateTables.slices(utility, most: mostSlices)
    if let mixing = utility.mixing { parts.append(EvaluateTables.mixing(mixing, utility)) }
    if let batches = utility.batches { parts.append(EvaluateTables.batches(batches, utility)) }
    if let curve = utility.curve { parts.append(EvaluateTables.curve(curve, utility)) }
    return parts
  }

  private static func head(_ evaluation: VersionEvaluation) -> String {
    let line =
      "\(Style.heading("Version")) \(evaluation.version.prefix(12)) on the sealed holdout "
      + "\(evaluation.seal.prefix(12)), \(evaluation.holdoutRows) real rows"
    return ([line] + (evaluation.utility.map(facts) ?? [])).joined(separator: "\n")
  }

  /// What was trained on what.
  private static func facts(_ utility: UtilityReport) -> [String] {
    var lines: [String] = []
    if utility.unknownRows > 0 {
      lines.append(
        "  \(utility.unknownRows) test rows have a label that no training row has, and are left out"
      )
    }
    lines.append(
      "  trained on \(utility.realRows) real and \(utility.syntheticRows) synthetic rows of "
        + "\(utility.labels) labels; logistic regression, C = \(Numbers.fixed(utility.strength, places: 1))"
        + (utility.isStrengthChosen ? " by cross-validation" : "")
    )
    lines.append(
      "  intervals: \(Numbers.fixed(utility.confidence * 100, places: 1)) %, over the holdout's rows "
        + "and over \(utility.seeds) folds of the training rows"
    )
    return lines
  }

  /// What follows for the synthetic rows, by the one metric that was named.
  private static func conclusion(_ report: UtilityReport) -> String {
    guard let headline = report.headline else {
      let missing = report.realRows == 0 ? "real" : "synthetic"
      return "\(Style.heading("Verdict")) none: the version trains on no \(missing) rows"
    }
    let change = report.metric == .accuracy ? headline.accuracy : headline.macroF1
    let shown = "\(signed(change.interval)) \(report.metric.rawValue)"
    let words: String
    switch headline.effect {
    case .helps: words = Style.good("helps") + ": the synthetic rows give \(shown)"
    case .hurts: words = Style.poor("hurts") + ": the synthetic rows give \(shown)"
    case .cannotTell:
      words = "cannot tell: the synthetic rows give \(shown), and the interval holds 0"
    }
    var lines = ["\(Style.heading("Verdict")) \(words)"]
    var table = Table(["student", "from", "to", ">accuracy", ">macro_f1", ">McNemar p", ""])
    for comparison in report.comparisons {
      table.add([
        comparison.student.rawValue, comparison.from, comparison.to,
        signed(comparison.accuracy.interval), signed(comparison.macroF1.interval),
        Numbers.fixed(comparison.mcNemar.midPValue), comparison.effect.words,
      ])
    }
    lines.append(table.text)
    return lines.joined(separator: "\n")
  }

  /// An estimate with its interval.
  static func plain(_ interval: Interval) -> String {
    "\(Numbers.fixed(interval.estimate)) [\(Numbers.fixed(interval.lower)), "
      + "\(Numbers.fixed(interval.upper))]"
  }

  /// A change with its interval.
  static func signed(_ interval: Interval) -> String {
    func number(_ value: Double) -> String {
      let text = Numbers.fixed(value)
      return value > 0 && text != "0.000" ? "+" + text : text
    }
    return "\(number(interval.estimate)) [\(number(interval.lower)), \(number(interval.upper))]"
  }
}
