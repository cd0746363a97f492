import SeedbedLearning
import SeedbedPipeline

/// Says in words what a comparison found.
enum CompareWords {
  /// What differs most, in one sentence.
  static func summary(_ report: ComparisonReport) -> String {
    let findings = report.findings
    guard let first = findings.first else { return "nothing differs beyond chance" }
    let count = findings.count
    let more =
      count == 1 ? "the only difference" : "the largest of \(count) differences"
    return "\(words(first)); \(more)"
  }

  /// One difference in words.
  static func words(_ finding: ComparisonFinding) -> String {
    let sides = sides(finding)
    switch finding.part {
    case .number, .labelLength:
      let rows = finding.value.map { " of `\($0)`" } ?? ""
      return "`\(finding.name)`\(rows): on average \(sides) (ks_statistic \(value(finding)))"
    case .category:
      return "`\(finding.name)`: `\(finding.value ?? "(none)")` is \(sides) "
        + "(total_variation \(value(finding)))"
    case .label:
      return "label `\(finding.name)` is \(sides) (difference \(value(finding)))"
    case .slice where finding.metric == "bias_amplification":
      return "`\(finding.name)` is tied more closely to labels (bias_amplification "
        + "\(value(finding)))"
    case .slice:
      return "`\(finding.name)` is \(sides) with the label `\(finding.value ?? "(none)")` "
        + "(difference \(value(finding)))"
    case .text where finding.metric == "roc_auc":
      return "a classifier tells the sides apart by \(view(finding.name)) "
        + "(roc_auc \(number(finding.estimate)))"
    case .text:
      return "the meanings of the texts are distributed differently "
        + "(mmd_squared \(number(finding.estimate)))"
    case .diversity:
      return "`\(finding.name)` is \(sides)"
    case .column where finding.metric == "ks_statistic":
      return "column `\(finding.name)`: on average \(sides) (ks_statistic \(value(finding)))"
    case .column:
      return "column `\(finding.name)`: `\(finding.value ?? "(none)")` is \(sides) "
        + "(total_variation \(value(finding)))"
    }
  }

  /// What the synthetic rows give away, in words; empty when nothing was found.
  static func leaks(_ report: ComparisonReport) -> [String] {
    var found: [String] = []
    if let privacy = report.privacy {
      found += leaks(privacy.real, "a real row")
      if let holdout = privacy.holdout { found += leaks(holdout, "a row of the holdout") }
      for (how, risk) in [
        ("shared words", privacy.membershipByWords),
        ("embeddings", privacy.membershipByEmbedding),
      ] {
        found += membership(risk, by: how)
      }
    }
    if let records = report.records {
      if records.matches > 0 {
        found.append(
          "\(records.matches) of \(report.synthetic.rows) synthetic rows "
            + "\(records.matches == 1 ? "matches" : "match") a real row in every column"
        )
      }
      found += membership(records.membership, by: "distance")
    }
    return found
  }

  private static func leaks(_ overlap: TextPrivacy.Overlap, _ what: String) -> [String] {
    var found: [String] = []
    if overlap.exact > 0 {
      found.append(
        "\(overlap.exact) synthetic \(overlap.exact == 1 ? "row says" : "rows say") the same as \(what) "
          + "(\(percent(overlap.exactShare.estimate)) of them)"
      )
    }
    if overlap.longRuns > 0 {
      found.append(
        "\(overlap.longRuns) synthetic \(overlap.longRuns == 1 ? "row shares" : "rows share") "
          + "\(TextPrivacy.longRun) words in a row or more with \(what), at most \(overlap.longestRun)"
      )
    }
    return found
  }

  private static func membership(_ risk: MembershipRisk?, by how: String) -> [String] {
    guard let risk, let interval = risk.interval, interval.lower > 0.5 else { return [] }
    return [
      "who was among the real rows can be told by \(how): membership_auc \(number(risk.areaUnderCurve)), "
        + "95 % \(number(interval.lower)) to \(number(interval.upper))"
    ]
  }

  private static func sides(_ finding: ComparisonFinding) -> String {
    guard let real = finding.real, let synthetic = finding.synthetic else { return "" }
    let isShare =
      switch finding.part {
      case .category, .label, .slice: true
      case .column: finding.metric != "ks_statistic"
      default: false
      }
    return isShare
      ? "\(percent(synthetic)) of synthetic and \(percent(real)) of real rows"
      : "\(number(synthetic)) in synthetic rows, \(number(real)) in real ones"
  }

  private static func view(_ name: String) -> String {
    switch name {
    case "domain_classifier_content": "their words alone"
    case "domain_classifier_surface": "their surface alone (length, casing, punctuation, spacing)"
    default: "words and surface"
    }
  }

  private static func value(_ finding: ComparisonFinding) -> String {
    let interval = finding.interval.map { ", 95 % \(number($0.lower)) to \(number($0.upper))" }
    return number(finding.estimate) + (interval ?? "")
  }

  static func number(_ value: Double) -> String {
    abs(value) >= 1e9 ? "\(value)" : Numbers.fixed(value)
  }

  static func percent(_ share: Double) -> String { "\(Numbers.fixed(100 * share, places: 1)) %" }
}
