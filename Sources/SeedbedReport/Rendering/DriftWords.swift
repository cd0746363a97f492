import SeedbedLearning
import SeedbedPipeline

/// Says in words what a comparison of real and synthetic rows found.
enum DriftWords {
  static func sentence(_ finding: ComparisonFinding) -> String {
    let measure = "\(finding.metric) \(value(finding))"
    switch finding.part {
    case .number:
      return "“\(finding.name)” is on average \(sides(finding, percent: false)) (\(measure))."
    case .labelLength:
      return "“\(finding.name)” of rows with the label “\(finding.value ?? "")” is on average "
        + "\(sides(finding, percent: false)) (\(measure))."
    case .category:
      return "“\(finding.name)”: “\(finding.value ?? "(none)")” is "
        + "\(sides(finding, percent: true)) (\(measure))."
    case .label:
      return "The label “\(finding.name)” is \(sides(finding, percent: true)) (\(measure))."
    case .slice where finding.value == nil:
      return "“\(finding.name)” is tied more closely to labels (\(measure))."
    case .slice:
      return "“\(finding.name)” with the label “\(finding.value ?? "")” is "
        + "\(sides(finding, percent: true)) (\(measure))."
    case .text where finding.metric == "roc_auc":
      return "A classifier tells the sides apart by \(view(finding.name)) (\(measure))."
    case .text: return "The texts' meanings are distributed differently (\(measure))."
    case .diversity:
      return "The measure of variety \(finding.name) is \(sides(finding, percent: false))."
    case .column:
      let isNumber = finding.metric == "ks_statistic"
      let part = finding.value.map { ": “\($0)”" } ?? ""
      return
        "The field “\(finding.name)”\(part) is \(sides(finding, percent: !isNumber)) (\(measure))."
    }
  }

  /// What a classifier that tells the sides apart looks at.
  static func view(_ name: String) -> String {
    if name.hasSuffix("content") { return "the words alone" }
    return name.hasSuffix("surface")
      ? "the surface alone: length, casing, punctuation" : "words and surface"
  }

  private static func sides(_ finding: ComparisonFinding, percent: Bool) -> String {
    guard let real = finding.real, let synthetic = finding.synthetic else { return "different" }
    func number(_ value: Double) -> String {
      percent
        ? Figures.decimal(100 * value, 1) + " %" : Figures.decimal(value, abs(value) < 10 ? 3 : 1)
    }
    return percent
      ? "\(number(synthetic)) of the synthetic and \(number(real)) of the real rows"
      : "\(number(synthetic)) in synthetic and \(number(real)) in real rows"
  }

  private static func value(_ finding: ComparisonFinding) -> String {
    guard let interval = finding.interval else { return Figures.decimal(finding.estimate) }
    return "\(Figures.decimal(finding.estimate)), 95\u{A0}%: \(Figures.decimal(interval.lower)) to "
      + Figures.decimal(interval.upper)
  }
}
