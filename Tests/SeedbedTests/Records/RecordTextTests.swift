import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import Testing

@Suite("Records are told in texts whose spans are known")
struct RecordTextTests {
  private static func slice(_ text: String, _ start: Int, _ end: Int) -> String {
    String(String.UnicodeScalarView(Array(text.unicodeScalars)[start..<end]))
  }

  private static let record: JSONValue = [
    "customer": ["name": "Zoë Ødegård", "vip": true], "total": 12.5,
    "items": [["sku": "A-1", "qty": 2], ["sku": "B😀2", "qty": 1]], "note": nil, "empty": "",
  ]

  @Test("every value is told once, in every form", arguments: RecordText.Style.allCases)
  func styles(style: RecordText.Style) {
    for draw in 0..<30 {
      var random = RecordSchemas.random(draw, style.rawValue)
      let told = RecordText(Self.record, schema: nil, style: style, random: &random)
      #expect(
        told.spans.map(\.label) == [
          "customer.name", "customer.vip", "total", "items[0].sku", "items[0].qty",
          "items[1].sku", "items[1].qty",
        ]
      )
      for span in told.spans { #expect(Self.slice(told.text, span.start, span.end) == span.text) }
      #expect(told.spans.map(\.text) == ["Zoë Ødegård", "yes", "12.5", "A-1", "2", "B😀2", "1"])
    }
  }

  @Test("a template places fields by their paths, and what is missing leaves nothing")
  func templates() throws {
    let template = try RecordTemplate(
      "Hi {{ customer.name }}, {items[1].sku} {x} costs {total} {a b}"
    )
    let told = RecordText(Self.record, template: template)
    #expect(told.text == "Hi Zoë Ødegård, B😀2  costs 12.5 {a b}")
    #expect(told.spans.map(\.label) == ["customer.name", "items[1].sku", "total"])
    for span in told.spans { #expect(Self.slice(told.text, span.start, span.end) == span.text) }
    #expect(template.fields.map(\.description) == ["customer.name", "items[1].sku", "x", "total"])
  }

  @Test("a template that is none is refused", arguments: ["no field", "{{name", "{{ }}", "{"])
  func badTemplates(source: String) {
    #expect(throws: SeedbedError.self) { _ = try RecordTemplate(source) }
  }

  @Test("rows are recognised as extraction, and their spans are read back")
  func rows() throws {
    let schema = RecordSchemas.all[22]
    var random = RecordSchemas.random(0, "rows")
    var rows: [JSONObject] = []
    for number in 0..<40 {
      let made = try #require(try ValidRecords().record(number, of: schema, random: &random))
      rows.append(RecordRows.row(made, of: schema, style: nil, random: &random))
    }
    let detected = TaskDetector.detect(rows)
    #expect(detected.task == .extraction)
    #expect(detected.fields.text?.description == "text")
    #expect(detected.fields.spans?.description == "spans")
    for row in rows {
      let text = try #require(row["text"]?.string)
      for span in row["spans"]?.array ?? [] {
        let start = try #require(span["start"]?.int), end = try #require(span["end"]?.int)
        #expect(Self.slice(text, start, end) == span["text"]?.string)
      }
      #expect(row["violated"] == .null)
    }
  }

  @Test("titles of a schema name the fields")
  func titles() throws {
    let schema = try JSONParser.parse(
      #"{"type":"object","properties":{"fn":{"type":"string","title":"first name"}}}"#
    )
    var random = RecordSchemas.random(0, "titles")
    let told = RecordText(["fn": "Ada"], schema: schema, style: .form, random: &random)
    #expect(told.text.hasPrefix("First name"))
  }

  @Test("hostile records are told without a crash")
  func hostile() {
    let values: [JSONValue] = [
      .null, [], "", "\u{301}", [[[["\u{0}\r\n"]]]], ["": ["": "x"]], ["a|b": "c|d\n"], 1e9,
    ]
    for value in values {
      for style in RecordText.Style.allCases {
        var random = RecordSchemas.random(0, "hostile")
        let told = RecordText(value, schema: nil, style: style, random: &random)
        for span in told.spans { #expect(Self.slice(told.text, span.start, span.end) == span.text) }
      }
    }
  }
}
