import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("The review desk with many samples")
struct LargeReviewTests {
  @Test("gives each of 50,000 samples once, with the real row that is nearest")
  func next() async throws {
    let project = try await RunnerProject(), journal = InMemoryJournal()
    var random = CounterRandom(seed: 3, sample: 1, operation: 1, draw: 0)
    let real = try PipelineFixture.real(
      (0..<4000).map { number in
        (PipelineFixture.words(10, &random) + " \(number)", "delivery")
      }
    ).map { sample in
      var sample = sample
      sample.split = .train
      return sample
    }
    journal.replaceRealData(real, DataImport(samples: real, file: "rows.jsonl", badRows: 0))
    let quota = Quota(
      cell: Cell([]),
      gap: .thin,
      have: 0,
      need: 1,
      reason: "few",
      split: .train,
      shares: [MethodShare("casing", 50_000)]
    )
    let plan = Plan(dataFingerprint: "f", configurationDigest: "c", seed: 1, quotas: [quota])
    try project.write(plan)
    let written = try project.plan()
    let candidates = (0..<50_000).map { number in
      let parent = real[number % real.count]
      let sample = PipelineFixture.child(of: parent, parent.text + " \(number)", draw: number)
      var candidate = Candidate(sample: sample, quota: 0, round: 0)
      candidate.status = .accepted
      return candidate
    }
    journal.record(candidates, batches: [], plan: written.digest, round: 0, quotas: [0])
    let desk = try ReviewDesk(
      runner: try project.runner(journal),
      reviews: InMemoryReviews(journal)
    )
    #expect(try await desk.queues().first?.count == 50_000)
    var decided: Set<SampleID> = []
    for _ in 0..<60 {
      let card = try #require(try await desk.next(in: "gap:0", for: "ada"))
      #expect(decided.insert(card.sample.id).inserted)
      #expect(card.neighbors.first?.similarity ?? 0 > 0.8)
      _ = try await desk.decide(ReviewProject.decision(card.sample.id, .accept), in: "gap:0")
    }
  }
}
