import SeedbedKernels

/// Counts in how many texts of each label a word stands, and picks the words that tell labels.
struct KeywordLearner {
  /// The texts that must have a word.
  private static let leastTexts = 3
  /// The share of all information on a label that a word must give: 0.71 of its texts must have a
  /// label of half of the texts, 0.1 of them one of a hundredth.
  private static let leastShare = 0.5
  /// What a count must be above chance to count (likelihood ratio, one in a thousand).
  private static let leastEvidence = 10.83
  /// How many texts tell the language of all.
  private static let languageTexts = 24

  private var labels: [String: Int] = [:]
  private var labelTexts: [Double] = []
  private var ids: [UInt64: Int] = [:]
  private var words: [String] = []
  /// The last text that had the word.
  private var lastText: [Int] = []
  private var pairs: [UInt64: Int] = [:]

  /// The words that tell labels, in lower case.
  static func learn(_ texts: [(text: String, label: String)]) -> Set<String> {
    var learner = KeywordLearner()
    for (number, row) in texts.enumerated() where !row.label.isEmpty {
      learner.add(row.text, row.label, number)
    }
    guard learner.labels.count > 1 else { return [] }
    return learner.picked(by: stemmer(of: texts))
  }

  private mutating func add(_ text: String, _ label: String, _ number: Int) {
    let label = id(of: label)
    labelTexts[label] += 1
    let bytes = text.utf8Span.span
    WordScanner.forEachWord(in: bytes) { range in
      let scan = WordScan(text, bytes, range)
      let word = ids[scan.hash.value] ?? newWord(scan.hash, text, range)
      guard lastText[word] != number else { return }
      lastText[word] = number
      pairs[UInt64(word) << 32 | UInt64(label), default: 0] += 1
    }
  }

  private mutating func id(of label: String) -> Int {
    if let known = labels[label] { return known }
    labels[label] = labelTexts.count
    labelTexts.append(0)
    return labelTexts.count - 1
  }

  private mutating func newWord(_ hash: WordHash, _ text: String, _ range: Range<Int>) -> Int {
    ids[hash.value] = words.count
    words.append(String(text.utf8Slice(range)).lowercasedPlain)
    lastText.append(-1)
    return words.count - 1
  }

  // MARK: - Picking

  private func picked(by stemmer: Stemmer?) -> Set<String> {
    var groups: [String: Int] = [:]
    let group = (stemmer?.stems(of: words) ?? words).map { stem in
      if let known = groups[stem] { return known }
      groups[stem] = groups.count
      return groups.count - 1
    }
    var counts: [UInt64: Double] = [:]
    var total = Array(repeating: 0.0, count: groups.count)
    for (pair, count) in pairs {
      let place = group[Int(pair >> 32)]
      counts[UInt64(place) << 32 | pair & 0xFFFF_FFFF, default: 0] += Double(count)
      total[place] += Double(count)
    }
    let all = labelTexts.reduce(0, +)
    var tells = Array(repeating: false, count: groups.count)
    for (pair, both) in counts {
      let place = Int(pair >> 32)
      guard total[place] >= Double(Self.leastTexts), !tells[place] else { continue }
      tells[place] = Self.tells(
        both: both,
        word: total[place],
        label: labelTexts[Int(pair & 0xFFFF_FFFF)],
        all: all
      )
    }
    return Set(words.indices.filter { tells[group[$0]] }.map { words[$0] })
  }

  /// Whether a word makes a label likelier by enough, and not by chance.
  private static func tells(both: Double, word: Double, label: Double, all: Double) -> Bool {
    let share = label / all
    // One text more that is as the others are: rare words give less.
    let smoothed = (both + share) / (word + 1)
    let information = Logarithm.binary(smoothed / share)
    guard information >= leastShare * -Logarithm.binary(share) else { return false }
    let expected = word * share
    let missing = (word - both, word - expected)
    let evidence =
      both * Logarithm.binary(both / expected)
      + (missing.0 > 0 ? missing.0 * Logarithm.binary(missing.0 / missing.1) : 0)
    return 2 * evidence * 0.6931 >= leastEvidence
  }

  /// The stemmer of the language that most of some texts are in.
  private static func stemmer(of texts: [(text: String, label: String)]) -> Stemmer? {
    let identifier = LanguageIdentifier(languages: Stemmer.languages)
    var votes: [String: Int] = [:]
    for number in stride(from: 0, to: texts.count, by: max(1, texts.count / languageTexts)) {
      guard let code = identifier.identify(texts[number].text).code else { continue }
      votes[code, default: 0] += 1
    }
    let best = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.flatMap { Stemmer(language: $0.key) }
  }
}

/// Logarithms that are the same on every machine, to about one in ten thousand.
private enum Logarithm {
  static func binary(_ value: Double) -> Double {
    // The series of the inverse hyperbolic tangent, for a significand near 1.
    var exponent = Double(value.exponent)
    var significand = value.significand
    if significand > 1.5 {
      significand /= 2
      exponent += 1
    }
    let x = (significand - 1) / (significand + 1)
    let square = x * x
    let natural = 2 * x * (1 + square * (1 / 3 + square * (1 / 5 + square / 7)))
    return exponent + natural * 1.442_695_040_888_963_4
  }
}
