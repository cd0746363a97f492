import SeedbedKernels

/// Makes the texts that are looked for out of benchmark rows.
struct BenchmarkTextBuilder {
  let rule: GramRule?
  private(set) var texts: [BenchmarkText] = []
  /// The texts as `DuplicateView` leaves them.
  private(set) var views: [[UInt8]] = []
  private(set) var exact: [Digest128: [Int]] = [:]
  /// The bytes of the longest text as it is compared.
  private(set) var longestView = 0
  private(set) var emptyRows: [Bool] = []
  /// For each text and word the word's length in bytes.
  private(set) var lengths: [[UInt8]] = []
  private(set) var gramHashes: [[UInt64]] = []
  private var reader: TextReader
  private var known: [Key: Int] = [:]

  /// What makes two texts the same to every rule.
  private struct Key: Hashable {
    var part: BenchmarkPart
    var view: Digest128
    var words: UInt64
    var counts: Bool
  }

  init(_ rule: GramRule?) {
    self.rule = rule
    reader = TextReader(rule?.form ?? .folded)
  }

  /// Adds the texts of a row.
  mutating func add(_ row: BenchmarkRow, at position: Int) {
    let answer = row.answer.flatMap { count(of: $0) > 0 ? $0 : nil }
    let questionWords = count(of: row.question)
    let answerWords = answer.map { count(of: $0) } ?? 0
    emptyRows.append(questionWords == 0 && answerWords == 0)
    let minimum = rule?.minimum ?? 1
    let counts = counting(questionWords, answerWords, hasAnswer: answer != nil)
    if questionWords > 0 {
      append(row.question, .question, position, counts: counts.question)
    }
    guard let answer else { return }
    // A short answer alone says nothing: many rows have the same.
    if answerWords >= max(8, minimum) { append(answer, .answer, position, counts: counts.answer) }
    let skipped = counts.overlapOnly ? max(0, questionWords - (rule?.n ?? 1) + 1) : 0
    append(row.joined, .joined, position, counts: counts.joined, skipping: skipped)
  }

  /// Which parts of a row the n-gram rule looks at.
  private func counting(
    _ questionWords: Int,
    _ answerWords: Int,
    hasAnswer: Bool
  ) -> (question: Bool, answer: Bool, joined: Bool, overlapOnly: Bool) {
    guard let rule else { return (false, false, false, false) }
    switch rule.parts {
    case .joined: return (!hasAnswer, false, hasAnswer, false)
    case .answerWithOverlap: return (!hasAnswer, false, hasAnswer, true)
    case .question: return (true, false, false, false)
    case .separate:
      let joins = questionWords < rule.minimum && questionWords + answerWords >= rule.minimum
      return (true, answerWords >= rule.minimum, hasAnswer && joins, false)
    }
  }

  private mutating func count(of text: String) -> Int {
    reader.readView(text)
    reader.readWords(text)
    return reader.words.count
  }

  private mutating func append(
    _ text: String,
    _ part: BenchmarkPart,
    _ row: Int,
    counts: Bool,
    skipping skipped: Int = 0
  ) {
    reader.readView(text)
    reader.readWords(text)
    let words = reader.words
    let digest = hash128(reader.view.span)
    let wordsKey = words.hashes.reduce(UInt64(skipped)) { ($0 &+ $1) &* GramHashes.base }
    let key = Key(part: part, view: digest, words: wordsKey, counts: counts)
    if let same = known[key] {
      if texts[same].rows.last != row { texts[same].rows.append(row) }
      return
    }
    known[key] = texts.count
    exact[WholeKey.of(reader.view), default: []].append(texts.count)
    longestView = max(longestView, reader.view.count)
    var grams: [UInt64] = []
    if counts, let n = rule?.n {
      GramHashes.forEach(words.hashes.span, n: n) { hash, position in
        grams.append(position < skipped ? 0 : hash)
      }
    }
    var made = BenchmarkText(part: part, rows: [row], words: words.hashes)
    made.numbers = NumberMark.of(reader.view.span)
    made.numberWords = reader.numberWords()
    texts.append(made)
    views.append(reader.view)
    gramHashes.append(grams)
    lengths.append(words.ranges.map { UInt8(clamping: $0.count) })
  }
}
