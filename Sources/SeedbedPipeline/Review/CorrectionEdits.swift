public import SeedbedKernels

/// The edits that lead from one text to another, as few and as small as words allow.
///
/// The longest common subsequence of words and the characters between them; texts that differ in more than
/// a thousand words each are one edit, because the comparison takes time and memory for each pair of words.
public enum CorrectionEdits {
  private static let mostPairs = 1 << 20

  /// Compares two texts.
  ///
  /// - Parameters:
  ///   - old: The original.
  ///   - new: The changed text.
  ///   - reason: What each edit is recorded with.
  /// - Returns: The edits of the original, in order; applied to it they give the changed text.
  public static func edits(from old: String, to new: String, because reason: String) -> [Edit] {
    let before = pieces(old), after = pieces(new)
    var front = 0
    while front < min(before.count, after.count), same(before[front], after[front]) { front += 1 }
    var back = 0
    while back < min(before.count, after.count) - front,
      same(before[before.count - 1 - back], after[after.count - 1 - back])
    { back += 1 }
    let left = Array(before[front..<(before.count - back)])
    let right = Array(after[front..<(after.count - back)])
    let start = before[..<front].reduce(0) { $0 + $1.utf8.count }
    return hunks(left, right).compactMap { hunk in
      let from = start + left[..<hunk.old.lowerBound].reduce(0) { $0 + $1.utf8.count }
      return trimmed(
        left[hunk.old].joined(),
        right[hunk.new].joined(),
        at: from,
        because: reason
      )
    }
  }

  private struct Hunk {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// Equal as bytes: to `==` an accent is the same as a letter and an accent behind it.
  private static func same(_ left: Substring, _ right: Substring) -> Bool {
    left.utf8.elementsEqual(right.utf8)
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

  private static func hunks(_ old: [Substring], _ new: [Substring]) -> [Hunk] {
    guard !old.isEmpty || !new.isEmpty else { return [] }
    guard !old.isEmpty, !new.isEmpty, old.count * new.count <= mostPairs else {
      return [Hunk(old: 0..<old.count, new: 0..<new.count)]
    }
    // The length of the longest common subsequence of what follows each pair of places.
    let width = new.count + 1
    var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
    for i in old.indices.reversed() {
      for j in new.indices.reversed() {
        lengths[i * width + j] =
          same(old[i], new[j])
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var hunks: [Hunk] = []
    var (i, j) = (0, 0)
    var open = Hunk(old: 0..<0, new: 0..<0)
    func close() {
      open = Hunk(old: open.old.lowerBound..<i, new: open.new.lowerBound..<j)
      if !open.old.isEmpty || !open.new.isEmpty { hunks.append(open) }
    }
    while i < old.count && j < new.count {
      if same(old[i], new[j]) {
        close()
        (i, j) = (i + 1, j + 1)
        open = Hunk(old: i..<i, new: j..<j)
      } else if lengths[(i + 1) * width + j] >= lengths[i * width + j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    (i, j) = (old.count, new.count)
    close()
    return hunks
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
