import Foundation
import SeedbedData
import Testing

@Suite("Detecting formats")
struct ReaderDetectionTests {
  let folder: ReaderFolder

  init() throws { folder = try ReaderFolder() }

  struct Example: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var format: FileFormat
    var delimiter: Character = ","
    var hasHeader = false
    var quoted = true
    var testDescription: String { "\(name): \(text)" }
  }

  @Test(
    "goes by content, and by the name only where the content leaves it open",
    arguments: [
      Example(name: "a.json", text: "{\"a\":1}\n{\"a\":2}\n", format: .jsonLines),
      Example(name: "a.csv", text: "{\"a\":1}\n{\"a\":2}\n", format: .jsonLines),
      Example(name: "a.txt", text: "{\"a\":\n{\"a\":2}\n{\"a\":3}\n", format: .jsonLines),
      Example(name: "a.jsonl", text: "{\"a\":\n{\"a\":2}\n", format: .jsonLines),
      Example(name: "a.ndjson", text: "x\n{\"a\":2,\"b\":1}\n", format: .jsonLines),
      Example(name: "a.jsonl", text: "{\"d\":[{\"a\":2}]}", format: .jsonLines),
      Example(name: "a.json", text: "{\"d\":[{\"a\":2}]}", format: .json),
      Example(name: "a", text: "{\"d\":[{\"a\":2}]}", format: .jsonLines),
      Example(name: "a.txt", text: "[\n{\"a\":2}]", format: .json),
      Example(name: "a.json", text: "id,x\n1,2\n", format: .csv, hasHeader: true),
      Example(name: "a", text: "x;y\n1,5;2\n2,5;3", format: .csv, delimiter: ";", hasHeader: true),
      Example(name: "a", text: "x|y\n1|2\n", format: .csv, delimiter: "|", hasHeader: true),
      Example(
        name: "a.csv",
        text: "x\ty\n1\t2\n",
        format: .tsv,
        delimiter: "\t",
        hasHeader: true,
        quoted: false
      ),
      Example(
        name: "a.tsv",
        text: "n\tt\n1\t\"quoted\nlines\"\n2\tx\n",
        format: .tsv,
        delimiter: "\t",
        hasHeader: true
      ),
      Example(
        name: "a.tsv",
        text: "n\tt\n1\t\"stray, \n2\t\"x\" y\n",
        format: .tsv,
        delimiter: "\t",
        hasHeader: true,
        quoted: false
      ),
      Example(name: "a", text: "\"a;b\",\"c;d\"\n\"e\",\"f;g;h\"\n", format: .csv, hasHeader: true),
      Example(
        name: "a.csv",
        text: "text\nsome words here\nand more\n",
        format: .csv,
        hasHeader: true
      ),
      Example(
        name: "a.csv.gz",
        text: "text\nsome words here\nand more\n",
        format: .csv,
        hasHeader: true
      ),
    ]
  )
  func detects(_ example: Example) throws {
    let path = try folder.write(example.name, example.text)
    let detected = try FormatDetector.detect(path: path)
    #expect(detected.format == example.format)
    #expect(detected.delimiter == example.delimiter.asciiValue)
    #expect(detected.hasHeader == example.hasHeader)
    #expect(detected.quoting == (example.quoted ? .rfc4180 : RowReaderOptions.Quoting.none))
  }

  @Test(
    "a header is names above values, or short distinct names",
    arguments: [
      ("id,text\n1,hello\n2,world\n", true), ("1,hello\n2,world\n", false),
      ("date,x\n2020-01-02,a\n2020-01-03,b\n", true), ("2020-01-02,a\n2020-01-03,b\n", false),
      ("text,category\nI am waiting,card\nWhere is it?,card\n", true),
      ("I am waiting.,card\nWhere is it?,card\nNo,lost\n", false),
      ("yes,card\nno,card\nmaybe,lost\n", false),
      ("a,a\nhello,there\ngood,bye\n", false), (" a, b\n1,2\n", true), ("a,,c\n1,2,3\n", true),
    ]
  )
  func header(text: String, expected: Bool) throws {
    #expect(try FormatDetector.detect(path: folder.write("a.csv", text)).hasHeader == expected)
  }

  struct Refused: Sendable, CustomTestStringConvertible {
    var name = "a.txt"
    var bytes: [UInt8]
    var words: String
    var testDescription: String { words }
  }

  @Test(
    "what cannot be read is refused with what it is and what to do",
    arguments: [
      Refused(bytes: [], words: "is empty"),
      Refused(bytes: [0xEF, 0xBB, 0xBF], words: "is empty"),
      Refused(bytes: Array(" \n\n".utf8), words: "is empty"),
      Refused(bytes: [0xFF, 0xFE, 0x61, 0], words: "iconv -f UTF-16 -t UTF-8"),
      Refused(bytes: [0xFE, 0xFF, 0, 0x61], words: "is in UTF-16"),
      Refused(bytes: [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], words: "iconv -f UTF-32 -t UTF-8"),
      Refused(bytes: "a,b\n1,2\n".utf8.flatMap { [$0, 0] }, words: "is in UTF-16LE"),
      Refused(bytes: "a,b\n1,2\n".utf8.flatMap { [0, $0] }, words: "is in UTF-16BE"),
      Refused(bytes: [UInt8](repeating: 0, count: 99), words: "is not text"),
      Refused(bytes: Array("PK\u{3}\u{4}xxxx".utf8), words: "a ZIP archive or a spreadsheet"),
      Refused(bytes: Array("PAR1xxxx".utf8), words: "is Parquet"),
      Refused(bytes: [0x28, 0xB5, 0x2F, 0xFD, 1], words: "zstd -d"),
      Refused(
        bytes: Array("Just a text.\nOf two lines, no more.\n".utf8),
        words: "name the format"
      ),
      Refused(
        name: "a.csv",
        bytes: Array("Made by me\na,b\n1,2\n3,4\n5,6\n7,8\n".utf8),
        words: "has 1 of the 2 cells that most have"
      ),
      Refused(
        name: "a.csv",
        bytes: Array("Made by me,,\na,b,c\n1,2,3\n3,4,5\n".utf8),
        words: "names only 1 of the 3 columns"
      ),
    ]
  )
  func refuses(_ example: Refused) throws {
    let path = try folder.write(example.name, example.bytes)
    let error = #expect(throws: SeedbedError.self) { try RowReader(path: path) }
    #expect(error?.description.contains(example.words) == true, "\(error?.description ?? "")")
    #expect(error?.message.contains(path) == true)
  }

  @Test("a missing file and a folder are named with the system's words")
  func unreadable() throws {
    let missing = folder.path("nothing.csv")
    let error = #expect(throws: SeedbedError.self) { try RowReader(path: missing) }
    #expect(
      error?.description
        == "cannot open `\(missing)`\n  caused by: No such file or directory\nhint: check the path"
    )
    let second = #expect(throws: SeedbedError.self) { try RowReader(path: folder.url.path) }
    #expect(second?.hint == "it is a folder: name a file in it")
  }

  @Test("what is said of a file is taken as given")
  func overrides() throws {
    let path = try folder.write("a.txt", "a@b\n1@2\n3@4\n")
    let options = RowReaderOptions(format: .csv, delimiter: UInt8(ascii: "@"))
    #expect(readAll(path, options).fields == [["a": "1", "b": "2"], ["a": "3", "b": "4"]])
    let lines = try folder.write("b.csv", "a,b\n1,2\n")
    #expect(readAll(lines, .init(format: .jsonLines, onBadRow: .quarantine)).bad.count == 2)
    #expect(readAll(lines, .init(hasHeader: false)).rows.count == 2)
    let prose = try folder.write("c.txt", "Just a text.\nOf two lines.\n")
    #expect(readAll(prose, .init(format: .csv, hasHeader: false)).rows.count == 2)
  }

  @Test("a quote in the sample that swallows everything does not hide a raw table")
  func swallowed() throws {
    let rows = (0..<20_000).map { "\($0)\t\($0 == 3 ? "\"open" : "a plain cell")\n" }.joined()
    let path = try folder.write("a.tsv", rows)
    #expect(try FormatDetector.detect(path: path).quoting == RowReaderOptions.Quoting.none)
    #expect(readAll(path).rows.count == 20_000)
  }
}
