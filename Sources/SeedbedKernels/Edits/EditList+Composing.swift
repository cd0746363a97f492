extension EditList {
  /// Joins this list and one that was made for its result into one list for the original.
  ///
  /// Edits that do not overlap stay apart, so that a span that neither list touched can still be
  /// mapped; those that do become one edit.
  ///
  /// - Parameters:
  ///   - later: Edits relative to the text that this list gives.
  ///   - text: The original.
  /// - Returns: Edits relative to the original, with the result of both, one after the other.
  /// - Throws: When this list does not fit the text, or the later one its result.
  public func followed(by later: EditList, on text: String) throws(EditError) -> EditList {
    let middle = try applied(to: text)
    try later.check(against: middle)
    return EditList(ordered: Composition(earlier: edits, later: later.edits, middle: middle).edits)
  }
}

/// Walks through both lists in the order of the text between them.
///
/// Overlapping edits are gathered into a cluster, whose hull in the middle text is mapped back to
/// the original by what the earlier edits before it, and in it, have added.
private struct Composition {
  let earlier: [Edit]
  let later: [Edit]
  let middle: String
  private(set) var edits: [Edit] = []
  private var nextEarlier = 0
  private var nextLater = 0
  /// By how many bytes the earlier edits that have been passed made the text longer.
  private var shift = 0

  init(earlier: [Edit], later: [Edit], middle: String) {
    self.earlier = earlier
    self.later = later
    self.middle = middle
    while nextEarlier < earlier.count || nextLater < later.count { addCluster() }
  }

  /// The range in the middle text of the next earlier edit.
  private var earlierRange: Range<Int>? {
    guard nextEarlier < earlier.count else { return nil }
    let start = earlier[nextEarlier].start + shift
    return start..<start + earlier[nextEarlier].replacement.utf8.count
  }

  private var laterRange: Range<Int>? {
    guard nextLater < later.count else { return nil }
    return later[nextLater].start..<later[nextLater].end
  }

  private mutating func addCluster() {
    let (firstEarlier, firstLater, shiftBefore) = (nextEarlier, nextLater, shift)
    var hull = takeNext()
    while let range = peekNext(), range.lowerBound < hull.upperBound,
      range.upperBound > hull.lowerBound
    {
      hull = hull.lowerBound..<max(hull.upperBound, takeNext().upperBound)
    }
    let changes = later[firstLater..<nextLater]
    if changes.isEmpty {
      edits.append(contentsOf: earlier[firstEarlier..<nextEarlier])
    } else {
      edits.append(
        Edit(
          start: hull.lowerBound - shiftBefore,
          end: hull.upperBound - shift,
          replacement: EditList.apply(
            changes,
            to: middle,
            from: hull.lowerBound,
            upTo: hull.upperBound
          ),
          reason: Self.reasons(earlier[firstEarlier..<nextEarlier] + changes)
        )
      )
    }
  }

  /// The reasons of edits that became one, each once, in their order.
  private static func reasons(_ edits: ArraySlice<Edit>) -> String {
    var reasons: [String] = []
    for edit in edits where !edit.reason.isEmpty && !reasons.contains(edit.reason) {
      reasons.append(edit.reason)
    }
    return reasons.joined(separator: ", ")
  }

  private func peekNext() -> Range<Int>? {
    earlierComesFirst ? earlierRange : laterRange
  }

  private mutating func takeNext() -> Range<Int> {
    let range = peekNext() ?? 0..<0
    if earlierComesFirst {
      shift += earlier[nextEarlier].growth
      nextEarlier += 1
    } else {
      nextLater += 1
    }
    return range
  }

  /// At one place come first deletions of the earlier list, then insertions of the later one, then
  /// what covers bytes from there on.
  private var earlierComesFirst: Bool {
    guard let first = earlierRange else { return false }
    guard let second = laterRange, first.lowerBound >= second.lowerBound else { return true }
    guard first.lowerBound == second.lowerBound else { return false }
    return first.isEmpty || !second.isEmpty
  }
}
