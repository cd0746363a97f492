/// Phrases of one word or more, found in a text word by word; the longest wins.
public struct PhraseTable: Sendable {
  private struct Phrase {
    var words: [UInt64]
    var head: String
    var number: Int
    var place: Int
  }

  /// The keys of all phrases, one after the other.
  private let keys: [UInt64]
  /// Where the keys of each phrase begin, in the order of trial; one more for the end.
  private let starts: [Int]
  /// The number of each phrase, in the order of trial.
  private let numbers: [Int]
  /// The first phrase in the order of trial for the first word.
  private let first: WordIndex

  /// Makes a table.
  ///
  /// - Parameter phrases: Phrases with their numbers; words are separated by single spaces.
  public init(_ phrases: [(phrase: String, number: Int)]) {
    var split: [Phrase] = []
    for (place, entry) in phrases.enumerated() {
      let words = entry.phrase.split(separator: " ").map(String.init)
      guard let head = words.first else { continue }
      split.append(
        Phrase(
          words: words.map(WordIndex.key(of:)),
          head: head,
          number: entry.number,
          place: place
        )
      )
    }
    split.sort { a, b in
      (a.words[0], -a.words.count, a.place) < (b.words[0], -b.words.count, b.place)
    }
    var keys: [UInt64] = []
    var starts: [Int] = []
    var heads: [(String, Int)] = []
    for (trial, entry) in split.enumerated() {
      if trial == 0 || split[trial - 1].words[0] != entry.words[0] {
        heads.append((entry.head, trial))
      }
      starts.append(keys.count)
      keys += entry.words
    }
    self.keys = keys
    self.starts = starts + [keys.count]
    numbers = split.map { $0.number }
    first = WordIndex(heads.map { (word: $0.0, value: $0.1) })
  }

  /// The longest phrase that begins at a word.
  ///
  /// - Parameters:
  ///   - words: The words of a text.
  ///   - index: Which of them.
  /// - Returns: The phrase's number and how many words it has, or nil.
  public func match(_ words: [FoldedWord], at index: Int) -> (number: Int, count: Int)? {
    var trial = first.value(words[index].key)
    guard trial >= 0 else { return nil }
    let head = words[index].key
    while trial < numbers.count, keys[starts[trial]] == head {
      let count = starts[trial + 1] - starts[trial]
      if fits(words, index, starts[trial], count) { return (numbers[trial], count) }
      trial += 1
    }
    return nil
  }

  /// Every phrase in a text, none overlapping another.
  ///
  /// - Parameter words: The words of the text.
  /// - Returns: Places whose rule is the phrase's number.
  public func places(in words: [FoldedWord]) -> [RewritePlace] {
    var places: [RewritePlace] = []
    var index = 0
    while index < words.count {
      if let (number, count) = match(words, at: index) {
        places.append(RewritePlace(words, index, count: count, rule: number))
        index += count
      } else {
        index += 1
      }
    }
    return places
  }

  private func fits(_ words: [FoldedWord], _ index: Int, _ start: Int, _ count: Int) -> Bool {
    guard index + count <= words.count else { return false }
    for offset in 1..<max(1, count)
    where words[index + offset].key != keys[start + offset] || words[index + offset].gap != .space {
      return false
    }
    return true
  }
}

/// A place of a text that a rule can rewrite.
public struct RewritePlace: Sendable, Hashable {
  /// Where it begins, in UTF-8 bytes.
  public var start: Int
  /// Where it ends, exclusively.
  public var end: Int
  /// The number of its first word.
  public var word: Int
  /// How many words it has.
  public var count: Int
  /// The number of the rule.
  public var rule: Int

  /// Where it is, in UTF-8 bytes.
  public var range: Range<Int> { start..<end }

  /// Makes a place of whole words.
  ///
  /// - Parameters:
  ///   - words: The words of the text.
  ///   - word: The number of the first.
  ///   - count: How many, at least one.
  ///   - rule: The number of the rule.
  public init(_ words: [FoldedWord], _ word: Int, count: Int, rule: Int) {
    start = words[word].start
    end = words[word + count - 1].end
    self.word = word
    self.count = count
    self.rule = rule
  }
}

extension LetterCase {
  /// The case of a phrase: that of its first word, but capitals throughout only where all shout.
  ///
  /// - Parameters:
  ///   - words: The words of the text.
  ///   - place: Some of them.
  public init(_ words: [FoldedWord], of place: RewritePlace) {
    let first = words[place.word]
    let last = words[place.word + place.count - 1]
    // A single capital letter shouts only together with what stands beside it.
    if first.letterCase == .upper || (first.end - first.start == 1 && place.count > 1) {
      let single: LetterCase = first.letterCase == .upper ? .capitalised : first.letterCase
      self = last.letterCase == .upper ? .upper : single
    } else {
      self = first.letterCase
    }
  }
}
