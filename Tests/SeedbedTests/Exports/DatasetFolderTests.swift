import Foundation
import SeedbedData
import SeedbedReport
import Testing

@Suite("Hugging Face folder")
struct DatasetFolderTests {
  private func written(
    _ rows: [(JSONObject, Split)],
    plain: Bool = true,
    _ body: (String, [ExportedFile]) throws -> Void
  ) throws {
    let samples = try rows.enumerated().map { index, row in
      ExportSample(
        sample: try ReportFixture.real(
          row.0,
          ReportFixture.intents,
          number: index + 1,
          split: row.1
        )
      )
    }
    try withReportFolder { folder in
      let options = ExportOptions(
        plain: plain,
        fields: ReportFixture.intents,
        task: .classification
      )
      try body(folder, HuggingFaceExporter().write(samples, to: folder, options: options))
    }
  }

  @Test("all files have all columns, each of one kind")
  func conforming() throws {
    let rows: [(JSONObject, Split)] = [
      (["text": "a b", "intent": "x", "n": 1, "any": 1, "list": [], "in": ["a": 1]], .train),
      (["text": "c d", "intent": "y", "n": 1.5, "any": "1", "list": ["z"]], .train),
      (
        ["text": "e f", "intent": "x", "big": 12345678901234567890.0, "in": ["b": nil]], .validation
      ),
    ]
    try written(rows) { folder, files in
      #expect(
        files.map(\.path) == [
          "data/train-00000-of-00001.jsonl", "data/validation-00000-of-00001.jsonl",
        ]
      )
      #expect(files.allSatisfy { $0.isConforming && $0.schema == files[0].schema })
      let lines = try reportText("\(folder)/\(files[0].path)").split(separator: "\n")
      #expect(
        lines[0] == #"{"text":"a b","intent":"x","n":1,"any":"1","list":[],"in":{"a":1,"b":null},"#
          + #""big":null}"#
      )
      #expect(lines[1].contains(#""any":"\"1\"","list":["z"],"in":null"#))
      let kinds = Dictionary(
        uniqueKeysWithValues: (files[0].schema?.columns ?? []).map { ($0.name, $0.kind) }
      )
      #expect(kinds["n"] == .double && kinds["any"] == .mixed && kinds["list"] == .list(.text))
    }
  }

  @Test("a number that no 64 bits hold stays as it was written, as text")
  func bigNumbers() throws {
    let big = try JSONParser.parse("123456789012345678901234567890")
    try written([(["text": "a b", "intent": "x", "n": big], .train)]) { folder, files in
      let line = try reportText("\(folder)/\(files[0].path)")
      #expect(line.contains(#""n":"123456789012345678901234567890""#))
    }
  }

  @Test("the head of the card names the columns with their kinds, whatever they are called")
  func head() throws {
    let parent = try ReportFixture.real(
      ["text": "a b", "intent": "x", "<b>: \"c\"\n": [["k": true]]],
      ReportFixture.intents
    )
    let report = ReportFixture.report([ExportSample(sample: parent)])
    try withReportFolder { folder in
      try report.write(to: "\(folder)/v", exporters: [HuggingFaceExporter()], plain: true)
      let card = try reportText("\(folder)/v/README.md")
      #expect(
        card.contains(
          """
          configs:
          - config_name: default
            data_files:
            - split: train
              path: "data/train-00000-of-00001.jsonl"
          dataset_info:
          - config_name: default
            features:
            - name: "text"
              dtype: string
            - name: "intent"
              dtype: string
            - name: "\\u003Cb>: \\"c\\"\\n"
              list:
              - name: "k"
                dtype: bool
            splits:
            - name: train
              num_examples: 1
          ---

          """
        )
      )
      #expect(try Manifest.verify("\(folder)/v") == [])
      try report.write(to: "\(folder)/lines")
      #expect(try !reportText("\(folder)/lines/README.md").contains("dataset_info"))
    }
  }

  @Test(
    "a licence that hubs know is written in their way, another one under its own name",
    arguments: [
      ("CC-BY-4.0", "license: cc-by-4.0", "https://creativecommons.org/licenses/by/4.0/"),
      (
        "cc-by-nc-sa-4.0", "license: cc-by-nc-sa-4.0",
        "https://creativecommons.org/licenses/by-nc-sa/4.0/"
      ),
      ("CC0-1.0", "license: cc0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
      ("MIT", "license: mit", "MIT"),
      ("Our terms", "license: other\nlicense_name: \"Our terms\"", "Our terms"),
    ]
  )
  func licence(name: String, head: String, words: String) throws {
    try withReportFolder { folder in
      let fixture = ReportFixture.report(try ReportFixture.samples())
      var configuration = fixture.configuration
      configuration.license = name
      let report = VersionReport(
        configuration: configuration,
        run: fixture.run,
        gaps: nil,
        samples: fixture.samples,
        candidates: CandidateOverview()
      )
      try report.write(to: "\(folder)/v")
      let card = try reportText("\(folder)/v/README.md")
      #expect(card.contains("\n\(head)\n"))
      #expect(card.contains("\n\(name)."))
      let croissant = try JSONParser.parse(reportText("\(folder)/v/croissant.json"))
      #expect(croissant["license"]?.string == words)
    }
  }
}
