import SeedbedData
import Testing

/// Reads texts as answers of a model.
enum Reading {
  /// `{"messages": [{"text": …}]}`.
  static let messages = AnswerShape(
    "messages",
    [
      "type": "object", "required": ["messages"], "additionalProperties": false,
      "properties": [
        "messages": [
          "type": "array",
          "items": [
            "type": "object", "required": ["text"], "additionalProperties": false,
            "properties": ["text": ["type": "string"]],
          ],
        ]
      ],
    ]
  )
  static let strings = AnswerShape(
    "strings",
    ["type": "array", "items": ["type": "string"]]
  )
  static let anything = AnswerShape("anything", [:])
  static let verdict = AnswerShape(
    "verdict",
    [
      "type": "object", "required": ["score", "label"],
      "properties": [
        "score": ["type": "integer", "minimum": 1, "maximum": 5],
        "label": ["enum": ["Keep", "Drop", "drop it"]], "sure": ["type": "boolean"],
        "weight": ["anyOf": [["type": "number"], ["type": "null"]]],
        "code": ["type": ["string", "null"]],
      ],
    ]
  )

  static func read(
    _ text: String,
    _ shape: AnswerShape?,
    finish: ModelAnswer.Finish = .stop
  ) throws -> AnswerParser.Outcome {
    try AnswerParser(shape: shape).read(
      ModelAnswer(key: "k", text: text, finish: finish, model: "m", usage: TokenUsage())
    )
  }

  /// The value and the repairs; nil where the answer cannot be used.
  static func usable(
    _ text: String,
    _ shape: AnswerShape?,
    finish: ModelAnswer.Finish = .stop
  ) throws -> (value: JSONValue, repairs: [String])? {
    guard case .usable(let value, let repairs) = try read(text, shape, finish: finish) else {
      return nil
    }
    return (value, repairs)
  }
}

@Suite("Repair of answers")
struct AnswerRepairTests {
  struct Example: Sendable, CustomTestStringConvertible {
    var text: String
    var value: JSONValue
    var words: [String]
    var shape = Reading.strings
    var finish = ModelAnswer.Finish.stop
    var testDescription: String { text }
  }

  @Test(
    "mends a known fault and names it",
    arguments: [
      Example(text: #" ["a", "b"] "#, value: ["a", "b"], words: []),
      Example(text: "\u{FEFF}[\"a\"]", value: ["a"], words: ["byte order mark"]),
      Example(text: "```json\n[\"a\"]\n```", value: ["a"], words: ["fence"]),
      Example(text: "```\n[\"a\"]\n```\n", value: ["a"], words: ["fence"]),
      Example(text: "Here you are: [\"a\"]\nEnjoy!", value: ["a"], words: ["before or after"]),
      Example(
        text: "Here you are with all of it:\n```json\n[\"a\"]\n```\nI hope that this helps.",
        value: ["a"],
        words: ["fence", "before or after"]
      ),
      Example(
        text: "```python\n{\"x\": 1}\n```\nand then\n```json\n[\"a\"]\n```",
        value: ["a"],
        words: ["fence", "before or after"]
      ),
      Example(text: "```json\n[\"a\",\n```", value: ["a"], words: ["fence", "cut off"]),
      Example(text: #"["a", "b",]"#, value: ["a", "b"], words: ["trailing commas"]),
      Example(text: #"["a" "b"]"#, value: ["a", "b"], words: ["missing commas"]),
      Example(text: "['a', 'it\\'s']", value: ["a", "it's"], words: ["quotes", "escapes"]),
      Example(text: "['it's here', 'b']", value: ["it's here", "b"], words: ["quotes"]),
      Example(text: "[“a”, „b“]", value: ["a", "b"], words: ["quotes"]),
      Example(text: "[‘it’s’, ‘b’]", value: ["it’s", "b"], words: ["quotes"]),
      Example(
        text: "{messages: [{text: \"a\"}]}",
        value: ["messages": [["text": "a"]]],
        words: ["keys"],
        shape: Reading.messages
      ),
      Example(
        text: "{'score': 3, 'label': 'Keep', 'sure': True, 'code': None}",
        value: ["score": 3, "label": "Keep", "sure": true, "code": nil],
        words: ["quotes", "another language"],
        shape: Reading.verdict
      ),
      Example(
        text: "{\"score\": +3, \"label\": \"Keep\"}",
        value: ["score": 3, "label": "Keep"],
        words: ["numbers"],
        shape: Reading.verdict
      ),
      Example(
        text: "[ // first\n \"a\", /* then */ \"b\" # last\n]",
        value: ["a", "b"],
        words: ["comments"]
      ),
      Example(text: "[\u{A0}\"a\"]", value: ["a"], words: ["white space"]),
      Example(text: "[\"a\nb\"]", value: ["a\nb"], words: ["control"]),
      Example(text: #"["a\d", "\u12"]"#, value: ["a\\d", "\\u12"], words: ["escapes"]),
      Example(text: #"["\ud83d!"]"#, value: ["\u{FFFD}!"], words: ["surrogate"]),
      Example(
        text: #"{"a": 1, "a": 1}"#,
        value: ["a": 1],
        words: ["twice"],
        shape: Reading.anything
      ),
      Example(
        text: "{\"messages\": [{\"text\": \"a\"}, {\"text\": \"b\"]}",
        value: ["messages": [["text": "a"], ["text": "b"]]],
        words: ["closing brackets"],
        shape: Reading.messages
      ),
      Example(
        text: "{\"messages\": [{\"text\": \"a\"}, {\"text\": \"b\"}",
        value: ["messages": [["text": "a"], ["text": "b"]]],
        words: ["closing brackets"],
        shape: Reading.messages
      ),
      Example(
        text: "{\"messages\": [{\"text\": \"a\"}, {\"text\": \"b\"",
        value: ["messages": [["text": "a"]]],
        words: ["cut off"],
        shape: Reading.messages,
        finish: .length
      ),
      Example(text: "[\"a\", \"b", value: ["a"], words: ["cut off"]),
      Example(text: "[\"a\", \"b\\", value: ["a"], words: ["cut off"]),
      Example(text: "[1, 2, 31", value: [1, 2], words: ["cut off"], shape: Reading.anything),
      Example(text: "[true, fal", value: [true], words: ["cut off"], shape: Reading.anything),
      Example(
        text: #""[\"a\", \"b\"]""#,
        value: ["a", "b"],
        words: ["JSON string"]
      ),
      Example(
        text: "```json\n\"[\\\"a\\\"]\"\n```",
        value: ["a"],
        words: ["fence", "JSON string"]
      ),
      Example(
        text: #"[{"text": "a"}]"#,
        value: ["messages": [["text": "a"]]],
        words: ["put into the object"],
        shape: Reading.messages
      ),
      Example(text: #"{"result": ["a"]}"#, value: ["a"], words: ["wrapper"]),
      Example(
        text: #"[{"score": 3, "label": "Keep"}]"#,
        value: ["score": 3, "label": "Keep"],
        words: ["wrapper"],
        shape: Reading.verdict
      ),
      Example(
        text: #"{"score": "3", "label": "KEEP", "sure": "true", "weight": "0.5", "code": 17}"#,
        value: ["score": 3, "label": "Keep", "sure": true, "weight": 0.5, "code": "17"],
        words: ["kind that the schema wants", "spelt as"],
        shape: Reading.verdict
      ),
    ]
  )
  func mends(_ example: Example) throws {
    let reading = try Reading.usable(example.text, example.shape, finish: example.finish)
    let found = try #require(reading)
    #expect(found.value == example.value)
    try #require(found.repairs.count == example.words.count, "\(found.repairs)")
    for (repair, words) in zip(found.repairs, example.words) { #expect(repair.contains(words)) }
  }

  @Test(
    "what would have to be guessed stays broken, with its byte and its reason",
    arguments: [
      ("[\"a\", ...]", "byte 6"), ("[\"a\", b]", "byte 6"), ("[\"a\",, \"b\"]", "byte 5"),
      ("{\"a\": 1, \"a\": 2}", "stands twice"), ("[1-2]", "number"), ("[a]", "byte 1"),
      ("{\"a\" = 1}", "':'"), ("{\"a\": undefined}", "without quotes"),
      ("hello there", "byte 0"), ("[\"a\"}", "closing bracket"),
    ]
  )
  func unrepaired(_ text: String, _ words: String) throws {
    guard case .unusable(let reason, let violations) = try Reading.read(text, Reading.anything)
    else {
      Issue.record("it was read")
      return
    }
    #expect(reason.contains(words), "\(reason)")
    #expect(violations.isEmpty)
  }

  @Test("an answer that follows no schema says how it breaks it, and is not bent into it")
  func violations() throws {
    let text = #"{"score": "five", "label": "DROP", "weight": "much"}"#
    guard case .unusable(let reason, let violations) = try Reading.read(text, Reading.verdict)
    else {
      Issue.record("it was read")
      return
    }
    #expect(reason.contains("/score must be integer, but is a string"))
    #expect(violations.count == 3)
    #expect(try Reading.usable(#"{"score": 9, "label": "Keep"}"#, Reading.verdict) == nil)
    #expect(try Reading.usable(#"{"score": "4.5", "label": "Keep"}"#, Reading.verdict) == nil)
    #expect(try Reading.usable(#"{"label": "Keep"}"#, Reading.verdict) == nil)
  }

  @Test("a cut answer whose required part is missing is said to be cut")
  func cutAndUnusable() throws {
    let outcome = try Reading.read(#"{"score": 3, "lab"#, Reading.verdict, finish: .length)
    guard case .unusable(let reason, _) = outcome else {
      Issue.record("it was read")
      return
    }
    #expect(reason.contains("was cut off"))
  }

  @Test("of several blocks the one that follows the schema is taken, wherever it stands")
  func severalBlocks() throws {
    let text =
      "As [1] says:\n```\n{\"note\": 1}\n```\nor {x}\n```json\n[\"a\"]\n```\n[2] and [\"b\", 3]"
    #expect(try #require(try Reading.usable(text, Reading.strings)).value == ["a"])
  }

  @Test("free text comes back as it is, unless it is empty, cut off or a refusal")
  func freeText() throws {
    #expect(try Reading.usable(" [hello\n", nil)?.value == " [hello\n")
    for (text, finish) in [("  \n", ModelAnswer.Finish.stop), ("half a sen", .length)] {
      #expect(try Reading.usable(text, nil, finish: finish) == nil)
    }
    let refusal = "I'm sorry, but I can't help with that."
    #expect(try Reading.read(refusal, nil) == .refused(refusal))
    #expect(try Reading.read("No.", nil, finish: .refusal) == .refused("No."))
    #expect(try Reading.usable("[]", Reading.strings, finish: .filtered) == nil)
  }
}
