import SeedbedKernels

/// Reads texts as the hashes of the words that `DuplicateView` leaves of them.
struct CopyWordReader {
  /// The hash of each word; never 0.
  private(set) var words: [UInt64] = []
  /// The hash of the whole view, or nil for a text of white space.
  private(set) var digest: UInt64?
  private var view: [UInt8] = []
  private var ranges: [Range<Int>] = []

  /// Replaces what was read by another text.
  mutating func read(_ text: String) {
    words.removeAll(keepingCapacity: true)
    let hasWords = DuplicateView.normalize(text.utf8Span.span, into: &view)
    digest = view.isEmpty ? nil : hash64(view.span, seed: 3)
    guard hasWords else {
      ranges = []
      return
    }
    // Scripts without spaces have several words between two of them.
    ranges = WordScanner.words(in: view.span)
    for range in ranges { words.append(max(hash64(view.span.extracting(range)), 1)) }
  }

  /// Some consecutive words as text.
  func text(of range: Range<Int>) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return String(decoding: view[ranges[first].lowerBound..<ranges[last].upperBound], as: UTF8.self)
  }

  /// The hash of the words from a place on.
  static func gram(_ words: some RandomAccessCollection<UInt64>, length: Int) -> UInt64 {
    words.dropFirst().prefix(length - 1).reduce(words.first ?? 0) {
      NGramHasher.extended($0, by: $1)
    }
  }
}
