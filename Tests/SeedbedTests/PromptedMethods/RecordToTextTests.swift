import SeedbedData
import SeedbedPipeline
import Testing

private let recordFields = promptedFields(text: "text", label: "intent")

private func record(_ members: JSONObject, text: String, number: Int) -> Sample {
  var row: JSONObject = ["text": .string(text), "intent": "charged"]
  for (name, value) in members { row[name] = value }
  return promptedSample(row, recordFields, number: number)
}

private let records = [
  record(
    ["shop": "Café Morgenrot", "amount": "14.60", "day": "2026-03-14"],
    text: "t1",
    number: 1
  ),
  record(["shop": "Tern & Sons", "amount": "1250", "day": "2026-02-02"], text: "t2", number: 2),
  record(
    ["shop": "Halden Lettings", "amount": "32.00", "day": "2026-06-01"],
    text: "t3",
    number: 3
  ),
]

private func answer(_ text: String, _ mentions: [(String, String)] = []) -> JSONValue {
  [
    "text": .string(text),
    "mentions": .array(mentions.map { ["field": .string($0.0), "surface": .string($0.1)] }),
  ]
}

/// The record that a prompt shows, by field.
private func shown(_ question: ScriptedAsker.Question) -> [String: String] {
  let text = question.values["record"]?.plainText ?? "[]"
  var fields: [String: String] = [:]
  for member in (try? JSONParser.parse(text))?.array ?? [] {
    let value = member["value"]
    fields[member["field"]?.string ?? ""] = value?.string ?? value?.serialized(.compact)
  }
  return fields
}

@Suite("Texts are written from records")
struct RecordToTextTests {
  let method = RecordToText()

  func makeDraw(_ number: Int = 0, count: Int = 1) -> PromptedDraw {
    var draw = promptedDraw(
      .extraction,
      recordFields,
      examples: records,
      count: count,
      number: number
    )
    draw.label = "charged"
    return draw
  }

  @Test("the record comes first: real values, field by field, in a new combination")
  func recombined() async throws {
    var seen: Set<[String]> = []
    for number in 0..<40 {
      let asker = ScriptedAsker { question in
        let fields = shown(question)
        return answer(
          ["shop", "amount", "day"].compactMap { fields[$0] }.joined(separator: " on ")
        )
      }
      let drafts = try await method.drafts(for: makeDraw(number), asking: asker)
      let draft = try #require(drafts.first)
      let values = draft.values.map { $0.value.string ?? "" }
      #expect(draft.values.map(\.place) == [.field("shop"), .field("amount"), .field("day")])
      for (index, name) in ["shop", "amount", "day"].enumerated() {
        #expect(records.contains { $0.fields[name]?.string == values[index] })
      }
      #expect(
        !records.contains { sample in
          ["shop", "amount", "day"].map { sample.fields[$0]?.string } == values
        }
      )
      seen.insert(values)
      // The label is the cell's and never a value to mention.
      #expect(draft.label == "charged" && shown(asker.questions[0])["intent"] == nil)
      let origins = try #require(draft.parameters["record"]?.array).compactMap {
        $0["from"]?.string
      }
      #expect(origins.count == 3 && origins.allSatisfy { records.map(\.id.hex).contains($0) })
    }
    #expect(seen.count > 10)
  }

  @Test("the same draw asks the same, and another one another record")
  func deterministic() async throws {
    let script: @Sendable (ScriptedAsker.Question) -> JSONValue = { question in
      answer(shown(question).values.sorted().joined(separator: ", "))
    }
    let first = ScriptedAsker(script), second = ScriptedAsker(script)
    let left = try await method.drafts(for: makeDraw(3, count: 4), asking: first)
    let right = try await method.drafts(for: makeDraw(3, count: 4), asking: second)
    #expect(left == right && first.questions == second.questions && left.count == 4)
  }

  @Test("a missing value is asked for once, then the text is dropped")
  func mended() async throws {
    let asker = ScriptedAsker { question in
      let fields = shown(question)
      let all = ["shop", "amount", "day"].compactMap { fields[$0] }
      return answer(
        (question.prompt == "record_mend" ? all : Array(all.dropLast())).joined(separator: " and ")
      )
    }
    let drafts = try await method.drafts(for: makeDraw(), asking: asker)
    #expect(asker.questions.map(\.prompt) == ["record_to_text", "record_mend"])
    #expect(asker.questions[1].values["missing"]?.sets == [["field": .data("day")]])
    #expect(drafts[0].parameters["mended"] == true)
    #expect(drafts[0].replies.count == 2)

    let stubborn = ScriptedAsker { _ in answer("Nothing of it.") }
    let failure = await promptedFailure(method, makeDraw(), stubborn)
    #expect(stubborn.questions.count == 2)
    #expect(failure?.reason.contains("lacks the value of `shop`, `amount`, `day`") == true)
  }

  @Test("for spans, the places found are the spans, and no two share one")
  func spans() async throws {
    let fields = promptedFields(text: "text", spans: "spans")
    func row(_ text: String, _ city: (Int, Int), _ other: (Int, Int)) -> JSONObject {
      [
        "text": .string(text),
        "spans": .array(
          [city, other].map { range in
            [
              "start": .number(JSONNumber(range.0)), "end": .number(JSONNumber(range.1)),
              "label": "city",
            ]
          }
        ),
      ]
    }
    let samples = [
      promptedSample(row("from Köln to Rome", (5, 9), (13, 17)), fields, number: 1),
      promptedSample(row("from Oslo to Bern", (5, 9), (13, 17)), fields, number: 2),
    ]
    let draw = promptedDraw(.extraction, fields, examples: samples)
    let asker = ScriptedAsker { question in
      let text = question.values["record"]?.plainText ?? "[]"
      let names = ((try? JSONParser.parse(text))?.array ?? []).compactMap { $0["value"]?.string }
      return answer("Über " + names.joined(separator: " nach "))
    }
    let draft = try #require(try await method.drafts(for: draw, asking: asker).first)
    #expect(draft.values.isEmpty && draft.spans.count == 2)
    let scalars = Array(draft.text.unicodeScalars)
    for span in draft.spans {
      #expect(String(String.UnicodeScalarView(scalars[span.start..<span.end])) == span.text)
      #expect(span.label == "city")
    }
    #expect(
      draft.spans[0].end <= draft.spans[1].start && draft.spans[0].text != draft.spans[1].text
    )
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var value: JSONValue
    var text: String
    var surface: String?
    var isFound: Bool
    var testDescription: String { "\(value.serialized()) in \(text)" }
  }

  @Test(
    "a value counts where it stands as a whole, or in a stated form that does not contradict it",
    arguments: [
      Case(value: "14.60", text: "It was 14.60 euros", isFound: true),
      Case(value: "14", text: "It was 14.60 euros", isFound: false),
      Case(value: "14", text: "It was 2014", isFound: false),
      Case(value: "14", text: "It was €14.", isFound: true),
      Case(value: 3, text: "dreimal versucht", surface: "dreimal", isFound: true),
      Case(value: 3, text: "4 mal versucht", surface: "4 mal", isFound: false),
      Case(value: "1250", text: "wiring $1,250 home", surface: "1,250", isFound: true),
      Case(value: "1250", text: "wiring $1,350 home", surface: "1,350", isFound: false),
      Case(value: "219.00", text: "they sent £219 back", surface: "219", isFound: true),
      Case(value: "2026-01-09", text: "on 09/01/2026", surface: "09/01/2026", isFound: true),
      Case(value: "2026-01-09", text: "on 9.1.26", surface: "9.1.26", isFound: true),
      Case(value: "2026-01-09", text: "on 10/01/2026", surface: "10/01/2026", isFound: false),
      Case(value: "TU-402", text: "an error", surface: "TU-402", isFound: false),
      Case(value: "AUD", text: "600 Aussie dollars", surface: "Aussie dollars", isFound: true),
      Case(value: "Ann Lee", text: "I am ann lee.", isFound: true),
      Case(value: "Ann Lee", text: "I am Bob.", surface: "Bob", isFound: false),
      Case(value: "Ann Lee", text: "I am Mrs Lee.", surface: "Mrs Lee", isFound: true),
      Case(value: "Ann\nLee", text: "I am Ann Lee.", isFound: true),
      Case(value: true, text: "I paid for express", surface: "express", isFound: true),
      Case(value: true, text: "I paid for express", isFound: false),
      Case(value: "北京", text: "我住在北京市", isFound: true),
      Case(value: "Rom", text: "in Roma", isFound: false),
      Case(value: ["street": "Mill Row", "number": 3], text: "3 Mill Row", isFound: true),
      Case(value: ["a b", "c d"], text: "a b only", isFound: false),
    ]
  )
  func found(_ example: Case) async {
    let fields = promptedFields(text: "text", output: "record")
    let sample = promptedSample(
      ["text": "t", "record": ["field": example.value]],
      fields
    )
    let draw = promptedDraw(.extraction, fields, examples: [sample])
    let asker = ScriptedAsker { _ in
      answer(example.text, example.surface.map { [("field", $0)] } ?? [])
    }
    let failure = await promptedFailure(method, draw, asker)
    #expect((failure == nil) == example.isFound, "\(failure?.reason ?? "")")
  }

  @Test("a record in the output keeps its shape, also as the text of an object")
  func output() async throws {
    let fields = promptedFields(text: "text", output: "record")
    for value: JSONValue in [["a": "x1", "n": 5, "gone": nil], "{\"a\":\"x1\",\"n\":5}"] {
      let sample = promptedSample(["text": "t", "record": value], fields)
      let drafts = try await method.drafts(
        for: promptedDraw(.extraction, fields, examples: [sample]),
        asking: ScriptedAsker { _ in answer("x1 and 5") }
      )
      let expected: JSONValue = value.string == nil ? ["a": "x1", "n": 5] : value
      #expect(drafts[0].values.map(\.value) == [expected])
      #expect(drafts[0].values.map(\.place) == [.output])
    }
  }

  @Test("figures that belong to no value are flagged")
  func extraFigures() async throws {
    let asker = ScriptedAsker { question in
      answer(
        shown(question).values.sorted().joined(separator: ", ") + " and also 999 times on the 3rd"
      )
    }
    let drafts = try await method.drafts(for: makeDraw(), asking: asker)
    #expect(drafts[0].tags == ["extra_figures"])
    #expect(drafts[0].parameters["extra_figures"]?.array?.contains("999") == true)
  }

  @Test("a schema gives the values that it lists, and real rows the others")
  func schema() async throws {
    let schema = try RecordSchema([
      "type": "object",
      "properties": [
        "shop": ["type": "string"], "kind": ["enum": ["card", "cash"]],
        "times": ["type": "integer", "minimum": 2, "maximum": 9],
      ],
      "required": ["shop", "kind", "times"],
    ])
    let asker = ScriptedAsker { question in
      answer(shown(question).values.sorted().joined(separator: ", "))
    }
    let drafts = try await RecordToText(schema: schema).drafts(
      for: makeDraw(count: 8),
      asking: asker
    )
    #expect(drafts.count == 8)
    for draft in drafts {
      let values = Dictionary(
        uniqueKeysWithValues: draft.parameters["record"]?.array?.map {
          ($0["field"]?.string ?? "", $0["value"] ?? .null)
        } ?? []
      )
      #expect(["card", "cash"].contains(values["kind"]?.string))
      #expect((2...9).contains(values["times"]?.int ?? 0))
      #expect(records.contains { $0.fields["shop"] == values["shop"] })
    }
    #expect(throws: SeedbedError.self) { try RecordSchema(["type": "object"]) }
  }

  @Test("the prompt holds records and texts as data")
  func data() async throws {
    let asker = ScriptedAsker { question in
      answer(shown(question).values.sorted().joined(separator: ", "))
    }
    _ = try await method.drafts(for: makeDraw(), asking: asker)
    let values = asker.questions[0].values
    #expect(values["record"]?.isData == true && values["label"]?.isData == true)
    #expect(values["examples"]?.sets.count == 2)
  }
}
