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
      candidates: CandidateOverview(candidates(samples, hostile: hostile), among: samples)
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
        "spending": [
          "currency": "USD", "total": 0.12,
          "models": [
            [
              "model": .string("writer" + hostile), "answers": 9, "input_tokens": 900,
              "cached_tokens": 0, "output_tokens": 90, "cost": 0.12,
            ]
          ],
          "methods": [
            [
              "method": "paraphrase", "model": "writer", "candidates": 8, "accepted": 4,
              "cost": 0.12, "cost_per_accepted": 0.03,
            ]
          ],
        ],
      ]
    )
  }

  /// Something for each section that a run alone has nothing for.
  static func details(
    of report: VersionReport,
    hostile: String = ""
  ) async throws -> ReportDetails {
    var details = ReportDetails()
    details.study = try await VersionStudy(
      of: report.samples.map(\.sample),
      configuration: report.configuration,
      threads: 1
    )
    details.evaluation = evaluation(hostile)
    var calibration = CalibrationRecord(
      judge: ModelIdentity(name: "judge" + hostile, endpoint: "e", model: "m", family: "f"),
      kind: .scores,
      rubric: .standard(for: .classification),
      promptVersion: "p",
      casesVersion: "c",
      cases: 40,
      repeats: 2
    )
    (calibration.kappa, calibration.kappaLower, calibration.kappaUpper) = (0.71, 0.55, 0.84)
    calibration.reasons = ["position bias 0.2" + hostile]
    details.calibrations = [calibration]
    func entry(_ id: String, _ change: (Int, Int, Int)?, dropped: String?) -> VersionHistory.Entry {
      VersionHistory.Entry(
        id: id,
        madeAt: "2026-01-31 08:15 UTC",
        seconds: 125,
        command: "seedbed run" + hostile,
        rows: (2, 2),
        change: change,
        droppedBatch: dropped
      )
    }
    details.history = VersionHistory(
      versions: [
        entry("11111111aaaa", nil, dropped: nil),
        entry("22222222bbbb", (40, 3, 1), dropped: String(repeating: "cd", count: 16)),
        entry(report.version.id, (0, 0, 0), dropped: nil),
      ],
      batches: [
        VersionHistory.BatchLine(
          batch: Batch(plan: "p", method: "typos" + hostile),
          candidates: 5,
          accepted: 2,
          isInVersion: true
        )
      ]
    )
    details.prompts = [
      PromptRecord(
        method: "paraphrase" + hostile,
        model: "writer",
        version: "abcd",
        texts: [.init(name: "paraphrase", version: "ef01", text: "Say it otherwise" + hostile)]
      ),
      PromptRecord(method: "minority_texts", model: nil, version: "0123", texts: []),
    ]
    details.overrides = [
      RuleOverride(
        rule: "leaks",
        because: "known" + hostile,
        finding: "2 pairs" + hostile,
        run: "r"
      )
    ]
    return details
  }

  /// What `seedbed evaluate --json` prints, cut to what a page shows.
  private static func evaluation(_ hostile: String) -> JSONObject {
    let wide: JSONValue = ["estimate": 0.86, "lower": 0.82, "upper": 0.9]
    let change: JSONValue = ["estimate": 0.03, "lower": 0.01, "upper": 0.05, "p_value": 0.01]
    func share(_ share: Double) -> JSONValue {
      ["share": .number(JSONNumber(share)), "value": wide, "change": change, "effect": "helps"]
    }
    return [
      "version": "v",
      "utility": [
        "metric": "macro_f1", "seeds": 5, "test_rows": 1234, "effect": "helps",
        "training_sets": [
          ["name": .string("real" + hostile), "rows": 40, "macro_f1": wide],
          ["name": "mix", "rows": 80, "macro_f1": wide],
        ],
        "comparisons": [
          [
            "from": "real", "to": "mix", "student": "logistic_regression", "macro_f1": change,
            "effect": "helps",
          ]
        ],
        "slices": [
          [
            "dimension": "label", "value": .string("card" + hostile), "change": change,
            "effect": "helps",
          ]
        ],
        "mixing": [
          "recommended": ["lower": 0.2, "upper": 0.5, "temporary": false], "best_share": 0.3,
          "any_better_than_none": true, "shares": [share(0), share(0.3), share(1)],
        ],
        "batches": [
          "not_measured": 2,
          "effects": [
            [
              "batch": "abcdef0123456789", "method": .string("typos" + hostile), "rows": 12,
              "change": change, "effect": "helps",
            ]
          ],
        ],
        "learning_curve": [
          "points": [
            ["share": 0.5, "real_rows": 20, "value": wide],
            ["share": 1, "real_rows": 40, "value": wide],
          ],
          "gains": [["more_real_rows": 40, "change": change, "effect": "helps"]],
        ],
      ],
    ]
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
