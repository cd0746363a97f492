import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import SeedbedText
import Testing

@Suite("What stop rules find")
struct StopFindingTests {
  @Test(
    "wrong labels are found above the limit, with the share and the limit in words",
    arguments: [(10, 100, false), (11, 100, true), (0, 0, false), (1, 3, true)]
  )
  func labels(wrong: Int, rows: Int, isFound: Bool) throws {
    let found = StopFinding.labels(wrong: wrong, of: rows, limit: 0.1)
    #expect((found != nil) == isFound)
    guard let found else { return }
    #expect(found.rule == .labels && found.threshold == 0.1)
    #expect(found.measured == Double(wrong) / Double(rows))
    #expect(found.finding.contains("\(wrong) of \(rows)") && found.finding.contains("10 %"))
  }

  /// The most synthetic rows that the rule of thumb allows, by the number of real ones.
  @Test(
    "the cap on synthetic rows follows the number of real ones, exactly at its borders",
    arguments: [
      (0, Int.max), (1, 2), (300, 700), (999, 2331), (1000, 1000), (10_000, 10_000), (10_001, 0),
    ]
  )
  func mixing(real: Int, most: Int) throws {
    if most == .max {
      #expect(StopFinding.mixing(synthetic: 1_000_000, real: real, limit: nil) == nil)
      return
    }
    #expect(StopFinding.mixing(synthetic: most, real: real, limit: nil) == nil)
    let found = try #require(StopFinding.mixing(synthetic: most + 1, real: real, limit: nil))
    #expect(found.measured > found.threshold)
    #expect(found.finding.contains("\(most + 1) of \(most + 1 + real)"))
    #expect(found.hint.contains(most == 0 ? "need none" : "budget: \(most)"))
  }

  @Test("a share of the project's own takes the place of the rule of thumb")
  func ownShare() throws {
    #expect(StopFinding.mixing(synthetic: 3000, real: 12_000, limit: 0.2) == nil)
    let found = try #require(StopFinding.mixing(synthetic: 3001, real: 12_000, limit: 0.2))
    #expect(found.finding.contains("synthetic_share") && found.threshold == 0.2)
    #expect(found.hint.contains("3000"))
  }

  struct Reviewed: Sendable {
    var rejected: Int
    var looked: Int
    var passed: Bool?
    var words: [String]
  }

  @Test(
    "a version must have passed its spot check, and rejected candidates must have been looked at",
    arguments: [
      Reviewed(rejected: 0, looked: 0, passed: true, words: []),
      Reviewed(rejected: 90, looked: 20, passed: true, words: []),
      Reviewed(rejected: 7, looked: 7, passed: true, words: []),
      Reviewed(rejected: 90, looked: 19, passed: true, words: ["19 of 90", "20 must be"]),
      Reviewed(rejected: 7, looked: 6, passed: true, words: ["6 of 7", "7 must be"]),
      Reviewed(rejected: 0, looked: 0, passed: nil, words: ["not finished"]),
      Reviewed(rejected: 0, looked: 0, passed: false, words: ["did not pass"]),
      Reviewed(rejected: 50, looked: 0, passed: false, words: ["did not pass", "0 of 50"]),
    ]
  )
  func review(_ reviewed: Reviewed) throws {
    var state = ReviewState(
      rejected: reviewed.rejected,
      rejectedReviewed: reviewed.looked,
      newestVersion: "abcdef0123456789",
      spotCheckPassed: reviewed.passed
    )
    let found = StopFinding.review(state, needed: 20)
    #expect((found == nil) == reviewed.words.isEmpty)
    for words in reviewed.words { #expect(found?.finding.contains(words) == true) }
    state.newestVersion = nil
    #expect(StopFinding.review(state, needed: 20) == nil, "a first version needs no review")
  }

  @Test("from the third version on one must be released", arguments: 0..<5)
  func release(versions: Int) {
    var state = ReviewState(newestVersion: "abcdef0123456789")
    let found = StopFinding.release(state, versions: versions)
    #expect((found != nil) == (versions >= 2))
    if let found { #expect(found.finding.contains("\(versions) versions were made and 0")) }
    state.releasedVersion = "0123456789abcdef"
    #expect(StopFinding.release(state, versions: versions) == nil)
  }

  @Test(
    "a round stops generation only where it brought too little, and had enough candidates to tell",
    arguments: [
      (200, 2, false), (200, 1, true), (200, 0, true), (49, 0, false), (50, 0, true), (0, 0, false),
    ]
  )
  func coverage(candidates: Int, covering: Int, isFound: Bool) {
    let gain = CoverageGain(round: 1, candidates: candidates, accepted: 9, covering: covering)
    let found = StopFinding.coverage(gain, least: 0.01)
    #expect((found != nil) == isFound)
    if let found {
      #expect(found.finding.contains("\(candidates) candidates made in round 2"))
      #expect(found.finding.contains("9 were accepted and \(covering) brought"))
      #expect(found.measured < found.threshold && found.threshold == 0.01)
    }
  }
}

@Suite("What a round of generation brings")
struct CoverageGainTests {
  private static func candidate(
    _ sample: Sample,
    round: Int,
    _ status: CandidateStatus
  ) -> Candidate {
    var candidate = Candidate(sample: sample, quota: 0, round: round)
    candidate.status = status
    return candidate
  }

  private let dimensions: DimensionSet
  private let real: [Sample]

  init() throws {
    dimensions = try DimensionSet(["label"], languages: [])
    real = try PipelineFixture.real([
      ("where is my parcel now", "delivery"), ("my parcel is late", "delivery"),
      ("cancel my plan", "cancel"),
    ])
  }

  private func gain(_ texts: [(String, CandidateStatus, Int)], round: Int) -> CoverageGain {
    let candidates = texts.enumerated().map { number, entry in
      Self.candidate(
        PipelineFixture.child(of: real[0], entry.0, draw: number),
        round: entry.2,
        entry.1
      )
    }
    return CoverageGain(ofRound: round, candidates, real: real, dimensions: dimensions)
  }

  @Test(
    "what says again what is there brings nothing, whatever its case, marks and order of sentences",
    arguments: [
      ("WHERE is my PARCEL now?!", 0), ("my parcel is late", 0), ("where is my parcel", 0),
      ("cancel my parcel", 0), ("where is the parcel now", 1), ("parcel my where", 1),
    ]
  )
  func repeats(text: String, covering: Int) {
    let gain = gain([(text, .accepted, 0)], round: 0)
    #expect(gain.covering == covering && gain.accepted == 1 && gain.candidates == 1)
  }

  @Test("only accepted candidates of the round count, and each thing only once")
  func once() {
    let texts: [(String, CandidateStatus, Int)] = [
      ("where is the parcel", .accepted, 0), ("send the box", .accepted, 1),
      ("is the parcel", .accepted, 1), ("send the box", .accepted, 1),
      ("quite another thing", .rejected, 1), ("and one more", .surplus, 1),
    ]
    let first = gain(texts, round: 0), second = gain(texts, round: 1)
    #expect(first == CoverageGain(round: 0, candidates: 1, accepted: 1, covering: 1))
    #expect(second.candidates == 5 && second.accepted == 3)
    // `is the parcel` came in round 0, and the second `send the box` says the first again.
    #expect(second.covering == 1)
    #expect(second.share == 0.2)
  }

  @Test("a value of a dimension that nothing had before is new, though all words are known")
  func values() throws {
    let sample = PipelineFixture.child(of: real[0], "my parcel is late", label: "refund")
    let gain = CoverageGain(
      ofRound: 0,
      [Self.candidate(sample, round: 0, .accepted)],
      real: real,
      dimensions: dimensions
    )
    #expect(gain.covering == 1)
  }

  @Test("the order of candidates and of real samples changes nothing", arguments: 0..<5)
  func order(seed: Int) {
    var random = PipelineFixture.random(seed)
    let candidates = (0..<40).map { number in
      Self.candidate(
        PipelineFixture.child(
          of: real[number % 3],
          PipelineFixture.words(1 + random.index(below: 3), &random) + " parcel",
          draw: number
        ),
        round: number % 2,
        number % 5 == 0 ? .rejected : .accepted
      )
    }
    func gain(_ candidates: [Candidate], _ real: [Sample]) -> CoverageGain {
      CoverageGain(ofRound: 1, candidates, real: real, dimensions: dimensions)
    }
    #expect(
      gain(candidates, real)
        == gain(PipelineFixture.permuted(candidates, seed: seed), real.reversed())
    )
  }
}
