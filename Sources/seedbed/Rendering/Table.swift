/// Rows of cells in aligned columns.
struct Table {
  /// How a column is aligned.
  enum Alignment {
    case left, right
  }

  private let header: [String]
  private let alignments: [Alignment]
  private var rows: [[String]] = []

  /// Makes a table; columns named with a leading `>` are aligned to the right.
  init(_ columns: [String]) {
    header = columns.map { $0.hasPrefix(">") ? String($0.dropFirst()) : $0 }
    alignments = columns.map { $0.hasPrefix(">") ? .right : .left }
  }

  var isEmpty: Bool { rows.isEmpty }

  /// Adds a row; control characters in data are shown as `·`, so that no row can steer the terminal.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map(Self.printable))
  }

  /// The table, each line indented by two spaces.
  var text: String {
    let widths = header.indices.map { column in
      ([header] + rows).map { Self.width($0[column]) }.max() ?? 0
    }
    func line(_ cells: [String]) -> String {
      let padded = cells.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - Self.width(cell))
        return alignments[column] == .left ? cell + space : space + cell
      }.joined(separator: "  ")
      var end = padded[...]
      while end.hasSuffix(" ") { end.removeLast() }
      return "  " + end
    }
    return ([Style.faint(line(header))] + rows.map(line)).joined(separator: "\n")
  }

  /// One line of a text, without what would break the line or the terminal.
  static func printable(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let category = scalar.properties.generalCategory
      let hides = category == .control || category == .format || category == .lineSeparator
      shown.append(hides ? "·" : scalar)
    }
    return String(shown)
  }

  /// A text cut to a width, with `…` where something is missing.
  static func cut(_ text: String, to width: Int) -> String {
    text.count <= width ? text : text.prefix(width - 1) + "…"
  }

  private static func width(_ text: String) -> Int { text.count }
}
