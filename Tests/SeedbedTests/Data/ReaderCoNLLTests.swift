import Foundation
import SeedbedData
import Testing

@Suite("Reading CoNLL")
struct ReaderCoNLLTests {
  private func rows(
    _ text: String,
    name: String = "rows.txt",
    _ change: (inout RowReaderOptions) -> Void = { _ in }
  ) throws -> (DetectedFormat, [RawRow]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: name).path
    try Data(text.utf8).write(to: URL(filePath: path))
    var options = RowReaderOptions()
    change(&options)
    var reader = try RowReader(path: path, options: options)
    return (reader.detected, try reader.nextBatch(1000))
  }

  private func spans(_ row: RawRow) -> [[String]] {
    (row.fields["spans"]?.array ?? []).map { span in
      ["\(span["start"]?.int ?? -1)", span["label"]?.string ?? "", span["text"]?.string ?? ""]
    }
  }

  @Test("four columns as other tools write them are told by their tags", arguments: ["\n", "\r\n"])
  func conll2003(end: String) throws {
    let lines = [
      "-DOCSTART- -X- -X- O", "", "EU NNP B-NP B-ORG", "rejects VBZ B-VP O",
      "German JJ B-NP B-MISC", "call NN I-NP I-MISC", "", "Peter NNP B-NP B-PER",
      "Blackburn NNP I-NP I-PER", "",
    ]
    let (detected, rows) = try rows(lines.joined(separator: end))
    #expect(detected.format == .conll)
    let texts = rows.map { $0.fields["text"]?.string }
    #expect(texts == ["EU rejects German call", "Peter Blackburn"])
    #expect(spans(rows[0]) == [["0", "ORG", "EU"], ["11", "MISC", "German call"]])
    #expect(spans(rows[1]) == [["0", "PER", "Peter Blackburn"]])
    #expect(rows.map(\.number) == [1, 2])
  }

  @Test(
    "each scheme of tags marks the same spans",
    arguments: [
      ["B-a", "I-a", "O", "B-b"], ["B-a", "E-a", "O", "S-b"], ["B-a", "L-a", "O", "U-b"],
      ["I-a", "I-a", "O", "I-b"],
    ]
  )
  func schemes(tags: [String]) throws {
    let text = zip(["w", "x", "y", "z"], tags).map { "\($0)\t\($1)\n" }.joined() + "\n"
    let (_, rows) = try rows(text + text)
    #expect(rows.count == 2)
    for row in rows { #expect(spans(row) == [["0", "a", "w x"], ["6", "b", "z"]]) }
  }

  @Test("comments become fields, and a text among them says where the tokens stand")
  func comments() throws {
    let block = """
      # id = 7
      # text = \u{301}Ada's  hat = new
      # label_json = "a\\nb"
      # a remark
      \u{301}Ada\tB-name
      '\tO
      s\tO
      hat\tB-thing
      =\tO
      new\tO

      """
    let (detected, rows) = try rows(block, name: "rows.conll")
    #expect(detected.format == .conll)
    let row = try #require(rows.first)
    #expect(row.fields["id"] == "7" && row.fields["label"] == "a\nb")
    let text = try #require(row.fields["text"]?.string)
    #expect(Array(text.utf8) == Array("\u{301}Ada's  hat = new".utf8))
    #expect(spans(row).map { $0[0] } == ["0", "8"] && spans(row).map { $0[2].count } == [4, 3])
  }

  @Test(
    "a block that does not fit its text is a bad row, and the next one is read",
    arguments: ["# text = abc\nxyz\tO\n\n", "# text = abc\nabc\n\n", "# x_json = {\na\tO\n\n"]
  )
  func badBlocks(block: String) throws {
    let (_, rows) = try rows(block + "a\tB-x\nb\tO\n\n", name: "rows.conll") {
      $0.onBadRow = .skip
    }
    #expect(rows.map { $0.fields["text"]?.string } == ["a b"])
    #expect(rows.map(\.number) == [2])
  }

  @Test("a table of two columns with other words than tags stays a table")
  func tables() throws {
    let table = (0..<9).map { "word \($0)\tO\($0)\n" }.joined()
    #expect(try rows(table).0.format == .tsv)
    #expect(try rows("text\ttag\na\tO\nb\tB-x\n").0.format == .tsv)
  }

  @Test("where a file is cut into chunks changes nothing", arguments: [1, 2, 3, 7, 64])
  func chunks(size: Int) throws {
    let text = (0..<20).map { "w\($0)\tB-a\r\nx\tI-a\r\n\r\n" }.joined()
    let whole = try rows(text, name: "rows.conll").1
    let cut = try rows(text, name: "rows.conll") { $0.chunkSize = size }.1
    #expect(whole == cut && whole.count == 20)
  }

  @Test("any bytes are read or refused", arguments: 0..<200)
  func anyBytes(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let pieces = [
      "\n", "\r", "\t", " ", "# ", "text = ", "B-a", "O", "é", "\u{301}", "=", "_json = ",
    ]
    let text = (0..<40).map { _ -> String in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return pieces[Int(state >> 33) % pieces.count]
    }.joined()
    let rows = try rows("a\tO\n\n" + text, name: "rows.conll") { $0.onBadRow = .skip }.1
    for row in rows {
      let scalars = Array((row.fields["text"]?.string ?? "").unicodeScalars)
      for span in row.fields["spans"]?.array ?? [] {
        let start = try #require(span["start"]?.int), end = try #require(span["end"]?.int)
        #expect(Array((span["text"]?.string ?? "").unicodeScalars) == Array(scalars[start..<end]))
      }
    }
  }
}
