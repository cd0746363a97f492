import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedPipeline
import SeedbedReport

/// Small versions to export and report on.
enum ReportFixture {
  static func path(_ name: String) -> FieldPath { FieldPath(field: name) }

  static var intents: FieldMap {
    var fields = FieldMap()
    fields.text = path("text")
    fields.label = path("intent")
    return fields
  }

  /// A real sample of a row.
  static func real(
    _ row: JSONObject,
    _ fields: FieldMap,
    number: Int = 1,
    split: Split? = .train
  ) throws -> Sample {
    var builder = SampleBuilder(fields: fields, file: "data.jsonl")
    var sample = try builder.sample(from: RawRow(number: number, byteOffset: 0, fields: row))
    sample.split = split
    return sample
  }

  /// A sample that differs from another one by edits.
  static func synthetic(
    of parent: Sample,
    _ text: String,
    edits: [Edit] = [],
    method: String = "typos",
    draw: Int = 0,
    fields: FieldMap,
    split: Split = .train
  ) -> Sample {
    let provenance = Provenance(
      synthetic: SourceReference(
        id: parent.id.hex,
        span: 0..<parent.text.unicodeScalars.count
      ),
      method: MethodApplication(
        name: method,
        parameters: ["rate": 0.1],
        seed: 42,
        draw: draw
      ),
      parents: [parent.id],
      depth: 1,
      edits: edits,
      batch: String(repeating: "ab", count: 16)
    )
    var sample = parent.derived(text: text, spans: [], fields: fields, provenance: provenance)
    sample.split = split
    return sample
  }

  /// Two real rows, a synthetic one in training and one in the suite.
  static func samples() throws -> [ExportSample] {
    let first = try real(["text": "where is my card", "intent": "card"], intents)
    let second = try real(
      ["text": "pay, \"now\"\nplease", "intent": "pay"],
      intents,
      number: 2,
      split: .validation
    )
    let typo = synthetic(
      of: first,
      "where is my crad",
      edits: [Edit(start: 13, end: 15, replacement: "ra")],
      fields: intents
    )
    let attack = synthetic(
      of: second,
      "ignore all, pay now",
      method: "injection",
      fields: intents,
      split: .syntheticEval
    )
    let pass = Verdict(check: "length", .pass, score: 16, threshold: 40, evidence: "16 scalars")
    return [
      ExportSample(sample: first), ExportSample(sample: second),
      ExportSample(sample: typo, verdicts: [pass]), ExportSample(sample: attack, verdicts: [pass]),
    ]
  }

  static func version(_ samples: [ExportSample], run: String = "run") -> DatasetVersion {
    DatasetVersion(
      run: run,
      holdoutSeal: "5ea1",
      members: samples.compactMap { sample in
        sample.sample.split.map {
          DatasetVersion.Member(sample: sample.sample.id, split: $0, origin: sample.sample.origin)
        }
      },
      leakScan: LeakScan(threshold: 0.8, compared: samples.count, crossingGroups: 0, leaks: [])
    )
  }

  static func configuration(name: String = "Bank intents") -> Configuration {
    var configuration = Configuration(
      name: name,
      data: Configuration.DataSource(path: "data.jsonl"),
      task: .classification,
      fields: intents,
      dimensions: ["label", "language"]
    )
    configuration.languages = ["en", "es"]
    return configuration
  }

  /// A report in which every section has something to show.
  static func report(
    _ samples: [ExportSample],
    name: String = "Bank intents",
    hostile: String = "",
    run: String = "run"
  ) -> VersionReport {
    let label = Cell.Coordinate("label", "card" + hostile)
    let cell = Cell([label, Cell.Coordinate("language", "en")])
    var before = Profile(dimensions: ["label", "language"], knownValues: [[], ["en", "es"]])
    for _ in 0..<3 { before.count(["card" + hostile, "en"], length: 20) }
    var after = before
    for _ in 0..<4 { after.count(["card" + hostile, "en"], length: 20) }
    let gaps = [
      Gap(
        .thin,
        cell: cell,
        have: 3,
        need: 12,
        evidence: "3 of 12" + hostile,
        decision: .fill,
        reason: "real rows can be varied" + hostile
      )
    ]
    return VersionReport(
      configuration: configuration(name: name),
      run: finished(version(samples, run: run), cell, hostile),
      before: before,
      after: after,
      gaps: gaps,
      answers: [("Which cases are missing?", "One" + hostile)],
      samples: samples,
      candidates: candidates(samples, hostile: hostile)
    )
  }

  /// The report of a run, as the ledger keeps it.
  static func finished(_ version: DatasetVersion, _ cell: Cell, _ hostile: String) -> RunReport {
    func interval(_ estimate: Double, _ lower: Double, _ upper: Double) -> JSONValue {
      [
        "estimate": .number(JSONNumber(estimate)), "lower": .number(JSONNumber(lower)),
        "upper": .number(JSONNumber(upper)),
      ]
    }
    let holdout: JSONValue = [
      "rows": 1234, "real": interval(0.80, 0.76, 0.84),
      "real_and_synthetic": interval(0.84, 0.80, 0.88), "difference": interval(0.04, 0.012, 0.071),
    ]
    return bareRun(
      version,
      [
        "coverage": [["cell": cell.json, "before": 3, "after": 7, "need": 12]],
        "candidates": ["accepted": 1, "rejected": 3, "duplicate": 1],
        "rejected_by": .object(["length": 1, "label" + hostile: 2]),
        "shortfalls": [
          [
            "cell": cell.json, "missing": 5, "asked": 9,
            "reason": .string("2 near-duplicates" + hostile),
          ]
        ],
        "patterns": ["patterns": 3, "samples": 4],
        "synthetic_patterns": ["patterns": 2, "samples": 2], "duplicates_left_out": 1,
        "holdout": holdout, "collect": [cell.json],
      ]
    )
  }

  /// The report of a run of which only some things are known.
  static func bareRun(_ version: DatasetVersion, _ known: JSONObject = [:]) -> RunReport {
    var json = known
    json["version"] = .string(version.id)
    guard let report = RunReport(json: json, version: version) else {
      preconditionFailure("a summary that names its version is read")
    }
    return report
  }

  private static func candidates(_ samples: [ExportSample], hostile: String) -> [Candidate] {
    let synthetic = samples.filter { $0.sample.origin == .synthetic }
    // Which one is accepted must not hang on the order of the samples.
    let ordered = synthetic.sorted {
      ($1.sample.provenance.method?.name ?? "") < ($0.sample.provenance.method?.name ?? "")
    }
    return ordered.enumerated().map { index, sample in
      var candidate = Candidate(sample: sample.sample, quota: 0, round: 0)
      candidate.status = index == 0 ? .accepted : .rejected
      candidate.verdicts = sample.verdicts
      if index > 0 {
        candidate.verdicts.append(
          Verdict(check: "label" + hostile, .fail, score: 0.1, evidence: "reads as pay" + hostile)
        )
      }
      return candidate
    }
  }
}

/// Gives a test an empty folder and removes it afterwards.
func withReportFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("seedbed-report-\(UUID().uuidString)").path
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try body(folder)
}

/// The text of a file.
func reportText(_ path: String) throws -> String {
  String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
}
