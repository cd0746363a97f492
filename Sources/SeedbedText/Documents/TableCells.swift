/// The cells of a table section.
public struct TableCells: Sendable, Hashable {
  /// The rows in order, the head first: cells in Unicode scalars of the section's text.
  ///
  /// An empty cell is an empty range.
  public private(set) var rows: [[Range<Int>]] = []

  /// Reads a section.
  ///
  /// - Parameter section: A section; one that is no table, or the later part of a long one, has no rows.
  public init(_ section: DocumentSection) {
    guard section.kind == .table else { return }
    let scalars = Array(section.text.unicodeScalars)
    var start = 0, number = 0
    while start < scalars.count {
      var end = start
      while end < scalars.count, scalars[end] != "\n" { end += 1 }
      let line = start..<end
      start = end + 1
      defer { number += 1 }
      guard section.isVerbatim else {
        rows.append(Self.cells(scalars, line, from: .page))
        continue
      }
      if number == 1 {
        // Without its row of rules it is the rest of a table whose head stands elsewhere.
        guard scalars[line].allSatisfy({ "|-: \t\r".unicodeScalars.contains($0) }) else {
          rows = []
          return
        }
        continue
      }
      rows.append(Self.cells(scalars, line, from: .markdown))
    }
    // A line of another width is part of a cell that goes over lines.
    let width = rows.first?.count ?? 0
    rows = width < 2 ? [] : rows.filter { $0.count == width }
    if rows.count < 2 { rows = [] }
  }

  private enum Origin {
    case markdown, page
  }

  private static func cells(
    _ scalars: [Unicode.Scalar],
    _ line: Range<Int>,
    from origin: Origin
  ) -> [Range<Int>] {
    var line = trimmed(scalars, line)
    if origin == .markdown {
      if let first = line.first, scalars[first] == "|" { line = (first + 1)..<line.upperBound }
      if let last = line.last, scalars[last] == "|",
        last == line.lowerBound || scalars[last - 1] != "\\"
      {
        line = line.lowerBound..<last
      }
    }
    var cells: [Range<Int>] = []
    var start = line.lowerBound
    for index in line where scalars[index] == "|" {
      let isBorder =
        origin == .markdown
        ? index == line.lowerBound || scalars[index - 1] != "\\"
        : index > line.lowerBound && scalars[index - 1] == " " && index + 1 < line.upperBound
          && scalars[index + 1] == " "
      guard isBorder else { continue }
      cells.append(trimmed(scalars, start..<index))
      start = index + 1
    }
    cells.append(trimmed(scalars, start..<line.upperBound))
    return cells
  }

  private static func trimmed(_ scalars: [Unicode.Scalar], _ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, scalars[start].properties.isWhitespace { start += 1 }
    while end > start, scalars[end - 1].properties.isWhitespace { end -= 1 }
    return start..<end
  }
}
