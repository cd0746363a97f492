import SeedbedData
import Testing

@Suite("The task of a dataset is told from its rows")
struct TaskDetectorTests {
  struct Shape: Sendable, CustomTestStringConvertible {
    var name: String
    var task: TaskKind
    var fields: [String: String]
    var row: @Sendable (Int) -> JSONObject
    var testDescription: String { name }
  }

  static let sentences = [
    "where is my parcel today", "please close the account now", "the card was declined twice",
    "how do I change my address", "I want the money back soon",
  ]

  static func text(_ index: Int) -> JSONValue { .string("\(sentences[index % 5]) \(index)") }
  static func label(_ index: Int) -> JSONValue { .string(["order", "close", "card"][index % 3]) }

  static let shapes: [Shape] = [
    Shape(
      name: "text and label",
      task: .classification,
      fields: ["text": "text", "label": "label"]
    ) {
      ["text": text($0), "label": label($0)]
    },
    Shape(
      name: "utterance and intent among other columns",
      task: .classification,
      fields: ["text": "utterance", "label": "intent", "id": "id"]
    ) {
      [
        "id": .string("u\($0)"), "utterance": text($0), "intent": label($0),
        "channel": .string(["web", "mail"][$0 % 2]),
      ]
    },
    Shape(
      name: "label as a number",
      task: .classification,
      fields: ["text": "review", "label": "sentiment"]
    ) { ["review": text($0), "sentiment": .number(JSONNumber($0 % 2))] },
    Shape(
      name: "columns without a header",
      task: .classification,
      fields: ["text": "column_2", "label": "column_1"]
    ) { ["column_1": label($0), "column_2": text($0)] },
    Shape(name: "texts alone", task: .classification, fields: ["text": "message"]) {
      ["message": text($0)]
    },
    Shape(
      name: "Alpaca",
      task: .instruction,
      fields: ["text": "instruction", "input": "input", "output": "output"]
    ) { ["instruction": text($0), "input": "", "output": "Done as asked."] },
    Shape(name: "instruction and response", task: .instruction, fields: ["output": "response"]) {
      ["instruction": text($0), "response": "Done as asked."]
    },
    Shape(name: "ShareGPT", task: .chat, fields: ["conversation": "conversations"]) {
      [
        "conversations": [
          ["from": "human", "value": text($0)], ["from": "gpt", "value": "Here you are."],
        ]
      ]
    },
    Shape(name: "OpenAI messages", task: .chat, fields: ["conversation": "messages"]) {
      [
        "messages": [
          ["role": "system", "content": "Be kind."], ["role": "user", "content": text($0)],
        ]
      ]
    },
    Shape(
      name: "SQuAD",
      task: .questionAnswering,
      fields: ["text": "question", "context": "context", "output": "answers", "id": "id"]
    ) {
      [
        "id": .number(JSONNumber($0)), "context": "A long document.", "question": text($0),
        "answers": [["text": "long", "answer_start": 2]],
      ]
    },
    Shape(
      name: "question and answer",
      task: .questionAnswering,
      fields: ["text": "question", "output": "answer"]
    ) { ["question": text($0), "answer": "Yes."] },
    Shape(
      name: "text with spans",
      task: .extraction,
      fields: ["text": "full_text", "spans": "spans"]
    ) {
      [
        "full_text": text($0),
        "spans": [["start_position": 0, "end_position": 3, "entity_type": "X"]],
      ]
    },
    Shape(
      name: "span columns beside an intent",
      task: .classification,
      fields: [
        "text": "utterance", "label": "intent", "start": "start_offset", "end": "end_offset",
        "span label": "entity_type", "span text": "entity_value",
      ]
    ) {
      [
        "utterance": text($0), "intent": label($0), "entity_type": "order", "entity_value": "x",
        "start_offset": .string("\($0)"), "end_offset": .string("\($0 + 1)"),
      ]
    },
    Shape(
      name: "preference pair",
      task: .preference,
      fields: ["text": "prompt", "output": "chosen"]
    ) {
      ["prompt": text($0), "chosen": "good", "rejected": "bad"]
    },
    Shape(name: "preference chat", task: .preference, fields: ["conversation": "conversations"]) {
      [
        "conversations": [["from": "human", "value": text($0)]], "chosen": ["value": "good"],
        "rejected": ["value": "bad"],
      ]
    },
    Shape(name: "table of numbers", task: .tabular, fields: [:]) {
      ["age": .string("\($0)"), "sex": .string("FM".map(String.init)[$0 % 2]), "rings": "7"]
    },
  ]

  static func named(_ fields: FieldMap) -> [String: String] {
    let parts: [(String, FieldPath?)] = [
      ("text", fields.text), ("conversation", fields.conversation), ("label", fields.label),
      ("id", fields.id), ("input", fields.input), ("context", fields.context),
      ("output", fields.output), ("spans", fields.spans), ("start", fields.spanColumns?.start),
      ("end", fields.spanColumns?.end), ("span label", fields.spanColumns?.label),
      ("span text", fields.spanColumns?.text),
    ]
    var named: [String: String] = [:]
    for (name, path) in parts { named[name] = path?.description }
    return named
  }

  @Test("the shape gives task and fields", arguments: shapes)
  func shape(_ shape: Shape) {
    let found = TaskDetector.detect((0..<60).map(shape.row))
    #expect(found.task == shape.task)
    let named = Self.named(found.fields)
    for (part, name) in shape.fields { #expect(named[part] == name, "\(part)") }
    #expect(shape.task == .tabular || shape.fields["label"] == named["label"])
    #expect(!found.reason.isEmpty)
  }

  @Test("the fields that the user names win")
  func namedByUser() {
    let rows = (0..<60).map { index -> JSONObject in
      ["text": Self.text(index), "title": Self.text(index + 7), "label": Self.label(index)]
    }
    let found = TaskDetector.detect(rows, text: FieldPath(field: "title"), label: nil)
    #expect(found.fields.text == FieldPath(field: "title"))
    #expect(found.fields.label == FieldPath(field: "label"))
  }

  @Test("no rows, empty rows and rows of nothing are no crash")
  func nothing() {
    #expect(TaskDetector.detect([]).task == .tabular)
    #expect(TaskDetector.detect([JSONObject(), JSONObject()]).task == .tabular)
    #expect(TaskDetector.detect([["a": .null, "messages": [], "spans": [1]]]).task == .tabular)
  }

  struct File: Sendable, CustomTestStringConvertible {
    var path: String
    var task: TaskKind
    var fields: [String: String]
    var testDescription: String { path }
  }

  static let files: [File] = [
    File(
      path: "banking77/train.csv",
      task: .classification,
      fields: ["text": "text", "label": "category"]
    ),
    File(path: "ag-news/test.csv", task: .classification, fields: ["label": "column_1"]),
    File(
      path: "bitext-customer-support/train/Bitext_Sample_Customer_Service_Training_Dataset.csv",
      task: .classification,
      fields: [
        "text": "utterance", "label": "intent", "start": "start_offset", "end": "end_offset",
        "span label": "entity_type", "span text": "entity_value",
      ]
    ),
    File(
      path: "alpaca-9k/random_9k.json",
      task: .instruction,
      fields: ["text": "instruction", "input": "input", "output": "output"]
    ),
    File(
      path: "llama-factory-demos/alpaca_zh_demo.json",
      task: .instruction,
      fields: ["text": "instruction", "input": "input", "output": "output"]
    ),
    File(
      path: "llama-factory-demos/dpo_en_demo.json",
      task: .preference,
      fields: ["conversation": "conversations"]
    ),
    File(
      path: "llama-factory-demos/glaive_toolcall_en_demo.json",
      task: .chat,
      fields: ["conversation": "conversations"]
    ),
    File(
      path: "llama-factory-demos/reason_tool_use_demo_50.jsonl",
      task: .chat,
      fields: ["conversation": "messages"]
    ),
    File(
      path: "covid-qa/question-answering/200423_covidQA.json",
      task: .questionAnswering,
      fields: ["text": "question", "context": "context", "output": "answers", "id": "id"]
    ),
    File(
      path: "presidio-pii/synth_dataset_v2.even-templates.json",
      task: .extraction,
      fields: ["text": "full_text", "spans": "spans"]
    ),
    File(path: "tabular/abalone.csv", task: .tabular, fields: [:]),
    File(path: "tabular/adult-train.csv", task: .tabular, fields: [:]),
    File(path: "tabular/german.csv", task: .tabular, fields: [:]),
    File(path: "tabular/auto_imports.csv", task: .tabular, fields: [:]),
    File(path: "tabular/horse-colic.csv", task: .tabular, fields: [:]),
    File(path: "tabular/pima-indians-diabetes.csv", task: .tabular, fields: [:]),
  ]

  @Test(
    "a public dataset gives its task and fields",
    .enabled(if: PipelineFixture.shared != nil, "the shared datasets are not on this machine"),
    arguments: files
  )
  func publicData(_ file: File) throws {
    let folder = try #require(PipelineFixture.shared)
    var reader = try RowReader(path: "\(folder)/\(file.path)", options: RowReaderOptions())
    let found = TaskDetector.detect(try reader.nextBatch(1000).map(\.fields))
    #expect(found.task == file.task)
    let named = Self.named(found.fields)
    for (part, name) in file.fields { #expect(named[part] == name, "\(part): \(found.reason)") }
  }
}
