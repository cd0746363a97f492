/// A table of a page, whose first cell of each line is its heading.
struct TableMarkup: Sendable {
  /// A column: numbers stand to the right.
  struct Column: Sendable, ExpressibleByStringLiteral {
    var name: String
    var isNumber = false

    init(stringLiteral value: String) { name = value }

    /// A column of numbers.
    static func number(_ name: String) -> Column {
      var column = Column(stringLiteral: name)
      column.isNumber = true
      return column
    }
  }

  var columns: [Column]
  var rows: [[Markup]]
  var caption: String?
  var isWide = false

  init(_ columns: [Column], _ rows: [[Markup]], caption: String? = nil, isWide: Bool = false) {
    self.columns = columns
    self.rows = rows
    self.caption = caption
    self.isWide = isWide
  }

  /// A table of texts, each of which is escaped and cut.
  init(_ columns: [Column], texts: [[String]], caption: String? = nil, isWide: Bool = false) {
    self.init(
      columns,
      texts.map { $0.map { "\(Clipped.text($0, 200))" } },
      caption: caption,
      isWide: isWide
    )
  }

  var markup: Markup {
    let head = columns.map { column -> Markup in
      "<th scope=\"col\"\(column.isNumber ? " class=\"number\"" as Markup : "")>\(column.name)</th>"
    }
    let lines = rows.map { row -> Markup in
      var line: Markup = "<tr>"
      for (index, cell) in row.enumerated() {
        if index == 0 {
          line += "<th scope=\"row\">\(cell)</th>"
        } else if index < columns.count, columns[index].isNumber {
          line += "<td class=\"number\">\(cell)</td>"
        } else {
          line += "<td>\(cell)</td>"
        }
      }
      return line + "</tr>\n"
    }
    let name = caption ?? columns.map(\.name).joined(separator: ", ")
    return """
      <div class="scroll" tabindex="0" role="group" aria-label="\(Clipped.text(name, 120)), table">\
      <table\(isWide ? " class=\"wide\"" as Markup : "")>
      \(caption.map { "<caption>\($0)</caption>\n" as Markup })<thead><tr>\(head)</tr></thead>
      <tbody>
      \(lines)</tbody></table></div>

      """
  }
}

/// Texts from data, cut so that no page gets out of hand.
enum Clipped {
  /// The beginning of a text with `…` where it goes on.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - most: How many Unicode scalars stay.
  /// - Returns: The text, cut between scalars.
  static func text(_ text: String, _ most: Int) -> String {
    // The bytes are counted first: most texts are short, and a very long one is not walked through.
    guard text.utf8.count > most else { return text }
    let scalars = text.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: most, limitedBy: scalars.endIndex),
      end < scalars.endIndex
    else { return text }
    return String(scalars[..<end]) + "…"
  }
}
