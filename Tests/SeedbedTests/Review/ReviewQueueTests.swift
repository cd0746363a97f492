import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Queues of what there is to review")
struct ReviewQueueTests {
  private static let real = try? PipelineFixture.real([("where is my parcel", "delivery")])

  private func candidates(_ count: Int) throws -> [Candidate] {
    let parent = try #require(Self.real?.first)
    return (0..<count).map { number in
      let sample = PipelineFixture.child(of: parent, "where is parcel \(number)", draw: number)
      var candidate = Candidate(sample: sample, quota: 0, round: 0)
      candidate.status = .accepted
      return candidate
    }
  }

  private func version(_ candidates: [Candidate]) -> DatasetVersion {
    DatasetVersion(
      run: "run",
      holdoutSeal: nil,
      members: candidates.map {
        .init(sample: $0.sample.id, split: .train, origin: .synthetic)
      },
      leakScan: LeakScan(threshold: 0.8, compared: 0, crossingGroups: 0, leaks: [])
    )
  }

  private let plan = Plan(
    dataFingerprint: "f",
    configurationDigest: "c",
    seed: 1,
    quotas: [
      Quota(
        cell: Cell([.init("label", "delivery")]),
        gap: .thin,
        have: 1,
        need: 9,
        reason: "too few",
        split: .train,
        shares: [MethodShare("casing", 8)]
      )
    ]
  )

  @Test("a spot check is a random order that hangs on the version alone")
  func spotCheck() throws {
    let candidates = try candidates(300), version = version(candidates)
    let order = SpotCheck.order(of: version)
    #expect(Set(order) == Set(candidates.map(\.sample.id)))
    #expect(order == SpotCheck.order(of: self.version(candidates.reversed())))
    #expect(order != order.sorted())
    let other = SpotCheck.order(of: self.version(Array(candidates.dropLast())))
    #expect(other.prefix(100) != order.prefix(100))
    // A hundred of 300 in random order have about a third of them from each third.
    let ranks = Dictionary(uniqueKeysWithValues: order.sorted().enumerated().map { ($1, $0) })
    let low = order.prefix(100).count { (ranks[$0] ?? 0) < 100 }
    #expect((18...50).contains(low))
  }

  @Test("only what one check alone rejected is in its queue, and the reason names the check")
  func singleCheck() throws {
    var candidates = try candidates(3)
    candidates[0].status = .rejected
    candidates[0].verdicts = [
      Verdict(check: "label", .fail, evidence: "it reads like `refund`"),
      Verdict(check: "length", .pass, evidence: "fine"),
    ]
    candidates[1].status = .rejected
    candidates[1].verdicts = [
      Verdict(check: "label", .fail, evidence: "x"),
      Verdict(check: "length", .undecided, evidence: "y"),
    ]
    let queues = ReviewQueues.all(plan: plan, candidates: candidates, version: nil)
    let queue = try #require(queues.first { $0.id == "single_check" })
    #expect(queue.items.map(\.sample) == [candidates[0].sample.id])
    #expect(queue.items[0].why == "only the check `label` failed: it reads like `refund`")
  }

  @Test("judges that differ, or differ from the label check, make a disagreement")
  func disagreement() throws {
    var candidates = try candidates(3)
    candidates[0].verdicts = [Verdict(check: "judge", .undecided, evidence: "differ by 0.5")]
    candidates[1].verdicts = [
      Verdict(check: "label", .pass, evidence: "believed"),
      Verdict(check: "judge", .fail, evidence: "not good enough"),
    ]
    candidates[2].verdicts = [
      Verdict(check: "label", .pass, evidence: "believed"),
      Verdict(check: "judge", .pass, evidence: "good"),
    ]
    let queues = ReviewQueues.all(plan: plan, candidates: candidates, version: nil)
    let queue = try #require(queues.first { $0.id == "disagreement" })
    #expect(Set(queue.items.map(\.sample)) == Set(candidates.prefix(2).map(\.sample.id)))
  }

  @Test("the narrowest margin comes first, measured against the threshold")
  func lowMargin() throws {
    var candidates = try candidates(3)
    for (index, score) in [0.9, 0.51, 0.6].enumerated() {
      candidates[index].verdicts = [
        Verdict(check: "label", .pass, score: score, threshold: 0.5, evidence: "believed"),
        Verdict(check: "length", .pass, evidence: "fine"),
      ]
    }
    let queues = ReviewQueues.all(plan: plan, candidates: candidates, version: nil)
    let queue = try #require(queues.first { $0.id == "low_margin" })
    #expect(queue.items.map(\.sample) == [1, 2, 0].map { candidates[$0].sample.id })
    #expect(queue.items[0].why.contains("`label` passed by 2 %"))
  }

  @Test("each quota with accepted rows is a queue, and queues without rows are left out")
  func gaps() throws {
    let queues = ReviewQueues.all(plan: plan, candidates: try candidates(4), version: nil)
    #expect(queues.map(\.id) == ["gap:0"])
    #expect(queues[0].title == plan.quotas[0].cell.description)
    #expect(queues[0].items.count == 4)
    #expect(ReviewQueues.all(plan: plan, candidates: [], version: nil).isEmpty)
  }
}
