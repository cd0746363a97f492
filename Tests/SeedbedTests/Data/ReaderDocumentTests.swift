import SeedbedData
import Testing

@Suite("Reading JSON documents")
struct ReaderDocumentTests {
  let folder: ReaderFolder

  init() throws { folder = try ReaderFolder() }

  struct Shape: Sendable, CustomTestStringConvertible {
    var text: String
    var path: [String]
    var testDescription: String { text }
  }

  @Test(
    "rows are found at the top, under a key, under two keys, or one after the other",
    arguments: [
      Shape(text: "[{\"a\":1},{\"a\":2}]", path: []),
      Shape(text: " [\n {\"a\":1} ,\n {\"a\":2} ]\n", path: []),
      Shape(text: "{\"data\":[{\"a\":1},{\"a\":2}]}", path: ["data"]),
      Shape(
        text: "{\"v\":\"1\",\n\"n\":[1],\"data\":[{\"a\":1},{\"a\":2}],\"z\":[{}]}\n",
        path: ["data"]
      ),
      Shape(text: "{\"meta\":{\"x\":1},\n\"d\":{\"l\":[{\"a\":1},{\"a\":2}]}}", path: ["d", "l"]),
      Shape(text: "{\"d\":{\"l\":[{}]},\n\"rows\":[{\"a\":1},{\"a\":2}]}", path: ["rows"]),
      Shape(text: "{\n \"a\":1\n}\n{\n \"a\":2\n}\n", path: []),
    ]
  )
  func shapes(_ shape: Shape) throws {
    for chunkSize in [1, 3, 1 << 16] {
      let path = try folder.write("a.json", shape.text)
      var reader = try RowReader(path: path, options: .init(chunkSize: chunkSize))
      #expect(reader.detected.format == .json)
      #expect(reader.detected.rowPath == shape.path)
      #expect(try reader.nextBatch(9).map(\.fields) == [["a": 1], ["a": 2]])
    }
  }

  @Test("a row's place is that of its first byte")
  func offsets() throws {
    let path = try folder.write("a.json", "{\"d\": [ {\"a\":1}, {\"a\":2}]}")
    #expect(readAll(path).rows.map(\.byteOffset) == [8, 17])
  }

  struct Broken: Sendable, CustomTestStringConvertible {
    var text: String
    var words: String
    var testDescription: String { text }
  }

  @Test(
    "a broken document ends with an error under every policy, after the rows before it",
    arguments: [
      Broken(text: "[{\"a\":1},{\"a\":]}", words: "row 2 (byte 9): expected a value, found ']'"),
      Broken(
        text: "[{\"a\":1},{\"a\"",
        words: "row 2 (byte 9): expected ':' after a key, found the end"
      ),
      Broken(text: "[{\"a\":1}", words: "row 2 (byte 8): the file ends inside the array of rows"),
      Broken(text: "[{\"a\":1},", words: "row 2 (byte 9): the file ends inside the array of rows"),
      Broken(text: "[{\"a\":1},]", words: "row 2 (byte 9): expected a row after ','"),
      Broken(
        text: "[{\"a\":1} {\"a\":2}]",
        words: "row 2 (byte 9): expected ',' or ']' after a row"
      ),
      Broken(
        text: "[{\"a\":1}]]",
        words: "row 2 (byte 9): expected nothing more after the end of the document"
      ),
      Broken(
        text: "[{\"a\":1}]\n{\"a\":2}",
        words: "row 2 (byte 10): expected nothing more after the end"
      ),
      Broken(
        text: "{\"d\":[{\"a\":1}],\n\"x\":",
        words: "row 2 (byte 20): the file ends before its outer"
      ),
      Broken(
        text: "{\"d\":[{\"a\":1}],\n\"x",
        words: "row 2 (byte 16): the file ends inside a string"
      ),
    ]
  )
  func broken(_ example: Broken) throws {
    let path = try folder.write("a.json", example.text)
    for policy in BadRowPolicy.allCases {
      let result = readAll(path, .init(format: .json, onBadRow: policy))
      #expect(result.fields == [["a": 1]])
      #expect(result.end?.hasPrefix("\(path): \(example.words)") == true, "\(result.end ?? "")")
    }
  }

  @Test("a fault inside a row whose borders are certain spoils only that row")
  func spoilt() throws {
    var bytes = Array("[{\"a\":\"".utf8) + [0xE9]
    bytes += Array("\"},7,{\"a\":1,\"a\":2},{\"a\":3}]".utf8)
    let result = readAll(try folder.write("a.json", bytes))
    #expect(result.end == nil)
    #expect(result.fields == [["a": 3]])
    #expect(result.bad.map(\.row) == [1, 2, 3])
    #expect(result.bad.first?.reason == "invalid UTF-8 at byte 6 of the row")
    #expect(result.bad[1].reason == "expected an object, found a number")
  }

  @Test("an element beyond the limit is stepped over", arguments: [1, 4_096])
  func tooLong(chunkSize: Int) throws {
    let long = String(repeating: "]}\\\"", count: 2_000)
    let path = try folder.write("a.json", "[{\"a\":1},{\"a\":\"\(long)\"},{\"a\":2}]")
    let options = RowReaderOptions(
      onBadRow: .quarantine,
      maximumRowBytes: 1_000,
      chunkSize: chunkSize
    )
    let result = readAll(path, options)
    #expect(result.end == nil)
    #expect(result.fields == [["a": 1], ["a": 2]])
    #expect(result.bad.map(\.row) == [2])
  }

  @Test("SQuAD articles become one row a question")
  func squad() throws {
    let text = """
      {"version":"2","data":[{"title":"T","paragraphs":[
        {"context":"C1","qas":[{"question":"Q1","id":"1","answers":[{"text":"a","answer_start":0}]},
          {"id":"2","question":"Q2","answers":[],"is_impossible":true}]},
        {"document_id":"9","context":"C2","qas":[{"id":3,"question":"Q3"}]}]},
        {"title":"U","paragraphs":[]},
        {"title":"V","paragraphs":[{"context":"C"}]}]}
      """
    let result = readAll(try folder.write("a.json", text))
    #expect(result.end == nil)
    #expect(result.rows.map(\.number) == [1, 2, 3])
    #expect(
      result.fields == [
        [
          "id": "1", "title": "T", "context": "C1", "question": "Q1",
          "answers": [["text": "a", "answer_start": 0]],
        ],
        [
          "id": "2", "title": "T", "context": "C1", "question": "Q2", "answers": [],
          "is_impossible": true,
        ],
        [
          "id": 3, "title": "T", "context": "C2", "question": "Q3", "answers": [],
          "document_id": "9",
        ],
      ]
    )
    #expect(result.bad.map(\.reason) == ["paragraph 1 of the article lacks its `context` or `qas`"])
  }

  @Test("an empty array has no rows and is no fault")
  func empty() throws {
    #expect(readAll(try folder.write("a.json", "[]")) == ReaderResult())
  }
}
