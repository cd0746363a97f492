import SeedbedKernels

/// Splits a text into what can be true or false on its own.
public enum Claims {
  /// How far a text is split.
  public enum Unit: Sendable, Hashable {
    /// Whole sentences.
    case sentence
    /// Sentences, and main clauses where they surely stand on their own.
    case clause
  }

  /// The claims of a text.
  ///
  /// A sentence ends at a full stop, question or exclamation mark, at an empty line and before an
  /// item of a list, but not after an abbreviation, an initial or inside a number. A clause ends at
  /// a semicolon, and at "and", "but" or "while" after a comma when a subject and a verb follow and
  /// a verb came before; that rule is English.
  ///
  /// - Parameters:
  ///   - text: Any text.
  ///   - unit: How far to split.
  /// - Returns: Half-open ranges in Unicode scalars, in order and without overlap; each has a letter
  ///   or digit.
  /// - Complexity: O(n).
  public static func split(_ text: String, by unit: Unit = .clause) -> [Range<Int>] {
    let offsets = ScalarOffsets(text)
    return ranges(of: text, by: unit).compactMap { range in
      guard let start = offsets.scalar(fromUTF8: range.lowerBound),
        let end = offsets.scalar(fromUTF8: range.upperBound)
      else { return nil }
      return start..<end
    }
  }

  /// The claims as ranges of bytes.
  static func ranges(of text: String, by unit: Unit) -> [Range<Int>] {
    let closed = SpacedFigures(text).bytes
    let bytes = closed.span
    var claims: [Range<Int>] = []
    for sentence in SentenceScanner.sentences(in: bytes) {
      if unit == .clause {
        claims += ClauseScanner.clauses(of: bytes, in: sentence)
      } else {
        claims.append(sentence)
      }
    }
    return claims.filter { range in
      !WordScanner.words(in: bytes.extracting(range)).isEmpty
    }
  }
}
