import SeedbedData
import SeedbedPipeline
import Testing

@Suite("One survivor of each group")
struct DeduplicatorTests {
  static let parent: Sample? = try? PipelineFixture.real([("a parent text of its own", "a")]).first

  static func candidates(
    _ texts: [String],
    score: (Int) -> Double? = { _ in nil }
  ) throws
    -> [Candidate]
  {
    let parent = try #require(Self.parent)
    return texts.enumerated().map { index, text in
      var candidate = Candidate(
        sample: PipelineFixture.child(of: parent, text, draw: index),
        quota: 0,
        round: 0
      )
      if let score = score(index) {
        candidate.verdicts = [Verdict(check: "label", .pass, score: score, evidence: "")]
      }
      return candidate
    }
  }

  static func deduplicate(_ candidates: [Candidate], real: [Sample] = []) -> [Candidate] {
    Deduplicator.deduplicate(
      candidates,
      sketches: PipelineFixture.sketches(candidates.map(\.sample)),
      real: real,
      realSketches: PipelineFixture.sketches(real),
      threshold: 0.8
    )
  }

  static func survivors(_ candidates: [Candidate]) -> Set<SampleID> {
    Set(candidates.filter { $0.status == .pending }.map(\.sample.id))
  }

  @Test("of a pair of duplicates exactly one stays, and the other names it")
  func pair() throws {
    let text = "please send the parcel to my new address in the old town"
    let decided = Self.deduplicate(try Self.candidates([text, text.uppercased() + "!"]))
    #expect(Self.survivors(decided).count == 1)
    let removed = try #require(decided.first { $0.status == .duplicate })
    let decision = try #require(removed.duplicate)
    #expect(decision.removed == removed.sample.id)
    #expect(Self.survivors(decided).contains(decision.kept))
    #expect(decision.kind == .exact)
    #expect(decision.similarity == 1)
  }

  /// A ~ B ~ C at 0.8, with A and C below it.
  static let chain: [String] = {
    let words = (0..<30).map { "word\($0)x" }
    func text(_ range: Range<Int>) -> String { words[range].joined(separator: " ") }
    return [text(0..<24), text(2..<26), text(4..<28)]
  }()

  @Test("pitfall 14: the end of a chain stays when it is unlike the one that was kept")
  func chain() throws {
    let sketches = Self.chain.map { TextSketch($0) }
    try #require(sketches[0].similarity(to: sketches[1]) >= 0.8)
    try #require(sketches[1].similarity(to: sketches[2]) >= 0.8)
    try #require(sketches[0].similarity(to: sketches[2]) < 0.8)
    // By belief A comes first, then B, then C.
    let candidates = try Self.candidates(Self.chain) { 0.9 - Double($0) / 10 }
    let decided = Self.deduplicate(candidates)
    #expect(decided.map(\.status) == [.pending, .duplicate, .pending])
    #expect(decided[1].duplicate?.kept == candidates[0].sample.id)
    #expect(decided[1].duplicate?.kind == .near)
  }

  @Test("a removed candidate is directly like the one that it names", arguments: 0..<2)
  func direct(seed: Int) throws {
    let texts = SimilarityTests.corpus(150, seed: seed + 20)
    let candidates = try Self.candidates(texts)
    let real = try PipelineFixture.real(texts.prefix(40).map { ($0 + " now", "a") })
    let decided = Self.deduplicate(candidates, real: real)
    var sketchOf: [SampleID: TextSketch] = [:]
    for sample in candidates.map(\.sample) + real { sketchOf[sample.id] = TextSketch(sample.text) }
    let kept = Self.survivors(decided).union(real.map(\.id))
    for candidate in decided where candidate.status == .duplicate {
      let decision = try #require(candidate.duplicate)
      #expect(kept.contains(decision.kept))
      let own = try #require(sketchOf[candidate.sample.id])
      let other = try #require(sketchOf[decision.kept])
      #expect(own.similarity(to: other) == decision.similarity)
      #expect(decision.similarity >= 0.8)
    }
    let survivors = decided.filter { $0.status == .pending }.map { TextSketch($0.sample.text) }
    for (index, left) in survivors.enumerated() {
      #expect(!survivors[..<index].contains { $0.similarity(to: left) >= 0.8 })
    }
    #expect(decided.contains { $0.status == .duplicate })
  }

  @Test("the survivors do not depend on the order of the candidates", arguments: 0..<2)
  func order(seed: Int) throws {
    let texts = SimilarityTests.corpus(100, seed: seed + 30)
    let candidates = try Self.candidates(texts) { Double($0 % 7) / 7 }
    let straight = Self.deduplicate(candidates)
    let shuffled = Self.deduplicate(PipelineFixture.permuted(candidates, seed: seed))
    #expect(Self.survivors(straight) == Self.survivors(shuffled))
    #expect(Set(straight.compactMap(\.duplicate)) == Set(shuffled.compactMap(\.duplicate)))
  }

  @Test("a real sample beats a synthetic one however good it is")
  func realWins() throws {
    let real = try PipelineFixture.real([("where can I find the opening hours", "a")])
    let decided = Self.deduplicate(
      try Self.candidates(["Where can I find the opening hours?!"]) { _ in 1 },
      real: real
    )
    #expect(decided[0].status == .duplicate)
    #expect(decided[0].duplicate?.kept == real[0].id)
  }

  @Test("earlier round, smaller depth, stronger belief, fewer edits stay, in this order")
  func quality() throws {
    let text = "the very same text that everybody wants to keep"
    func winner(_ change: (inout [Candidate]) -> Void) throws -> Int? {
      var candidates = try Self.candidates([text, text]) { _ in 0.5 }
      change(&candidates)
      return Self.deduplicate(candidates).firstIndex { $0.status == .pending }
    }
    for (good, bad) in [(0, 1), (1, 0)] {
      #expect(
        try winner {
          $0[bad].round = 1
          $0[bad].verdicts[0].score = 0.9
        } == good
      )
      #expect(
        try winner {
          $0[bad].sample.provenance.depth = 2
          $0[bad].verdicts[0].score = 0.9
        } == good
      )
      #expect(try winner { $0[good].verdicts[0].score = 0.6 } == good)
      #expect(
        try winner {
          $0[bad].sample.provenance.edits = []; $0[good].verdicts[0].score = 0.51
        }
          == good
      )
    }
  }

  @Test("nothing to compare is nothing to remove")
  func empty() throws {
    #expect(Self.deduplicate([]).isEmpty)
    #expect(Self.survivors(Self.deduplicate(try Self.candidates(["a", "b", "?", "!"]))).count == 4)
  }
}
