extension EditList {
  /// Carries out the edits.
  ///
  /// - Parameter text: The original.
  /// - Returns: The changed text.
  /// - Throws: When two edits overlap, or one leaves the text or cuts a Unicode scalar.
  public func applied(to text: String) throws(EditError) -> String {
    guard !isEmpty else { return text }
    try check(against: text)
    return Self.apply(edits[...], to: text, from: 0, upTo: text.utf8.count)
  }

  /// Makes the list that takes the changed text back to the original.
  ///
  /// - Parameter text: The original.
  /// - Returns: Edits relative to the changed text.
  /// - Throws: When this list does not fit the text.
  public func inverted(for text: String) throws(EditError) -> EditList {
    try check(against: text)
    var shift = 0
    let inverse = edits.map { edit in
      let start = edit.start + shift
      shift += edit.growth
      return Edit(
        start: start,
        end: start + edit.replacement.utf8.count,
        replacement: String(text[Self.indices(of: edit.start..<edit.end, in: text)])
      )
    }
    return EditList(ordered: inverse)
  }

  /// Applies checked edits and returns the part of the text from `start` up to `end`.
  static func apply(
    _ edits: ArraySlice<Edit>,
    to text: String,
    from start: Int,
    upTo end: Int
  ) -> String {
    var result = ""
    result.reserveCapacity(edits.reduce(end - start) { max(0, $0 + $1.growth) })
    var cursor = start
    for edit in edits {
      result += text[indices(of: cursor..<edit.start, in: text)]
      result += edit.replacement
      cursor = edit.end
    }
    result += text[indices(of: cursor..<end, in: text)]
    return result
  }

  static func indices(of range: Range<Int>, in text: String) -> Range<String.Index> {
    let utf8 = text.utf8
    let lower = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return lower..<utf8.index(lower, offsetBy: range.count)
  }
}
