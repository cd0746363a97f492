import SeedbedData
import SeedbedKernels
import SeedbedLearning
import SeedbedPipeline
import Testing

@Suite("A budget that is too small goes where rows avoid most errors")
struct PlanWeightTests {
  static func gap(_ name: String, lacks: Int, worth weight: Double?) -> Gap {
    Gap(
      .thin,
      cell: Cell([Cell.Coordinate("label", name)]),
      have: 10,
      need: 10 + lacks,
      evidence: "",
      decision: .fill,
      reason: "because",
      weight: weight
    )
  }

  static func plan(_ gaps: [Gap], budget: Int) -> Plan {
    var settings = Configuration.Generation()
    settings.budget = budget
    return Planner(settings: settings, seed: 1)
      .plan(gaps, fingerprint: "f", configuration: "c", trainingCount: 1000) { _ in
        Planner.Choice(transforms: ["casing"], seeds: 10_000, expansions: 0)
      }
  }

  static func counts(_ worth: [(lacks: Int, weight: Double?)], budget: Int) -> [Int] {
    let gaps = worth.enumerated().map { gap("l\($0)", lacks: $1.lacks, worth: $1.weight) }
    let plan = plan(gaps, budget: budget)
    return gaps.map { gap in plan.quotas.first { $0.cell == gap.cell }?.count ?? 0 }
  }

  @Test("worth times lack, by largest remainders: 3 and 1 share 100 rows as 75 and 25")
  func shares() {
    #expect(Self.counts([(200, 3), (200, 1)], budget: 100) == [75, 25])
    #expect(Self.counts([(100, 3), (300, 1)], budget: 101) == [51, 50])
    #expect(Self.counts([(200, 2), (200, 2), (200, 2)], budget: 100) == [34, 33, 33])
  }

  @Test("no cell gets more than it lacks, and what it leaves goes to the others")
  func caps() {
    #expect(Self.counts([(10, 50), (200, 2), (200, 1)], budget: 100) == [10, 60, 30])
  }

  @Test("a gap of unknown worth counts as the middle one of those that are known")
  func unknown() {
    #expect(
      Self.counts([(90, 1), (90, nil), (90, 9)], budget: 90)
        == Self.counts([(90, 1), (90, 5), (90, 9)], budget: 90)
    )
    #expect(Self.counts([(90, 1), (90, nil), (90, 3), (90, 20)], budget: 81) == [3, 9, 9, 60])
  }

  @Test("rows that avoid nothing come last, and still share what is left")
  func worthless() {
    #expect(Self.counts([(50, 0), (50, 1)], budget: 40) == [0, 40])
    #expect(Self.counts([(60, 0), (50, 1), (20, 0)], budget: 90) == [30, 50, 10])
    #expect(Self.counts([(60, 0), (20, 0)], budget: 40) == [30, 10])
  }

  @Test("the quota's reason has the numbers; without any worth it says what it always said")
  func reasons() throws {
    let gaps = [
      Self.gap("a", lacks: 50, worth: 3.456), Self.gap("b", lacks: 50, worth: nil),
      Self.gap("c", lacks: 50, worth: 1),
    ]
    let reasons = Self.plan(gaps, budget: 60).quotas.map(\.reason)
    #expect(
      reasons == [
        "because; 100 rows avoid about 3.46 errors in 1,000 rows; cut from 50 to keep to the budget",
        "because; what 100 rows avoid here is not known, and counts as the middle one, 2.23 errors in "
          + "1,000 rows; cut from 50 to keep to the budget",
        "because; 100 rows avoid about 1.00 errors in 1,000 rows; cut from 50 to keep to the budget",
      ]
    )
    let plain = Self.plan([Self.gap("a", lacks: 50, worth: nil)], budget: 20)
    #expect(plain.quotas.map(\.reason) == ["because; cut from 50 to keep to the budget"])
  }

  @Test(
    "the counts add up to the budget whatever gaps are worth, and equal worth changes nothing",
    arguments: 0..<200
  )
  func budgets(seed: Int) {
    var random = PipelineFixture.random(seed)
    let worth = (0..<(1 + random.index(below: 20))).map { _ -> (lacks: Int, weight: Double?) in
      let weight = [nil, 0, random.unit(), random.unit() * 1000, 1e-12]
      return (1 + random.index(below: 200), weight[random.index(below: weight.count)])
    }
    let wanted = worth.reduce(0) { $0 + $1.lacks }
    let budget = random.index(below: wanted * 5 / 4 + 1)
    let counts = Self.counts(worth, budget: budget)
    #expect(counts.reduce(0, +) == min(budget, wanted))
    #expect(zip(counts, worth).allSatisfy { $0 >= 0 && $0 <= $1.lacks })
    #expect(
      Self.counts(worth.map { ($0.lacks, 2) }, budget: budget)
        == Self.counts(worth.map { ($0.lacks, nil) }, budget: budget)
    )
    // More worth never gives a cell fewer rows.
    let weights = worth.map { $0.weight ?? 1 }
    let before = Self.counts(zip(worth, weights).map { ($0.lacks, $1) }, budget: budget)
    var raised = weights
    raised[0] = raised[0] * 2 + 1
    let after = Self.counts(zip(worth, raised).map { ($0.lacks, $1) }, budget: budget)
    #expect(after[0] >= before[0])
  }

  @Test("by the learning curve, errors that fall as 1/√n need four times the rows to halve")
  func learningCurve() {
    let law = ErrorPowerLaw(exponent: 0.5)
    #expect(law.rows(to: 0.1, from: 0.2, have: 100, most: 1000) == 300)
    #expect(law.rows(to: 0.1, from: 0.2, have: 100, most: 50) == 50)
    #expect(law.rows(to: 0.2, from: 0.1, have: 100, most: 50) == 0)
    #expect(law.rows(to: 0, from: 0.1, have: 100, most: 50) == 50)
    #expect(law.rows(to: 0.1, from: 0.2, have: 0, most: 1000) == 3)
    #expect(ErrorPowerLaw(exponent: 0).rows(to: 0.1, from: 0.2, have: 9, most: 70) == 70)
    #expect(ErrorPowerLaw(exponent: 1e-300).rows(to: 0.1, from: 0.2, have: 9, most: 70) == 70)
    #expect(law.rows(to: .nan, from: 0.2, have: 9, most: 70) == 0)
    #expect(law.rows(to: 0.1, from: 0.2, have: 9, most: -1) == 0)
  }
}
