/// Text in a drawing: how wide it is, and as much of it as there is room for.
enum PlotText {
  /// The size of all labels, in units of the drawing.
  static let size = 12.0

  /// About how wide a text is in a sans-serif typeface, a little too wide rather than too narrow.
  static func width(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + advance($1) } * size
  }

  /// One line of a text, cut where there is no more room.
  ///
  /// - Parameters:
  ///   - text: Any text, also a very long or hostile one.
  ///   - room: How wide it may be, in units of the drawing.
  /// - Returns: The text or its beginning with `…`.
  static func fitted(_ text: String, _ room: Double) -> String {
    var line = "", used = 0.0, kept = 0
    let mark = size
    var cut: String?
    for scalar in text.unicodeScalars {
      let isSpace = scalar.properties.isWhitespace
      let advance = isSpace ? 0.41 * size : self.advance(scalar) * size
      if cut == nil, used + advance > room - mark { cut = line + "…" }
      kept += 1
      // Marks without a width could be stacked without end.
      guard used + advance <= room, kept <= 200 else { return cut ?? line + "…" }
      line.unicodeScalars.append(isSpace ? " " : scalar)
      used += advance
    }
    return line
  }

  /// The widths of DejaVu Sans, which is wider than the usual ones, in parts of the size.
  private static func advance(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "t", "f", "r", "I", ".", ",", ":", ";", "'", "|", "!", " ", "(", ")", "[",
      "]", "/", "·", "-":
      return 0.41
    case "m", "w", "M", "W", "@", "%", "…", "—", "→": return 1
    case "A"..."Z", "=", "+", "−", "<", ">", "&": return 0.8
    case "0"..."9", "a"..."z", "_": return 0.64
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return scalar.value < 0x1100 ? 0.72 : 1.05
    }
  }
}
