/// Cells of tables that people open with a spreadsheet program.
///
/// Such a program takes a cell that begins with `=`, `+`, `-` or `@` for a formula, which can read
/// other cells, fetch addresses and start programs. Here such a cell gets an apostrophe in front, as
/// OWASP advises, and so does one that begins with an apostrophe: taking one away gives back exactly
/// what was there.
public enum SpreadsheetCell {
  private static let apostrophe = UnicodeScalar(UInt8(ascii: "'"))

  /// Whether a spreadsheet program could take a text for a formula.
  ///
  /// - Parameter text: The text.
  /// - Returns: True for one that begins with a formula's first character, a tab or a line end.
  public static func couldBeFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    switch first {
    case "=", "+", "-", "@", "\t", "\r", "\n": return true
    // The wide forms, which some versions fold to the plain ones.
    case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": return true
    default: return false
    }
  }

  /// A text as a cell that is never a formula.
  ///
  /// - Parameter text: The text.
  /// - Returns: The text, with an apostrophe in front where it needs one.
  public static func guarded(_ text: String) -> String {
    couldBeFormula(text) || text.unicodeScalars.first == apostrophe ? "'" + text : text
  }

  /// The text of a guarded cell.
  ///
  /// - Parameter cell: The cell.
  /// - Returns: What was guarded; other cells as they are.
  public static func unguarded(_ cell: String) -> String {
    guard cell.unicodeScalars.first == apostrophe else { return cell }
    let rest = String(String.UnicodeScalarView(cell.unicodeScalars.dropFirst()))
    return guarded(rest) == cell ? rest : cell
  }

  /// Whether a spreadsheet program would take a text for a number, and round it.
  static func couldBeNumber(_ text: String) -> Bool {
    let letters = text.utf8.count { !(0x30...0x39).contains($0) }
    return letters == 0 || (letters == 1 && text.utf8.contains(UInt8(ascii: "e")))
  }
}
