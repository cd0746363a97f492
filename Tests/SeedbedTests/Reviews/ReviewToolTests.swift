import Foundation
import SeedbedData
import Testing

@Suite("Reviews in other tools")
struct ReviewToolTests {
  static let ids = ReviewSheetTests.ids
  static let hostile = "<b a='x'>&\"\n\u{1}日本"

  static let rows = [
    ReviewRow(
      sample: ids[0],
      text: "pay " + hostile,
      label: "card",
      sourceText: "pay",
      verdicts: ["pass length"],
      labels: ["card", "bill" + hostile]
    ),
    ReviewRow(sample: ids[1], text: "=1", labels: ["card", "late"]),
  ]

  private func document(_ bytes: [UInt8]) throws -> JSONValue { try JSONParser.parse(bytes.span) }

  @Test("every record for Argilla has every field, and suggests only labels that it has")
  func argillaRecords() throws {
    let records = try #require(try document(ArgillaRecords.records(of: Self.rows)).array)
    #expect(records.map { $0["id"]?.string } == Self.rows.map(\.sample.hex))
    for record in records {
      #expect(record["fields"]?.object?.keys == ["text", "label", "source", "checks"])
      #expect(
        record.object?.keys
          == ["id", "fields", "metadata", "suggestions", "responses", "vectors"]
      )
    }
    #expect(records[0]["suggestions"]?["new_label"]?["value"] == "card")
    #expect(records[1]["suggestions"]?.object?.isEmpty == true)
    #expect(try ReviewFile.reviews(in: ArgillaRecords.records(of: Self.rows), file: "f") == [])
  }

  @Test("each user's responses in Argilla are one decision")
  func argilla() throws {
    let text = """
      [{"id": "\(Self.ids[0].hex)", "fields": {"text": "t", "label": "card"}, "metadata": {},
        "suggestions": {}, "vectors": {}, "_server_id": "x", "responses": {
          "verdict": [{"value": "fix", "user_id": "u1"}, {"value": "reject", "user_id": "u2"}],
          "reason": [{"value": "not a card", "user_id": "u2"}],
          "new_label": [{"value": "bill", "user_id": "u1"}, {"value": "card", "user_id": "u2"}]}},
       {"id": "\(Self.ids[1].hex)", "fields": {"text": "t"}, "responses": {
          "verdict": [{"value": "reject", "user_id": "u1"}]}},
       {"id": "not ours", "fields": {"text": "t"}, "responses": {}}]
      """
    let reviews = try ReviewFile.reviews(in: Array(text.utf8), file: "records.json")
    #expect(
      reviews == [
        ImportedReview(
          sample: Self.ids[0],
          author: "u1",
          verdict: .fix,
          correction: ReviewCorrection(label: "bill")
        ),
        ImportedReview(sample: Self.ids[0], author: "u2", verdict: .reject, reason: "not a card"),
        ImportedReview(
          sample: Self.ids[1],
          author: "u1",
          verdict: .reject,
          reason: "no reason given in Argilla"
        ),
      ]
    )
  }

  @Test("nothing in the data becomes markup of Label Studio's interface")
  func labelStudioInterface() throws {
    let xml = LabelStudioTasks.interface(for: Self.rows)
    let parser = XMLTags(xml)
    #expect(parser.isWellFormed)
    #expect(
      parser.choices == ["accept", "reject", "fix", "skip", "card", "bill" + Self.shown, "late"]
    )
    let plain = LabelStudioTasks.interface(for: [ReviewRow(sample: Self.ids[0], text: "t")])
    #expect(!plain.contains("new_label"))
  }

  /// What a reader of XML finds in an attribute with the hostile text; a control character is replaced.
  private static let shown = "<b a='x'>&\"\n\u{FFFD}日本"

  @Test("tasks for Label Studio hold the sample and its texts as data")
  func labelStudioTasks() throws {
    let tasks = try #require(try document(LabelStudioTasks.tasks(of: Self.rows)).array)
    #expect(tasks.map { $0["data"]?["sample"]?.string } == Self.rows.map(\.sample.hex))
    #expect(tasks[0]["data"]?["text"]?.string == Self.rows[0].text)
    #expect(tasks[1]["data"]?["label"] == "")
    #expect(
      try ReviewFile.format(of: LabelStudioTasks.tasks(of: Self.rows), file: "f") == .labelStudio
    )
  }

  @Test("annotations of Label Studio are decisions, cancelled ones are skipped rows")
  func labelStudio() throws {
    let text = """
      [{"id": 1, "data": {"sample": "\(Self.ids[0].hex)", "text": "t"}, "annotations": [
         {"completed_by": 7, "was_cancelled": false, "result": [
           {"from_name": "verdict", "to_name": "text", "type": "choices",
            "value": {"choices": ["fix"]}},
           {"from_name": "new_text", "to_name": "text", "type": "textarea",
            "value": {"text": ["pay now"]}}]},
         {"completed_by": {"id": 8, "email": "bo@example.org"}, "was_cancelled": true,
          "result": []}]},
       {"id": 2, "data": {"sample": "\(Self.ids[1].hex)"}, "annotations": []}]
      """
    let whole = try ReviewFile.reviews(in: Array(text.utf8), file: "export.json")
    #expect(
      whole == [
        ImportedReview(
          sample: Self.ids[0],
          author: "annotator 7",
          verdict: .fix,
          correction: ReviewCorrection(text: "pay now")
        ),
        ImportedReview(sample: Self.ids[0], author: "bo@example.org", verdict: .skip),
      ]
    )
    let minimal = """
      [{"id": 1, "sample": "\(Self.ids[0].hex)", "text": "t", "verdict": "reject",
        "reason": "off topic", "annotator": 7}]
      """
    #expect(
      try ReviewFile.reviews(in: Array(minimal.utf8), file: "min.json") == [
        ImportedReview(
          sample: Self.ids[0],
          author: "annotator 7",
          verdict: .reject,
          reason: "off topic"
        )
      ]
    )
  }

  @Test("of promptfoo's results only a person's ratings count")
  func promptfoo() throws {
    func result(_ id: SampleID, _ parts: String) -> String {
      """
      {"success": true, "testCase": {"vars": {}, "metadata": {"sample": "\(id.hex)"}},
       "gradingResult": {"pass": true, "componentResults": [\(parts)]}}
      """
    }
    let automatic = #"{"pass": false, "assertion": {"type": "equals"}}"#
    let text = """
      {"evalId": "e", "results": {"version": 3, "results": [
        \(result(Self.ids[0], automatic)),
        \(result(Self.ids[1], #"{"pass": true, "assertion": {"type": "human"}}"#)),
        \(result(Self.ids[2], automatic + #", {"pass": false, "comment": "odd","#
          + #" "assertion": {"type": "human"}}"#))]}}
      """
    #expect(
      try ReviewFile.reviews(in: Array(text.utf8), file: "results.json") == [
        ImportedReview(sample: Self.ids[1], verdict: .accept),
        ImportedReview(sample: Self.ids[2], verdict: .reject, reason: "odd"),
      ]
    )
  }

  @Test(
    "JSON of none of the tools, and broken JSON, is an error with the file's name",
    arguments: [
      "{}", "[]", "[1]", #"[{"a": 1}]"#, "[{", #"{"results": 3}"#,
      #"[{"fields": {}, "responses": {"verdict": [{"value": "ok"}]}}]"#,
      #"[{"data": {"sample": "x"}, "annotations": [{"result": []}]}]"#,
    ]
  )
  func unknown(text: String) {
    let error = #expect(throws: SeedbedError.self) {
      try ReviewFile.reviews(in: Array(text.utf8), file: "f.json")
    }
    #expect(error?.message.contains("`f.json`") == true)
  }
}

/// The choices of an interface, as an XML parser reads them.
private struct XMLTags {
  private(set) var isWellFormed = true
  private(set) var choices: [String] = []

  init(_ xml: String) {
    var open: [Substring] = []
    for tag in xml.matches(of: /<(\/?)(\w+)((?:\s+\w+="[^"<]*")*)\s*(\/?)>/) {
      if !tag.1.isEmpty {
        isWellFormed = isWellFormed && open.popLast() == tag.2
      } else if tag.4.isEmpty {
        open.append(tag.2)
      }
      if tag.2 == "Choice", let value = tag.3.firstMatch(of: /value="([^"]*)"/) {
        choices.append(Self.text(String(value.1)))
      }
    }
    let rest = xml.replacing(/<(\/?)(\w+)((?:\s+\w+="[^"<]*")*)\s*(\/?)>/, with: "")
    isWellFormed = isWellFormed && open.isEmpty && !rest.contains("<") && !rest.contains("&")
  }

  private static func text(_ escaped: String) -> String {
    escaped.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&#39;", with: "'")
      .replacing("&#10;", with: "\n").replacing("&amp;", with: "&")
  }
}
