import SeedbedPipeline
import Testing

@Suite("Decontamination pitfalls")
struct DecontaminationPitfallTests {
  static let licence = """
    Permission is hereby granted free of charge to any person obtaining a copy of this software and \
    associated files to deal in it without restriction
    """

  @Test("a licence that many benchmark rows carry is undecided, and a leak beside it is found")
  func benchmarkBoilerplate() async throws {
    let questions = (0..<40).map { DecontaminationSupport.sentence(16, seed: UInt64($0)) }
    let benchmark = questions.enumerated().map {
      BenchmarkRow(file: "code", row: $0, question: Self.licence + ". " + $1)
    }
    let report = try await DecontaminationSupport.search(
      benchmark,
      [
        ScannedRow(text: Self.licence + " " + DecontaminationSupport.sentence(30, seed: 900)),
        ScannedRow(text: Self.licence + " " + questions[7]),
        ScannedRow(text: DecontaminationSupport.sentence(9, seed: 901) + " " + questions[8]),
      ]
    )
    #expect(report.rows.map(\.outcome) == [.undecided, .contaminated, .contaminated])
    #expect(report.rows[0].reasons == [.boilerplate])
    #expect(report.rows[1].evidence.first?.row == 7)
    #expect(report.summary.files[0].leakedRows == 2)
    #expect(report.summary.benchmarkBoilerplate > 10)
  }

  @Test("what stands in too many data rows is undecided, known at the end of one pass")
  func dataBoilerplate() async throws {
    let benchmark = [BenchmarkRow(file: "code", row: 0, question: Self.licence)]
    for copies in [20, 60] {
      let data = (0..<copies).map { number in
        let own = DecontaminationSupport.sentence(40, seed: UInt64(number + 300))
        return ScannedRow(text: own + " " + Self.licence)
      }
      let report = try await DecontaminationSupport.search(benchmark, data)
      #expect(report.summary.contaminated == (copies == 20 ? 20 : 0))
      #expect(report.summary.undecided == (copies == 20 ? 0 : 60))
      #expect(report.summary.clean == 0)
    }
  }

  @Test("a list of option letters is no leak")
  func options() async throws {
    let list = "A) B) C) D) E) F) G) H) I) J) K) L) M) N) O) P)"
    let leaks = try await DecontaminationSupport.find(
      DecontaminationSupport.sentence(30, seed: 1) + " " + list,
      in: DecontaminationSupport.sentence(30, seed: 2) + " " + list
    )
    #expect(leaks.outcome == .undecided)
    #expect(leaks.reasons == [.boilerplate])
  }

  @Test(
    "a short question with a short answer is found by the two together",
    arguments: [DecontaminationPreset.seedbed, .gpt3, .lmEval, .datatrove, .palm, .tulu]
  )
  func shortAnswers(preset: DecontaminationPreset) async throws {
    let options = DecontaminationOptions(preset)
    let found = try await DecontaminationSupport.find(
      "Capital of Peru?",
      answer: "Lima",
      in: "capital of peru",
      dataAnswer: "Lima.",
      options
    )
    #expect(found.outcome == .contaminated)
    #expect(found.evidence.first?.rule == .exact)
    let other = try await DecontaminationSupport.find(
      "Name the highest mountain on Earth",
      answer: "Lima",
      in: "Lima",
      options
    )
    #expect(other.outcome == .clean)
  }

  @Test("rows too short for the rule are counted and never silently clean")
  func shortRows() async throws {
    let benchmark = [
      BenchmarkRow(file: "b", row: 0, question: "Who painted the ceiling of the chapel?"),
      BenchmarkRow(file: "b", row: 1, question: DecontaminationSupport.sentence(20, seed: 4)),
      BenchmarkRow(file: "b", row: 2, question: " "),
    ]
    let report = try await DecontaminationSupport.search(
      benchmark,
      [
        ScannedRow(text: "Who painted the ceilings of the chapel"),
        ScannedRow(text: "Who painted the ceiling of that big chapel?"),
      ],
      DecontaminationOptions(.gpt3)
    )
    #expect(report.rows.map(\.outcome) == [.contaminated, .undecided])
    #expect(report.rows[1].reasons == [.tooShort])
    #expect(report.summary.shortDataRows == 2)
    #expect(report.summary.files[0].shortRows == 1)
    #expect(report.summary.files[0].emptyRows == 1)
  }

  @Test("near texts whose numbers differ are undecided")
  func numbers() async throws {
    let leaks = try await DecontaminationSupport.find(
      "A farmer has 12 hens and buys 7 more. How many hens has he?",
      in: "A farmer has 15 hens and buys 3 more. How many hens has he?"
    )
    #expect(leaks.outcome == .undecided)
    #expect(leaks.reasons.contains(.numbersDiffer) || leaks.reasons.contains(.greyBand))
  }

  @Test("closeness in meaning is a third state between its thresholds")
  func semantic() async throws {
    let benchmark = [
      BenchmarkRow(file: "b", row: 0, question: "How do plants make sugar out of light and air?"),
      BenchmarkRow(file: "b", row: 1, question: "A box holds 12 eggs. How many are in 5 boxes?"),
    ]
    func row(_ text: String, _ index: Int, _ cosine: Double) -> ScannedRow {
      ScannedRow(text: text, neighbors: [SemanticNeighbor(index: index, cosine: cosine)])
    }
    let report = try await DecontaminationSupport.search(
      benchmark,
      [
        row("Explain photosynthesis", 0, 0.97),
        row("Explain photosynthesis", 0, 0.9),
        row("Explain photosynthesis", 0, 0.5),
        row("Eggs come in dozens of 12; count them for 9 cartons", 1, 0.99),
        row("Explain photosynthesis", 7, 0.99),
      ]
    )
    #expect(report.rows.map(\.row) == [0, 1, 3])
    #expect(report.rows.map(\.outcome) == [.contaminated, .undecided, .undecided])
    #expect(report.rows.map(\.reasons) == [[], [.greyBand], [.numbersDiffer]])
    #expect(report.summary.files[0].rules.map(\.rule) == [.semantic])
  }

  @Test("both directions are counted for each file")
  func directions() async throws {
    let questions = (0..<3).map { DecontaminationSupport.sentence(15, seed: UInt64($0 + 70)) }
    let benchmark = [
      BenchmarkRow(file: "one", row: 0, question: questions[0]),
      BenchmarkRow(file: "two", row: 0, question: questions[0]),
      BenchmarkRow(file: "two", row: 1, question: questions[1]),
      BenchmarkRow(file: "two", row: 2, question: questions[2]),
    ]
    let report = try await DecontaminationSupport.search(
      benchmark,
      [0, 0, 1].map { ScannedRow(text: "Please answer now: " + questions[$0]) }
    )
    #expect(report.summary.files.map(\.file) == ["one", "two"])
    #expect(report.summary.files.map(\.rows) == [1, 3])
    #expect(report.summary.files.map(\.leakedRows) == [1, 2])
    #expect(report.summary.files.map(\.contaminatedDataRows) == [2, 3])
    #expect(report.rows[0].evidence.map(\.file) == ["one", "two"])
  }
}
