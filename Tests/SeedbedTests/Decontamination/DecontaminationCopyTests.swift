import Foundation
import SeedbedPipeline
import Testing

@Suite("Decontamination of planted copies")
struct DecontaminationCopyTests {
  static let questions = (0..<40).map {
    DecontaminationSupport.sentence(12 + $0 % 30, seed: UInt64(1000 + $0))
  }
  static let benchmark = questions.enumerated().map { number, question in
    BenchmarkRow(
      file: "quiz",
      row: number,
      question: question,
      answer: DecontaminationSupport.sentence(14, seed: UInt64(3000 + number))
    )
  }

  static func document(_ seed: Int, around text: String) -> String {
    let before = DecontaminationSupport.sentence(150, seed: UInt64(7000 + seed))
    let after = DecontaminationSupport.sentence(150, seed: UInt64(8000 + seed))
    return "\(before). \(text) \(after)."
  }

  /// The ways in which a copy is disguised.
  static let disguises: [String: @Sendable (BenchmarkRow) -> String] = [
    "exact": { $0.question },
    "another case": { $0.question.uppercased() },
    "other punctuation": { row in
      row.question.split(separator: " ").joined(separator: ", ") + "?!"
    },
    "one word in eight changed": { row in
      row.question.split(separator: " ").enumerated()
        .map { $0.offset % 8 == 3 ? "zzyzx\($0.offset)q" : String($0.element) }
        .joined(separator: " ")
    },
    "the answer only": { $0.answer ?? "" },
  ]

  @Test("a copy is found whole and inside a long document", arguments: disguises.keys.sorted())
  func copies(name: String) async throws {
    let disguise = try #require(Self.disguises[name])
    for isEmbedded in [false, true] {
      let data = Self.benchmark.map { row in
        let copy = disguise(row)
        return ScannedRow(text: isEmbedded ? Self.document(row.row, around: copy) : copy)
      }
      let report = try await DecontaminationSupport.search(Self.benchmark, data)
      #expect(report.summary.contaminated == 40, "\(name), embedded: \(isEmbedded)")
      #expect(report.summary.files[0].leakedRows == 40)
      for row in report.rows { #expect(row.evidence.first?.row == row.row) }
    }
  }

  @Test("two thousand unrelated texts are clean")
  func unrelated() async throws {
    let data = (0..<2000).map {
      ScannedRow(text: DecontaminationSupport.sentence(5 + $0 % 60, seed: UInt64(100_000 + $0)))
    }
    let report = try await DecontaminationSupport.search(Self.benchmark, data)
    #expect(report.summary.clean == 2000)
    #expect(report.rows == [])
    #expect(report.summary.files[0].leakedRows == 0)
  }

  @Test("the result is the same on any number of threads and in any batches")
  func threads() async throws {
    let data = (0..<900).map { number in
      let text = DecontaminationSupport.sentence(40, seed: UInt64(number + 20_000))
      return ScannedRow(text: number % 5 == 0 ? text + " " + Self.questions[number / 5 % 40] : text)
    }
    let one = try await DecontaminationSupport.search(Self.benchmark, data, threads: 1)
    #expect(one.summary.contaminated == 180)
    for threads in [2, 5] {
      #expect(
        try await DecontaminationSupport.search(Self.benchmark, data, threads: threads) == one
      )
    }
    var scanner = DecontaminationScanner(try BenchmarkIndex(Self.benchmark))
    for start in stride(from: 0, to: data.count, by: 77) {
      _ = try await scanner.scan(Array(data[start..<min(900, start + 77)]), threads: 2)
    }
    #expect(scanner.report() == one)
  }

  @Test("question and answer of the data are searched as one text and each alone")
  func dataAnswers() async throws {
    let row = Self.benchmark[3]
    let other = DecontaminationSupport.sentence(20, seed: 5)
    let rows = [
      ScannedRow(text: row.question, answer: row.answer),
      ScannedRow(text: other, answer: row.answer),
      ScannedRow(text: other, answer: row.question),
      ScannedRow(text: row.joined),
    ]
    let report = try await DecontaminationSupport.search([row], rows)
    #expect(report.rows.map(\.outcome) == Array(repeating: .contaminated, count: 4))
    #expect(report.rows[1].evidence.first?.part == .answer)
  }

  @Test("real questions are found in long texts, and those of another data set are not")
  func realData() async throws {
    guard let text = DecontaminationSupport.shared("gsm8k-train/train.jsonl"),
      let other = DecontaminationSupport.shared("squad-sentence-question/src-test.txt")
    else { return print("skipped: shared data sets are not beside the package") }
    struct Row: Decodable {
      var question: String
      var answer: String
    }
    let rows = try text.split(separator: "\n").prefix(1200)
      .map { try JSONDecoder().decode(Row.self, from: Data($0.utf8)) }
    let benchmark = rows.prefix(400).enumerated().map {
      BenchmarkRow(file: "gsm8k", row: $0, question: $1.question, answer: $1.answer)
    }
    let sentences = other.split(separator: "\n").prefix(2000).map(String.init)
    let clean = try await DecontaminationSupport.search(
      benchmark,
      sentences.map { ScannedRow(text: $0) }
    )
    #expect(clean.summary.contaminated == 0)
    #expect(clean.summary.undecided <= 4)
    let planted = try await DecontaminationSupport.search(
      benchmark,
      benchmark.indices.map {
        ScannedRow(text: sentences[$0] + " " + benchmark[$0].question + " " + sentences[$0 + 1])
      }
    )
    #expect(planted.summary.contaminated == 400)
    #expect(planted.summary.files[0].leakedRows == 400)
    let siblings = try await DecontaminationSupport.search(
      benchmark,
      rows.dropFirst(400).map { ScannedRow(text: $0.question) }
    )
    #expect(siblings.summary.contaminated <= 16)
  }
}
