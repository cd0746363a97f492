/// The default rule: the benchmark text's words in their order, some of them changed, or one long
/// run of them.
///
/// Shared 4-grams say where in the row to look; there the heaviest common subsequence of words is
/// the score. A word in eight may be changed and the row may be long. Runs count as in "longest
/// contaminated span" (Singh et al. 2024).
struct ChainRule {
  /// The share of the text's weight from which it is contaminated, and from which undecided.
  static let share = 0.7
  static let greyShare = 0.6
  /// The words in a run from which it is contaminated, and from which undecided.
  static let run = 13
  static let greyRun = 8
  /// The words without boilerplate that a chain needs, and the fewest of which anything is said.
  static let minimum = 8
  static let fewest = 4
  /// Longer texts are measured by their n-grams alone, as a subsequence would take quadratic time.
  private static let longest = 256
  /// How many places of one n-gram are looked at.
  private static let places = 64

  private struct Place {
    var data: Int
    var text: Int
    var diagonal: Int { data - text }
  }

  let text: BenchmarkText
  let n: Int
  private var places: [Place] = []

  /// Looks at a text that shares n-grams with a row.
  init(_ text: BenchmarkText, _ matches: GramMatches, n: Int) {
    self.text = text
    self.n = n
    for (position, gram) in text.grams.enumerated() where matches.holds(gram) {
      matches.forEachPosition(of: gram, limit: Self.places) {
        places.append(Place(data: $0, text: position))
      }
    }
  }

  /// What the rule says; nil when it finds nothing that counts.
  ///
  /// - Parameters:
  ///   - number: The text's number.
  ///   - words: The row's words.
  /// - Returns: A tie, contaminated or undecided, or nil.
  func tie(_ number: Int, _ words: Span<UInt64>) -> LeakTie? {
    guard let window = densestWindow(words.count) else { return nil }
    let run = longestRun()
    let score = share(words, window)
    var tie = LeakTie(text: number, rule: .chain, score: score)
    tie.grams = matched
    let hasContent = text.content >= Self.minimum
    let isWhole = run.length == text.words.count && text.content > 0
    if isWhole, text.words.count >= Self.minimum { return tie }
    if hasContent, score >= Self.share {
      if run.content < Self.greyRun, lacksNumbers(words, window) { tie.reason = .numbersDiffer }
      return tie
    }
    if run.isTelling, run.content >= Self.run {
      tie.rule = .span
      tie.score = Double(run.length) / Double(text.words.count)
      return tie
    }
    if hasContent, score >= Self.greyShare || run.isTelling && run.content >= Self.greyRun {
      tie.reason = .greyBand
      return tie
    }
    if !hasContent, text.content >= Self.fewest, score > 0.99 {
      tie.reason = .tooShort
      return tie
    }
    guard run.length >= Self.run else { return nil }
    tie.reason = .boilerplate
    tie.rule = .span
    tie.score = Double(run.length) / Double(text.words.count)
    return tie
  }

  /// The n-grams that text and row share, each once.
  private var matched: [UInt32] { Set(places.map { text.grams[$0.text] }).sorted() }

  /// The part of the row where most n-grams match, about as long as the text.
  private func densestWindow(_ count: Int) -> Range<Int>? {
    let byPlace = places.sorted { ($0.data, $0.text) < ($1.data, $1.text) }
    let length = text.words.count
    let width = length + length / 4 + 4
    var (start, best) = (0, 0..<0)
    for end in byPlace.indices {
      while byPlace[end].data - byPlace[start].data > width { start += 1 }
      if end + 1 - start > best.count { best = start..<end + 1 }
    }
    guard !best.isEmpty else { return nil }
    let diagonals = byPlace[best].map(\.diagonal).sorted()
    let offset = diagonals[diagonals.count / 2]
    let slack = length / 4 + 4
    let lower = max(0, offset - slack)
    return lower..<max(lower, min(count, offset + length + slack))
  }

  private func share(_ words: Span<UInt64>, _ window: Range<Int>) -> Double {
    let total = text.weights.reduce(0) { $0 + Int($1) }
    guard total > 0 else { return 0 }
    let found =
      text.words.count > Self.longest ? covered(window) : heaviestSubsequence(words, window)
    return Double(found) / Double(total)
  }

  /// The weight of the words in n-grams that match in a part of the row.
  private func covered(_ window: Range<Int>) -> Int {
    var isCovered = [Bool](repeating: false, count: text.words.count)
    for place in places where window.contains(place.data) {
      for word in place.text..<place.text + n { isCovered[word] = true }
    }
    return zip(text.weights, isCovered).reduce(0) { $0 + ($1.1 ? Int($1.0) : 0) }
  }

  private func heaviestSubsequence(_ words: Span<UInt64>, _ window: Range<Int>) -> Int {
    var best = [Int32](repeating: 0, count: window.count + 1)
    for position in text.words.indices {
      let word = text.words[position]
      let weight = Int32(text.weights[position])
      var diagonal: Int32 = 0
      for column in 0..<window.count {
        let above = best[column + 1]
        let extended = words[window.lowerBound + column] == word ? diagonal + weight : 0
        best[column + 1] = max(above, best[column], extended)
        diagonal = above
      }
    }
    return Int(best[window.count])
  }

  /// Whether more than half of the text's numbers are not in a part of the row.
  private func lacksNumbers(_ words: Span<UInt64>, _ window: Range<Int>) -> Bool {
    let missing = text.numberWords.count { number in
      !window.contains { words[$0] == number }
    }
    return missing * 2 > text.numberWords.count
  }

  /// A run of words that text and row share.
  private struct Run {
    var length = 0
    /// How many of the words are no boilerplate.
    var content = 0
    /// Whether enough different long words are in it to tell it from a list or a formula.
    var isTelling = false
  }

  private func longestRun() -> Run {
    let sorted = places.sorted { ($0.diagonal, $0.text) < ($1.diagonal, $1.text) }
    var best = Run()
    var start = 0
    for end in sorted.indices {
      let isLast = end + 1 == sorted.count
      if !isLast, sorted[end + 1].diagonal == sorted[end].diagonal,
        sorted[end + 1].text == sorted[end].text + 1
      {
        continue
      }
      let run = measured(sorted[start].text..<sorted[end].text + n)
      if (run.content, run.length) > (best.content, best.length) { best = run }
      start = end + 1
    }
    return best
  }

  private func measured(_ range: Range<Int>) -> Run {
    var telling: Set<UInt64> = []
    for word in range where text.weights[word] >= 3 { telling.insert(text.words[word]) }
    let content = range.count { text.weights[$0] > 0 }
    return Run(
      length: range.count,
      content: content,
      isTelling: telling.count >= max(4, range.count / 4)
    )
  }
}
