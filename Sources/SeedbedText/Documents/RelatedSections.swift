import SeedbedKernels

/// Finds the sections of one document that belong together by the rare words they share.
///
/// A word counts by how few sections have it (Spärck Jones 1972), a name or a figure half as much again.
/// What every second section says, or more than 64 of them, relates nothing, which keeps the work linear.
public struct RelatedSections: Sendable {
  /// A section that is related to another one.
  public struct Relation: Sendable, Hashable {
    /// The number of the section.
    public var section: Int
    /// How much both share, 0…1: the cosine of their weighted words.
    public var score: Double
    /// The words that both have, the rarest first; at most eight.
    public var shared: [String]
  }

  /// In more sections a word is too common to relate two.
  private static let widest = 64
  private static let longestShared = 8

  private struct Term {
    var weight: Double
    var sections: [Int]
    var word: String
  }

  private var terms: [Term] = []
  private var termsOf: [[Int]]
  private var norms: [Double]

  /// Reads the sections of one document.
  ///
  /// - Parameters:
  ///   - sections: The sections, in order; their places in this list are what relations speak of.
  ///   - language: The language whose function words do not count, as an ISO 639-1 code.
  public init(_ sections: [DocumentSection], language: String? = nil) {
    var found: [UInt64: Int] = [:]
    var names: [Bool] = []
    termsOf = Array(repeating: [], count: sections.count)
    let functionWords = FunctionWords.for(language: language ?? "en")
    for (place, section) in sections.enumerated() {
      var seen: Set<Int> = []
      for (range, isName) in Self.words(of: section.text) {
        let word = section.text.utf8Slice(range).lowercased()
        guard !functionWords.contains(word) else { continue }
        let key = hash64(word)
        let index = found[key] ?? terms.count
        if index == terms.count {
          found[key] = index
          terms.append(Term(weight: 0, sections: [], word: word))
          names.append(false)
        }
        if isName { names[index] = true }
        if seen.insert(index).inserted {
          terms[index].sections.append(place)
          termsOf[place].append(index)
        }
      }
    }
    norms = Array(repeating: 0, count: sections.count)
    let most = min(Self.widest, max(2, sections.count / 2))
    for index in terms.indices {
      let count = terms[index].sections.count
      guard count <= most else { continue }
      let idf = 1 + Self.roughLog2(Double(sections.count) / Double(count))
      terms[index].weight = idf * (names[index] ? 1.5 : 1)
      for place in terms[index].sections {
        norms[place] += terms[index].weight * terms[index].weight
      }
    }
  }

  /// The sections that share most with one, the closest first.
  ///
  /// - Parameters:
  ///   - section: The section's place in the list.
  ///   - count: How many at most.
  ///   - minimum: The least score, 0…1.
  /// - Returns: Relations of falling score; equal ones in the order of the document.
  public func related(to section: Int, count: Int, minimum: Double = 0.02) -> [Relation] {
    guard termsOf.indices.contains(section), norms[section] > 0 else { return [] }
    var sums: [Int: Double] = [:]
    for index in termsOf[section] where terms[index].weight > 0 {
      let weight = terms[index].weight
      for other in terms[index].sections where other != section {
        sums[other, default: 0] += weight * weight
      }
    }
    var scored: [(place: Int, score: Double)] = []
    for (place, sum) in sums {
      let score = sum / (norms[section] * norms[place]).squareRoot()
      if score >= minimum { scored.append((place, min(1, score))) }
    }
    scored.sort { $0.score != $1.score ? $0.score > $1.score : $0.place < $1.place }
    return scored.prefix(max(0, count)).map { entry in
      Relation(
        section: entry.place,
        score: entry.score,
        shared: shared(section, entry.place)
      )
    }
  }

  /// The logarithm to base 2, straight between powers of two, so that it is the same on every machine.
  private static func roughLog2(_ value: Double) -> Double {
    Double(value.exponent) + value.significand - 1
  }

  /// The words of weight that two sections share, the heaviest first.
  private func shared(_ first: Int, _ second: Int) -> [String] {
    let others = Set(termsOf[second])
    let both = termsOf[first].filter { terms[$0].weight > 0 && others.contains($0) }
      .sorted { left, right in
        terms[left].weight != terms[right].weight
          ? terms[left].weight > terms[right].weight : terms[left].word < terms[right].word
      }
    return both.prefix(Self.longestShared).map { terms[$0].word }
  }

  /// The words of three letters or more, each with whether it is a figure or begins with a capital within
  /// a sentence.
  private static func words(of text: String) -> [(range: Range<Int>, isName: Bool)] {
    let bytes = text.utf8Span.span
    var words: [(range: Range<Int>, isName: Bool)] = []
    WordScanner.forEachWord(in: bytes) { range in
      guard range.count >= 3 else { return }
      let first = bytes[range.lowerBound]
      let isFigure = first >= 0x30 && first <= 0x39
      var before = range.lowerBound - 1
      while before >= 0, bytes[before] == 0x20 { before -= 1 }
      let isInside =
        before >= 0 && before < range.lowerBound - 1 && !".!?:\n".utf8.contains(bytes[before])
      let isCapital = first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z") && isInside
      let isCode = range.lowerBound > 0 && bytes[range.lowerBound - 1] == UInt8(ascii: "`")
      words.append((range, isFigure || isCapital || isCode))
    }
    return words
  }
}
