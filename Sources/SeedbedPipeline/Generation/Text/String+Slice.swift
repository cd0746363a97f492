extension String {
  /// In lower case, with a plain apostrophe.
  var lowercasedPlain: String {
    let lower = lowercased()
    guard lower.utf8.contains(0xE2) else { return lower }
    return String(lower.map { $0 == "\u{2019}" ? "'" : $0 })
  }

  /// Whether the text has the very bytes of another; equality of strings is that of their meaning.
  func hasBytes(of other: String) -> Bool {
    let (left, right) = (utf8Span.span, other.utf8Span.span)
    guard left.count == right.count else { return false }
    for index in left.indices where left[index] != right[index] { return false }
    return true
  }

  /// The part of the text at UTF-8 offsets that lie between scalars.
  func slice(_ range: Range<Int>) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return self[start..<utf8.index(start, offsetBy: range.count)]
  }
}
