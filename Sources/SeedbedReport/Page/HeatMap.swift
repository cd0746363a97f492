import SeedbedData
import SeedbedPipeline

/// Counts by two dimensions, before and after, as a table of numbers.
struct HeatMap {
  /// One cell of the table.
  struct Square {
    /// The count after, or before where only that is known.
    var count: String
    /// The count before, where it differs.
    var change: String?
    /// What the cell still needs, where it is short.
    var lack: String?
    /// How full it is, 0…4: the shade behind the numbers.
    var shade: Int
  }

  /// One value of the first dimension.
  struct Line {
    var heading: String
    var squares: [Square]
  }

  /// The most lines and columns that are shown.
  private static let limit = (lines: 200, columns: 24)

  let title: String
  let corner: String
  let columns: [String]
  let lines: [Line]
  let omitted: String?

  /// The map of a report, or nil where nothing was counted.
  init?(_ report: VersionReport) {
    let names = report.configuration.dimensions
    guard let first = names.first(where: { $0 == "label" }) ?? names.first else { return nil }
    let second =
      names.first { $0 == "language" && $0 != first } ?? names.first { $0 != first }
    let counts = HeatCounts(report)
    let rowValues = counts.values(of: first)
    let columnValues = second.map(counts.values) ?? ["rows"]
    guard !rowValues.isEmpty, !columnValues.isEmpty else { return nil }
    title = second.map { "\(first) × \($0)" } ?? first
    corner = first
    columns = Array(columnValues.prefix(Self.limit.columns))
    let shown = columns
    let cells = rowValues.prefix(Self.limit.lines).map { value in
      (
        value,
        shown.map { column -> HeatCounts.Found in
          var coordinates = [Cell.Coordinate(first, value)]
          if let second { coordinates.append(Cell.Coordinate(second, column)) }
          return counts.found(in: coordinates)
        }
      )
    }
    let most = cells.flatMap(\.1).map(\.latest).max() ?? 0
    lines = cells.map { value, found in
      Line(heading: value, squares: found.map { Self.square($0, most: most) })
    }
    let hidden = (
      lines: rowValues.count - lines.count, columns: columnValues.count - columns.count
    )
    omitted =
      hidden.lines + hidden.columns == 0
      ? nil
      : Figures.counted(hidden.lines, "line") + " and "
        + Figures.counted(hidden.columns, "column") + " more are not shown here"
  }

  private static func square(_ found: HeatCounts.Found, most: Int) -> Square {
    guard found.before != nil || found.after != nil else {
      return Square(count: "–", shade: 0)
    }
    let latest = found.latest
    var square = Square(count: Figures.count(latest), shade: shade(latest, of: found.need ?? most))
    if let before = found.before, found.after != nil, before != latest {
      square.change = "was \(Figures.count(before))"
    }
    if let need = found.need, need > latest { square.lack = "needs \(Figures.count(need))" }
    return square
  }

  private static func shade(_ count: Int, of full: Int) -> Int {
    guard count > 0, full > 0 else { return 0 }
    return max(1, min(4, Int((4 * Double(count) / Double(full)).rounded(.down))))
  }
}

/// The counts that a heat map is made from, wherever they are known from.
private struct HeatCounts {
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

  init(_ report: VersionReport) {
    before = report.before
    after = report.after
    cells = report.run.coverage.map(\.cell)
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

  func found(in coordinates: [Cell.Coordinate]) -> Found {
    let cell = Cell(coordinates), row = required[coordinates.sorted()]
    return Found(
      before: before?.count(in: cell) ?? row?.before,
      after: after?.count(in: cell) ?? row?.after,
      need: row?.need
    )
  }
}
