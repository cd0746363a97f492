/// Reviews in a spreadsheet: one row a sample, with empty columns to fill in.
public enum ReviewSheet {
  /// The byte order mark of UTF-8, by which spreadsheet programs know the encoding.
  static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The columns, in their order.
  public static let columns = [
    "id", "text", "label", "source", "checks", "labels", "verdict", "reason", "new_text",
    "new_label", "new_difficulty", "author",
  ]

  /// The table, as CSV that spreadsheet programs open without being asked anything.
  ///
  /// It begins with a byte order mark, its lines end in CR LF, and no cell is a formula or a number
  /// (``SpreadsheetCell``).
  ///
  /// - Parameters:
  ///   - rows: The samples.
  ///   - delimiter: The byte between cells; where numbers have a decimal comma, programs want `;`.
  /// - Returns: The file's content.
  public static func table(of rows: [ReviewRow], delimiter: UInt8 = UInt8(ascii: ",")) -> [UInt8] {
    var bytes = mark
    append(columns, delimiter, to: &bytes)
    for row in rows {
      // A few ids are digits with one `e`, which a program would round.
      let id = SpreadsheetCell.couldBeNumber(row.sample.hex) ? "'\(row.sample.hex)" : row.sample.hex
      let texts = [
        row.text, row.label ?? "", row.sourceText ?? "", row.verdicts.joined(separator: "\n"),
        row.labels.joined(separator: " | "),
      ]
      let open = [String](repeating: "", count: columns.count - texts.count - 1)
      append([id] + texts.map(SpreadsheetCell.guarded) + open, delimiter, to: &bytes)
    }
    return bytes
  }

  private static func append(_ cells: [String], _ delimiter: UInt8, to bytes: inout [UInt8]) {
    for (position, cell) in cells.enumerated() {
      if position > 0 { bytes.append(delimiter) }
      bytes.append(UInt8(ascii: "\""))
      for byte in cell.utf8 {
        if byte == UInt8(ascii: "\"") { bytes.append(byte) }
        bytes.append(byte)
      }
      bytes.append(UInt8(ascii: "\""))
    }
    bytes += [0x0D, 0x0A]
  }
}
