import SeedbedData
import Testing

@Suite("Reading JSON Lines")
struct ReaderJSONLinesTests {
  let folder: ReaderFolder

  init() throws { folder = try ReaderFolder() }

  @Test("blank lines, CRLF, a byte order mark and a missing last line end are no trouble")
  func lenient() throws {
    let path = try folder.write("a.jsonl", "\u{FEFF}{\"a\":1}\r\n\r\n  \n {\"a\":2}\n{\"a\":3}")
    let result = readAll(path)
    #expect(result.end == nil && result.bad.isEmpty)
    #expect(result.fields == [["a": 1], ["a": 2], ["a": 3]])
    #expect(result.rows.map(\.number) == [1, 2, 3])
    #expect(result.rows.map(\.byteOffset) == [3, 17, 26])
  }

  @Test("a bad row is named with its number, place and reason, and reading goes on")
  func badRows() throws {
    var bytes = Array("{\"a\":1}\n[1]\n{\"a\":\"".utf8)
    bytes += [0xFF]
    bytes += Array("\"}\n{\"a\":\n{\"a\":\"x\u{0}\"}\n{\"a\":2}\n".utf8)
    let path = try folder.write("data.jsonl", bytes)
    let result = readAll(path)
    #expect(result.fields == [["a": 1], ["a": 2]])
    #expect(result.rows.map(\.number) == [1, 6])
    #expect(
      result.bad.map(\.description) == [
        "\(path): row 2 (byte 8): expected an object, found an array",
        "\(path): row 3 (byte 12): invalid UTF-8 at byte 6 of the row",
        "\(path): row 4 (byte 22): expected a value, found the end at byte 5 of the row",
        "\(path): row 5 (byte 28): a raw control character (byte 0) in a string: write it as an "
          + "escape at byte 7 of the row",
      ]
    )
    #expect(result.bad[1].raw == Array("{\"a\":\"".utf8) + [0xFF] + Array("\"}".utf8))
  }

  @Test("the policies: stop throws the row, skip counts it, quarantine hands it over")
  func policies() throws {
    let path = try folder.write("a.jsonl", "{\"a\":1}\nx\n{\"a\":2}\n")
    var stopping = try RowReader(path: path)
    #expect(try stopping.next()?.number == 1)
    let error = #expect(throws: BadRow.self) { try stopping.next() }
    #expect(error?.row == 2)
    #expect(try stopping.next() == nil)

    var skipping = try RowReader(path: path, options: .init(onBadRow: .skip))
    skipping.badRowSink = { _ in Issue.record("skip has no sink") }
    #expect(try skipping.nextBatch(10).map(\.number) == [1, 3])
    #expect(skipping.badRows == 1)

    var keeping = try RowReader(path: path, options: .init(onBadRow: .quarantine))
    keeping.badRowSink = { throw $0 }
    #expect(try keeping.next()?.number == 1)
    #expect(throws: BadRow.self) { try keeping.next() }
  }

  @Test("batches hold what is asked for, and the last one the rest")
  func batches() throws {
    let path = try folder.write("a.jsonl", String(repeating: "{\"a\":1}\n", count: 10))
    var reader = try RowReader(path: path)
    var sizes: [Int] = []
    while true {
      let batch = try reader.nextBatch(4)
      if batch.isEmpty { break }
      sizes.append(batch.count)
    }
    #expect(sizes == [4, 4, 2])
  }

  @Test("a row of 10 MB is read in small chunks", arguments: [4_096, 1 << 20])
  func longRow(chunkSize: Int) throws {
    let long = String(repeating: "lorem ipsum ", count: 10 << 20 / 12)
    let path = try folder.write("a.jsonl", "{\"a\":1}\n{\"a\":\"\(long)\"}\n{\"a\":2}\n")
    let result = readAll(path, .init(chunkSize: chunkSize))
    #expect(result.end == nil)
    #expect(result.fields == [["a": 1], ["a": .string(long)], ["a": 2]])
  }

  @Test("a row beyond the limit is a bad row, and the next one is read", arguments: [1, 7, 4_096])
  func tooLong(chunkSize: Int) throws {
    let long = String(repeating: "x", count: 20_000)
    let path = try folder.write(
      "a.jsonl",
      "{\"a\":1}\n{\"a\":\"\(long)\"}\n{\"a\":2}\n{\"a\":\"\(long)\"}"
    )
    let options = RowReaderOptions(
      onBadRow: .quarantine,
      maximumRowBytes: 1_000,
      chunkSize: chunkSize
    )
    let result = readAll(path, options)
    #expect(result.end == nil)
    #expect(result.fields == [["a": 1], ["a": 2]])
    #expect(result.bad.map(\.row) == [2, 4])
    #expect(
      result.bad.map(\.reason) == .init(repeating: "longer than the limit of 1000 bytes", count: 2)
    )
    #expect(result.bad.map(\.raw.count) == [4_096, 4_096])
  }

  @Test("a repeated key spoils only its row")
  func repeatedKey() throws {
    let path = try folder.write("a.jsonl", "{\"a\":1,\"a\":2}\n{\"a\":3}\n")
    let result = readAll(path)
    #expect(result.fields == [["a": 3]])
    #expect(result.bad.first?.reason.contains("`a` stands twice") == true)
  }
}
