/// A run of scalars of a text that was taken out of another one, with the place it came from.
struct OffsetRun: Sendable, Hashable {
  /// The first scalar in the text.
  var text: Int
  /// How many scalars of the text it covers.
  var count: Int
  /// The first scalar in the original.
  var source: Int
  /// How many scalars of the original each scalar stands for.
  ///
  /// It is 1 for what was copied, more for an entity or white space made one, 0 for what the original
  /// does not have. Only a run of one scalar has another width than 1.
  var width: Int

  /// Where the run ends in the text.
  var end: Int { text + count }
}

extension [OffsetRun] {
  /// Adds a run, making one of two that go on in both texts.
  mutating func add(_ run: OffsetRun) {
    if let last, last.width == 1, run.width == 1, last.end == run.text,
      last.source + last.count == run.source
    {
      self[count - 1].count += run.count
    } else {
      append(run)
    }
  }

  /// Where scalars of the text stand in the original; nil for what is outside the runs.
  func source(of part: Range<Int>) -> Range<Int>? {
    guard let first = index(of: part.lowerBound), let last = index(of: part.upperBound - 1) else {
      return nil
    }
    let start = self[first].source + (part.lowerBound - self[first].text) * self[first].width
    let end = self[last].source + (part.upperBound - self[last].text) * self[last].width
    return start <= end ? start..<end : nil
  }

  /// The runs that cover a part of the text, counted from its beginning.
  func slice(_ part: Range<Int>) -> [OffsetRun] {
    guard !part.isEmpty, let first = index(of: part.lowerBound) else { return [] }
    var slice: [OffsetRun] = []
    for run in self[first...] {
      guard run.text < part.upperBound else { break }
      let skipped = Swift.max(0, part.lowerBound - run.text)
      let kept = Swift.min(run.end, part.upperBound) - run.text - skipped
      guard kept > 0 else { continue }
      slice.append(
        OffsetRun(
          text: run.text + skipped - part.lowerBound,
          count: kept,
          source: run.source + skipped * run.width,
          width: run.width
        )
      )
    }
    return slice
  }

  /// The run that holds a scalar of the text.
  private func index(of scalar: Int) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].text <= scalar { low = middle + 1 } else { high = middle }
    }
    guard low > 0, scalar < self[low - 1].end else { return nil }
    return low - 1
  }
}
