/// Cuts texts into requests by their number and size.
enum TextBatches {
  /// Consecutive ranges that together hold every text.
  static func ranges(of texts: [String], count: Int, bytes: Int) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    var size = 0
    for (index, text) in texts.enumerated() {
      let length = text.utf8.count
      if index > start, index - start >= count || size + length > bytes {
        ranges.append(start..<index)
        (start, size) = (index, 0)
      }
      size += length
    }
    if start < texts.count { ranges.append(start..<texts.count) }
    return ranges
  }
}
