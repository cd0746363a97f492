import SeedbedData
import SeedbedPipeline

/// Counts by two dimensions, before and after, as a table of numbers with shades behind them.
///
/// It is a table and no drawing since its numbers are what matters: so it is its own alternative, its cells
/// can be pressed, and it prints.
struct HeatMap {
  private struct Square {
    var cell: Cell
    var found: CellCounts.Found
  }

  private struct Line {
    var heading: String
    var squares: [Square]
  }

  /// The most lines and columns that are shown.
  private static let limit = (lines: 200, columns: 24)

  private let number: Int
  private let title: String
  private let corner: String
  private let columns: [String]
  private let lines: [Line]
  private let most: Int
  private let omitted: String?

  /// The map of a pair of dimensions, or nil where nothing was counted.
  init?(_ pair: (first: String, second: String?), _ counts: CellCounts, number: Int) {
    self.number = number
    let rowValues = counts.values(of: pair.first)
    let columnValues = pair.second.map(counts.values) ?? ["rows"]
    guard !rowValues.isEmpty, !columnValues.isEmpty else { return nil }
    title = pair.second.map { "\(pair.first) × \($0)" } ?? pair.first
    corner = pair.first
    columns = Array(columnValues.prefix(Self.limit.columns))
    let shown = columns
    let lines = rowValues.prefix(Self.limit.lines).map { value in
      Line(
        heading: value,
        squares: shown.map { column in
          var coordinates = [Cell.Coordinate(pair.first, value)]
          if let second = pair.second { coordinates.append(Cell.Coordinate(second, column)) }
          let cell = counts.cell(coordinates)
          return Square(cell: cell, found: counts.found(in: cell))
        }
      )
    }
    self.lines = lines
    most = lines.flatMap(\.squares).map(\.found.latest).max() ?? 0
    let hidden = (
      lines: rowValues.count - lines.count, columns: columnValues.count - columns.count
    )
    omitted =
      hidden.lines + hidden.columns == 0
      ? nil
      : Figures.counted(hidden.lines, "line") + " and "
        + Figures.counted(hidden.columns, "column") + " more are not shown here"
  }

  /// The map as a part that opens and closes, with examples as long as there is room for them.
  func markup(_ examples: CellExamples?, _ budget: inout ExampleBudget, isOpen: Bool) -> Markup {
    var peeks = Markup.empty
    var body = Markup.empty
    for (row, line) in lines.enumerated() {
      body += "<tr><th scope=\"row\"><bdi>\(Markup.name(Clipped.text(line.heading, 60)))</bdi></th>"
      for (column, square) in line.squares.enumerated() {
        let id = "peek-\(number)-\(row)-\(column)"
        let peek = examples.flatMap { Self.peek(square.cell, $0.samples(in: square.cell), id) }
        let isShown = peek.map { budget.take($0) } ?? false
        if isShown, let peek { peeks += peek }
        body += self.square(square, opening: isShown ? id : nil)
      }
      body += "</tr>\n"
    }
    let heads = columns.map { name -> Markup in
      "<th scope=\"col\"><bdi>\(Clipped.text(name, 40))</bdi></th>"
    }
    return """
      <details class="more" name="coverage"\(isOpen ? " open" as Markup : "")><summary>\(title)</summary>
      <div class="scroll tall" tabindex="0" role="group" aria-label="\(title), table of rows">\
      <table class="heat">
      <thead><tr><th scope="col">\(corner)</th>\(heads)</tr></thead>
      <tbody>
      \(body)</tbody></table></div>
      \(omitted.map { "<p class=\"note\">\($0).</p>\n" as Markup })\(peeks)</details>

      """
  }

  private func square(_ square: Square, opening peek: String?) -> Markup {
    let found = square.found
    guard found.before != nil || found.after != nil else { return "<td>–</td>" }
    let latest = found.latest, count = Figures.count(latest)
    let lack = found.need.flatMap { $0 > latest ? $0 : nil }
    let figure: Markup =
      peek.map { id in
        """
        <button type="button" popovertarget="\(id)" \
        aria-label="\(count) rows, \(Clipped.text(square.cell.words, 120)): show examples">\(count)</button>
        """
      } ?? "<b>\(count)</b>"
    var notes = Markup.empty
    if let before = found.before, found.after != nil, before != latest {
      notes += "<small>was \(Figures.count(before))</small>"
    }
    if let lack { notes += "<small class=\"lacking\">needs \(Figures.count(lack))</small>" }
    let shade = Self.shade(latest, of: found.need ?? most)
    return
      "<td class=\"shade\(shade)\(lack == nil ? "" : " lack" as Markup)\">\(figure)\(notes)</td>"
  }

  private static func shade(_ count: Int, of full: Int) -> Int {
    guard count > 0, full > 0 else { return 0 }
    return max(1, min(4, Int((4 * Double(count) / Double(full)).rounded(.down))))
  }

  /// A few rows of a cell, which show when its number is pressed.
  private static func peek(_ cell: Cell, _ samples: [Sample], _ id: String) -> Markup? {
    guard !samples.isEmpty else { return nil }
    let items = samples.map { sample -> Markup in
      let origin =
        sample.provenance.method.map { "synthetic, \(Clipped.text($0.name, 60))" } ?? "real"
      return """
        <li><small>\(origin) · <code>\(sample.id.short)</code></small>\
        <span dir="auto">\(Clipped.text(sample.text, 140))</span></li>

        """
    }
    return """
      <div popover id="\(id)" class="peek" role="dialog" aria-label="\(Clipped.text(cell.words, 120))">\
      <p><b>\(Clipped.text(cell.words, 120))</b></p><ul>
      \(items)</ul><button type="button" popovertarget="\(id)" popovertargetaction="hide">Close</button></div>

      """
  }
}
