import SeedbedKernels

/// Finds quotes in a source.
///
/// "…", "..." and "[...]" in a quote leave something out: each part must be found, in order, without
/// overlap. Quotation marks round the whole quote do not belong to it.
public struct CitationMatcher: Sendable {
  /// The least similarity of a fuzzy match.
  public static let fuzzyThreshold = 0.85
  /// The longest part of a quote that is looked for fuzzily, in bytes.
  public static let longestFuzzy = 8192
  /// The most parts of one quote.
  private static let mostParts = 64
  /// So many places of one word are looked at.
  private static let mostPlaces = 64
  /// So many stretches of the source are compared with a part.
  private static let mostStretches = 4
  /// Words that stand about as far apart as in the quote, by so many words, point at one stretch.
  private static let drift = 8

  private let source: SourceText
  private let exact: QuoteForm
  private let folded: QuoteForm

  /// Makes a matcher.
  ///
  /// - Parameter source: The source, prepared.
  public init(_ source: SourceText) {
    self.source = source
    exact = QuoteForm(source.text, .spacing)
    folded = QuoteForm(source.text, .marks)
  }

  /// Finds a quote in the source.
  ///
  /// - Parameter quote: The quote as it was given.
  /// - Returns: The match; absent for a quote without a character to look for.
  /// - Complexity: O(n + m) for an exact match; for a fuzzy one besides O(m²) bit-parallel work on at
  ///   most four stretches as long as the quote.
  public func find(_ quote: String) -> CitationMatch {
    let parts = QuoteParts.split(quote)
    var whole = CitationMatch(kind: .absent, similarity: 0, range: nil)
    guard !parts.isEmpty, parts.count <= Self.mostParts else { return whole }
    var after = 0
    var start: Int?
    var kind = CitationMatch.Kind.verbatim
    var similarity = 1.0
    for part in parts {
      let found = find(part, from: after)
      similarity = min(similarity, found.similarity)
      guard let range = found.range else {
        whole.similarity = similarity
        return whole
      }
      start = start ?? range.lowerBound
      after = range.upperBound
      if rank(found.kind) > rank(kind) { kind = found.kind }
    }
    return CitationMatch(
      kind: kind,
      similarity: similarity,
      range: scalars((start ?? 0)..<after, source.offsets)
    )
  }

  private typealias Found = (kind: CitationMatch.Kind, similarity: Double, range: Range<Int>?)

  /// Finds one part at or after a byte of the source.
  private func find(_ part: String, from start: Int) -> Found {
    let plain = QuoteForm(part, .spacing)
    if let range = Self.search(plain.bytes, in: exact, from: start) {
      return (.verbatim, 1, whole(range, in: exact))
    }
    let loose = QuoteForm(part, .marks)
    guard !loose.bytes.isEmpty else { return (.absent, 0, nil) }
    if let range = Self.search(loose.bytes, in: folded, from: start) {
      return (.normalized, 1, whole(range, in: folded))
    }
    return fuzzy(part, loose.bytes, from: start)
  }

  private static func search(
    _ pattern: [UInt8],
    in form: QuoteForm,
    from start: Int
  ) -> Range<Int>? {
    QuoteSearch.first(of: pattern[...], in: form.bytes, from: offset(of: start, in: form))
  }

  /// The first byte of a form that comes from a byte of the source or one after it.
  private static func offset(of place: Int, in form: QuoteForm) -> Int {
    var (low, high) = (0, form.places.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(form.places[middle]) < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The bytes of the source that a range of a form comes from, up to the end of the last scalar.
  private func whole(_ range: Range<Int>, in form: QuoteForm) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    let last = Int(form.places[range.upperBound - 1])
    let end = source.text.withUTF8Bytes { bytes in
      var end = last + 1
      while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
      return end
    }
    var first = range.lowerBound
    if form.bytes[first] == 0x20, range.count > 1 { first += 1 }
    return min(Int(form.places[first]), end)..<end
  }

  private func rank(_ kind: CitationMatch.Kind) -> Int {
    CitationMatch.Kind.allCases.firstIndex(of: kind) ?? 0
  }

  // MARK: - Fuzzy

  private func fuzzy(_ part: String, _ pattern: [UInt8], from start: Int) -> Found {
    guard pattern.count <= Self.longestFuzzy else { return (.absent, 0, nil) }
    var best: (distance: Int, range: Range<Int>)?
    for stretch in stretches(for: part, count: pattern.count, from: start) {
      let found = ApproximateMatch.range(of: pattern, in: folded.bytes[stretch])
      if found.distance < best?.distance ?? .max { best = (found.distance, found.range) }
    }
    guard let best else { return (.absent, 0, nil) }
    let similarity = max(0, 1 - Double(best.distance) / Double(pattern.count))
    guard similarity >= Self.fuzzyThreshold, !best.range.isEmpty else {
      return (.absent, similarity, nil)
    }
    return (.fuzzy, similarity, whole(best.range, in: folded))
  }

  /// Stretches of the folded source in which many of a part's words stand in about the right
  /// distances, the best first.
  private func stretches(for part: String, count: Int, from start: Int) -> [Range<Int>] {
    let quoted = TermList(part, language: source.lists).terms
    var votes: [Int] = []
    for (position, term) in quoted.enumerated() {
      for place in source.index.places(of: term.key).prefix(Self.mostPlaces)
      where source.content.terms[place].range.lowerBound >= start {
        votes.append((place - position + quoted.count) / Self.drift)
      }
    }
    votes.sort()
    var buckets: [(bucket: Int, votes: Int)] = []
    for vote in votes {
      if buckets.last?.bucket == vote {
        buckets[buckets.count - 1].votes += 1
      } else {
        buckets.append((vote, 1))
      }
    }
    buckets.sort { ($1.votes, $0.bucket) < ($0.votes, $1.bucket) }
    return buckets.prefix(Self.mostStretches).map { bucket in
      let first = max(0, bucket.bucket * Self.drift - quoted.count - Self.drift)
      let term = source.content.terms[min(first, source.content.terms.count - 1)]
      let low = max(
        Self.offset(of: start, in: folded),
        Self.offset(of: term.range.lowerBound, in: folded) - Self.drift
      )
      // Twice as many words as the drift lie on either side, and the quote may be longer or shorter.
      return low..<min(folded.bytes.count, low + count * 3 / 2 + 24 * Self.drift)
    }
  }
}
