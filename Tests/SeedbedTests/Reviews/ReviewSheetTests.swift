import Foundation
import SeedbedData
import SeedbedKernels
import Testing

@Suite("Reviews in a spreadsheet")
struct ReviewSheetTests {
  static let ids = ["a", "b", "c"].map { SampleID(hex: String(repeating: $0, count: 32)) }
    .compactMap(\.self)

  static func id(_ place: Int) -> String { ids[place].hex }

  /// The decisions of a table whose header is `id,verdict,reason,new_text,new_label` and the row.
  static func read(_ lines: String...) throws -> [ImportedReview] {
    try ReviewSheet.reviews(in: Array(lines.joined(separator: "\r\n").utf8), file: "sheet.csv")
  }

  @Test("what is written can be read as a table, and no cell of it is a formula")
  func table() throws {
    let hostile = [
      "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "'=1", "＝1", "plain",
    ]
    let rows = hostile.map { text in
      ReviewRow(
        sample: Self.ids[0],
        text: text,
        label: text,
        sourceText: text,
        verdicts: ["pass \(text)", "b"],
        labels: [text, "x"]
      )
    }
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: ";")] {
      let bytes = ReviewSheet.table(of: rows, delimiter: delimiter)
      #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
      #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("\"\r\n"))
      try withReviewFile(bytes) { path in
        var options = RowReaderOptions()
        options.hasHeader = true
        var reader = try RowReader(path: path, options: options)
        #expect(reader.columns == ReviewSheet.columns)
        for text in hostile {
          let row = try #require(try reader.next()).fields
          for name in ["text", "label", "source"] {
            let cell = try #require(row[name]?.string)
            #expect(!SpreadsheetCell.couldBeFormula(cell))
            #expect(Array(SpreadsheetCell.unguarded(cell).utf8) == Array(text.utf8))
          }
        }
      }
      #expect(try ReviewSheet.reviews(in: bytes, file: "sheet.csv") == [])
    }
  }

  @Test("guarding and taking the guard away gives back any text", arguments: 0..<200)
  func guardRoundTrip(seed: Int) {
    var random = CounterRandom(seed: UInt64(seed), sample: 1, operation: 1, draw: 1)
    let pieces = ["'", "=", "+", "-", "@", "\t", "\r", "\n", "a", "＝", "\u{301}", " "]
    let text = (0..<random.index(below: 5)).map { _ in pieces[random.index(below: pieces.count)] }
      .joined()
    let cell = SpreadsheetCell.guarded(text)
    #expect(!SpreadsheetCell.couldBeFormula(cell))
    #expect(Array(SpreadsheetCell.unguarded(cell).utf8) == Array(text.utf8))
  }

  @Test("an id that a program would round is kept as text, and comes back")
  func numericID() throws {
    let digits = String(repeating: "1234567890", count: 3) + "12"
    for hex in [digits, digits.replacing("9", with: "e", maxReplacements: 1)] {
      let sample = try #require(SampleID(hex: hex))
      let text = String(
        decoding: ReviewSheet.table(of: [ReviewRow(sample: sample, text: "t")]),
        as: UTF8.self
      )
      #expect(text.contains("\"'\(hex)\""))
      let back = try Self.read("id,verdict", "'\(hex),ok", "\(Self.id(1)),ok")
      #expect(back.map(\.sample) == [sample, Self.ids[1]])
    }
  }

  @Test("each kind of decision is read, and rows nobody looked at are left out")
  func decisions() throws {
    let reviews = try Self.read(
      "\u{FEFF}Verdict;NEW_LABEL;id;new_text;reason;author;note",
      "Accept;;\(Self.id(0));;;Ada;seen",
      "rejected;;\(Self.id(1));;wrong label;;",
      ";;\(Self.id(2));;;;x",
      ";;;;;;",
      ";bill;\(Self.id(2).uppercased());\"say \"\"hi\"\";\r\nnow\";;Bo;"
    )
    #expect(
      reviews == [
        ImportedReview(sample: Self.ids[0], author: "Ada", verdict: .accept),
        ImportedReview(sample: Self.ids[1], verdict: .reject, reason: "wrong label"),
        ImportedReview(
          sample: Self.ids[2],
          author: "Bo",
          verdict: .fix,
          correction: ReviewCorrection(text: "say \"hi\";\r\nnow", label: "bill")
        ),
      ]
    )
  }

  @Test(
    "lines may be separated as any program does, and a first line may name the delimiter",
    arguments: ["\n", "\r\n", "\r"],
    [",", ";", "\t"]
  )
  func dialects(end: String, delimiter: String) throws {
    for head in ["", "sep=\(delimiter)\(end)"] {
      let lines = ["id", "verdict"].joined(separator: delimiter) + end
      let row = [Self.id(0), "\"skip\""].joined(separator: delimiter)
      let reviews = try ReviewSheet.reviews(
        in: Array((head + lines + row).utf8),
        file: "sheet.csv"
      )
      #expect(reviews == [ImportedReview(sample: Self.ids[0], verdict: .skip)])
    }
  }

  @Test("a guarded new text is taken without its guard")
  func guardedCorrection() throws {
    let reviews = try Self.read("id,verdict,new_text", "\(Self.id(0)),fix,'=1+1")
    #expect(reviews.first?.correction?.text == "=1+1")
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var lines: [String]
    var words: String
    var testDescription: String { words }
  }

  @Test(
    "a fault is named by row and column, and nothing is taken",
    arguments: [
      Fault(lines: ["id,verdict", "@0,ok", "@1,perhaps"], words: "row 3, `verdict`: `perhaps`"),
      Fault(lines: ["id,verdict", "xyz,ok"], words: "row 2, `id`: `xyz` is no sample's id"),
      Fault(lines: ["id,verdict,reason", "@0,no,"], words: "row 2, `reason`: a row that is"),
      Fault(lines: ["id,verdict,new_text", "@0,fix,"], words: "row 2, `verdict`: `fix` needs"),
      Fault(lines: ["id,verdict,new_text", "@0,ok,b"], words: "row 2, `verdict`: `accept` stands"),
      Fault(
        lines: ["id,verdict,new_difficulty", "@0,fix,nasty"],
        words: "row 2, `new_difficulty`: `nasty` is none of"
      ),
      Fault(lines: ["id,verdict", "@0,ok", "@1,ok", "@0,ok"], words: "row 4, `id`: row 2 decides"),
      Fault(lines: ["id,verdict", "@0,ok,x"], words: "row 2: it has 3 cells"),
      Fault(lines: ["id,reason", "@0,ok"], words: "has no column `verdict`"),
      Fault(lines: ["id,verdict,id", "@0,ok,@0"], words: "has the column `id` twice"),
      Fault(lines: ["id,verdict", "\"@0,ok"], words: "row 2: a quote opens and never closes"),
      Fault(lines: ["id,verdict", "\"@0\"x,ok"], words: "row 2: there is text behind"),
    ]
  )
  func faults(_ fault: Fault) {
    let text = fault.lines.joined(separator: "\n").replacing("@0", with: Self.id(0))
      .replacing("@1", with: Self.id(1))
    let error = #expect(throws: SeedbedError.self) {
      try ReviewSheet.reviews(in: Array(text.utf8), file: "sheet.csv")
    }
    #expect(error?.message.contains(fault.words) == true, "\(error?.message ?? "")")
    #expect(error?.message.contains("`sheet.csv`") == true)
  }

  @Test("another encoding than UTF-8 is refused with what to do")
  func encodings() {
    for bytes: [UInt8] in [[0xFF, 0xFE, 0x69, 0], [0x69, 0x64, 0x2C, 0xE9]] {
      let error = #expect(throws: SeedbedError.self) {
        try ReviewSheet.reviews(in: bytes, file: "sheet.csv")
      }
      #expect(error?.hint?.contains("CSV UTF-8") == true)
    }
  }

  @Test("no bytes can make the reader fail otherwise than by an error", arguments: 0..<300)
  func anyBytes(seed: Int) {
    var random = CounterRandom(seed: UInt64(seed), sample: 2, operation: 2, draw: 2)
    let pieces = [
      "id", "verdict", ",", ";", "\"", "\r", "\n", "ok", Self.id(0), "'", "\t", "é", "sep=", "[",
      "{",
    ]
    let text = (0..<random.index(below: 30)).map { _ in pieces[random.index(below: pieces.count)] }
      .joined()
    do {
      _ = try ReviewFile.reviews(in: Array(text.utf8), file: "f")
    } catch {
      #expect(error is SeedbedError, "\(error)")
    }
  }
}

/// Gives a test a file of bytes and removes it afterwards.
func withReviewFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
  let url = FileManager.default.temporaryDirectory.appending(
    path: "seedbed-review-\(UUID().uuidString).csv"
  )
  try Data(bytes).write(to: url)
  defer { try? FileManager.default.removeItem(at: url) }
  return try body(url.path)
}
