/// Tells whether the first record of a table holds names; the rule is stated at `FormatDetector`.
enum HeaderRule {
  /// How many records are looked at.
  static let recordLimit = 1000
  private static let longestName = 100
  private static let longestPlainName = 40

  static func holds(for records: [[String]]) -> Bool {
    guard let first = records.first, first.contains(where: { !trimmed($0).isEmpty }) else {
      return false
    }
    let body = records.dropFirst()
    guard first.allSatisfy(canBeName), !repeats(first, in: body) else { return false }
    return first.indices.contains { isMostlyValues(column: $0, of: body) } || looksLikeNames(first)
  }

  /// Not a number or date, not long, not more than a line.
  private static func canBeName(_ cell: String) -> Bool {
    cell.utf8.count <= longestName && !isValue(cell)
      && !cell.utf8.contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// Whether a cell comes again below in its own column, more often than by accident.
  private static func repeats(_ first: [String], in body: ArraySlice<[String]>) -> Bool {
    let allowed = body.count / 100
    return first.enumerated().contains { column, cell in
      guard !trimmed(cell).isEmpty else { return false }
      return body.count { column < $0.count && $0[column] == cell } > allowed
    }
  }

  /// Whether at least four of five cells that are not empty are numbers or dates.
  private static func isMostlyValues(column: Int, of body: ArraySlice<[String]>) -> Bool {
    let cells = body.compactMap { column < $0.count ? $0[column] : nil }
      .filter { !trimmed($0).isEmpty }
    return !cells.isEmpty && 5 * cells.count(where: isValue) >= 4 * cells.count
  }

  /// Short, all different, few words, no end of a sentence.
  private static func looksLikeNames(_ first: [String]) -> Bool {
    let names = first.map(trimmed).filter { !$0.isEmpty }
    guard Set(names).count == names.count else { return false }
    return names.allSatisfy { name in
      name.utf8.count <= longestPlainName && name.utf8.count { $0 == 0x20 } < 5
        && !(name.utf8.last.map { ".?!".utf8.contains($0) } ?? false)
    }
  }

  /// A number or date: begins like a number and has only digits and the signs of numbers and dates.
  private static func isValue(_ cell: String) -> Bool {
    let bytes = trimmed(cell).utf8
    guard let first = bytes.first(where: { !"+-.$".utf8.contains($0) }), isDigit(first) else {
      return false
    }
    return bytes.allSatisfy { isDigit($0) || "+-.,:/%$eETZ ".utf8.contains($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }

  private static func trimmed(_ cell: String) -> Substring {
    let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    guard let first = cell.utf8.firstIndex(where: { !isSpace($0) }),
      let last = cell.utf8.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return cell[first...last]
  }
}
