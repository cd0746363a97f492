import SeedbedKernels

/// A phrase in which each place allows some words: `i|we will|'ll kill|murder you|him|her`.
///
/// Words are compared without case. `*` lets up to three other words pass, `?` behind a word makes the
/// place one that may be missing.
struct PhrasePattern: Sendable {
  private struct Place: Sendable {
    var words: Set<UInt64>
    var isOptional: Bool
    var isGap: Bool
  }

  private static let longestGap = 3
  private let places: [Place]
  /// The words with which a match begins.
  let firstWords: Set<UInt64>

  /// Reads a pattern as described above; the first place is never a gap.
  init(_ text: String) {
    places = text.split(separator: " ").map { part in
      let isOptional = part.hasSuffix("?")
      let words = (isOptional ? part.dropLast() : part).split(separator: "|")
      return Place(
        words: Set(words.map { hash64(String($0)) }),
        isOptional: isOptional,
        isGap: part == "*"
      )
    }
    firstWords = places.first?.words ?? []
  }

  /// The word behind the last one of a match that begins at a word; nil where there is none.
  func end(_ words: [UInt64], from start: Int) -> Int? { match(words, start, 0) }

  private func match(_ words: [UInt64], _ index: Int, _ place: Int) -> Int? {
    guard place < places.count else { return index }
    let current = places[place]
    if current.isGap {
      for skip in 0...Self.longestGap where index + skip <= words.count {
        if let end = match(words, index + skip, place + 1) { return end }
      }
      return nil
    }
    if index < words.count, current.words.contains(words[index]),
      let end = match(words, index + 1, place + 1)
    {
      return end
    }
    return current.isOptional ? match(words, index, place + 1) : nil
  }
}

/// The words of a text as hashes of their folded form, with their places.
struct PhraseWords {
  var hashes: [UInt64] = []
  var ranges: [Range<Int>] = []

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var folded: [UInt8] = []
    WordScanner.forEachWord(in: bytes.span) { range in
      folded.removeAll(keepingCapacity: true)
      for index in range {
        let byte = bytes[index]
        // A curly apostrophe is read as a straight one.
        if byte == 0xE2, index + 2 < range.upperBound, bytes[index + 1] == 0x80 {
          folded.append(UInt8(ascii: "'"))
        } else if byte & 0xC0 == 0x80, folded.last == UInt8(ascii: "'"),
          byte == 0x80 || byte == 0x99
        {
          continue
        } else {
          folded.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
        }
      }
      hashes.append(hash64(folded.span))
      ranges.append(range)
    }
  }
}

/// A rule: its name, its category and the phrases it flags.
struct PhraseRule: Sendable {
  var name: String
  var category: SafetyCategory
  var patterns: [PhrasePattern]
}

/// Rules arranged by the words with which their phrases begin, so that each word is looked up once.
struct PhraseMatcher: Sendable {
  private var starts: [UInt64: [(rule: Int, pattern: PhrasePattern)]] = [:]
  private let rules: [(name: String, category: SafetyCategory)]

  init(_ rules: [PhraseRule]) {
    self.rules = rules.map { ($0.name, $0.category) }
    for (index, rule) in rules.enumerated() {
      for pattern in rule.patterns {
        for word in pattern.firstWords { starts[word, default: []].append((index, pattern)) }
      }
    }
  }

  /// All matches in the order of the text; of one rule at one place only the first.
  func findings(in text: String) -> [SafetyFinding] {
    let words = PhraseWords(text)
    var found: [SafetyFinding] = []
    var offsets: ScalarOffsets?
    for index in words.hashes.indices {
      guard let options = starts[words.hashes[index]] else { continue }
      var flagged: Set<Int> = []
      for (rule, pattern) in options where !flagged.contains(rule) {
        guard let end = pattern.end(words.hashes, from: index), end > index else { continue }
        flagged.insert(rule)
        let utf8 = words.ranges[index].lowerBound..<words.ranges[end - 1].upperBound
        let table = offsets ?? ScalarOffsets(text)
        offsets = table
        guard let first = table.scalar(fromUTF8: utf8.lowerBound),
          let last = table.scalar(fromUTF8: utf8.upperBound)
        else { continue }
        found.append(
          SafetyFinding(
            utf8: utf8,
            scalars: first..<last,
            category: rules[rule].category,
            rule: rules[rule].name
          )
        )
      }
    }
    return found
  }
}
