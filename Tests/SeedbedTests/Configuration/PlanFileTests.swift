import SeedbedData
import SeedbedKernels
import Testing

@Suite("The plan as a file to edit")
struct PlanFileTests {
  static func plan(seed: Int) -> Plan {
    var random = CounterRandom(seed: UInt64(seed), sample: 1, operation: 1, draw: 1)
    let values = ["refund", "a: b", "null", "é\n", "\u{2028}", "{x}", "1", ""]
    let quotas = (0..<random.index(below: 6)).map { number in
      Quota(
        cell: Cell(
          (0..<random.index(below: 3)).map {
            Cell.Coordinate(
              ["label", "language", "x y"][$0],
              values[random.index(below: values.count)]
            )
          }
        ),
        gap: GapKind.allCases[random.index(below: 4)],
        have: random.index(below: 10),
        need: random.index(below: 100),
        reason: values[random.index(below: values.count)],
        split: Split.allCases[random.index(below: 3)],
        shares: (0..<random.index(below: 3)).map {
          MethodShare(["templates", "synonyms+casing", "a b"][$0], random.index(below: 50))
        }
      )
    }
    return Plan(
      dataFingerprint: "00ff\(seed)",
      configurationDigest: "1e5",
      seed: seed,
      quotas: quotas
    )
  }

  @Test("a written plan reads back equal", arguments: 0..<200)
  func roundTrip(seed: Int) throws {
    let plan = Self.plan(seed: seed)
    let back = try PlanFile.read(PlanFile.text(plan), file: "plan.yaml")
    #expect(back == plan)
    #expect(back.digest == plan.digest)
  }

  static let base = Plan(
    dataFingerprint: "d",
    configurationDigest: "c",
    seed: 1,
    quotas: [
      Quota(
        cell: Cell([.init("label", "a"), .init("language", "es")]),
        gap: .thin,
        have: 2,
        need: 9,
        reason: "few",
        split: .train,
        shares: [MethodShare("casing", 4), MethodShare("synonyms", 3)]
      )
    ]
  )

  static let edits: [@Sendable (inout Plan) -> Void] = [
    { $0.dataFingerprint = "e" },
    { $0.configurationDigest = "e" },
    { $0.seed = 2 },
    { $0.quotas = [] },
    { $0.quotas.append($0.quotas[0]) },
    { $0.quotas[0].need = 10 },
    { $0.quotas[0].split = .validation },
    { $0.quotas[0].shares[0].count = 5 },
    { $0.quotas[0].shares[0].method = "keyboard" },
    { $0.quotas[0].shares.swapAt(0, 1) },
    { $0.quotas[0].shares.removeLast() },
    { $0.quotas[0].cell = Cell([.init("label", "b"), .init("language", "es")]) },
    { $0.quotas[0].cell = Cell([.init("label", "a")]) },
    { $0.quotas[0].cell = Cell([.init("language", "es"), .init("label", "a")]) },
  ]

  @Test("the digest changes with every edit that changes what is grown", arguments: edits.indices)
  func digest(edit: Int) {
    var edited = Self.base
    Self.edits[edit](&edited)
    #expect(edited.digest != Self.base.digest)
  }

  @Test("no two edits have one digest")
  func digestsDiffer() {
    let digests = Self.edits.map { edit in
      var edited = Self.base
      edit(&edited)
      return edited.digest
    }
    #expect(Set(digests).count == digests.count)
  }

  @Test(
    "an edit that makes no sense is refused with its place",
    arguments: [
      ("casing: 4", "casing: -4", "is not between 0"),
      ("casing: 4", "casing: four", "a whole number"),
      ("gap: thin", "gap: thinn", "did you mean `thin`?"),
      ("split: train", "split: holdout", "is not one of"),
      ("    need: 9", "    nead: 9", "`quotas[0].need` is missing"),
      ("seed: 1", "seed: 1\nsead: 2", "did you mean `seed`?"),
      ("plan: 1", "plan: 2", "version 1"),
    ]
  )
  func refused(old: String, new: String, words: String) throws {
    let text = PlanFile.text(Self.base).replacing(old, with: new)
    #expect(text != PlanFile.text(Self.base))
    let error = #expect(throws: SeedbedError.self) { try PlanFile.read(text, file: "plan.yaml") }
    #expect(try #require(error).description.contains(words))
    #expect(try #require(error).message.contains("plan.yaml:"))
  }
}
