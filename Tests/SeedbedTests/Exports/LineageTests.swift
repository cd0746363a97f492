import Foundation
import SeedbedData
import SeedbedReport
import Testing

@Suite("Croissant and PROV beside the rows")
struct LineageTests {
  private func documents(
    _ report: VersionReport,
    lineage: LineageDetail = .batches,
    exporter: any Exporter = JSONLinesExporter(),
    _ body: (JSONValue, JSONValue, String) throws -> Void
  ) throws {
    try withReportFolder { folder in
      try report.write(to: "\(folder)/v", exporters: [exporter], lineage: lineage)
      try body(
        JSONParser.parse(reportText("\(folder)/v/croissant.json")),
        JSONParser.parse(reportText("\(folder)/v/prov.json")),
        "\(folder)/v"
      )
    }
  }

  @Test("Croissant names each file with its hash, and each column of rows")
  func croissant() throws {
    try documents(ReportFixture.report(try ReportFixture.samples())) { croissant, _, folder in
      let files = try #require(croissant["distribution"]?.array)
      #expect(
        files.map { $0["contentUrl"]?.string } == [
          "train.jsonl", "validation.jsonl", "synthetic_eval.jsonl",
        ]
      )
      for file in files {
        let path = try #require(file["contentUrl"]?.string)
        let data = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)"))
        #expect(file["sha256"]?.string == ContentHash.hex(of: [UInt8](data)))
      }
      let sets = try #require(croissant["recordSet"]?.array)
      #expect(sets.map { $0["@id"]?.string } == ["train", "validation", "synthetic_eval"])
      #expect(
        sets[0]["field"]?.array?.map { $0["@id"]?.string } == [
          "train/text", "train/intent", "train/seedbed/id", "train/seedbed/origin",
          "train/seedbed/split",
        ]
      )
      #expect(croissant["rai:dataCollection"]?.string?.contains("50.0 % of the rows are") == true)
      for name in ["dataBiases", "dataLimitations", "dataAnnotationProtocol", "dataUseCases"] {
        #expect(croissant["rai:\(name)"]?.array?.isEmpty == false, "\(name)")
      }
    }
  }

  @Test("a column's name never becomes an identifier unless it is a plain word")
  func columnNames() throws {
    let parent = try ReportFixture.real(
      ["text": "a b", "intent": "x", "http://evil/#": 1, "": true],
      ReportFixture.intents
    )
    try documents(ReportFixture.report([ExportSample(sample: parent)])) { croissant, _, _ in
      let fields = croissant["recordSet"]?.array?[0]["field"]?.array ?? []
      #expect(
        fields.prefix(4).map { $0["@id"]?.string } == [
          "train/text", "train/intent", "train/column-3", "train/column-4",
        ]
      )
      #expect(fields[2]["name"] == "http://evil/#")
      #expect(
        fields.prefix(4).map { $0["dataType"]?.string } == [
          "sc:Text", "sc:Text", "sc:Integer", "sc:Boolean",
        ]
      )
    }
  }

  /// Every name that a relation uses is an element, and the counts of each kind.
  private func elements(_ prov: JSONValue) throws -> Set<String> {
    var names: Set<String> = []
    for kind in ["entity", "activity", "agent"] {
      names.formUnion(prov[kind]?.object?.keys ?? [])
    }
    for (kind, records) in try #require(prov.object)
    where !["prefix", "entity", "activity", "agent"].contains(kind) {
      for (_, relation) in try #require(records.object) {
        for (_, name) in try #require(relation.object) {
          #expect(names.contains(name.string ?? ""), "\(kind) names \(name)")
        }
      }
    }
    return names
  }

  @Test("PROV tells of the version, its sources and its batches")
  func batches() throws {
    let report = ReportFixture.report(try ReportFixture.samples())
    try documents(report) { _, prov, _ in
      let names = try elements(prov)
      let batch = String(repeating: "ab", count: 16)
      #expect(names.contains("sb:version.\(report.version.id)"))
      #expect(names.contains("sb:batch.\(batch)") && names.contains("sb:rows.\(batch)"))
      #expect(names.contains("sb:agent.seedbed"))
      #expect(!names.contains { $0.hasPrefix("sb:sample.") })
      #expect(prov["entity"]?.object?.contains { $0.value["prov:label"] == "data.jsonl" } == true)
    }
  }

  @Test("with samples, each row has what it derives from and how it was made")
  func samples() throws {
    let samples = try ReportFixture.samples()
    try documents(ReportFixture.report(samples), lineage: .samples) { _, prov, _ in
      let names = try elements(prov)
      let derivations = prov["wasDerivedFrom"]?.object?.map { $0.value } ?? []
      let generations = prov["wasGeneratedBy"]?.object?.map { $0.value } ?? []
      for sample in samples.map(\.sample) {
        let name = "sb:sample.\(sample.id.hex)"
        #expect(names.contains(name))
        let sources = derivations.filter { $0["prov:generatedEntity"]?.string == name }
          .compactMap { $0["prov:usedEntity"]?.string }
        if sample.origin == .synthetic {
          #expect(sources == sample.provenance.parents.map { "sb:sample.\($0.hex)" })
          #expect(generations.contains { $0["prov:entity"]?.string == name })
        } else {
          #expect(sources.count == 1 && sources[0].hasPrefix("sb:source."))
        }
      }
    }
  }

  @Test(
    "without samples the documents stay small however many rows there are, with them a row takes 400 bytes"
  )
  func size() throws {
    let parent = try ReportFixture.real(["text": "a b", "intent": "x"], ReportFixture.intents)
    let samples = (0..<3_000).map { draw in
      ExportSample(
        sample: ReportFixture.synthetic(
          of: parent,
          "a \(draw)",
          draw: draw,
          fields: ReportFixture.intents
        )
      )
    }
    let report = ReportFixture.report([ExportSample(sample: parent)] + samples)
    try documents(report, lineage: .samples) { _, _, folder in
      let bytes = try reportText("\(folder)/prov.json").utf8.count
      #expect(bytes < 400 * samples.count)
    }
    try documents(report) { croissant, prov, _ in
      #expect(prov.serialized().utf8.count < 10_000)
      #expect(croissant.serialized().utf8.count < 20_000)
    }
  }

  @Test("people who reviewed are agents, with what they decided")
  func people() throws {
    let samples = try ReportFixture.samples()
    var report = ReportFixture.report(samples)
    var fix = ReviewDecision(
      sample: samples[2].sample.id,
      purpose: .spotCheck,
      author: "Ada\" <x>",
      verdict: .fix,
      decidedAt: 1
    )
    fix.replacement = samples[3].sample.id
    report.reviews = [fix]
    try documents(report, lineage: .samples) { croissant, prov, _ in
      _ = try elements(prov)
      let agents = prov["agent"]?.object?.map { $0.value } ?? []
      #expect(agents.contains { $0["prov:label"]?.string == "Ada\" <x>" })
      let activity = prov["activity"]?.object?.first { $0.key.hasPrefix("sb:review.") }?.value
      #expect(activity?["sb:fix"] == 1 && activity?["sb:accept"] == 0)
      #expect(
        croissant["rai:dataAnnotationAnalysis"]?.array?[0].string
          == "People decided on 1 row and found 1 wrong."
      )
    }
    try documents(ReportFixture.report(samples)) { croissant, prov, _ in
      #expect(croissant["rai:dataAnnotationAnalysis"] == nil)
      #expect(prov["agent"]?.object?.count == 1)
    }
  }
}
