import SeedbedKernels

/// A source prepared once, so that many claims and quotes can be checked against it.
public struct SourceText: Sendable {
  /// The source as it was given.
  public let text: String
  /// The language whose lists were used, an ISO 639-1 code.
  public let language: String

  let lists: ClaimLanguage
  let offsets: ScalarOffsets
  let content: TermList
  let index: KeyIndex
  let phrases: HashSet64
  let vocabulary: StemVocabulary
  let facts: FactIndex
  /// Which terms each sentence has.
  let sentenceTerms: [Range<Int>]

  /// Reads a source.
  ///
  /// - Parameters:
  ///   - text: The source; any length.
  ///   - language: The language of source and claims, an ISO 639-1 code. Stems, numbers in words and
  ///     clauses are English; function words and negators are those of the language; without lists
  ///     for it every word counts as one with a meaning.
  /// - Complexity: O(n log n) in the number of words.
  public init(_ text: String, language: String = "en") {
    self.text = text
    self.language = language
    lists = ClaimLanguage.named(language)
    offsets = ScalarOffsets(text)
    content = TermList(text, language: lists)
    index = KeyIndex(content.terms.map(\.key))
    phrases = Phrases.hashes(of: content.terms)
    vocabulary = StemVocabulary(content)
    facts = FactIndex(content)
    sentenceTerms = Self.termRanges(content)
  }

  private static func termRanges(_ content: TermList) -> [Range<Int>] {
    var ranges = [Range<Int>](repeating: 0..<0, count: max(1, content.sentences.count))
    for (place, term) in content.terms.enumerated() {
      let range = ranges[term.sentence]
      ranges[term.sentence] = (range.isEmpty ? place : range.lowerBound)..<place + 1
    }
    return ranges
  }

  /// The sentences: half-open ranges in Unicode scalars.
  public var sentences: [Range<Int>] { content.sentences.map { scalars($0, offsets) } }

  /// How much a word tells: rare in the source is more than common, unknown is most.
  func weight(of key: UInt64) -> Double {
    Self.weight(sentences: sentenceCount(of: key), of: content.sentences.count)
  }

  static func weight(sentences: Int, of total: Int) -> Double {
    // Roots, unlike logarithms, are the same on every machine.
    (1 + (Double(total) + 1) / (Double(sentences) + 0.5)).squareRoot().squareRoot() - 0.8
  }

  private func sentenceCount(of key: UInt64) -> Int {
    var count = 0
    var last = -1
    for place in index.places(of: key) where content.terms[place].sentence != last {
      last = content.terms[place].sentence
      count += 1
    }
    return count
  }

  /// The facts of the source.
  public var statedFacts: [Fact] { content.facts.map { FactCheck.fact($0, in: text, offsets) } }
}

/// Bytes as scalars; both ends lie between scalars.
func scalars(_ range: Range<Int>, _ offsets: ScalarOffsets) -> Range<Int> {
  let start = offsets.scalar(fromUTF8: range.lowerBound) ?? 0
  return start..<max(start, offsets.scalar(fromUTF8: range.upperBound) ?? offsets.scalarCount)
}
