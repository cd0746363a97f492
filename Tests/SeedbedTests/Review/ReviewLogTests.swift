import SeedbedData
import SeedbedPipeline
import Testing

@Suite("What people's decisions mean")
struct ReviewLogTests {
  private static let sample = PipelineFixture.id(1)
  private static let made = PipelineFixture.id(2)

  /// Decisions in their order, each with the number of its place.
  private func log(_ decisions: [(author: String, verdict: ReviewVerdict)]) -> ReviewLog {
    ReviewLog(
      decisions.enumerated().map { place, said in
        var decision = ReviewDecision(
          sample: Self.sample,
          purpose: .gap,
          author: said.author,
          verdict: said.verdict,
          reason: said.verdict == .reject ? "wrong label" : nil,
          correction: said.verdict == .fix ? ReviewCorrection(text: "new") : nil,
          decidedAt: place
        )
        decision.number = place + 1
        if said.verdict == .fix { decision.replacement = Self.made }
        return .decided(decision)
      }
    )
  }

  @Test("one rejection keeps a row out, whatever others say")
  func rejection() {
    let rulings = ReviewRulings(log([("ada", .reject), ("bob", .accept)]))
    #expect(rulings.excluded[Self.sample] == "a person rejected it: wrong label")
    #expect(rulings.replaced.isEmpty)
  }

  @Test("a person's last word counts, and a skip takes nothing back")
  func lastWord() {
    #expect(ReviewRulings(log([("ada", .reject), ("ada", .accept)])).excluded.isEmpty)
    #expect(!ReviewRulings(log([("ada", .reject), ("ada", .skip)])).excluded.isEmpty)
  }

  @Test("a fix puts the new row in the place of the old one")
  func fix() {
    let rulings = ReviewRulings(log([("ada", .fix), ("bob", .accept)]))
    #expect(rulings.excluded[Self.sample] != nil)
    #expect(rulings.replaced == [Self.made: Self.sample])
  }

  @Test(
    "people stand by the label of what all accepted, and of what a fix made",
    arguments: [
      ([("ada", ReviewVerdict.accept), ("bob", .skip)], [ReviewLogTests.sample]),
      ([("ada", .accept), ("bob", .reject)], []), ([("ada", .skip)], []),
      ([("ada", .reject), ("ada", .accept)], [ReviewLogTests.sample]),
      ([("ada", .fix)], [ReviewLogTests.made]),
      ([("ada", .fix), ("bob", .reject)], [ReviewLogTests.made]),
    ] as [([(String, ReviewVerdict)], [SampleID])]
  )
  func opinions(_ said: [(String, ReviewVerdict)], _ ids: [SampleID]) throws {
    let samples = try PipelineFixture.real([("a row", "delivery"), ("another row", "delivery")])
    let known = [Self.sample: samples[0], Self.made: samples[1]]
    let opinions = log(said.map { (author: $0.0, verdict: $0.1) }).opinions { known[$0] }
    #expect(opinions.map(\.sample) == ids.compactMap { known[$0] })
    #expect(opinions.allSatisfy { $0.standsByLabel && $0.difficulty == nil })
    #expect(log([("ada", .accept)]).opinions { _ in nil }.isEmpty)
  }

  @Test("a decision that was taken back counts no more, in whatever pieces the record is read")
  func withdrawal() {
    var log = log([("ada", .fix)])
    #expect(log.samples == [Self.sample])
    log.read([.withdrawn(decision: 1, author: "ada", at: 9, number: 2)])
    #expect(log.samples.isEmpty)
    #expect(log.lastNumber == 2)
    #expect(ReviewRulings(log) == ReviewRulings())
  }

  @Test("what a person kept out is rejected with a verdict that says why; the rest stays as it is")
  func applied() throws {
    let real = try PipelineFixture.real([("where is my parcel", "delivery")])
    let sample = PipelineFixture.child(of: real[0], "where's my parcel")
    var candidate = Candidate(sample: sample, quota: 0, round: 0)
    candidate.status = .accepted
    candidate.verdicts = [Verdict(check: "label", .pass, evidence: "believed")]
    var decision = ReviewDecision(
      sample: sample.id,
      purpose: .gap,
      author: "ada",
      verdict: .reject,
      reason: "clumsy",
      decidedAt: 0
    )
    decision.number = 1
    let applied = ReviewRulings(ReviewLog([.decided(decision)])).applied(to: [candidate])
    #expect(applied[0].status == .rejected)
    #expect(applied[0].rejectingCheck == "review")
    #expect(applied[0].verdicts.last?.evidence == "a person rejected it: clumsy")
    #expect(ReviewRulings().applied(to: [candidate]) == [candidate])
  }
}
