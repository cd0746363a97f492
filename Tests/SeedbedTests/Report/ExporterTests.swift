import Foundation
import SeedbedData
import SeedbedReport
import Testing

@Suite("Exporters")
struct ExporterTests {
  /// What a format writes for rows of a task, plain, as the text of `train`.
  static func written(
    _ format: String,
    _ task: TaskKind,
    _ fields: FieldMap,
    _ rows: [JSONObject]
  ) throws -> String {
    let samples = try rows.enumerated().map {
      ExportSample(sample: try ReportFixture.real($1, fields, number: $0 + 1))
    }
    return try withReportFolder { folder in
      let files = try Exporters.named(format).write(
        samples,
        to: folder,
        options: ExportOptions(plain: true, fields: fields, task: task)
      )
      #expect(files.map(\.real) == [rows.count])
      return try reportText("\(folder)/\(files[0].path)")
    }
  }

  static func fields(_ change: (inout FieldMap) -> Void) -> FieldMap {
    var fields = FieldMap()
    change(&fields)
    return fields
  }

  static let instruction = fields {
    $0.text = FieldPath(field: "instruction")
    $0.input = FieldPath(field: "input")
    $0.output = FieldPath(field: "output")
  }
  static let chat = fields { $0.conversation = FieldPath(field: "conversations") }
  static let messages = fields { $0.conversation = FieldPath(field: "messages") }
  static let question = fields {
    $0.text = FieldPath(field: "question")
    $0.context = FieldPath(field: "context")
    $0.output = FieldPath(field: "answers")
  }
  static let preference = fields {
    $0.text = FieldPath(field: "prompt")
    $0.output = FieldPath(field: "chosen")
  }
  static let entities = fields {
    $0.text = FieldPath(field: "text")
    $0.spans = FieldPath(field: "spans")
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var format: String, task: TaskKind, fields: FieldMap, row: String, line: String
    var testDescription: String { "\(format) of \(task): \(row)" }
  }

  @Test(
    "writes one row of each task exactly so",
    arguments: [
      Case(
        format: "openai",
        task: .classification,
        fields: ReportFixture.intents,
        row: #"{"text":"where is it","intent":"card"}"#,
        line: #"{"messages":[{"role":"user","content":"where is it"},"#
          + #"{"role":"assistant","content":"card"}]}"#
      ),
      Case(
        format: "alpaca",
        task: .classification,
        fields: ReportFixture.intents,
        row: #"{"text":"where is it","intent":"card"}"#,
        line: #"{"instruction":"where is it","input":"","output":"card"}"#
      ),
      Case(
        format: "openai",
        task: .instruction,
        fields: instruction,
        row: #"{"instruction":"Add.","input":"1 2","output":"3"}"#,
        line: #"{"messages":[{"role":"user","content":"Add.\n\n1 2"},"#
          + #"{"role":"assistant","content":"3"}]}"#
      ),
      Case(
        format: "alpaca",
        task: .instruction,
        fields: instruction,
        row: #"{"instruction":"Greet.","input":"","output":"Hi"}"#,
        line: #"{"instruction":"Greet.","input":"","output":"Hi"}"#
      ),
      Case(
        format: "openai",
        task: .chat,
        fields: chat,
        row: #"{"conversations":[{"from":"system","value":"Be brief."},"#
          + #"{"from":"human","value":"Hi"},{"from":"gpt","value":"Hello"}]}"#,
        line: #"{"messages":[{"role":"system","content":"Be brief."},"#
          + #"{"role":"user","content":"Hi"},{"role":"assistant","content":"Hello"}]}"#
      ),
      Case(
        format: "openai",
        task: .chat,
        fields: messages,
        row: #"{"messages":[{"role":"user","content":"Sum?"},{"role":"assistant","content":null,"#
          + #""tool_calls":[{"id":"a"}]},{"role":"tool","tool_call_id":"a","content":"3"},"#
          + #"{"role":"assistant","content":"3","weight":1}],"tools":[{"type":"function"}]}"#,
        line: #"{"messages":[{"role":"user","content":"Sum?"},{"role":"assistant","content":null,"#
          + #""tool_calls":[{"id":"a"}]},{"role":"tool","content":"3","tool_call_id":"a"},"#
          + #"{"role":"assistant","content":"3"}],"tools":[{"type":"function"}]}"#
      ),
      Case(
        format: "alpaca",
        task: .chat,
        fields: chat,
        row: #"{"conversations":[{"from":"human","value":"Hi"},{"from":"gpt","value":"Hello"}]}"#,
        line: #"{"instruction":"Hi","input":"","output":"Hello"}"#
      ),
      Case(
        format: "openai",
        task: .questionAnswering,
        fields: question,
        row: #"{"question":"Who?","context":"Ada wrote.","answers":{"text":["Ada","A."],"#
          + #""answer_start":[0,0]}}"#,
        line: #"{"messages":[{"role":"user","content":"Ada wrote.\n\nWho?"},"#
          + #"{"role":"assistant","content":"Ada"}]}"#
      ),
      Case(
        format: "alpaca",
        task: .questionAnswering,
        fields: question,
        row: #"{"question":"Who?","context":"Ada wrote.","answers":[{"text":"Ada"}]}"#,
        line: #"{"instruction":"Who?","input":"Ada wrote.","output":"Ada"}"#
      ),
      Case(
        format: "openai",
        task: .preference,
        fields: preference,
        row: #"{"prompt":"Hi","chosen":"Hello","rejected":"No"}"#,
        line: #"{"messages":[{"role":"user","content":"Hi"},"#
          + #"{"role":"assistant","content":"Hello"}]}"#
      ),
      Case(
        format: "openai",
        task: .preference,
        fields: preference,
        row: #"{"prompt":"Hi","chosen":[{"role":"user","content":"Hi"},"#
          + #"{"role":"assistant","content":"Hello"}],"rejected":[]}"#,
        line: #"{"messages":[{"role":"user","content":"Hi"},"#
          + #"{"role":"assistant","content":"Hello"}]}"#
      ),
      Case(
        format: "openai",
        task: .extraction,
        fields: entities,
        row: #"{"text":"I am Ada","spans":[{"start":5,"end":8,"label":"name"}]}"#,
        line: #"{"messages":[{"role":"user","content":"I am Ada"},{"role":"assistant","content":"#
          + #""[{\"start\":5,\"end\":8,\"label\":\"name\",\"text\":\"Ada\"}]"}]}"#
      ),
      Case(
        format: "jsonl",
        task: .tabular,
        fields: FieldMap(),
        row: #"{"b":1.0,"a":[null,"é"]}"#,
        line: #"{"b":1.0,"a":[null,"é"]}"#
      ),
    ]
  )
  func writes(_ example: Case) throws {
    let row = try #require(try JSONParser.parse(example.row).object)
    let text = try Self.written(example.format, example.task, example.fields, [row])
    #expect(text == example.line + "\n")
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    var format: String, task: TaskKind, fields: FieldMap, row: String, reason: String
    var testDescription: String { "\(format) of \(task): \(reason)" }
  }

  @Test(
    "refuses a sample that a format cannot hold, naming it and what it lacks",
    arguments: [
      Refusal(
        format: "openai",
        task: .tabular,
        fields: FieldMap(),
        row: #"{"a":"1"}"#,
        reason: "a record of a table has neither question nor answer"
      ),
      Refusal(
        format: "openai",
        task: .instruction,
        fields: instruction,
        row: #"{"instruction":"Go"}"#,
        reason: "it has no answer in `output`"
      ),
      Refusal(
        format: "openai",
        task: .questionAnswering,
        fields: question,
        row: #"{"question":"Who?","answers":{"text":[],"answer_start":[]}}"#,
        reason: "it has no answer in `answers`"
      ),
      Refusal(
        format: "openai",
        task: .chat,
        fields: chat,
        row: #"{"conversations":[{"from":"human","value":"Hi"}]}"#,
        reason: "its conversation has no turn of the assistant"
      ),
      Refusal(
        format: "openai",
        task: .chat,
        fields: chat,
        row: #"{"conversations":[{"from":"human","value":"Hi"},{"from":"ghost","value":"x"}]}"#,
        reason: "turn 2 has the role `ghost`, which this format does not know"
      ),
      Refusal(
        format: "openai",
        task: .chat,
        fields: messages,
        row: #"{"messages":[{"role":"user","content":"Hi"},{"role":"tool","content":"3"}]}"#,
        reason: "turn 2 is a tool's without `tool_call_id`"
      ),
      Refusal(
        format: "alpaca",
        task: .chat,
        fields: chat,
        row: #"{"conversations":[{"from":"system","value":"s"},{"from":"human","value":"Hi"},"#
          + #"{"from":"gpt","value":"Hello"}]}"#,
        reason: "its conversation is more than one question and one answer in text"
      ),
      Refusal(
        format: "openai",
        task: .preference,
        fields: preference,
        row: #"{"prompt":"Hi","rejected":"No"}"#,
        reason: "it has no field `chosen`, which holds the better answer"
      ),
      Refusal(
        format: "alpaca",
        task: .extraction,
        fields: entities,
        row: #"{"text":"I am Ada","spans":[{"start":50,"end":80,"label":"name"}]}"#,
        reason: "some of its spans do not fit its text"
      ),
    ]
  )
  func refuses(_ refusal: Refusal) throws {
    let row = try #require(try JSONParser.parse(refusal.row).object)
    let sample = try ReportFixture.real(row, refusal.fields, number: 7)
    let error = #expect(throws: SeedbedError.self) {
      try withReportFolder { folder in
        _ = try Exporters.named(refusal.format).write(
          [ExportSample(sample: sample)],
          to: folder,
          options: ExportOptions(fields: refusal.fields, task: refusal.task)
        )
      }
    }
    #expect(
      error?.message == "sample \(sample.id.short) (row 7 of `data.jsonl`) cannot be written as "
        + "`\(refusal.format)`: \(refusal.reason)"
    )
    #expect(error?.hint != nil)
  }

  @Test("a sample of no part is refused, not dropped", arguments: Exporters.all.map(\.name))
  func refusesWithoutSplit(_ format: String) throws {
    let sample = try ReportFixture.real(
      ["text": "a b", "intent": "x"],
      ReportFixture.intents,
      split: nil
    )
    let error = #expect(throws: SeedbedError.self) {
      try withReportFolder { folder in
        _ = try Exporters.named(format).write(
          [ExportSample(sample: sample)],
          to: folder,
          options: ExportOptions(fields: ReportFixture.intents, task: .classification)
        )
      }
    }
    #expect(error?.message.contains("it belongs to no part of a version") == true)
  }

  @Test("each part gets a file of its own, with its real and synthetic rows counted")
  func filesBySplit() throws {
    try withReportFolder { folder in
      let files = try JSONLinesExporter().write(
        try ReportFixture.samples(),
        to: folder,
        options: ExportOptions(fields: ReportFixture.intents, task: .classification)
      )
      #expect(files.map(\.path) == ["train.jsonl", "validation.jsonl", "synthetic_eval.jsonl"])
      #expect(files.map(\.split) == [.train, .validation, .syntheticEval])
      #expect(files.map(\.real) == [1, 1, 0])
      #expect(files.map(\.synthetic) == [1, 0, 1])
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(names == ["synthetic_eval.jsonl", "train.jsonl", "validation.jsonl"])
    }
  }

  @Test(
    "rows read back with the user's fields and the whole provenance",
    arguments: ["jsonl", "csv"]
  )
  func roundTrip(_ format: String) throws {
    try withReportFolder { folder in
      let samples = try ReportFixture.samples()
      let files = try Exporters.named(format).write(
        samples,
        to: folder,
        options: ExportOptions(fields: ReportFixture.intents, task: .classification)
      )
      for file in files {
        var reader = try RowReader(path: "\(folder)/\(file.path)")
        let split = file.path.prefix { $0 != "." }
        for sample in samples where sample.sample.split?.rawValue == String(split) {
          let row = try #require(try reader.next()).fields
          let expected = sample.sample.row(verdicts: sample.verdicts)
          if format == "jsonl" {
            #expect(row == expected)
          } else {
            #expect(row["text"] == expected["text"] && row["intent"] == expected["intent"])
            #expect(row["seedbed"]?.string == expected["seedbed"]?.serialized())
          }
          #expect(row.count == expected.count)
        }
        #expect(try reader.next() == nil)
      }
    }
  }

  /// The formats that can hold a text with a label.
  static let forLabels = Exporters.all.map(\.name).filter {
    !["preference", "preference-chat", "conll", "squad"].contains($0)
  }

  @Test("provenance comes with every format, and `plain` leaves it out", arguments: forLabels)
  func plain(_ format: String) throws {
    let samples = try ReportFixture.samples()
    for plain in [false, true] {
      try withReportFolder { folder in
        let files = try Exporters.named(format).write(
          samples,
          to: folder,
          options: ExportOptions(plain: plain, fields: ReportFixture.intents, task: .classification)
        )
        for file in files where file.split != nil {
          let text = try reportText("\(folder)/\(file.path)")
          #expect(text.contains("seedbed") == !plain)
          #expect(text.contains("batch") == !plain)
        }
      }
    }
  }

  @Test("a CSV keeps one set of columns over all parts, and quotes what needs it")
  func csv() throws {
    let other = try ReportFixture.real(
      ["text": "hi", "intent": "a", "extra": ["x": 1]],
      ReportFixture.intents,
      number: 3
    )
    let samples = try ReportFixture.samples().prefix(2) + [ExportSample(sample: other)]
    try withReportFolder { folder in
      _ = try CSVExporter().write(
        Array(samples),
        to: folder,
        options: ExportOptions(plain: true, fields: ReportFixture.intents, task: .classification)
      )
      #expect(
        try reportText("\(folder)/train.csv")
          == "text,intent,extra\nwhere is my card,card,\nhi,a,\"{\"\"x\"\":1}\"\n"
      )
      #expect(
        try reportText("\(folder)/validation.csv")
          == "text,intent,extra\n\"pay, \"\"now\"\"\nplease\",pay,\n"
      )
    }
  }

  @Test("an unknown format is answered with the nearest name and the list")
  func unknownFormat() {
    let error = #expect(throws: SeedbedError.self) { try Exporters.named("jsnl") }
    #expect(error?.message == "there is no export format `jsnl`")
    let names = Exporters.all.map { "`\($0.name)`" }.joined(separator: ", ")
    #expect(error?.hint == "did you mean `jsonl`? the formats are " + names)
  }

  @Test("names of formats differ, and each says what it is for")
  func registry() {
    #expect(Set(Exporters.all.map(\.name)).count == Exporters.all.count)
    #expect(Exporters.all.allSatisfy { !$0.summary.isEmpty })
  }
}
