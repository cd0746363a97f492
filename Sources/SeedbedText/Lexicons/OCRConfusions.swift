/// Mistakes of text recognition: characters and pairs that look alike in print.
public enum OCRConfusions {
  /// The pairs, in the order in which they are tried at a place.
  static let pairs: [(from: String, to: String)] = [
    ("rn", "m"), ("m", "rn"), ("cl", "d"), ("d", "cl"), ("vv", "w"), ("w", "vv"), ("li", "h"),
    ("0", "O"), ("O", "0"), ("o", "0"), ("1", "l"), ("1", "I"), ("l", "1"), ("l", "I"),
    ("I", "l"), ("I", "1"), ("i", "1"), ("5", "S"), ("S", "5"), ("s", "5"), ("8", "B"),
    ("B", "8"), ("6", "b"), ("b", "6"), ("2", "Z"), ("Z", "2"), ("9", "g"), ("g", "9"),
    ("e", "c"), ("c", "e"), ("h", "b"), ("n", "ri"), ("u", "ii"), ("t", "f"), ("f", "t"),
    ("G", "6"), ("Q", "O"), ("D", "O"), ("E", "F"), ("a", "o"),
  ]

  /// Every place where the text could be misread, by place and then in the order of the pairs.
  ///
  /// The edits of one place exclude each other; those of neighbouring places may overlap.
  public static func occurrences(in text: String) -> [TextEdit] {
    let bytes = text.utf8Span.span
    var edits: [TextEdit] = []
    for start in 0..<bytes.count {
      for number in byFirst[Int(bytes[start])] {
        let pair = byteForms[number]
        guard start + pair.count <= bytes.count,
          pair.count == 1 || bytes[start + 1] == pair[1]
        else { continue }
        edits.append(
          TextEdit(
            range: start..<(start + pair.count),
            replacement: pairs[number].to,
            note: "misread: \(pairs[number].from) → \(pairs[number].to)"
          )
        )
      }
    }
    return edits
  }

  private static let byteForms = pairs.map { Array($0.from.utf8) }

  /// The numbers of the pairs that begin with each byte.
  private static let byFirst: [[Int]] = {
    var table = Array(repeating: [Int](), count: 256)
    for (number, form) in byteForms.enumerated() { table[Int(form[0])].append(number) }
    return table
  }()
}
