import SeedbedData
import Testing

@Suite("Reading tables")
struct ReaderTableTests {
  let folder: ReaderFolder

  init() throws { folder = try ReaderFolder() }

  @Test(
    "quoted line ends, doubled quotes and every kind of line end give the same rows",
    arguments: ["\n", "\r\n", "\r"]
  )
  func quoting(end: String) throws {
    let lines = [
      "text,label", "\"one\(end)two\",a", "\"he said \"\"no\"\"\",b", "\"\",", "\"x,y\",\"\"\"\"",
      "5\" pipe,c", "",
    ]
    let path = try folder.write("a.csv", "\u{FEFF}" + lines.joined(separator: end))
    let result = readAll(path)
    #expect(result.end == nil && result.bad.isEmpty)
    #expect(
      result.fields == [
        ["text": .string("one\(end)two"), "label": "a"], ["text": "he said \"no\"", "label": "b"],
        ["text": "", "label": ""], ["text": "x,y", "label": "\""],
        ["text": "5\" pipe", "label": "c"],
      ]
    )
    let offsets = result.rows.map(\.byteOffset)
    let all = try folder.bytes("a.csv")
    #expect(offsets.allSatisfy { all[$0 - 1] == end.utf8.last })
    #expect(offsets == offsets.sorted())
  }

  @Test("rows with too few or too many cells are bad, with and without a header")
  func ragged() throws {
    let body = String(repeating: "1,2\n", count: 20)
    let options = RowReaderOptions(hasHeader: true, onBadRow: .quarantine)
    let named = readAll(try folder.write("a.csv", "a,b\n\(body)1\n1,2,3\n"), options)
    #expect(named.rows.count == 20)
    #expect(
      named.bad.map(\.reason) == ["1 cell where 2 are expected", "3 cells where 2 are expected"]
    )
    let bare = readAll(
      try folder.write("b.csv", "9\n\(body)1,2,3\n"),
      .init(hasHeader: false, onBadRow: .quarantine)
    )
    #expect(bare.rows.count == 20)
    #expect(bare.bad.map(\.row) == [1, 22])
    #expect(bare.rows.first?.fields == ["column_1": "1", "column_2": "2"])
  }

  @Test("a quote that never closes ends the reading and names the row where it opened")
  func openQuote() throws {
    let path = try folder.write("a.csv", "a,b\n1,\"2\"\n3,\"x\n4,5\n6,7\n")
    let result = readAll(path, .init(onBadRow: .skip))
    #expect(result.fields == [["a": "1", "b": "2"]])
    #expect(result.end?.hasPrefix("\(path): row 2 (byte 10): a quote opens in this row") == true)
    let raw = readAll(path, .init(quoting: RowReaderOptions.Quoting.none))
    #expect(raw.fields.count == 4)
    #expect(raw.fields[1] == ["a": "3", "b": "\"x"])
  }

  @Test("text after a closing quote, a NUL and invalid UTF-8 each spoil their row only")
  func spoilt() throws {
    var bytes = Array("a,b\n\"x\"y,1\n2,\"3\"\nq\u{0},1\n".utf8)
    bytes += [0xC3, 0x28] + Array(",1\n4,5\n".utf8)
    let path = try folder.write("a.csv", bytes)
    let result = readAll(path)
    #expect(result.fields == [["a": "2", "b": "3"], ["a": "4", "b": "5"]])
    #expect(
      result.bad.map(\.reason) == [
        "text after a closing quote at byte 3 of the row", "a NUL at byte 1 of the row",
        "invalid UTF-8 at byte 0 of the row",
      ]
    )
  }

  @Test("empty and repeated names get numbers, spaces in names stay")
  func names() throws {
    let path = try folder.write("a.csv", "a,,a, a,column_2,a_2\n1,2,3,4,5,6\n")
    var reader = try RowReader(path: path)
    #expect(reader.columns == ["a", "column_2_2", "a_3", " a", "column_2", "a_2"])
    #expect(try reader.next()?.fields["a_3"] == "3")
  }

  @Test("given names stand for a missing header, or replace one that says the same")
  func givenNames() throws {
    let columns = ["class", "text"]
    let bare = try folder.write("a.csv", "one,two\nthree,four\n")
    #expect(readAll(bare, .init(columns: columns)).fields.first == ["class": "one", "text": "two"])
    let headed = try folder.write("b.csv", "class,text\none,two\n")
    #expect(readAll(headed, .init(columns: columns)).fields == [["class": "one", "text": "two"]])
    let forced = readAll(headed, .init(hasHeader: true, columns: ["x", "y"]))
    #expect(forced.fields == [["x": "one", "y": "two"]])
    let wrong = readAll(headed, .init(hasHeader: true, columns: ["x"]))
    #expect(wrong.end == "the header of `\(headed)` has 2 names, and 1 are given")
  }

  @Test("many columns are found by name", arguments: [5, 60])
  func wide(count: Int) throws {
    let names = (0..<count).map { "name \($0)" }.joined(separator: ",")
    let cells = (0..<count).map(String.init).joined(separator: ",")
    let path = try folder.write("a.csv", "\(names)\n\(cells)\n")
    let row = try #require(readAll(path).fields.first)
    #expect(row["name \(count - 1)"] == .string(String(count - 1)))
    #expect(row.count == count)
  }

  @Test("a record beyond the limit is stepped over to its real end", arguments: [1, 5, 4_096])
  func tooLong(chunkSize: Int) throws {
    let long = String(repeating: "line\n", count: 4_000)
    let path = try folder.write("a.csv", "a,b\n1,2\n\"\(long)\",x\n3,4\n")
    let options = RowReaderOptions(
      hasHeader: true,
      onBadRow: .quarantine,
      maximumRowBytes: 1_000,
      chunkSize: chunkSize
    )
    let result = readAll(path, options)
    #expect(result.end == nil)
    #expect(result.fields == [["a": "1", "b": "2"], ["a": "3", "b": "4"]])
    #expect(result.bad.map(\.row) == [2])
  }
}
