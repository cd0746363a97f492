public import SeedbedLearning

/// A point of a curve with its interval.
public struct CurvePoint: Sendable, Hashable {
  /// Where it lies from left to right.
  public var x: Double
  /// The value with its interval.
  public var value: Interval
  /// What stands at its place in the table, such as `30 %`.
  public var name: String

  /// Makes a point.
  ///
  /// - Parameters:
  ///   - x: Where it lies from left to right.
  ///   - value: The value with its interval.
  ///   - name: What stands in the table.
  public init(_ x: Double, _ value: Interval, name: String) {
    self.x = x
    self.value = value
    self.name = name
  }
}

extension Plot {
  /// A curve with the band of its intervals.
  ///
  /// - Parameters:
  ///   - points: The points; they are ordered from left to right.
  ///   - id: Names the drawing within its page.
  ///   - title: What it shows.
  ///   - axes: What is measured from left to right, and upwards.
  ///   - note: A sentence below the title.
  ///   - marked: A stretch from left to right that is marked, with its name.
  ///   - percent: Whether the numbers from left to right are shares, written in per cent.
  /// - Returns: The drawing.
  public static func curve(
    _ points: [CurvePoint],
    id: String,
    title: String,
    axes: (x: String, y: String),
    note: String? = nil,
    marked: (range: ClosedRange<Double>, name: String)? = nil,
    percent: Bool = false
  ) -> Plot {
    let points = points.sorted { $0.x < $1.x }
    let left = 56.0, right = width - 24, top = 28.0, bottom = 222.0
    let across = LinearScale(
      points.map(\.x) + (marked.map { [$0.range.lowerBound, $0.range.upperBound] } ?? []),
      from: left,
      to: right,
      includesZero: percent,
      within: percent ? 0...1 : nil,
      tickCount: percent ? 10 : 6
    )
    let up = LinearScale(
      points.flatMap { [$0.value.lower, $0.value.estimate, $0.value.upper] },
      from: bottom,
      to: top
    )
    var drawing = PlotPiece.leftAxis(up, left: left, right: right)
    drawing += PlotPiece.bottomAxis(across, top: bottom, bottom: bottom + 4, percent: percent)
    if let marked {
      let from = across.place(marked.range.lowerBound), to = across.place(marked.range.upperBound)
      drawing +=
        "<rect class=\"marked\" x=\"\(from)\" y=\"\(top)\" width=\"\(max(1, to - from))\" height=\"\(bottom - top)\"/>\n"
      let room = min(PlotText.width(marked.name), right - from - 6)
      drawing += PlotPiece.text(
        PlotText.fitted(marked.name, max(40, room + 12)),
        from + 4,
        top + 13,
        faint: true
      )
    }
    func path(_ values: [(Double, Double)]) -> Markup {
      Markup(
        values.enumerated().map { index, place in
          let letter: Markup = index == 0 ? "M" : "L"
          return "\(letter)\(across.place(place.0)) \(up.place(place.1))"
        }
      )
    }
    if points.count > 1 {
      let band = path(
        points.map { ($0.x, $0.value.upper) } + points.reversed().map { ($0.x, $0.value.lower) }
      )
      drawing += "<path class=\"band\" d=\"\(band)Z\"/>\n"
      drawing += "<path class=\"curve\" d=\"\(path(points.map { ($0.x, $0.value.estimate) }))\"/>\n"
    }
    for point in points {
      let x = across.place(point.x)
      drawing +=
        "<path class=\"whisker\" d=\"M\(x) \(up.place(point.value.lower))V\(up.place(point.value.upper))\"/>\n"
      drawing +=
        "<circle class=\"dot\" cx=\"\(x)\" cy=\"\(up.place(point.value.estimate))\" r=\"4\"/>\n"
    }
    drawing += PlotPiece.text(axes.y, 4, 14, faint: true)
    drawing += PlotPiece.text(axes.x, right, bottom + 36, anchor: "end", faint: true)
    let summary = points.map { "\($0.name): \(HoldoutWords.interval($0.value))" }
      .joined(separator: "; ")
    return Plot(
      id: id,
      title: title,
      summary: summary.isEmpty ? "No points." : summary + ".",
      note: note,
      height: bottom + 42,
      table: TableMarkup(
        [.init(stringLiteral: axes.x), .number(axes.y), .number("Lower"), .number("Upper")],
        texts: points.map {
          [
            $0.name, Figures.decimal($0.value.estimate), Figures.decimal($0.value.lower),
            Figures.decimal($0.value.upper),
          ]
        }
      ),
      drawing: drawing
    )
  }
}
