import SeedbedText

/// A text cut into what is said (words, figures, what is locked) and the marks and spaces between.
struct SpeechParts {
  struct Part {
    enum Kind { case word, figure, locked }

    var range: Range<Int>
    var kind: Kind
  }

  private(set) var parts: [Part] = []

  init(_ seed: Seed, _ bytes: Span<UInt8>) {
    let words = LatinWords.words(in: bytes)
    let fixed = Self.fixed(seed)
    parts.reserveCapacity(words.count + fixed.count)
    var next = 0
    for word in words {
      while next < fixed.count, fixed[next].range.lowerBound < word.upperBound {
        append(fixed[next])
        next += 1
      }
      append(Part(range: word, kind: .word))
    }
    for part in fixed[next...] { append(part) }
  }

  /// Adds a part; a word that reaches into what is locked is locked with it.
  private mutating func append(_ part: Part) {
    var part = part
    while let last = parts.last, part.range.lowerBound < last.range.upperBound {
      // A figure that holds the word is still the figure that is read.
      if last.kind == .figure, last.range.lowerBound <= part.range.lowerBound,
        part.range.upperBound <= last.range.upperBound
      {
        return
      }
      let lower = min(last.range.lowerBound, part.range.lowerBound)
      let upper = max(last.range.upperBound, part.range.upperBound)
      part = Part(range: lower..<upper, kind: .locked)
      parts.removeLast()
    }
    parts.append(part)
  }

  /// What is locked, and the figures that are not, in order and without overlap.
  private static func fixed(_ seed: Seed) -> [Part] {
    guard !seed.locked.isEmpty || !seed.figures.isEmpty else { return [] }
    var fixed = seed.locked.filter { !$0.isEmpty }.map { Part(range: $0, kind: .locked) }
    let figures = seed.figures.filter { figure in
      SpeechStyle.figures.contains(figure.kind) && seed.isOpen(figure.range)
        && !seed.companions.contains { isIn($0, figure.range, seed.text) }
    }
    guard !figures.isEmpty else { return fixed }
    fixed += figures.map { Part(range: $0.range, kind: .figure) }
    return fixed.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Whether a companion of the text has the figure too, which then must stay as it is written.
  private static func isIn(_ companion: String, _ figure: Range<Int>, _ text: String) -> Bool {
    companion.contains(String(text.slice(figure)))
  }
}
