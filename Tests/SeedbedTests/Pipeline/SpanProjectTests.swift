import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Spans stay right from the file to the version")
struct SpanProjectTests {
  static func rows() -> [JSONObject] {
    let names = ["Zoë Müller", "José Ortega", "Ann Smith", "Bob Jones", "Eve 👩‍👧 Stone", "Li Wei"]
    let things = ["parcel", "letter", "box", "present", "package", "crate", "order", "bag"]
    var rows: [JSONObject] = []
    for name in names {
      for thing in things {
        let start = "Where is the \(thing) that ".unicodeScalars.count
        let text = "Where is the \(thing) that \(name) has sent to me last week?"
        rows.append([
          "text": .string(text),
          "spans": [
            [
              "start": .number(JSONNumber(start)),
              "end": .number(JSONNumber(start + name.unicodeScalars.count)), "label": "NAME",
            ]
          ],
        ])
      }
    }
    return rows
  }

  @Test("methods that break spans are not planned, and every accepted span covers its words")
  func spans() async throws {
    let folder = try PipelineFolder()
    let lines = Self.rows().map { JSONValue.object($0).serialized(.compact) }
    try folder.write("rows.jsonl", lines.joined(separator: "\n") + "\n")
    try folder.write(
      "seedbed.yaml",
      """
      seedbed: 1
      data: {path: rows.jsonl}
      task: extraction
      fields: {text: text, spans: spans}
      dimensions: [noise]
      languages: [en]
      requirements:
        - cell: {noise: light}
          minimum: 20
      deduplication: {near_threshold: 0.95}
      """
    )
    _ = try await ProjectInitializer(.init(folder: folder.path)).run()
    let project = try Project(openingAt: folder.path)
    let runner = Runner(
      project: project,
      journal: InMemoryJournal(),
      options: .init(threads: 2, clock: { 0 })
    )
    let outcome = try await runner.run()
    let registry = MethodRegistry(configuration: project.configuration)
    let methods = Set(outcome.gaps.plan.quotas.flatMap(\.shares).map(\.method))
    #expect(!methods.isEmpty)
    for method in methods {
      #expect(try registry.transform(named: method).descriptor.preserves.contains(.spans))
    }
    let accepted = outcome.candidates.filter { $0.status == .accepted }.map(\.sample)
    #expect(accepted.count > 5)
    for sample in accepted {
      let span = try #require(sample.spans.first)
      let scalars = Array(sample.text.unicodeScalars)
      #expect(scalars[span.start..<span.end].elementsEqual(span.text.unicodeScalars))
      #expect(sample.fields["spans"] == .array([span.json]))
      #expect(sample.label == nil)
    }
    withExtendedLifetime(folder) {}
  }
}
