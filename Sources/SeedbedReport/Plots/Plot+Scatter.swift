/// A point of a map.
public struct MapPoint: Sendable, Hashable {
  /// Where it lies from left to right.
  public var x: Double
  /// Where it lies from bottom to top.
  public var y: Double
  /// Whether it is synthetic.
  public var isSynthetic: Bool

  /// Makes a point.
  ///
  /// - Parameters:
  ///   - x: From left to right.
  ///   - y: From bottom to top.
  ///   - isSynthetic: Whether it is synthetic.
  public init(x: Double, y: Double, isSynthetic: Bool) {
    self.x = x
    self.y = y
    self.isSynthetic = isSynthetic
  }
}

extension Plot {
  /// The most points of one kind that are drawn in one place, where they would hide each other.
  public static let mostPointsInPlace = 2

  /// Points in a plane, real ones as rings and synthetic ones as diamonds.
  ///
  /// Where many lie on each other only some are drawn, the first ones, so that the picture stays small and
  /// the shapes can be told apart; the table counts all of them by quarters.
  ///
  /// - Parameters:
  ///   - points: The points; those without a defined place are left out.
  ///   - id: Names the drawing within its page.
  ///   - title: What it shows.
  ///   - axes: What the two directions are.
  ///   - note: A sentence below the title.
  /// - Returns: The drawing.
  public static func map(
    _ points: [MapPoint],
    id: String,
    title: String,
    axes: (x: String, y: String),
    note: String? = nil
  ) -> Plot {
    let known = points.filter { $0.x.isFinite && $0.y.isFinite }
    let left = 30.0, right = width - 14, top = 30.0, bottom = 400.0
    let across = Extent(known.map(\.x), from: left + 8, to: right - 8)
    let up = Extent(known.map(\.y), from: bottom - 8, to: top + 8)
    var drawing = PlotPiece.legend([(.real, "real"), (.synthetic, "synthetic")], x: left, y: 16)
    drawing +=
      "<rect class=\"frame\" x=\"\(left)\" y=\"\(top)\" width=\"\(right - left)\" height=\"\(bottom - top)\"/>\n"
    var taken: [Int: Int] = [:]
    var drawn = 0
    for point in known {
      let (x, y) = (across.place(point.x), up.place(point.y))
      let place = (Int(x / 9) * 1000 + Int(y / 9)) * 2 + (point.isSynthetic ? 1 : 0)
      taken[place, default: 0] += 1
      guard taken[place, default: 0] <= mostPointsInPlace else { continue }
      drawn += 1
      drawing += PlotPiece.point(point.isSynthetic ? .synthetic : .real, x, y, size: 3)
    }
    drawing += PlotPiece.text("\(axes.x) →", right, bottom + 18, anchor: "end", faint: true)
    drawing += """
      <text class="faint" transform="translate(\(left - 10) \(bottom)) rotate(-90)">\(axes.y) →</text>

      """
    let (middleX, middleY) = (Self.median(known.map(\.x)), Self.median(known.map(\.y)))
    func counted(_ isRight: Bool, _ isTop: Bool) -> (Int, Int) {
      let inside = known.filter { ($0.x > middleX) == isRight && ($0.y > middleY) == isTop }
      let synthetic = inside.count(where: \.isSynthetic)
      return (inside.count - synthetic, synthetic)
    }
    let quarters = [
      ("top left", counted(false, true)), ("top right", counted(true, true)),
      ("bottom left", counted(false, false)), ("bottom right", counted(true, false)),
    ]
    let words = quarters.map { "\($0.0) \($0.1.0) real and \($0.1.1) synthetic" }
    return Plot(
      id: id,
      title: title,
      summary: "\(known.count) points, \(drawn) of them drawn; about the middle: "
        + words.joined(separator: "; ") + ".",
      note: note,
      height: bottom + 26,
      table: TableMarkup(
        ["Quarter", .number("Real"), .number("Synthetic")],
        texts: quarters.map { [$0.0, Figures.count($0.1.0), Figures.count($0.1.1)] }
      ),
      drawing: drawing
    )
  }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
  }
}

/// The way from the least to the greatest number of a direction that has no unit, and so no ticks.
private struct Extent {
  let least: Double
  let span: Double
  let start: Double
  let end: Double

  init(_ values: [Double], from start: Double, to end: Double) {
    least = values.min() ?? 0
    span = (values.max() ?? 0) - least
    self.start = start
    self.end = end
  }

  /// The place of one of the numbers; the middle where all are equal.
  func place(_ value: Double) -> Double {
    let share = (value - least) / span
    return start + (end - start) * (share.isFinite ? share : 0.5)
  }
}
