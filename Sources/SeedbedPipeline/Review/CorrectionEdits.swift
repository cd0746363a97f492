public import SeedbedKernels

/// The edits that lead from one text to another, as few and as small as words allow.
///
/// The longest common subsequence of words and the characters between them; texts that differ in more than
/// a thousand words each are one edit, because the comparison takes time and memory for each pair of words.
public enum CorrectionEdits {
  /// Compares two texts.
  ///
  /// - Parameters:
  ///   - old: The original.
  ///   - new: The changed text.
  ///   - reason: What each edit is recorded with.
  /// - Returns: The edits of the original, in order; applied to it they give the changed text.
  public static func edits(from old: String, to new: String, because reason: String) -> [Edit] {
    let before = pieces(old), after = pieces(new)
    // The first byte of each piece, and the end of the last.
    let starts = before.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.utf8.count) }
    return WordDifference.changes(before, after).compactMap { change in
      trimmed(
        before[change.old].joined(),
        after[change.new].joined(),
        at: starts[change.old.lowerBound],
        because: reason
      )
    }
  }

  /// Words, and each scalar between them by itself.
  private static func pieces(_ text: String) -> [Substring] {
    var pieces: [Substring] = []
    let scalars = text.unicodeScalars
    var start = scalars.startIndex
    while start < scalars.endIndex {
      var end = scalars.index(after: start)
      if isWord(scalars[start]) {
        while end < scalars.endIndex, isWord(scalars[end]) { end = scalars.index(after: end) }
      }
      pieces.append(Substring(scalars[start..<end]))
      start = end
    }
    return pieces
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      || scalar.properties.isDiacritic
  }

  /// The edit without what is the same at both ends, cut between scalars; nil where nothing changes.
  private static func trimmed(
    _ old: String,
    _ new: String,
    at start: Int,
    because reason: String
  ) -> Edit? {
    var left = Substring(old).unicodeScalars, right = Substring(new).unicodeScalars
    var skipped = 0
    while let first = left.first, first == right.first {
      skipped += UTF8.width(first)
      left.removeFirst()
      right.removeFirst()
    }
    while let last = left.last, last == right.last {
      left.removeLast()
      right.removeLast()
    }
    guard !left.isEmpty || !right.isEmpty else { return nil }
    let replaced = left.reduce(0) { $0 + UTF8.width($1) }
    return Edit(
      start: start + skipped,
      end: start + skipped + replaced,
      replacement: String(right),
      reason: reason
    )
  }
}
