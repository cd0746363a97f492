import SeedbedKernels

/// Finds what a row of the data shares with benchmark rows, as places in the texts as they were
/// given.
struct SpanFinder {
  private let text: String
  private let words: [UInt64]
  private let form: WordForm
  /// Made when the first span is found.
  private var sources: [Range<Int>]?

  /// Prepares to search.
  ///
  /// - Parameters:
  ///   - text: The row's joined text.
  ///   - words: Its word hashes.
  ///   - form: What a word is.
  init(_ text: String, words: [UInt64], form: WordForm) {
    self.text = text
    self.words = words
    self.form = form
  }

  /// The longest run of words that the row shares with a benchmark text.
  mutating func span(_ other: BenchmarkText, of row: BenchmarkRow) -> SharedSpan? {
    guard let run = SharedRun.longest(other.words.span, words.span) else { return nil }
    let ranges = sources ?? WordSources.ranges(in: text, form: form)
    sources = ranges
    let (otherText, skipped) = Self.part(other.part, of: row)
    let otherRanges = WordSources.ranges(in: otherText, form: form)
    // Rare scripts may be cut differently in the two passes; no place is better than a wrong one.
    guard ranges.count == words.count, otherRanges.count == other.words.count else { return nil }
    let data = Self.joined(ranges, run.second, run.length)
    let benchmark = Self.joined(otherRanges, run.first, run.length)
    let offsets = ScalarOffsets(text), otherOffsets = ScalarOffsets(otherText)
    guard let start = offsets.scalar(fromUTF8: data.lowerBound),
      let end = offsets.scalar(fromUTF8: data.upperBound),
      let otherStart = otherOffsets.scalar(fromUTF8: benchmark.lowerBound),
      let otherEnd = otherOffsets.scalar(fromUTF8: benchmark.upperBound)
    else { return nil }
    return SharedSpan(
      text: Self.text(text, data),
      data: start..<end,
      benchmark: otherStart + skipped..<otherEnd + skipped,
      words: run.length
    )
  }

  private static func joined(_ ranges: [Range<Int>], _ first: Int, _ count: Int) -> Range<Int> {
    ranges[first].lowerBound..<ranges[first + count - 1].upperBound
  }

  private static func text(_ text: String, _ range: Range<Int>) -> String {
    let start = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
    return String(text.unicodeScalars[start..<text.utf8.index(start, offsetBy: range.count)])
  }

  /// A part of a row, and how many scalars stand before it in the joined text.
  private static func part(_ part: BenchmarkPart, of row: BenchmarkRow) -> (String, Int) {
    switch part {
    case .question: (row.question, 0)
    case .joined: (row.joined, 0)
    case .answer: (row.answer ?? "", row.question.unicodeScalars.count + 1)
    }
  }
}
