import SeedbedData

/// Missing and thin cells, against the requirements.
struct CoverageDetector: GapDetector {
  /// Fewer real samples than this are too few to vary: every child would be one of a handful of faces.
  static let leastSeeds = 3

  func gaps(in evidence: GapEvidence) -> [Gap] {
    RequirementTable(evidence.requirements, profile: evidence.profile).cells.compactMap {
      cell,
      minimum in
      let have = evidence.profile.count(in: cell)
      guard have < minimum else { return nil }
      let (decision, reason) = Self.decide(evidence.supply(cell), deficit: minimum - have)
      return Gap(
        have == 0 ? .missing : .thin,
        cell: cell,
        have: have,
        need: minimum,
        evidence: "\(have) of \(minimum) required",
        decision: decision,
        reason: reason
      )
    }
  }

  /// Whether a cell can be grown, and in which ways.
  static func decide(
    _ supply: GapEvidence.Supply,
    deficit: Int
  ) -> (GapDecision, String) {
    let ways = ways(supply)
    if !ways.isEmpty { return (.fill, ways.joined(separator: ", and ")) }
    if !supply.hasTransforms {
      return (.collect, "no method fits this task; collect \(deficit) real ones")
    }
    if supply.seeds == 0 {
      return (
        .collect,
        "nothing to grow from: collect real samples or write templates for the cell"
      )
    }
    return (
      .collect,
      "\(supply.seeds) real samples are too few to vary (at least \(leastSeeds)): "
        + "collect more or write templates"
    )
  }

  /// In what ways the cell can be grown, each in words.
  private static func ways(_ supply: GapEvidence.Supply) -> [String] {
    var ways: [String] = []
    if let shown = supply.shown, shown >= leastSeeds {
      ways.append("a model writes from \(shown) real samples")
    } else if supply.hasTransforms, supply.seeds >= leastSeeds {
      ways.append("\(supply.seeds) real samples to vary")
    }
    if supply.translatable >= leastSeeds {
      ways.append("\(supply.translatable) real samples to translate")
    }
    if supply.groundable > 0 {
      ways.append("documents or a schema for up to \(supply.groundable)")
    }
    if supply.expansions > 0 {
      ways.append(
        ways.isEmpty
          ? "templates give up to \(supply.expansions) samples" : "templates for the cell"
      )
    }
    return ways
  }
}

/// The requirements with their patterns spelt out into cells.
struct RequirementTable: Sendable {
  /// Every cell with the least number of samples it must have; a more specific pattern wins.
  let cells: [(cell: Cell, minimum: Int)]

  /// Spells patterns out.
  ///
  /// `*` stands for every value of the profile but `(none)` and `unknown`, which are no values to grow.
  ///
  /// - Parameters:
  ///   - requirements: The requirements.
  ///   - profile: The profile that knows all values.
  init(_ requirements: [Requirement], profile: Profile) {
    var minimums: [Cell: (specificity: Int, minimum: Int)] = [:]
    var order: [Cell] = []
    for requirement in requirements {
      var cells: [[Cell.Coordinate]] = [[]]
      for coordinate in requirement.pattern.coordinates {
        let values =
          coordinate.value == "*"
          ? profile.values(of: coordinate.dimension).filter { $0 != "(none)" && $0 != "unknown" }
          : [coordinate.value]
        cells = cells.flatMap { cell in
          values.map { cell + [Cell.Coordinate(coordinate.dimension, $0)] }
        }
      }
      let specificity = requirement.pattern.coordinates.count { $0.value != "*" }
      for cell in cells.map({ Cell($0) }) {
        if minimums[cell] == nil { order.append(cell) }
        if specificity >= minimums[cell]?.specificity ?? -1 {
          minimums[cell] = (specificity, requirement.minimum)
        }
      }
    }
    cells = order.map { ($0, minimums[$0]?.minimum ?? 0) }
  }
}
