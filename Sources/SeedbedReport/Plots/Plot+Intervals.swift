public import SeedbedLearning

/// An estimate with its interval, as one line of a drawing.
public struct IntervalRow: Sendable, Hashable {
  /// What was estimated.
  public var name: String
  /// The estimate with its interval.
  public var interval: Interval
  /// What follows from it, beside the numbers; empty for nothing.
  public var remark: String

  /// Makes a line.
  ///
  /// - Parameters:
  ///   - name: What was estimated.
  ///   - interval: The estimate with its interval.
  ///   - remark: What follows from it.
  public init(_ name: String, _ interval: Interval, remark: String = "") {
    self.name = name
    self.interval = interval
    self.remark = remark
  }
}

extension Plot {
  /// Estimates with their intervals on one axis.
  ///
  /// - Parameters:
  ///   - rows: The estimates, from the top.
  ///   - id: Names the drawing within its page.
  ///   - title: What it shows.
  ///   - note: A sentence below the title.
  ///   - reference: A number that the intervals are held against, with its name; it is always on the axis.
  ///   - bounds: Numbers beyond which the axis never goes.
  ///   - signed: Whether numbers are written with a plus: for differences.
  ///   - percent: Whether numbers are shares, written in per cent.
  /// - Returns: The drawing.
  public static func intervals(
    _ rows: [IntervalRow],
    id: String,
    title: String,
    note: String? = nil,
    reference: (value: Double, name: String)? = nil,
    within bounds: ClosedRange<Double>? = nil,
    signed: Bool = false,
    percent: Bool = false
  ) -> Plot {
    func number(_ value: Double) -> String {
      percent
        ? Figures.decimal(100 * value, 1, signed: signed) + " %"
        : Figures.decimal(value, signed: signed)
    }
    func figure(_ row: IntervalRow) -> String {
      "\(number(row.interval.estimate)) [\(number(row.interval.lower)), \(number(row.interval.upper))]"
        + (row.remark.isEmpty ? "" : " · \(row.remark)")
    }
    let figureWidth = min(250, (rows.map { PlotText.width(figure($0)) }.max() ?? 0) + 4)
    // Names get what the numbers and an axis of 160 units leave.
    let labelWidth = min(
      width - figureWidth - 204,
      (rows.map { PlotText.width($0.name) }.max() ?? 0) + 4
    )
    let scale = LinearScale(
      rows.flatMap { [$0.interval.lower, $0.interval.estimate, $0.interval.upper] }
        + (reference.map { [$0.value] } ?? []),
      from: labelWidth + 22,
      to: width - figureWidth - 22,
      within: bounds
    )
    let step = 28.0, top = reference == nil ? 4.0 : 20.0
    let bottom = top + Double(rows.count) * step
    var drawing = PlotPiece.bottomAxis(
      scale,
      top: top,
      bottom: bottom,
      percent: percent,
      signed: signed
    )
    if let reference {
      let x = scale.place(reference.value)
      drawing +=
        "<line class=\"reference\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(top - 4)\" y2=\"\(bottom)\"/>\n"
      let half = PlotText.width(reference.name) / 2
      let middle = min(max(x, half + 2), width - half - 2)
      drawing += PlotPiece.text(reference.name, middle, 12, anchor: "middle", faint: true)
    }
    for (index, row) in rows.enumerated() {
      let y = top + (Double(index) + 0.5) * step
      let (from, to) = (scale.place(row.interval.lower), scale.place(row.interval.upper))
      drawing += PlotPiece.text(
        PlotText.fitted(row.name, labelWidth),
        labelWidth + 4,
        y + 4,
        anchor: "end"
      )
      drawing +=
        "<path class=\"range\" d=\"M\(from) \(y - 5)V\(y + 5)M\(from) \(y)H\(to)M\(to) \(y - 5)V\(y + 5)\"/>\n"
      drawing +=
        "<circle class=\"dot\" cx=\"\(scale.place(row.interval.estimate))\" cy=\"\(y)\" r=\"4.5\"/>\n"
      drawing += PlotPiece.text(
        PlotText.fitted(figure(row), figureWidth),
        width - figureWidth,
        y + 4
      )
    }
    let summary = rows.prefix(12).map { "\(Clipped.text($0.name, 60)): \(figure($0))" }
      .joined(separator: "; ")
    return Plot(
      id: id,
      title: title,
      summary: summary.isEmpty ? "No estimates." : summary + ".",
      note: note,
      height: bottom + 22,
      table: TableMarkup(
        ["Name", .number("Estimate"), .number("Lower"), .number("Upper"), "Remark"],
        texts: rows.map {
          [
            $0.name, number($0.interval.estimate), number($0.interval.lower),
            number($0.interval.upper), $0.remark,
          ]
        }
      ),
      drawing: drawing
    )
  }
}
