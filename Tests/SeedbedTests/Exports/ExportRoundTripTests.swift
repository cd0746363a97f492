import Foundation
import SeedbedData
import SeedbedReport
import Testing

@Suite("What exports say comes back as it was")
struct ExportRoundTripTests {
  /// The rows of the first file that a format writes, as they are read again.
  private static func back(
    _ format: String,
    _ task: TaskKind,
    _ fields: FieldMap,
    _ rows: [JSONObject],
    plain: Bool = true
  ) throws -> (DetectedTask, [JSONObject]) {
    let samples = try rows.enumerated().map {
      ExportSample(sample: try ReportFixture.real($1, fields, number: $0 + 1, split: .validation))
    }
    return try withReportFolder { folder in
      let files = try Exporters.named(format).write(
        samples,
        to: folder,
        options: ExportOptions(plain: plain, fields: fields, task: task)
      )
      var reader = try RowReader(path: "\(folder)/\(files[0].path)")
      var found: [JSONObject] = []
      while let row = try reader.next() { found.append(row.fields) }
      return (TaskDetector.detect(found), found)
    }
  }

  private static func refusal(_ format: String, _ row: JSONObject) -> SeedbedError? {
    #expect(throws: SeedbedError.self) {
      try ExporterTests.written(format, .classification, ReportFixture.intents, [row])
    }
  }

  @Test(
    "promptfoo gives back every text, also one that looks like a template or a file",
    arguments: [
      "plain", "{{ x }}", "{% raw %}", "a {% endraw %}{{ \"{%\" }}{% raw %} b", "{", "{{%", "{#",
      "file:///etc/hosts", "{% raw %}wrapped{% endraw %}", "", " \n\r\n\t", "e\u{301}\u{2028}",
    ]
  )
  func promptfooTexts(text: String) throws {
    let (found, rows) = try Self.back(
      "promptfoo",
      .classification,
      ReportFixture.intents,
      (0..<8).map { ["text": .string("where is it \($0) \(text)"), "intent": "x\($0 % 2)\(text)"] }
    )
    #expect(found.task == .classification && found.fields.label == FieldPath(field: "label"))
    for (number, row) in rows.enumerated() {
      #expect(
        Array(row["text"]?.string?.utf8 ?? "".utf8) == Array("where is it \(number) \(text)".utf8)
      )
      #expect(Array(row["label"]?.string?.utf8 ?? "".utf8) == Array("x\(number % 2)\(text)".utf8))
    }
  }

  @Test("promptfoo gives back answers and spans under the names by which their task is found")
  func promptfooTasks() throws {
    let question = try Self.back(
      "promptfoo",
      .questionAnswering,
      ExporterTests.question,
      [
        [
          "question": "Who?", "context": "Ada {{ x }}",
          "answers": [["text": "{{ x }}"], ["text": "Ada"]],
        ]
      ]
    )
    #expect(question.0.task == .questionAnswering)
    #expect(question.1[0]["context"] == "Ada {{ x }}")
    #expect(question.1[0]["answers"] == ["{{ x }}", "Ada"])
    let spans: JSONValue = [["start": 0, "end": 3, "label": "name", "text": "Ada"]]
    let marked = try Self.back(
      "promptfoo",
      .extraction,
      ExporterTests.entities,
      [["text": "Ada is here", "spans": spans]]
    )
    #expect(marked.0.task == .extraction && marked.1[0]["spans"] == spans)
  }

  @Test(
    "a test case of promptfoo keeps its provenance, so that synthetic rows are not read as real"
  )
  func promptfooProvenance() throws {
    let row: JSONObject = ["text": "{{ x }} y", "intent": "a"]
    let (_, rows) = try Self.back(
      "promptfoo",
      .classification,
      ReportFixture.intents,
      [row],
      plain: false
    )
    #expect(rows[0]["seedbed"]?["origin"] == "real")
    #expect(rows[0]["seedbed"]?["id"] == rows[0]["id"])
  }

  @Test(
    "what is no test case with one right answer is read as it stands",
    arguments: [
      #"[{"vars": {"a": "b"}, "assert": [{"type": "javascript", "value": "x"}]}]"#,
      #"[{"vars": {"a": 1}, "assert": [{"type": "equals", "value": "x"}]}]"#,
      #"[{"vars": {"label": "b"}, "assert": [{"type": "equals", "value": "x"}]}]"#,
      #"[{"vars": {"a": "b"}, "assert": []}]"#,
    ]
  )
  func otherTestCases(text: String) throws {
    try withReportFolder { folder in
      try text.write(toFile: "\(folder)/tests.json", atomically: true, encoding: .utf8)
      var reader = try RowReader(path: "\(folder)/tests.json")
      #expect(try reader.next()?.fields == JSONParser.parse(text).array?[0].object)
    }
  }

  @Test("lists that a table holds as JSON are lists again, and texts that look so stay texts")
  func tableLists() throws {
    let turns: JSONValue = [
      ["role": "user", "content": "Hi, \"you\"\n"], ["role": "assistant", "content": "Yes"],
    ]
    let chat = try Self.back(
      "csv",
      .chat,
      ExporterTests.messages,
      [["messages": turns, "note": "[{\"a\":1}]"]]
    )
    #expect(chat.0.task == .chat)
    #expect(chat.1[0] == ["messages": turns, "note": "[{\"a\":1}]"])
    let spans: JSONValue = [["start": 0, "end": 3, "label": "name", "text": "Ada"]]
    let marked = try Self.back(
      "csv",
      .extraction,
      ExporterTests.entities,
      [["text": "Ada is here", "spans": spans]]
    )
    #expect(marked.0.task == .extraction && marked.1[0]["spans"] == spans)
    let pair = try Self.back(
      "csv",
      .preference,
      ExporterTests.preference,
      [["prompt": "[1, 2]", "chosen": "{\"a\": 1}", "rejected": "[]"]]
    )
    #expect(pair.1[0] == ["prompt": "[1, 2]", "chosen": "{\"a\": 1}", "rejected": "[]"])
  }

  @Test("a text that a table would turn into a list is refused by name")
  func ambiguousCell() throws {
    let error = Self.refusal("csv", ["text": "a b", "intent": "x", "answers": "[\"y\"]"])
    #expect(error?.message.contains("row 1") == true)
    #expect(
      error?.message.contains("its field `answers` is a text that would be read as a list") == true
    )
  }

  @Test("a field without a name, for which readers of tables make one up, is refused in `csv`")
  func namelessField() throws {
    let error = Self.refusal("csv", ["text": "a b", "intent": "x", "": "y"])
    #expect(error?.message.contains("it has a field without a name") == true)
  }

  @Test("a NUL, at which readers of tables stop, is refused in `csv` and comes back from `jsonl`")
  func nul() throws {
    let row: JSONObject = ["text": "a\u{0}b c", "intent": "x"]
    #expect(Self.refusal("csv", row)?.message.contains("its field `text` holds a NUL") == true)
    let (_, rows) = try Self.back("jsonl", .classification, ReportFixture.intents, [row])
    #expect(rows == [row])
  }

  @Test(
    "names of columns that look like data are remarked on, and read back when the header is named"
  )
  func headers() throws {
    let row: JSONObject = ["text": "a b", "intent": "x", "2024": "y"]
    let sample = ExportSample(sample: try ReportFixture.real(row, ReportFixture.intents))
    try withReportFolder { folder in
      let files = try CSVExporter().write(
        [sample],
        to: folder,
        options: ExportOptions(plain: true, fields: ReportFixture.intents, task: .classification)
      )
      #expect(files[0].remark?.contains("--header") == true)
      let options = RowReaderOptions(format: .csv, delimiter: UInt8(ascii: ","), hasHeader: true)
      var reader = try RowReader(path: "\(folder)/\(files[0].path)", options: options)
      #expect(try reader.next()?.fields == row)
    }
  }

  @Test("spans that a column holds as text are found, and stay text when they move")
  func spansAsText() throws {
    let (found, rows) = try Self.back(
      "lm-eval",
      .extraction,
      ExporterTests.entities,
      [["text": "I am Ada", "spans": [["start": 5, "end": 8, "label": "name"]]]]
    )
    #expect(found.task == .extraction && found.fields.spans == FieldPath(field: "spans"))
    var builder = SampleBuilder(fields: found.fields, file: "a")
    let sample = try builder.sample(from: RawRow(number: 1, byteOffset: 0, fields: rows[0]))
    #expect(sample.spans == [TextSpan(start: 5, end: 8, label: "name", text: "Ada")])
    var moved = sample.fields
    builder.write([TextSpan(start: 0, end: 1, label: "name", text: "I")], to: &moved)
    #expect(moved["spans"] == #"[{"start":0,"end":1,"label":"name","text":"I"}]"#)
  }

  @Test("what a row says of a span beside its place and label stays with it, until the span moves")
  func spanMembers() throws {
    let spans: JSONValue = [
      ["score": 0.9, "start": 5, "end": 8, "entity_type": "name", "by": ["rule"]],
      ["start": 0, "end": 1, "label": "who", "text": "I", "id": "T1"],
    ]
    let (_, rows) = try Self.back(
      "jsonl",
      .extraction,
      ExporterTests.entities,
      [["text": "I am Ada", "spans": spans]]
    )
    #expect(
      rows[0]["spans"] == [
        ["start": 0, "end": 1, "label": "who", "text": "I", "id": "T1"],
        ["start": 5, "end": 8, "label": "name", "text": "Ada", "score": 0.9, "by": ["rule"]],
      ]
    )
    var builder = SampleBuilder(fields: ExporterTests.entities, file: "a")
    let row = RawRow(number: 1, byteOffset: 0, fields: rows[0])
    var moved = try builder.sample(from: row).fields
    builder.write([TextSpan(start: 2, end: 4, label: "who", text: "am")], to: &moved)
    #expect(moved["spans"] == [["start": 2, "end": 4, "label": "who", "text": "am"]])
  }

  @Test(
    "one question and its answer come back from evaluation tools as an instruction",
    arguments: ["lm-eval", "pytest", "promptfoo"]
  )
  func oneExchange(format: String) throws {
    let turns: JSONValue = [
      ["role": "user", "content": "Hi there"], ["role": "assistant", "content": "Yes"],
    ]
    let (found, rows) = try Self.back(format, .chat, ExporterTests.messages, [["messages": turns]])
    #expect(found.task == .instruction && found.fields.text == FieldPath(field: "prompt"))
    #expect(rows[0]["prompt"] == "Hi there" && rows[0]["output"] == "Yes")
  }
}
