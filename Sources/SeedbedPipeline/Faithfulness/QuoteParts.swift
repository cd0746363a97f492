/// Takes a quote apart where something is left out.
enum QuoteParts {
  /// The parts without white space and quotation marks at their ends; none for an empty quote.
  static func split(_ quote: String) -> [String] {
    var parts: [String] = [""]
    var dots = 0
    for scalar in stripped(quote).unicodeScalars {
      if scalar == "\u{2026}" {
        dots = 3
      } else if scalar == "." {
        dots += 1
      } else {
        close(&parts, &dots)
        parts[parts.count - 1].unicodeScalars.append(scalar)
      }
    }
    close(&parts, &dots)
    return parts.map(trimmed).filter { part in part.unicodeScalars.contains { !isEdge($0) } }
  }

  /// Three full stops or more leave something out; fewer are kept.
  private static func close(_ parts: inout [String], _ dots: inout Int) {
    if dots >= 3 {
      parts.append("")
    } else {
      parts[parts.count - 1] += String(repeating: ".", count: dots)
    }
    dots = 0
  }

  private static func stripped(_ quote: String) -> String {
    var scalars = Array(quote.unicodeScalars)
    while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() }
    let start = scalars.firstIndex { !$0.properties.isWhitespace } ?? scalars.count
    scalars.removeFirst(start)
    if scalars.count > 2, let first = scalars.first, let last = scalars.last, isMark(first),
      isMark(last)
    {
      scalars = Array(scalars.dropFirst().dropLast())
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// A part without white space, and without the brackets that stood round the dots.
  private static func trimmed(_ part: String) -> String {
    var scalars = part.unicodeScalars[...]
    while let last = scalars.last, last.properties.isWhitespace || last == "[" || last == "(" {
      scalars.removeLast()
    }
    while let first = scalars.first, first.properties.isWhitespace || first == "]" || first == ")" {
      scalars.removeFirst()
    }
    return String(scalars)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}", "\u{AB}", "\u{BB}":
      true
    default: false
    }
  }

  private static func isEdge(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || isMark(scalar)
  }
}
