import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Faithfulness of texts") struct FaithfulnessScorerTests {
  static let source = """
    Padgate is a suburb of the English town of Warrington, Cheshire. Warrington lies on the banks of the \
    River Mersey, 20 miles east of Liverpool. The population in 2016 was estimated at 208,800. The \
    council did not approve the new bridge. Anna Miller founded the museum on 5 July 1984.
    """

  private func score(_ text: String) -> Double {
    FaithfulnessScorer(SourceText(Self.source)).score(text).minimum
  }

  @Test("A sentence of the source has full support, and its place is the support")
  func itself() throws {
    let source = SourceText(Self.source)
    let scorer = FaithfulnessScorer(source)
    for range in source.sentences {
      let sentence = try #require(FaithfulnessSupport.part(Self.source, range))
      let scored = scorer.score(sentence)
      #expect(scored.minimum == 1)
      #expect(scored.claims.map(\.support) == [range])
    }
  }

  @Test("Less support scores less")
  func order() {
    let exact = score("Warrington lies on the banks of the River Mersey.")
    let reworded = score("Warrington is on the banks of the Mersey river.")
    let fused = score("Anna Miller approved the banks of Cheshire.")
    let foreign = score("Quarterly earnings disappointed many investors.")
    #expect(exact > reworded)
    #expect(reworded > fused)
    #expect(fused > foreign)
    #expect(foreign < Faithfulness.failThreshold)
  }

  @Test("The weakest claim decides, and each has its span in the text")
  func claims() {
    let text = "Padgate is a suburb. Quarterly earnings rose by 41%."
    let scored = FaithfulnessScorer(SourceText(Self.source)).score(text)
    #expect(
      scored.claims.map { FaithfulnessSupport.part(text, $0.range) } == scored.claims.map(\.text)
    )
    #expect(scored.claims.count == 2)
    #expect(scored.minimum == scored.claims[1].score)
    #expect(scored.mean == (scored.claims[0].score + scored.claims[1].score) / 2)
    #expect(scored.weakest == scored.claims[1])
  }

  @Test("A denial of what the source says costs, and so does the loss of one")
  func denial() {
    let scorer = FaithfulnessScorer(SourceText(Self.source))
    for text in ["The council approved the new bridge.", "Padgate is not a suburb of Warrington."] {
      let claim = scorer.score(text).claims.first
      #expect(claim?.isDenied == true)
      #expect(claim?.reason.contains("negation") == true)
    }
    #expect(scorer.score("The council did not approve the bridge.").claims.first?.isDenied == false)
  }

  @Test("The reason names the number, name and words without support")
  func reasons() throws {
    let text = "In 2016 the population was 310,000, and Robert Shaw sang an aria."
    let claim = try #require(FaithfulnessScorer(SourceText(Self.source)).score(text).weakest)
    #expect(claim.reason.contains("310,000"))
    #expect(claim.reason.contains("Robert Shaw"))
    #expect(claim.reason.contains("aria"))
    #expect(!claim.reason.contains("\n"))
  }

  @Test("An answer may repeat the question, and what it adds must be in the source")
  func answers() {
    let scorer = FaithfulnessScorer(SourceText(Self.source))
    let question = "On which river does the town that Padgate belongs to lie?"
    func score(_ answer: String) -> Double {
      scorer.score(answer: answer, question: question).minimum
    }
    #expect(score("River Mersey") == 1)
    #expect(score("Mersey") == 1)
    #expect(
      score("The town that Padgate belongs to lies on the River Mersey.")
        > score("The town that Padgate belongs to lies on the River Thames.")
    )
    #expect(score("Thames") < Faithfulness.failThreshold)
  }

  struct Judged: Sendable {
    var answer: String
    var question: String?
    var quotes: [String]
    var outcome: Outcome
    var evidence: String
  }

  static let judged: [Judged] = [
    .init(
      answer: "Warrington lies on the banks of the River Mersey.",
      quotes: ["lies on the banks"],
      outcome: .pass,
      evidence: "quote"
    ),
    .init(
      answer: "River Mersey",
      question: "On which river does Warrington lie?",
      quotes: [],
      outcome: .pass,
      evidence: "support"
    ),
    .init(
      answer: "Warrington lies on the banks of the River Mersey.",
      quotes: ["lies in Wales"],
      outcome: .fail,
      evidence: "lies in Wales"
    ),
    .init(
      answer: "It lies 25 miles east of Liverpool.",
      quotes: [],
      outcome: .fail,
      evidence: "25 miles"
    ),
    .init(
      answer: "She founded the museum on 7 July 1984.",
      quotes: [],
      outcome: .fail,
      evidence: "7 July 1984"
    ),
    .init(
      answer: "Quarterly earnings disappointed investors.",
      quotes: [],
      outcome: .fail,
      evidence: "Quarterly"
    ),
    .init(
      answer: "Yes",
      question: "Is Padgate a suburb of Warrington?",
      quotes: [],
      outcome: .undecided,
      evidence: "Yes"
    ),
    .init(
      answer: "Padgate is a suburb of the English town of Warrington.",
      quotes: ["Padgate is the suburb of an English town"],
      outcome: .undecided,
      evidence: "other words"
    ),
    .init(answer: " ", quotes: [], outcome: .undecided, evidence: "no claim"),
  ]

  @Test("The verdict says what was found and why", arguments: judged)
  func verdicts(example: Judged) {
    let found = Faithfulness.verdict(
      answer: example.answer,
      source: Self.source,
      question: example.question,
      quotes: example.quotes
    )
    #expect(found.outcome == example.outcome, "\(found)")
    #expect(found.evidence.contains(example.evidence), "\(found.evidence)")
    #expect((0...1).contains(found.score))
  }

  @Test("Texts in capitals only, in other languages and without words are scored all the same")
  func otherTexts() {
    let source = "WARRINGTON LIES ON THE MERSEY. Der Preis beträgt 1.200 Euro."
    let scorer = FaithfulnessScorer(SourceText(source, language: "de"))
    #expect(scorer.score("Der Preis beträgt 1200 Euro.").minimum > 0.9)
    #expect(
      scorer.score("Der Preis beträgt 1300 Euro.").minimum
        < scorer.score("Der Preis beträgt 1.200 Euro.").minimum
    )
    #expect(scorer.score("").claims.isEmpty)
    #expect(FaithfulnessScorer(SourceText("")).score("Something was said.").minimum < 0.5)
    #expect(FaithfulnessScorer(SourceText("今日は雨です。")).score("今日は雨です。").minimum == 1)
  }

  @Test(
    "Any text against any source gives scores within bounds, twice the same",
    arguments: 0..<150 as Range<UInt64>
  )
  func bounds(seed: UInt64) {
    var random = FaithfulnessRandom(seed: seed)
    let text = FaithfulnessSupport.randomText(&random, pieces: Int(random.next() % 30))
    let source = FaithfulnessSupport.randomText(&random, pieces: Int(random.next() % 60))
    let scorer = FaithfulnessScorer(SourceText(source))
    let scored = scorer.score(text, by: .clause)
    #expect(scored == FaithfulnessScorer(SourceText(source)).score(text, by: .clause))
    for claim in scored.claims + scorer.score(answer: text, question: source).claims {
      #expect((0...1).contains(claim.score))
      #expect(claim.range.upperBound <= text.unicodeScalars.count)
      #expect(claim.support?.upperBound ?? 0 <= source.unicodeScalars.count)
    }
    _ = Faithfulness.verdict(answer: text, source: source, question: nil, quotes: [source, text])
  }
}
