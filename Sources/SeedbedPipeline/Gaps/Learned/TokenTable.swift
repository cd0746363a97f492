import SeedbedKernels
import SeedbedLearning
import SeedbedText

/// Which labelled rows have which words and marks.
struct TokenTable {
  /// Tokens in the order in which they were first met.
  private(set) var tokens: [String] = []
  /// The rows that have each token, ascending.
  private(set) var rows: [[Int]] = []
  /// How many rows each label has.
  private(set) var sizes: [Int]
  /// How many rows count.
  private(set) var total = 0
  private let labels: LabelEvidence
  private let isCounted: [Bool]
  private let functionWords: FunctionWords
  private let stemmer: Stemmer?

  init(_ evidence: LearnedEvidence, _ labels: LabelEvidence) {
    let wrong = Set(evidence.mislabelled.rows.map(\.row))
    self.labels = labels
    sizes = [Int](repeating: 0, count: labels.classes.count)
    functionWords = FunctionWords.for(language: evidence.language)
    stemmer = Stemmer(language: evidence.language)
    isCounted = labels.actual.indices.map { !wrong.contains($0) }
    var numbers: [String: Int] = [:]
    for (row, actual) in labels.actual.enumerated() where isCounted[row] {
      sizes[actual] += 1
      total += 1
      for token in Self.tokens(of: evidence.rows.texts[row]) {
        let number = numbers[token] ?? tokens.count
        if number == tokens.count {
          numbers[token] = number
          tokens.append(token)
          rows.append([])
        }
        if rows[number].last != row { rows[number].append(row) }
      }
    }
  }

  /// Words in lower case, and every sign that is neither letter, digit nor space.
  private static func tokens(of text: String) -> [String] {
    let lower = text.lowercased()
    let bytes = lower.utf8Span.span
    var tokens: [String] = []
    WordScanner.forEachWord(in: bytes) { range in
      tokens.append(String(decoding: range.map { bytes[$0] }, as: UTF8.self))
    }
    for scalar in lower.unicodeScalars {
      let properties = scalar.properties
      guard !properties.isAlphabetic, !properties.isWhitespace, properties.numericType == nil,
        properties.generalCategory != .control, !properties.isDefaultIgnorableCodePoint,
        properties.canonicalCombiningClass == .notReordered
      else { continue }
      tokens.append(String(scalar))
    }
    return tokens
  }

  /// The label that most rows with a token have, the first of equals, and how many.
  func mainLabel(of token: Int) -> (label: Int, rows: Int)? {
    var counts: [Int: Int] = [:]
    for row in rows[token] { counts[labels.actual[row], default: 0] += 1 }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
  }

  func kind(of token: Int) -> ShortcutWord.Kind {
    let scalars = tokens[token].unicodeScalars
    if !scalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil })
    {
      return .mark
    }
    if scalars.contains(where: { $0.properties.numericType != nil }) { return .number }
    return functionWords.contains(tokens[token]) ? .functionWord : .word
  }

  /// Whether a token is a word of a label's name, or one of those that mean it.
  func means(_ token: Int, _ label: String, _ meaning: [String]) -> Bool {
    let word = tokens[token], stem = stemmer?.stem(word) ?? word
    let known = Self.words(ofName: label) + meaning
    return known.contains { other in
      other == word || (stemmer?.stem(other) ?? other) == stem
        || (word.count >= 4 && other.count >= 4 && word.prefix(4) == other.prefix(4))
    }
  }

  /// `cardArrival` and `card_arrival` both have the words `card` and `arrival`.
  private static func words(ofName name: String) -> [String] {
    var words: [String] = []
    var word = "", wasLower = false
    for scalar in name.unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      if !isLetter || (wasLower && scalar.properties.isUppercase), !word.isEmpty {
        words.append(word.lowercased())
        word = ""
      }
      if isLetter { word.unicodeScalars.append(scalar) }
      wasLower = scalar.properties.isLowercase
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    return words
  }

  /// The share of a label's rows that are mistaken, with a token and without.
  func errors(
    of label: Int,
    token: Int
  ) -> (with: Double, without: Double, isHarderWithout: Bool) {
    let holders = Set(rows[token])
    var having = (rows: 0, errors: 0), lacking = having
    for (row, actual) in labels.actual.enumerated() where actual == label && isCounted[row] {
      let error = labels.predicted[row] == actual ? 0 : 1
      if holders.contains(row) {
        having.rows += 1
        having.errors += error
      } else {
        lacking.rows += 1
        lacking.errors += error
      }
    }
    let value = FisherExact.greater(
      lacking.errors,
      of: lacking.rows,
      against: having.errors,
      of: having.rows
    )
    return (
      Double(having.errors) / Double(max(having.rows, 1)),
      Double(lacking.errors) / Double(max(lacking.rows, 1)),
      value.map { $0 <= 0.05 } ?? false
    )
  }
}
