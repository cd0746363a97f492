import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedReport
import Testing

/// Rows of every task, drawn with what breaks files: quotes, line ends, formulas, templates, scalars that
/// are no letters.
struct ExportFixture: Sendable, CustomTestStringConvertible {
  var task: TaskKind
  var fields: FieldMap
  var rows: [JSONObject]

  var testDescription: String { task.rawValue }

  static let all = TaskKind.allCases.map { ExportFixture($0, seed: 11) }

  static func of(_ task: TaskKind, seed: Int = 11, count: Int = 96) -> ExportFixture {
    ExportFixture(task, seed: seed, count: count)
  }

  init(_ task: TaskKind, seed: Int, count: Int = 96) {
    self.task = task
    var draw = Draw(seed: seed)
    fields = Self.fields(task)
    rows = (0..<count).map { draw.row(task, number: $0) }
  }

  private static func fields(_ task: TaskKind) -> FieldMap {
    func path(_ name: String) -> FieldPath { FieldPath(field: name) }
    var fields = FieldMap()
    switch task {
    case .classification:
      (fields.text, fields.label) = (path("text"), path("label"))
    case .instruction:
      (fields.text, fields.input, fields.output) = (
        path("instruction"), path("input"), path("output")
      )
    case .chat: fields.conversation = path("messages")
    case .questionAnswering:
      (fields.text, fields.context, fields.output) = (
        path("question"), path("context"), path("answers")
      )
    case .extraction: (fields.text, fields.spans) = (path("text"), path("spans"))
    case .preference: (fields.text, fields.output) = (path("prompt"), path("chosen"))
    case .tabular: break
    }
    return fields
  }

  /// The rows as samples of training and, every fourth, of validation.
  func samples() throws -> [ExportSample] {
    var builder = SampleBuilder(fields: fields, file: "data.jsonl")
    return try rows.enumerated().map { index, row in
      let raw = RawRow(number: index + 1, byteOffset: 0, fields: row)
      var sample = try builder.sample(from: raw)
      sample.split = index % 4 == 3 ? .validation : .train
      return ExportSample(sample: sample)
    }
  }

  var options: ExportOptions { ExportOptions(plain: true, fields: fields, task: task) }

  /// Writes the rows in a format, and gives the folder to the test.
  func exported<Result>(
    as format: String,
    plain: Bool = true,
    _ body: (String, [ExportSample], [ExportedFile]) throws -> Result
  ) throws -> Result {
    try withReportFolder { folder in
      let samples = try samples()
      var options = options
      options.plain = plain
      let files = try Exporters.named(format).write(samples, to: folder, options: options)
      return try body(folder, samples, files)
    }
  }

  /// The rows of a file as this program reads them again, and the task that it finds in them.
  static func reading(_ path: String) throws -> (DetectedTask, [Sample]) {
    var reader = try RowReader(path: path)
    var rows: [RawRow] = []
    while let row = try reader.next() { rows.append(row) }
    let found = TaskDetector.detect(rows.map(\.fields))
    var builder = SampleBuilder(fields: found.fields, file: path)
    return (found, try rows.map { try builder.sample(from: $0) })
  }
}

extension ExportFixture {
  /// Draws rows, the same for a seed on every machine.
  struct Draw {
    private var random: CounterRandom

    init(seed: Int) {
      random = CounterRandom(seed: UInt64(seed), sample: 3, operation: 1, draw: 4)
    }

    private static let words = [
      "where", "is", "my", "card", "and", "the", "bill", "for", "March", "please", "send", "it",
      "again", "to", "Ada", "Lovelace", "in", "Zürich", "日本", "naïve", "cafe\u{301}", "don't",
    ]
    private static let nasty = [
      "=1+1", "\"so\"", "a,b;c", "{{ x }}", "{% raw %}", "line\nend", "tab\tin", "👩‍👩‍👧", "<b>",
      "\u{2028}", "it's", "@all", "-5", "+49", "\\n", "#tag", "{# c #}", "null", "NA",
      "{% endraw %}",
    ]

    mutating func pick<Value>(_ values: [Value]) -> Value {
      values[random.index(below: values.count)]
    }

    mutating func text(_ least: Int = 5) -> String {
      let count = least + random.index(below: 6)
      return (0..<count).map { _ in random.chance(0.15) ? pick(Self.nasty) : pick(Self.words) }
        .joined(separator: " ")
    }

    mutating func row(_ task: TaskKind, number: Int) -> JSONObject {
      switch task {
      case .classification:
        return ["text": .string(text()), "label": .string(pick(["card", "bill", "3", "=sum"]))]
      case .instruction:
        return [
          "instruction": .string(text()), "input": .string(number % 2 == 0 ? "" : text()),
          "output": .string(text()),
        ]
      case .chat:
        let pairs = 1 + random.index(below: 3)
        let turns = (0..<pairs).flatMap { _ -> [JSONValue] in
          [
            ["role": "user", "content": .string(text())],
            ["role": "assistant", "content": .string(text())],
          ]
        }
        return ["messages": .array(turns)]
      case .questionAnswering: return question()
      case .extraction: return marked()
      case .preference:
        return [
          "prompt": .string(text()), "chosen": .string(text() + " yes"),
          "rejected": .string(text() + " no"),
        ]
      case .tabular:
        return [
          "city": .string(pick(["Oslo", "Rome"])), "age": .number(JSONNumber(number)),
          "score": .number(JSONNumber(random.unit())), "active": .bool(random.chance(0.5)),
        ]
      }
    }

    /// A question with one to three answers that stand in its context.
    private mutating func question() -> JSONObject {
      let context = text(12)
      let scalars = Array(context.unicodeScalars)
      let answers = (0..<(1 + random.index(below: 3))).map { _ -> JSONValue in
        let start = random.index(below: scalars.count - 3)
        let end = start + 1 + random.index(below: min(12, scalars.count - start - 1))
        var words = ""
        words.unicodeScalars.append(contentsOf: scalars[start..<end])
        return ["text": .string(words), "answer_start": .number(JSONNumber(start))]
      }
      return [
        "question": .string(text()), "context": .string(context), "answers": .array(answers),
      ]
    }

    /// A text with spans that begin and end anywhere but in white space, and do not overlap.
    private mutating func marked() -> JSONObject {
      let text = text(8)
      let scalars = Array(text.unicodeScalars)
      var spans: [JSONValue] = []
      var place = 0
      while place < scalars.count {
        let end = min(scalars.count, place + 1 + random.index(below: 7))
        let ends = [scalars[place], scalars[end - 1]]
        if random.chance(0.3), ends.allSatisfy({ !$0.properties.isWhitespace }) {
          var words = ""
          words.unicodeScalars.append(contentsOf: scalars[place..<end])
          spans.append(
            TextSpan(start: place, end: end, label: pick(["name", "city"]), text: words).json
          )
        }
        place = end
      }
      return ["text": .string(text), "spans": .array(spans)]
    }
  }
}
