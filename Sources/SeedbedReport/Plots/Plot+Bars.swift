/// A bar of a drawing: one name with one or more parts.
public struct BarRow: Sendable, Hashable {
  /// A part of a bar.
  public struct Part: Sendable, Hashable {
    /// What it counts.
    public var name: String
    /// How many; negative counts are drawn as 0.
    public var count: Int

    /// Makes a part.
    ///
    /// - Parameters:
    ///   - name: What it counts.
    ///   - count: How many.
    public init(_ name: String, _ count: Int) {
      self.name = name
      self.count = count
    }
  }

  /// What the bar stands for.
  public var name: String
  /// Its parts, from left to right.
  public var parts: [Part]

  /// Makes a bar.
  ///
  /// - Parameters:
  ///   - name: What it stands for.
  ///   - parts: Its parts.
  public init(_ name: String, _ parts: [Part]) {
    self.name = name
    self.parts = parts
  }

  var total: Int { parts.reduce(0) { $0 + max(0, $1.count) } }
}

extension Plot {
  /// Horizontal bars with their numbers; parts are told apart by pattern and stand in a legend.
  ///
  /// - Parameters:
  ///   - rows: The bars, from the top; all have the same parts.
  ///   - id: Names the drawing within its page.
  ///   - title: What it shows.
  ///   - note: A sentence below the title.
  ///   - share: Of what whole each number is also given as a share; nil for none.
  ///   - noun: What the bars stand for, for the table's head.
  /// - Returns: The drawing.
  public static func bars(
    _ rows: [BarRow],
    id: String,
    title: String,
    note: String? = nil,
    share: Int? = nil,
    noun: String = "Name"
  ) -> Plot {
    let parts = rows.first?.parts.map(\.name) ?? []
    let isSplit = parts.count > 1
    let labelWidth = min(260, (rows.map { PlotText.width($0.name) }.max() ?? 0) + 4)
    func figure(_ row: BarRow) -> String {
      Figures.count(row.total) + (share.map { " (\(Figures.percent(row.total, of: $0)))" } ?? "")
    }
    let figureWidth = (rows.map { PlotText.width(figure($0)) }.max() ?? 0) + 10
    let left = labelWidth + 10, room = max(80, width - left - figureWidth)
    let most = Double(max(1, rows.map(\.total).max() ?? 1))
    let top = isSplit ? 26.0 : 4.0, step = 26.0
    var drawing = Markup.empty
    if isSplit {
      var x = left
      for (index, name) in parts.enumerated() {
        drawing += "<rect class=\"part\(index)\" x=\"\(x)\" y=\"4\" width=\"14\" height=\"12\"/>\n"
        drawing += PlotPiece.text(name, x + 19, 14.5)
        x += 19 + PlotText.width(name) + 18
      }
    }
    for (index, row) in rows.enumerated() {
      let y = top + Double(index) * step
      drawing += PlotPiece.text(
        PlotText.fitted(row.name, labelWidth),
        left - 8,
        y + 14,
        anchor: "end"
      )
      var x = left
      for (place, part) in row.parts.enumerated() where part.count > 0 {
        let length = room * Double(part.count) / most
        drawing += """
          <rect class="part\(place)" x="\(x)" y="\(y + 1)" width="\(max(0.5, length))" height="18"/>

          """
        x += length
      }
      drawing += PlotPiece.text(figure(row), x + 7, y + 14)
    }
    let summary = rows.prefix(12).map { row in
      let details =
        isSplit ? ": " + row.parts.map { "\($0.name) \($0.count)" }.joined(separator: ", ") : ""
      return "\(Clipped.text(row.name, 60)) \(figure(row))\(details)"
    }.joined(separator: "; ")
    return Plot(
      id: id,
      title: title,
      summary: summary.isEmpty ? "No bars." : summary + ".",
      note: note,
      height: top + Double(rows.count) * step + 4,
      table: TableMarkup(
        [.init(stringLiteral: noun)] + parts.map { .number($0) }
          + (isSplit ? [.number("All")] : []),
        texts: rows.map { row in
          [row.name] + row.parts.map { Figures.count($0.count) }
            + (isSplit ? [Figures.count(row.total)] : [])
        }
      ),
      drawing: drawing
    )
  }
}
