import SeedbedData
import SeedbedPipeline

/// The counts that heat maps are made from, wherever they are known from.
struct CellCounts {
  /// What is known of one cell.
  struct Found {
    var before: Int?
    var after: Int?
    var need: Int?

    var latest: Int { after ?? before ?? 0 }
  }

  private let before: Profile?
  private let after: Profile?
  private var required: [[Cell.Coordinate]: RunReport.Coverage] = [:]
  private let cells: [Cell]
  /// The dimensions in the order of the project.
  private let dimensions: [String]

  init(_ report: VersionReport) {
    before = report.before ?? report.details.study?.before
    after = report.after ?? report.details.study?.after
    cells = report.run.coverage.map(\.cell)
    dimensions = report.configuration.dimensions
    for row in report.run.coverage { required[row.cell.coordinates.sorted()] = row }
  }

  /// The values of a dimension in the order of display.
  func values(of dimension: String) -> [String] {
    let required = Array(Set(cells.compactMap { $0[dimension] })).sorted()
    guard let profile = after ?? before, profile.dimensions.contains(dimension) else {
      return required
    }
    // A value that is required but that no row has must show as empty.
    let seen = profile.values(of: dimension)
    return seen + required.filter { !seen.contains($0) }
  }

  /// The cell of some coordinates, in the order of the project's dimensions.
  func cell(_ coordinates: [Cell.Coordinate]) -> Cell {
    Cell(
      coordinates.sorted { left, right in
        (dimensions.firstIndex(of: left.dimension) ?? 0)
          < (dimensions.firstIndex(of: right.dimension) ?? 0)
      }
    )
  }

  func found(in cell: Cell) -> Found {
    let row = required[cell.coordinates.sorted()]
    return Found(
      before: before?.count(in: cell) ?? row?.before,
      after: after?.count(in: cell) ?? row?.after,
      need: row?.need
    )
  }
}
