import SeedbedData
import SeedbedPipeline

/// The rules that were set aside, which nobody should have to look for.
enum OverridesSection {
  static func section(_ report: VersionReport) -> ReportSection {
    let overrides = all(report)
    guard !overrides.isEmpty else {
      return ReportSection(
        id: "overrides",
        title: "Rules set aside",
        body: "<p>None: every gate of the program stood.</p>\n"
      )
    }
    let items = overrides.map { override -> Markup in
      """
      <li><b>\(override.rule)</b> <span>Reason given: \(Clipped.text(override.because, 500))</span>
      <small>What the rule had found: \(Clipped.text(override.finding, 500))</small></li>

      """
    }
    return ReportSection(
      id: "overrides",
      title: "Rules set aside",
      body: "<ul class=\"alarm\">\n\(items)</ul>\n"
    )
  }

  /// A line at the top of the page.
  static func banner(_ report: VersionReport) -> Markup {
    let rules = all(report).map(\.rule)
    var distinct: [String] = []
    for rule in rules where !distinct.contains(rule) { distinct.append(rule) }
    guard !distinct.isEmpty else { return .empty }
    return """
      <p class="alarm"><b>Set aside: \(distinct.joined(separator: ", ")).</b> \
      <a href="#overrides">Why, and what the rules had found</a></p>

      """
  }

  private static func all(_ report: VersionReport) -> [RuleOverride] {
    report.details.overrides ?? report.run.overrides
  }
}
