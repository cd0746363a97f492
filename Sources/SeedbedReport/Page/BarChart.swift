/// Horizontal bars with their names and numbers.
struct BarChart {
  /// One bar; lengths and places are units of the drawing.
  struct Bar {
    var name: String
    var figure: String
    var length: String
    var top: Int
    var baseline: Int
    var figureLeft: String
  }

  private static let left = 170, step = 26, width = 360.0

  let height: Int
  let bars: [Bar]

  init(_ counts: [(name: String, count: Int)]) {
    let most = Double(max(1, counts.map(\.count).max() ?? 1))
    let total = counts.reduce(0) { $0 + $1.count }
    bars = counts.enumerated().map { index, row in
      let length = Self.width * Double(row.count) / most
      return Bar(
        name: row.name,
        figure: "\(Figures.count(row.count)) (\(Figures.percent(row.count, of: total)))",
        length: Figures.decimal(length, 1),
        top: index * Self.step + 4,
        baseline: index * Self.step + 18,
        figureLeft: Figures.decimal(Double(Self.left) + length + 8, 1)
      )
    }
    height = counts.count * Self.step + 4
  }
}
