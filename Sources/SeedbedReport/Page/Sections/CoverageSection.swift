import SeedbedData
import SeedbedPipeline

/// Counts before and after for each pair of dimensions, with examples of each cell.
enum CoverageSection {
  static func section(_ report: VersionReport) -> ReportSection? {
    let counts = CellCounts(report)
    var budget = ExampleBudget()
    var maps: [Markup] = []
    for pair in pairs(report.configuration.dimensions) {
      guard let map = HeatMap(pair, counts, number: maps.count) else { continue }
      maps.append(map.markup(report.details.study?.examples, &budget, isOpen: maps.isEmpty))
    }
    guard !maps.isEmpty else { return nil }
    let examples: Markup =
      report.details.study == nil
      ? "" : " On a screen, a number that can be pressed shows a few of its rows."
    let rest: Markup =
      budget.isSpent
      ? "<p class=\"note\">Of the further cells no rows are shown, so that the page stays small.</p>\n"
      : ""
    return ReportSection(
      id: "coverage",
      title: "Coverage by pairs of dimensions",
      body: """
        <p class="note">Rows outside the holdout, now and before the synthetic ones. The darker, the nearer \
        to what is required, or to the fullest cell where nothing is. Cells that are still short have a \
        frame and say what they need.\(examples)</p>
        \(maps)\(rest)
        """
    )
  }

  /// The pairs of dimensions, those with the label first; the one dimension alone where there is one.
  private static func pairs(_ names: [String]) -> [(first: String, second: String?)] {
    guard names.count > 1 else { return names.map { ($0, nil) } }
    var pairs: [(first: String, second: String?)] = []
    let ordered = names.filter { $0 == "label" } + names.filter { $0 != "label" }
    for first in ordered.indices {
      for second in ordered.indices where second > first {
        pairs.append((ordered[first], ordered[second]))
      }
    }
    return Array(pairs.prefix(mostPairs))
  }

  private static let mostPairs = 10
}

/// How many bytes of examples a page may still hold.
struct ExampleBudget {
  private(set) var left = 600_000
  private(set) var isSpent = false

  /// Takes what a piece needs.
  ///
  /// - Parameter piece: Examples of one cell.
  /// - Returns: False where there is no room.
  mutating func take(_ piece: Markup) -> Bool {
    guard !isSpent, piece.html.utf8.count <= left else {
      isSpent = true
      return false
    }
    left -= piece.html.utf8.count
    return true
  }
}
