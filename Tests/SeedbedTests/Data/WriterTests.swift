import Foundation
import SeedbedData
import Testing

@Suite("Writers")
struct WriterTests {
  let folder: ReaderFolder
  let rows: [JSONObject] = [
    ["text": "a,\"b\"\nc\r", "n": 1.50, "ok": true],
    ["text": "", "l": [1, ["x": nil]], "n": nil], ["ok": false, "text": " é;\t "],
  ]

  init() throws { folder = try ReaderFolder() }

  @Test("JSON Lines read back as they were")
  func jsonLines() throws {
    let path = folder.path("a.jsonl")
    var writer = try JSONLinesWriter(path: path)
    for row in rows { try writer.write(row) }
    #expect(!FileManager.default.fileExists(atPath: path))
    try writer.close()
    #expect(writer.count == 3)
    #expect(try folder.names() == ["a.jsonl"])
    #expect(readAll(path).fields == rows)
  }

  @Test("a table has a header, quotes what needs it, and JSON for what is nested")
  func table() throws {
    let columns = CSVWriter.columns(of: rows)
    #expect(columns == ["text", "n", "ok", "l"])
    let path = folder.path("a.csv")
    var writer = try CSVWriter(path: path, columns: columns)
    for row in rows { try writer.write(row) }
    try writer.close()
    let text = String(decoding: try folder.bytes("a.csv"), as: UTF8.self)
    #expect(
      text == """
        text,n,ok,l
        "a,""b""
        c\r",1.5,true,
        ,,,"[1,{""x"":null}]"
         é;\t ,,false,

        """
    )
  }

  @Test("random tables read back as they were", arguments: [",", "\t", ";"])
  func roundTrip(delimiter: Character) throws {
    var random = ReaderRandom(19)
    let byte = try #require(delimiter.asciiValue)
    let alphabet = Array("ab \",;\t\n\ré'".unicodeScalars)
    for columns in [["a"], ["a", "b"], ["x", "y", "z"]] {
      let rows = (0..<200).map { _ in
        var row = JSONObject()
        for column in columns {
          var text = String.UnicodeScalarView()
          for _ in 0..<random.below(6) { text.append(alphabet[random.below(alphabet.count)]) }
          row[column] = .string(String(text))
        }
        return row
      }
      let path = folder.path("a.csv")
      var writer = try CSVWriter(path: path, columns: columns, delimiter: byte)
      for row in rows { try writer.write(row) }
      try writer.close()
      let options = RowReaderOptions(
        format: .csv,
        delimiter: byte,
        hasHeader: true,
        quoting: .rfc4180,
        chunkSize: 100
      )
      let result = readAll(path, options)
      #expect(result.end == nil)
      #expect(result.fields == rows)
    }
  }

  @Test("a row with a field that is no column is refused instead of losing the field")
  func unknownField() throws {
    var writer = try CSVWriter(path: folder.path("a.csv"), columns: ["a"])
    let error = #expect(throws: SeedbedError.self) { try writer.write(["a": 1, "b": 2]) }
    #expect(
      error?.message == "row 1 has the field `b`, which is no column of `\(folder.path("a.csv"))`"
    )
    #expect(throws: SeedbedError.self) {
      try CSVWriter(path: folder.path("b.csv"), columns: ["a", "a"])
    }
  }

  @Test("without close nothing stays, and an older file is untouched")
  func abandoned() throws {
    let path = try folder.write("a.jsonl", "old\n")
    do {
      var writer = try JSONLinesWriter(path: path)
      for _ in 0..<100_000 { try writer.write(["a": "some text"]) }
      #expect(try folder.names().count == 2)
    }
    #expect(try folder.names() == ["a.jsonl"])
    #expect(try folder.bytes("a.jsonl") == Array("old\n".utf8))
  }

  @Test("a symbolic link stays one, and its target is replaced")
  func link() throws {
    let target = try folder.write("target.jsonl", "old\n")
    let link = folder.path("link.jsonl")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
    var writer = try JSONLinesWriter(path: link)
    try writer.write(["a": 1])
    try writer.close()
    #expect(try folder.bytes("target.jsonl") == Array("{\"a\":1}\n".utf8))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == target)
  }

  @Test("a place that cannot be written is named with the system's words")
  func unwritable() {
    let path = folder.path("no/such/a.jsonl")
    let error = #expect(throws: SeedbedError.self) { try JSONLinesWriter(path: path) }
    #expect(error?.message == "cannot write `\(path)`")
    #expect(error?.cause == "No such file or directory")
  }

  @Test("a pipe is written to, not replaced")
  func pipe() throws {
    let path = folder.path("pipe")
    try #require(mkfifo(path, 0o600) == 0)
    let reading = open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reading) }
    var writer = try JSONLinesWriter(path: path)
    try writer.write(["a": 1])
    try writer.close()
    var bytes = [UInt8](repeating: 0, count: 99)
    #expect(read(reading, &bytes, 99) == 8)
    #expect(try folder.names() == ["pipe"])
  }

  @Test("refused rows are kept for repair, with their bytes")
  func quarantine() throws {
    let path = folder.path("bad.jsonl")
    var quarantine = QuarantineWriter(path: path)
    try quarantine.close()
    #expect(try folder.names().isEmpty)
    let data = try folder.write("data.jsonl", Array("x\n{\"a\":\"".utf8) + [0xFF, 0x22, 0x7D])
    var reader = try RowReader(
      path: data,
      options: .init(format: .jsonLines, onBadRow: .quarantine)
    )
    reader.badRowSink = { try quarantine.write($0) }
    #expect(try reader.next() == nil)
    reader.badRowSink = nil
    try quarantine.close()
    #expect(quarantine.count == 2)
    #expect(
      readAll(path).fields == [
        [
          "file": .string(data), "row": 1, "byte": 0,
          "reason": "expected a value, found 'x' at byte 0 of the row", "raw": "x",
          "raw_base64": nil,
        ],
        [
          "file": .string(data), "row": 2, "byte": 2,
          "reason": "invalid UTF-8 at byte 6 of the row", "raw": nil, "raw_base64": "eyJhIjoi/yJ9",
        ],
      ]
    )
  }

  @Test("rows kept for repair survive without close")
  func quarantineWithoutClose() throws {
    let path = folder.path("bad.jsonl")
    do {
      var quarantine = QuarantineWriter(path: path)
      try quarantine.write(BadRow(file: "f", row: 1, byte: 0, reason: "r", raw: [0x61]))
    }
    #expect(readAll(path).rows.count == 1)
  }
}
