import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Selecting down to the quotas")
struct SelectorTests {
  static func plan(_ quotas: [[MethodShare]]) -> Plan {
    Plan(
      dataFingerprint: "f",
      configurationDigest: "c",
      seed: 1,
      quotas: quotas.enumerated().map { number, shares in
        Quota(
          cell: Cell([.init("label", "l\(number)")]),
          gap: .thin,
          have: 0,
          need: 0,
          reason: "",
          split: .train,
          shares: shares
        )
      }
    )
  }

  static func candidates(
    parents: Int,
    each: Int,
    quota: Int = 0,
    method: @escaping (Int) -> String = { _ in "casing" },
    seed: Int = 1
  ) throws -> [Candidate] {
    var random = PipelineFixture.random(seed)
    let real = try PipelineFixture.real(
      (0..<parents).map { ("\(PipelineFixture.words(6, &random)) \($0)", "a") }
    )
    return real.flatMap { parent in
      (0..<each).map { draw in
        Candidate(
          sample: PipelineFixture.child(
            of: parent,
            PipelineFixture.words(12, &random),
            draw: draw,
            method: method(draw)
          ),
          quota: quota,
          round: 0
        )
      }
    }
  }

  static func select(_ candidates: [Candidate], _ plan: Plan, children: Int = 1000) -> [Candidate] {
    Selector(plan: plan, childrenPerSeed: children)
      .select(candidates, sketches: PipelineFixture.sketches(candidates.map(\.sample)))
  }

  @Test("every quota and every method's share is met exactly")
  func exact() throws {
    let methods = ["casing", "keyboard", "templates"]
    let shares = [
      [MethodShare("casing", 7), MethodShare("keyboard", 4)],
      [MethodShare("templates", 5), MethodShare("keyboard", 0)],
    ]
    let candidates =
      try Self.candidates(parents: 20, each: 6) { methods[$0 % 3] }
      + Self.candidates(parents: 20, each: 6, quota: 1, method: { methods[$0 % 3] }, seed: 2)
    let chosen = Self.select(candidates, Self.plan(shares)).filter { $0.status == .accepted }
    #expect(chosen.count { $0.quota == 0 } == 11)
    #expect(chosen.count { $0.quota == 1 } == 5)
    for (quota, parts) in shares.enumerated() {
      for share in parts {
        #expect(
          chosen.count {
            $0.quota == quota && $0.sample.provenance.method?.name == share.method
          } == share.count
        )
      }
    }
  }

  @Test("what one method lacks the others of the quota give")
  func openPart() throws {
    let candidates = try Self.candidates(parents: 10, each: 4) { $0 == 0 ? "keyboard" : "casing" }
    let plan = Self.plan([[MethodShare("keyboard", 18), MethodShare("casing", 6)]])
    let chosen = Self.select(candidates, plan).filter { $0.status == .accepted }
    #expect(chosen.count == 24)
    #expect(chosen.count { $0.sample.provenance.method?.name == "keyboard" } == 10)
  }

  @Test("no seed has more children than allowed, over all quotas", arguments: [1, 2, 4])
  func children(limit: Int) throws {
    let first = try Self.candidates(parents: 6, each: 9)
    let second = first.map { candidate in
      var candidate = candidate
      candidate.quota = 1
      return candidate
    }
    let plan = Self.plan([[MethodShare("casing", 10)], [MethodShare("casing", 100)]])
    let half = first.indices.filter { $0 % 2 == 0 }.map { first[$0] }
    let rest = second.indices.filter { $0 % 2 == 1 }.map { second[$0] }
    let chosen = Self.select(half + rest, plan, children: limit).filter { $0.status == .accepted }
    var counts: [SampleID: Int] = [:]
    for candidate in chosen {
      for parent in candidate.sample.provenance.parents { counts[parent, default: 0] += 1 }
    }
    #expect(counts.values.allSatisfy { $0 <= limit })
    #expect(chosen.count == 6 * limit)
  }

  @Test("farthest first takes one of each planted pattern, where first come takes one pattern")
  func diversity() throws {
    var random = PipelineFixture.random(5), texts: [String] = []
    for _ in 0..<5 {
      let pattern = PipelineFixture.words(14, &random)
      for number in 0..<10 { texts.append("\(pattern) \(number)") }
    }
    let parent = try #require(try PipelineFixture.real([("a parent", "a")]).first)
    let candidates = texts.enumerated().map { index, text in
      Candidate(sample: PipelineFixture.child(of: parent, text, draw: index), quota: 0, round: 0)
    }
    let chosen = Self.select(candidates, Self.plan([[MethodShare("casing", 5)]]))
    let accepted = chosen.indices.filter { chosen[$0].status == .accepted }
    #expect(Set(accepted.map { $0 / 10 }) == [0, 1, 2, 3, 4])
  }

  @Test("the same candidates give the same choice, and what is not taken is surplus")
  func determinism() throws {
    let candidates = try Self.candidates(parents: 30, each: 5)
    let plan = Self.plan([[MethodShare("casing", 40)]])
    let chosen = Self.select(candidates, plan, children: 3)
    #expect(chosen == Self.select(candidates, plan, children: 3))
    #expect(chosen.count { $0.status == .surplus } == 110)
  }

  @Test("an empty plan or an empty pool takes nothing")
  func empty() throws {
    #expect(Self.select([], Self.plan([[MethodShare("casing", 4)]])).isEmpty)
    let candidates = try Self.candidates(parents: 2, each: 2)
    #expect(Self.select(candidates, Self.plan([])).allSatisfy { $0.status == .surplus })
    #expect(
      Self.select(candidates, Self.plan([[MethodShare("casing", 0)]]))
        .allSatisfy { $0.status == .surplus }
    )
  }
}
