/// Numbers of one thing on a line of a drawing, each with a mark of its own.
public struct DotRow: Sendable, Hashable {
  /// What the numbers are of.
  public var name: String
  /// One number a mark, in the order of the marks; nil where there is none.
  public var values: [Double?]

  /// Makes a line.
  ///
  /// - Parameters:
  ///   - name: What the numbers are of.
  ///   - values: One number a mark.
  public init(_ name: String, _ values: [Double?]) {
    self.name = name
    self.values = values
  }
}

extension Plot {
  /// Which numbers are held against each other.
  public enum Pairing: Sendable {
    /// Real and synthetic rows.
    case origins
    /// Before and after, and what is needed.
    case coverage
  }

  /// Numbers held against each other, line by line.
  ///
  /// - Parameters:
  ///   - rows: The lines, from the top.
  ///   - pairing: What the numbers are of.
  ///   - id: Names the drawing within its page.
  ///   - title: What it shows.
  ///   - note: A sentence below the title.
  ///   - percent: Whether the numbers are shares, written in per cent.
  ///   - noun: What a line stands for, for the table's head.
  /// - Returns: The drawing.
  public static func dots(
    _ rows: [DotRow],
    _ pairing: Pairing,
    id: String,
    title: String,
    note: String? = nil,
    percent: Bool = false,
    noun: String = "Name"
  ) -> Plot {
    let marks: [(mark: PlotPiece.Mark, name: String)] =
      switch pairing {
      case .origins: [(.real, "real"), (.synthetic, "synthetic")]
      case .coverage: [(.before, "before"), (.after, "after"), (.need, "needed")]
      }
    func number(_ value: Double?) -> String {
      guard let value else { return "–" }
      return percent ? Figures.decimal(100 * value, 1) + " %" : Figures.decimal(value, 0)
    }
    let labelWidth = min(280, (rows.map { PlotText.width($0.name) }.max() ?? 0) + 4)
    let scale = LinearScale(
      rows.flatMap { $0.values.compactMap(\.self) },
      from: labelWidth + 22,
      to: width - 24,
      includesZero: true
    )
    let top = 26.0, step = 22.0, bottom = top + Double(rows.count) * step
    var drawing = PlotPiece.legend(marks, x: labelWidth + 14, y: 14)
    drawing += PlotPiece.bottomAxis(scale, top: top, bottom: bottom, percent: percent)
    for (index, row) in rows.enumerated() {
      let y = top + (Double(index) + 0.5) * step
      drawing += PlotPiece.text(
        PlotText.fitted(row.name, labelWidth),
        labelWidth + 4,
        y + 4,
        anchor: "end"
      )
      let known = row.values.prefix(2).compactMap(\.self).map(scale.place)
      if let from = known.min(), let to = known.max(), to - from > 1 {
        drawing += "<line class=\"link\" x1=\"\(from)\" x2=\"\(to)\" y1=\"\(y)\" y2=\"\(y)\"/>\n"
      }
      for (mark, value) in zip(marks, row.values) {
        if let value { drawing += PlotPiece.point(mark.mark, scale.place(value), y) }
      }
    }
    let summary = rows.prefix(12).map { row in
      let parts = zip(marks, row.values).map { "\($0.name) \(number($1))" }
      return "\(Clipped.text(row.name, 60)): \(parts.joined(separator: ", "))"
    }.joined(separator: "; ")
    return Plot(
      id: id,
      title: title,
      summary: summary.isEmpty ? "Nothing to compare." : summary + ".",
      note: note,
      height: bottom + 22,
      table: TableMarkup(
        [.init(stringLiteral: noun)] + marks.map { .number($0.name) },
        texts: rows.map { row in [row.name] + row.values.map(number) }
      ),
      drawing: drawing
    )
  }
}
