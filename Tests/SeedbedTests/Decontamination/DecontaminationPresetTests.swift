import Foundation
import SeedbedPipeline
import Testing

@Suite("Decontamination presets")
struct DecontaminationPresetTests {
  struct Golden: Decodable {
    struct Row: Decodable {
      var question: String
      var answer: String?
    }
    struct Text: Decodable { var text: String }
    var benchmark: [Row]
    var data: [Text]
    var expected: [String: [[Int]]]
  }

  static func golden() throws -> Golden {
    let url = DecontaminationSupport.golden.appending(path: "presets.json")
    return try JSONDecoder().decode(Golden.self, from: Data(contentsOf: url))
  }

  @Test(
    "a published preset finds the pairs that its rule names, and no other",
    arguments: [DecontaminationPreset.gpt3, .lmEval, .datatrove, .palm, .tulu]
  )
  func pairs(preset: DecontaminationPreset) async throws {
    let golden = try Self.golden()
    var options = DecontaminationOptions(preset)
    options.evidenceLimit = 1000
    let report = try await DecontaminationSupport.search(
      golden.benchmark.enumerated().map {
        BenchmarkRow(file: "b", row: $0, question: $1.question, answer: $1.answer)
      },
      golden.data.map { ScannedRow(text: $0.text) },
      options
    )
    var found: Set<[Int]> = []
    for row in report.rows {
      for evidence in row.evidence where evidence.reason == nil && evidence.rule == .grams {
        found.insert([row.row, evidence.row])
      }
    }
    let expected = Set(try #require(golden.expected[preset.rawValue]))
    #expect(expected.count > 10)
    #expect(found.subtracting(expected) == [])
    #expect(expected.subtracting(found) == [])
  }

  @Test("GPT-3's rule forgets an n-gram in more than ten rows, and the row is not clean")
  func frequentGrams() async throws {
    let question = DecontaminationSupport.sentence(20, seed: 1)
    let benchmark = [BenchmarkRow(file: "b", row: 0, question: question)]
    for copies in [10, 11] {
      let data = (0..<copies).map { copy in
        ScannedRow(text: DecontaminationSupport.sentence(30, seed: UInt64(copy + 50)) + question)
      }
      let report = try await DecontaminationSupport.search(
        benchmark,
        data,
        DecontaminationOptions(.gpt3)
      )
      #expect(report.summary.contaminated == (copies == 10 ? 10 : 0))
      #expect(report.summary.undecided == (copies == 10 ? 0 : 11))
      #expect(report.summary.files[0].leakedRows == (copies == 10 ? 1 : 0))
      #expect(report.rows.allSatisfy { copies == 10 || $0.reasons == [.boilerplate] })
    }
  }

  @Test("PaLM counts a question whose 8-grams lie in two rows as leaked, and neither row as clean")
  func union() async throws {
    let words = DecontaminationSupport.sentence(40, seed: 2).split(separator: " ")
    let halves = [words[..<25], words[15...]].map { ScannedRow(text: $0.joined(separator: " ")) }
    let question = words.joined(separator: " ")
    let report = try await DecontaminationSupport.search(
      [BenchmarkRow(file: "b", row: 0, question: question)],
      halves,
      DecontaminationOptions(.palm)
    )
    #expect(report.summary.files[0].leakedRows == 1)
    #expect(report.summary.contaminated == 0)
    #expect(report.rows.map(\.reasons) == [[.greyBand], [.greyBand]])
  }

  @Test("datatrove finds what lies wholly in the question only when asked to")
  func questionGrams() async throws {
    let question = DecontaminationSupport.sentence(20, seed: 3)
    let text = DecontaminationSupport.sentence(30, seed: 4) + " " + question
    var options = DecontaminationOptions(.datatrove)
    let answer = "forty two"
    let found = try await DecontaminationSupport.find(question, answer: answer, in: text, options)
    #expect(found.outcome == .clean)
    options.questionGrams = true
    let asked = try await DecontaminationSupport.find(question, answer: answer, in: text, options)
    #expect(asked.outcome == .contaminated)
  }

  @Test("exact finds the same words however they are written, and nothing else")
  func exact() async throws {
    let options = DecontaminationOptions(.exact)
    let question = "Which café did Ångström visit?"
    let same = try await DecontaminationSupport.find(
      question,
      in: "WHICH CAFE — did angstrom visit",
      options
    )
    #expect(same.outcome == .contaminated)
    let other = try await DecontaminationSupport.find(question, in: question + " Today?", options)
    #expect(other.outcome == .clean)
  }

  @Test("near finds what a plain comparison of all pairs finds")
  func near() async throws {
    let options = DecontaminationOptions(.near)
    let base = (0..<60).map { DecontaminationSupport.sentence(6 + $0 % 20, seed: UInt64($0)) }
    var data: [String] = []
    for (number, text) in base.enumerated() {
      var words = text.split(separator: " ").map(String.init)
      for step in 0..<6 {
        words[(number * 7 + step * 3) % words.count] += "x"
        data.append(words.joined(separator: " "))
      }
    }
    func grams(_ text: String) -> Set<String> {
      let characters = Array(text)
      return Set((0...characters.count - 4).map { String(characters[$0..<$0 + 4]) })
    }
    var expected: [LeakOutcome] = []
    let sets = base.map(grams)
    for text in data {
      let own = grams(text)
      let best = sets.map { Double($0.intersection(own).count) / Double($0.union(own).count) }.max()
      let most = try #require(best)
      expected.append(most >= 0.8 ? .contaminated : most >= 0.6 ? .undecided : .clean)
    }
    var scanner = DecontaminationScanner(
      try BenchmarkIndex(
        base.enumerated().map { BenchmarkRow(file: "b", row: $0, question: $1) },
        options: options
      )
    )
    let found = try await scanner.scan(data.map { ScannedRow(text: $0) }, threads: 2)
    #expect(found.map(\.outcome) == expected)
    #expect(Set(expected).count == 3)
  }

  @Test(
    "an option out of its range is refused in words",
    arguments: [0.2, 1.1, .nan]
  )
  func options(threshold: Double) {
    var options = DecontaminationOptions()
    options.nearThreshold = threshold
    let row = BenchmarkRow(file: "b", row: 0, question: "x")
    let error = #expect(throws: DecontaminationError.self) {
      try BenchmarkIndex([row], options: options)
    }
    #expect(error?.description.contains("nearThreshold is \(threshold)") == true)
    #expect(throws: DecontaminationError.noBenchmarkRows) { try BenchmarkIndex([]) }
  }
}
