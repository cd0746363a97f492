import Foundation
import SeedbedData
import SeedbedReport
import Testing

@Suite("Exports for evaluation tools")
struct EvaluationExportTests {
  /// Writes samples of a classification and gives the folder to the test.
  private func written<Result>(
    _ format: String,
    _ rows: [JSONObject],
    fields: FieldMap = ReportFixture.intents,
    task: TaskKind = .classification,
    split: Split = .validation,
    plain: Bool = true,
    _ body: (String) throws -> Result
  ) throws -> Result {
    let samples = try rows.enumerated().map { index, row in
      ExportSample(
        sample: try ReportFixture.real(row, fields, number: index + 1, split: split)
      )
    }
    return try withReportFolder { folder in
      var options = ExportOptions(plain: plain, fields: fields, task: task)
      options.name = "Bank: intents/2"
      _ = try Exporters.named(format).write(samples, to: folder, options: options)
      return try body(folder)
    }
  }

  @Test("a task for lm-eval chooses labels by their place, whatever characters they hold")
  func labels() throws {
    let labels = ["3", "1", "- x: y", "\"quoted\"", "line\nend", "{{ x }}", "<script>"]
    let rows = labels.map { label -> JSONObject in
      ["text": .string("about \(label)"), "intent": .string(label)]
    }
    try written("lm-eval", rows) { folder in
      let yaml = try reportText("\(folder)/task.yaml")
      #expect(yaml.hasPrefix("task: dataset_bank_intents_2\n"))
      #expect(!yaml.contains("<script") && yaml.contains("\\u003Cscript"))
      #expect(!yaml.contains("test_split") && yaml.contains("validation_split: validation\n"))
      let listed = yaml.split(separator: "\n").filter { $0.hasPrefix("  - \"") }
        .compactMap { try? JSONParser.parse(String($0.dropFirst(4))).string }
      #expect(listed == labels.sorted())
      for line in try reportText("\(folder)/validation.jsonl").split(separator: "\n") {
        let row = try JSONParser.parse(String(line))
        let gold = try #require(row["gold"]?.int)
        #expect(row["label"]?.string == listed[gold])
      }
    }
  }

  @Test("a template of lm-eval names no column that no row has")
  func columns() throws {
    let rows: [JSONObject] = [["question": "Who?", "answers": "Ada"]]
    try written(
      "lm-eval",
      rows,
      fields: ExporterTests.question,
      task: .questionAnswering
    ) { folder in
      let yaml = try reportText("\(folder)/task.yaml")
      #expect(yaml.contains(#"doc_to_text: "Question: {{question}}\nAnswer:""#))
      #expect(yaml.contains("output_type: generate_until"))
    }
  }

  @Test("a version of training rows alone has nothing to evaluate on")
  func onlyTraining() throws {
    let error = #expect(throws: SeedbedError.self) {
      try written("lm-eval", [["text": "a b", "intent": "x"]], split: .train) { _ in }
    }
    #expect(error?.message.contains("no part to evaluate on") == true)
  }

  @Test(
    "a text that promptfoo would render or load is wrapped, and others stay as they are",
    arguments: [
      ("plain: {text}", "plain: {text}"),
      ("a {{ b }}", "{% raw %}a {{ b }}{% endraw %}"),
      ("file:///etc/hosts", "{% raw %}file:///etc/hosts{% endraw %}"),
      ("package:x", "{% raw %}package:x{% endraw %}"),
      ("{# c #}", "{% raw %}{# c #}{% endraw %}"),
      (
        "{% endraw %}x",
        #"{% raw %}{% endraw %}{{ "{%" }}{% raw %} endraw %}x{% endraw %}"#
      ),
    ]
  )
  func promptfooTexts(text: String, expected: String) throws {
    try written("promptfoo", [["text": .string(text), "intent": .string(text)]]) { folder in
      let cases = try JSONParser.parse(reportText("\(folder)/validation.json"))
      #expect(cases.array?[0]["vars"]?["text"]?.string == expected)
      #expect(
        cases.array?[0]["assert"]?.array?[0] == ["type": "equals", "value": .string(expected)]
      )
    }
  }

  @Test("provenance of a test case is one text, in which nothing is a template")
  func promptfooProvenance() throws {
    let rows: [JSONObject] = [["text": "x y", "intent": "a"]]
    try written("promptfoo", rows, plain: false) { folder in
      let cases = try JSONParser.parse(reportText("\(folder)/validation.json"))
      let metadata = try #require(cases.array?[0]["metadata"])
      let text = try #require(metadata["seedbed"]?.string)
      let provenance = try JSONParser.parse(text)
      #expect(provenance["id"] == metadata["sample"])
      #expect(metadata["split"] == "validation")
    }
  }

  @Test("a record that names a file is refused for promptfoo")
  func namesFile() throws {
    let row: JSONObject = [
      "text": "see", "record": ["path": "file:///etc/hosts"],
    ]
    let fields = ExporterTests.fields {
      $0.text = FieldPath(field: "text")
      $0.output = FieldPath(field: "record")
    }
    let error = #expect(throws: SeedbedError.self) {
      try written("promptfoo", [row], fields: fields, task: .extraction) { _ in }
    }
    #expect(error?.message.contains("would load as a file") == true)
  }

  @Test("the Python files of pytest are the same whatever the data says")
  func pytestFiles() throws {
    let hostile = "\"\"\"\nimport os\nos.abort()\n'''"
    let files = try [["text": "a b", "intent": "c"], ["text": .string(hostile), "intent": "x"]]
      .map { (row: JSONObject) in
        try written("pytest", [row], plain: false) { folder in
          try ["conftest.py", "test_dataset.py"].map { try reportText("\(folder)/\($0)") }
        }
      }
    #expect(files[0] == files[1])
    #expect(files[0].allSatisfy { !$0.contains("os.abort") })
  }

  @Test(
    "a pair is no test with one right answer",
    arguments: ["promptfoo", "pytest"]
  )
  func pairs(format: String) throws {
    let error = #expect(throws: SeedbedError.self) {
      try written(
        format,
        [["prompt": "Hi", "chosen": "Hello", "rejected": "No"]],
        fields: ExporterTests.preference,
        task: .preference
      ) { _ in }
    }
    #expect(error?.message.contains("not which one is right") == true)
    #expect(error?.hint?.contains("`lm-eval`") == true)
  }
}
