import SeedbedPipeline
import Testing

@Suite("Citations in a source") struct CitationTests {
  static let text = """
    “The  quick brown fox,” she wrote, “jumps over the lazy dog — every single day of the year.”
    Nobody knows why it never tires; the party was over by noon. Later the dog moved to Délhi.
    """

  struct Example: Sendable, CustomTestStringConvertible {
    var quote: String
    var kind: CitationMatch.Kind
    var found: String?
    var testDescription: String { quote }
  }

  static let examples: [Example] = [
    .init(quote: "The quick brown fox", kind: .verbatim, found: "The  quick brown fox"),
    .init(
      quote: "of the year.”\n\nNobody knows",
      kind: .verbatim,
      found: "of the year.”\nNobody knows"
    ),
    .init(quote: "\"quick brown fox\"", kind: .verbatim, found: "quick brown fox"),
    .init(
      quote: "the QUICK brown fox,\" she",
      kind: .normalized,
      found: "The  quick brown fox,” she"
    ),
    .init(quote: "lazy dog - every", kind: .normalized, found: "lazy dog — every"),
    .init(quote: "DÉLHI", kind: .normalized, found: "Délhi"),
    .init(
      quote: "jumps over the lasy dog, every single day",
      kind: .fuzzy,
      found: "jumps over the lazy dog — every single day"
    ),
    .init(
      quote: "jumps ... every single day",
      kind: .verbatim,
      found: "jumps over the lazy dog — every single day"
    ),
    .init(
      quote: "Nobody knows […] was over by noon",
      kind: .verbatim,
      found: "Nobody knows why it never tires; the party was over by noon"
    ),
    .init(quote: "every single day … jumps over", kind: .absent, found: nil),
    .init(quote: "art", kind: .absent, found: nil),
    .init(quote: "the cat sleeps under the warm stove", kind: .absent, found: nil),
    .init(quote: " … ", kind: .absent, found: nil),
    .init(quote: "", kind: .absent, found: nil),
  ]

  @Test("Each quote is found as exactly as it stands there", arguments: examples)
  func found(example: Example) {
    let match = CitationMatcher(SourceText(Self.text)).find(example.quote)
    #expect(match.kind == example.kind)
    #expect(FaithfulnessSupport.part(Self.text, match.range) == example.found)
    if match.kind == .fuzzy {
      #expect(match.similarity >= CitationMatcher.fuzzyThreshold && match.similarity < 1)
    }
  }

  /// A text of words that differ.
  private func words(_ random: inout FaithfulnessRandom, _ count: Int) -> [String] {
    (0..<count).map { _ in
      String(
        (0..<3 + random.next() % 6).map { _ in
          "abcdefghiklmnoprstu".randomElement(using: &random) ?? "a"
        }
      )
    }
  }

  @Test(
    "Any run of words is verbatim, and nearly verbatim after a slip",
    arguments: 0..<80 as Range<UInt64>
  )
  func runs(seed: UInt64) {
    var random = FaithfulnessRandom(seed: seed)
    let words = words(&random, 400)
    let matcher = CitationMatcher(SourceText(words.joined(separator: " ")))
    let start = Int(random.next() % 350)
    var quote = Array(words[start..<start + 8 + Int(random.next() % 40)])
    let exact = matcher.find(quote.joined(separator: "  \n"))
    #expect(exact.kind == .verbatim)
    let letters = quote.joined(separator: " ").utf8.count
    quote[quote.count / 2] = "zzz" + quote[quote.count / 2].dropFirst(3)
    let near = matcher.find(quote.joined(separator: " "))
    let place = words.prefix(start).reduce(0) { $0 + $1.utf8.count + 1 }
    #expect(exact.range == place..<place + letters)
    // Three letters differ of at least 8 words of 3 letters.
    #expect(near.kind == .fuzzy || letters < 40)
    #expect(near.kind != .fuzzy || near.similarity >= 1 - 3.5 / Double(letters))
    #expect(near.kind != .fuzzy || near.range == exact.range)
  }

  @Test("A hostile source and quote cost no more than others")
  func hostile() {
    let source = SourceText(String(repeating: "aaaa aaab ", count: 20_000))
    let matcher = CitationMatcher(source)
    #expect(matcher.find(String(repeating: "aaaa aaab ", count: 300) + "b").kind == .fuzzy)
    #expect(matcher.find(String(repeating: "b", count: 100_000)).kind == .absent)
    #expect(matcher.find(String(repeating: "a…", count: 5_000)).kind == .absent)
    #expect(CitationMatcher(SourceText("")).find("a").kind == .absent)
  }
}
