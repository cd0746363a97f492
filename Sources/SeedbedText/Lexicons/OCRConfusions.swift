/// Mistakes of text recognition: characters and pairs that look alike in print.
public enum OCRConfusions {
  /// The pairs, in the order in which they are tried at a place; what is misread has one or two bytes.
  ///
  /// Strokes run together or come apart (rn, cl, vv, li), signs of one outline (0 O, 1 l I, 5 S), letters
  /// that lose a part in a bad scan (e c, h b, t f), and accents that get lost or are taken for others.
  static let pairs: [(from: String, to: String)] = [
    ("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("vv", "w"), ("w", "vv"), ("li", "h"),
    ("ri", "n"), ("nn", "rm"), ("tt", "ff"), ("fi", "\u{FB01}"), ("fl", "\u{FB02}"), ("ii", "u"),
    ("0", "O"), ("O", "0"), ("o", "0"), ("1", "l"), ("1", "I"), ("l", "1"), ("l", "I"),
    ("I", "l"), ("I", "1"), ("i", "1"), ("i", "l"), ("5", "S"), ("S", "5"), ("s", "5"), ("8", "B"),
    ("B", "8"), ("6", "b"), ("b", "6"), ("2", "Z"), ("Z", "2"), ("9", "g"), ("g", "9"), ("g", "q"),
    ("e", "c"), ("c", "e"), ("h", "b"), ("n", "ri"), ("u", "ii"), ("t", "f"), ("f", "t"),
    ("G", "6"), ("Q", "O"), ("D", "O"), ("E", "F"), ("a", "o"), ("v", "y"), ("y", "v"),
    ("é", "e"), ("è", "e"), ("ê", "e"), ("é", "è"), ("á", "a"), ("à", "a"), ("í", "i"), ("í", "l"),
    ("ó", "o"), ("ó", "6"), ("ú", "u"), ("ñ", "n"), ("ñ", "ii"), ("ç", "c"), ("ß", "B"),
    ("ß", "fs"),
    ("ä", "a"), ("ö", "o"), ("ü", "u"), ("ü", "ii"), ("ä", "ii"),
  ]

  /// Every place where the text could be misread, by place and then in the order of the pairs.
  ///
  /// The edits of one place exclude each other; those of neighbouring places may overlap.
  public static func occurrences(in text: String) -> [TextEdit] {
    let bytes = text.utf8Span.span
    var edits: [TextEdit] = []
    for start in 0..<bytes.count {
      for number in patterns.numbers(at: bytes[start]) {
        guard let width = patterns.width(number, bytes, start, before: bytes.count) else {
          continue
        }
        let old = String(text.utf8Slice(start..<(start + width)))
        let new = patterns.replacements[number]
        edits.append(
          TextEdit(
            range: start..<(start + width),
            replacement: new,
            note: "misread: \(old) → \(new)"
          )
        )
      }
    }
    return edits
  }

  /// Draws one way to misread a part of a text at a place.
  ///
  /// - Parameters:
  ///   - bytes: The text.
  ///   - start: The place.
  ///   - end: Where the part ends, which no misreading crosses.
  ///   - draw: Draws an index below a count.
  /// - Returns: How many bytes are misread, and what as; nil where nothing looks like something else.
  public static func misreading(
    _ bytes: Span<UInt8>,
    at start: Int,
    before end: Int,
    draw: (Int) -> Int
  ) -> (width: Int, replacement: String)? {
    let patterns = patterns
    let numbers = patterns.numbers(at: bytes[start])
    var count = 0
    for number in numbers where patterns.width(number, bytes, start, before: end) != nil {
      count += 1
    }
    guard count > 0 else { return nil }
    var left = count > 1 ? draw(count) : 0
    for number in numbers {
      guard let width = patterns.width(number, bytes, start, before: end) else { continue }
      if left == 0 { return (width, patterns.replacements[number]) }
      left -= 1
    }
    return nil
  }

  private static let patterns = LetterPatterns(pairs)
}
