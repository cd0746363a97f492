extension EditList {
  /// Finds where a range of the original lies in the changed text.
  ///
  /// Edits inside the range make it grow or shrink, also one that replaces exactly the range.
  /// Insertions exactly at its borders stay outside; an empty range lies behind insertions at its
  /// place.
  ///
  /// - Parameter range: UTF-8 bytes of the original.
  /// - Returns: UTF-8 bytes of the changed text, or nil when an edit reaches across a border of the
  ///   range or nothing of it is left.
  public func map(_ range: Range<Int>) -> Range<Int>? {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    for edit in edits {
      // The list is in order, so nothing that follows can matter.
      if edit.start > range.upperBound { break }
      if edit.end <= range.lowerBound && (edit.start < range.lowerBound || edit.start == edit.end) {
        lower &+= edit.growth
        upper &+= edit.growth
      } else if edit.start < range.upperBound && edit.end > range.lowerBound {
        guard edit.start >= range.lowerBound, edit.end <= range.upperBound else { return nil }
        upper &+= edit.growth
      }
    }
    if lower >= upper && !(range.isEmpty && lower == upper) { return nil }
    return lower..<upper
  }

  /// Whether an edit changes a range of the original, from within or across its border.
  ///
  /// - Parameter range: UTF-8 bytes of the original.
  /// - Returns: False also for insertions exactly at the range's borders.
  public func touches(_ range: Range<Int>) -> Bool {
    edits.contains { $0.start < range.upperBound && $0.end > range.lowerBound }
  }
}
