import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Gaps become quotas")
struct PlannerTests {
  static func gap(
    _ cell: [(String, String)],
    have: Int,
    need: Int,
    _ decision: GapDecision = .fill
  )
    -> Gap
  {
    Gap(
      have == 0 ? .missing : .thin,
      cell: Cell(cell.map { Cell.Coordinate($0.0, $0.1) }),
      have: have,
      need: need,
      evidence: "",
      decision: decision,
      reason: "because"
    )
  }

  static func plan(
    _ gaps: [Gap],
    budget: Int? = nil,
    training: Int = 1_000_000,
    children: Int = 6,
    choice: (Cell) -> Planner.Choice = { _ in
      Planner.Choice(
        transforms: ["casing", "keyboard", "misspelling"],
        seeds: 10_000,
        expansions: 0
      )
    }
  ) -> Plan {
    var settings = Configuration.Generation()
    settings.budget = budget
    settings.childrenPerSeed = children
    return Planner(settings: settings, seed: 1)
      .plan(gaps, fingerprint: "f", configuration: "c", trainingCount: training, choice: choice)
  }

  @Test("70, 20 and 10 of 100 share 5,000 as 3,500, 1,000 and 500")
  func shares() {
    let gaps = [("a", 7000), ("b", 2000), ("c", 1000)].map { name, need in
      Self.gap([("label", name)], have: 0, need: need)
    }
    #expect(Self.plan(gaps, budget: 5000).quotas.map(\.count) == [3500, 1000, 500])
  }

  @Test("quotas sum exactly to the budget, no more than each cell lacks", arguments: 0..<200)
  func budget(seed: Int) {
    var random = PipelineFixture.random(seed)
    let gaps = (0..<(1 + random.index(below: 30))).map { number in
      Self.gap([("label", "l\(number)")], have: 1, need: 2 + random.index(below: 300))
    }
    let wanted = gaps.reduce(0) { $0 + $1.deficit }
    let budget = random.index(below: wanted * 5 / 4 + 1)
    let plan = Self.plan(gaps, budget: budget)
    #expect(plan.count == min(budget, wanted))
    for quota in plan.quotas {
      let gap = gaps.first { $0.cell == quota.cell }
      let exact = Double(gap?.deficit ?? 0) * min(1, Double(budget) / Double(wanted))
      #expect(quota.count <= gap?.deficit ?? 0)
      #expect(abs(Double(quota.count) - exact) < 1.0 + 1e-9)
    }
  }

  @Test("a budget is not spent on cells that no method fits")
  func unfitCells() {
    let gaps = ["a", "b"].map { Self.gap([("label", $0)], have: 5, need: 105) }
    let plan = Self.plan(gaps, budget: 50) { cell in
      Planner.Choice(
        transforms: cell["label"] == "a" ? [] : ["casing"],
        seeds: 50,
        expansions: 0
      )
    }
    #expect(plan.count == 50)
    #expect(plan.quotas.map(\.cell) == [gaps[1].cell])
  }

  @Test("samples of a narrow cell count for the wide one around it")
  func nested() {
    let plan = Self.plan([
      Self.gap([("label", "a")], have: 10, need: 40),
      Self.gap([("label", "a"), ("language", "es")], have: 0, need: 20),
      Self.gap([("label", "b"), ("language", "es")], have: 0, need: 7),
    ])
    #expect(
      plan.quotas.map(\.cell.description) == [
        "label=a, language=es", "label=b, language=es", "label=a",
      ]
    )
    #expect(plan.quotas.map(\.count) == [20, 7, 10])
  }

  @Test("no cell is planned beyond the children of its seeds and its templates")
  func supply() {
    let gaps = [Self.gap([("label", "a")], have: 2, need: 1000)]
    let plan = Self.plan(gaps, children: 4) { _ in
      Planner.Choice(transforms: ["casing"], seeds: 5, expansions: 11)
    }
    #expect(plan.count == 31)
    #expect(plan.quotas[0].shares == [MethodShare("templates", 11), MethodShare("casing", 20)])
    #expect(plan.quotas[0].reason.contains("stay open"))
  }

  @Test("templates weigh twice as much as transforms, which share evenly")
  func methods() {
    let plan = Self.plan([Self.gap([("label", "a")], have: 0, need: 90)]) { _ in
      Planner.Choice(transforms: ["x", "y", "z"], seeds: 100, expansions: 1000)
    }
    #expect(
      plan.quotas[0].shares == [
        MethodShare("templates", 60), MethodShare("x", 10), MethodShare("y", 10),
        MethodShare("z", 10),
      ]
    )
  }

  @Test("only gaps to fill are planned, up to half of the training data unless a budget is set")
  func limits() {
    let gaps = [
      Self.gap([("label", "a")], have: 0, need: 90, .collect),
      Self.gap([("label", "b")], have: 0, need: 90, .leave),
      Self.gap([("label", "c")], have: 90, need: 90),
      Self.gap([("label", "d")], have: 0, need: 90),
    ]
    #expect(Self.plan(gaps, training: 100).count == 50)
    #expect(Self.plan(gaps, training: 100).quotas.map(\.cell) == [gaps[3].cell])
    #expect(Self.plan(gaps, budget: 0).quotas.isEmpty)
    #expect(Self.plan([]).quotas.isEmpty)
  }

  @Test("the evaluation suite is shared evenly over its methods")
  func evaluation() {
    var settings = Configuration.Generation()
    settings.evaluationSuite = 10
    let planner = Planner(settings: settings, seed: 1)
    let quota = planner.evaluationQuota(methods: ["x", "y", "z"])
    #expect(quota?.shares.map(\.count) == [4, 3, 3])
    #expect(quota?.split == .syntheticEval)
    #expect(planner.evaluationQuota(methods: []) == nil)
    settings.evaluationSuite = 0
    #expect(Planner(settings: settings, seed: 1).evaluationQuota(methods: ["x"]) == nil)
  }
}
