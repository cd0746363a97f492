import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Decontamination evidence")
struct DecontaminationEvidenceTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var question: String
    var text: String
    var span: String
    var testDescription: String { span }
  }

  static func slice(_ text: String, _ range: Range<Int>) -> String {
    String(String.UnicodeScalarView(Array(text.unicodeScalars)[range]))
  }

  @Test(
    "the shared span is verbatim, on word boundaries and in scalars of both texts",
    arguments: [
      Example(
        question: "«Où» est la forêt la plus ancienne du monde connu aujourd'hui?",
        text: "🎉 Ha! OÙ EST la foret, la plus ancienne du monde connu aujourd’hui?! Oui 🎉",
        span: "OÙ EST la foret, la plus ancienne du monde connu aujourd’hui"
      ),
      Example(
        question: "中国最长的河流是哪一条河流请回答问题",
        text: "请看：中国最长的河流是哪一条河流请回答问题吗？",
        span: "中国最长的河流是哪一条河流请回答问题"
      ),
      Example(
        question: "Explain how a heat pump moves warmth from cold air into a house",
        text: "(explain how a heat\u{200b} pump moves warmth; from cold AIR into a house)",
        span: "explain how a heat\u{200b} pump moves warmth; from cold AIR into a house"
      ),
    ]
  )
  func spans(_ example: Example) async throws {
    let padded = DecontaminationSupport.sentence(40, seed: 6) + "\n" + example.text
    let leaks = try await DecontaminationSupport.find(example.question, in: padded)
    #expect(leaks.outcome == .contaminated)
    let span = try #require(leaks.evidence.first?.span)
    #expect(span.text == example.span)
    #expect(Self.slice(padded, span.data) == span.text)
    #expect(span.benchmark.count > 10)
    #expect(example.question.contains(Self.slice(example.question, span.benchmark)))
  }

  @Test(
    "each preset's span is a run of both texts",
    arguments: [DecontaminationPreset.gpt3, .lmEval, .datatrove, .palm, .tulu, .seedbed]
  )
  func presets(preset: DecontaminationPreset) async throws {
    let question = "“Cannot” \(DecontaminationSupport.sentence(24, seed: 9)), naïve Señor 1,234.5"
    let answer = DecontaminationSupport.sentence(20, seed: 10)
    let row = BenchmarkRow(file: "b", row: 0, question: question, answer: answer)
    let text = "Ünïcode first. " + row.joined + " The end — of it"
    let leaks = try await DecontaminationSupport.find(
      question,
      answer: answer,
      in: text,
      DecontaminationOptions(preset)
    )
    #expect(leaks.outcome == .contaminated)
    let span = try #require(leaks.evidence.first?.span)
    #expect(Self.slice(text, span.data) == span.text)
    #expect(Self.slice(row.joined, span.benchmark) == span.text)
    #expect(span.words >= 20)
  }

  @Test("an answer's span counts from the start of the joined benchmark text")
  func answers() async throws {
    let row = BenchmarkRow(
      file: "b",
      row: 0,
      question: "Wörum geht es?",
      answer: DecontaminationSupport.sentence(18, seed: 11)
    )
    let report = try await DecontaminationSupport.search(
      [row],
      [ScannedRow(text: "Intro: " + (row.answer ?? ""))]
    )
    let evidence = try #require(report.rows.first?.evidence.first)
    let span = try #require(evidence.span)
    #expect(Self.slice(row.joined, span.benchmark) == span.text)
  }

  @Test("hostile texts do not break the search", arguments: DecontaminationPreset.allCases)
  func hostile(preset: DecontaminationPreset) async throws {
    let texts = [
      "", " ", "!!!", "\u{0}\u{0}", "\u{301}\u{301}", "a", String(repeating: "a ", count: 5000),
      String(repeating: "😀", count: 300), String(repeating: "नमस्ते ", count: 40),
      String(repeating: "漢", count: 300), "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0", "\u{2018}x\u{2019}",
      String(repeating: "İstanbul ﬁ ǅ ", count: 30), "a\u{200b}b \u{feff}",
    ]
    let report = try await DecontaminationSupport.search(
      texts.enumerated().map { BenchmarkRow(file: "b", row: $0, question: $1, answer: $1) },
      texts.flatMap { text in [ScannedRow(text: text), ScannedRow(text: text, answer: text)] },
      DecontaminationOptions(preset)
    )
    #expect(report.summary.dataRows == 2 * texts.count)
    for row in report.rows {
      for span in row.evidence.compactMap(\.span) { #expect(!span.text.isEmpty) }
    }
  }
}

@Suite("Decontamination of texts that mix scripts and marks")
struct DecontaminationFoldingTests {
  static let pieces = [
    "word", "WORD", "é", "e\u{301}", "—", "“quoted”", "!!!", " ", "  ", "\n", "漢字", "pаypal", "😀",
    "\u{200b}", "don’t", "ß", "...", "1,000", "\u{1}", "Ｆull", "x",
  ]

  @Test("a text equals its own view exactly, wherever ASCII ends and begins again")
  func views() async throws {
    let texts = (0..<600).map { number -> String in
      (0..<40).map { place in
        let hash = hash64("\(number) \(place)", seed: 8)
        let piece = Self.pieces[Int(hash % UInt64(Self.pieces.count))]
        return hash >> 60 < 9 ? piece + " " : piece
      }.joined()
    }
    let report = try await DecontaminationSupport.search(
      texts.enumerated().map { BenchmarkRow(file: "b", row: $0, question: $1) },
      texts.map { ScannedRow(text: DuplicateView.normalized($0)) },
      DecontaminationOptions(.exact)
    )
    #expect(report.rows.map(\.row) == Array(0..<600))
    for row in report.rows { #expect(row.evidence.contains { $0.row == row.row }) }
  }
}
