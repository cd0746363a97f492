import SeedbedKernels

/// The words of a folded text: a hash of each, and where it stands in the folded bytes.
struct WordList: Sendable {
  private(set) var hashes: [UInt64] = []
  private(set) var ranges: [Range<Int32>] = []

  var count: Int { hashes.count }

  /// Replaces the words by those of a text as a `FormFolder` or `DuplicateView` leaves it.
  mutating func read(_ folded: Span<UInt8>, form: WordForm) {
    hashes.removeAll(keepingCapacity: true)
    ranges.removeAll(keepingCapacity: true)
    var start = 0
    while start < folded.count {
      var end = start
      var highest: UInt8 = 0
      while end < folded.count, folded[end] != 0x20 {
        highest = max(highest, folded[end])
        end &+= 1
      }
      if end > start {
        if form.splitsIdeographs, highest >= 0xe3 {
          appendSplitting(folded, start, end)
        } else if form == .simplified,
          let cut = SimplifiedForm.cut(folded.extracting(start..<end))
        {
          append(folded, start, start + cut)
          append(folded, start + cut, end)
        } else {
          append(folded, start, end)
        }
      }
      start = end + 1
    }
  }

  @inline(__always)
  private mutating func append(_ folded: Span<UInt8>, _ start: Int, _ end: Int) {
    guard end > start else { return }
    hashes.append(hash64(folded.extracting(start..<end)))
    ranges.append(Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: end))
  }

  /// Cuts a run at its ideographs, each with the marks after it.
  private mutating func appendSplitting(_ folded: Span<UInt8>, _ start: Int, _ end: Int) {
    var wordStart = start
    var offset = start
    var isAlone = false
    while offset < end {
      let (value, length) = Self.scalar(folded, offset, end)
      let isIdeograph = Ideographs.contains(value)
      if isIdeograph || isAlone && Unicode.Scalar(value)?.isMark != true {
        append(folded, wordStart, offset)
        wordStart = offset
        isAlone = isIdeograph
      }
      offset += length
    }
    append(folded, wordStart, end)
  }

  /// Decodes a scalar of valid UTF-8; a broken one reads as one unknown byte.
  private static func scalar(
    _ bytes: Span<UInt8>,
    _ offset: Int,
    _ end: Int
  ) -> (value: UInt32, length: Int) {
    let lead = bytes[offset]
    let length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    guard offset + length <= end else { return (0xfffd, 1) }
    guard length > 1 else { return (UInt32(lead), 1) }
    var value = UInt32(lead) & (0x7f >> UInt32(length))
    for index in offset + 1..<offset + length { value = value << 6 | UInt32(bytes[index] & 0x3f) }
    return (value, length)
  }
}
