import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedLedger
import SeedbedPipeline

/// Samples, candidates and versions for tests of the ledger.
enum LedgerFixture {
  static func id(_ parts: String...) -> SampleID {
    var hash = ContentHash(domain: "ledger-test")
    for part in parts { hash.add(part) }
    return SampleID(hash.digest)
  }

  static func real(_ number: Int, text: String? = nil, label: String? = "refund") -> Sample {
    let text = text ?? "I want my money back, order \(number)"
    let fields: JSONObject = ["text": .string(text), "label": label.map(JSONValue.string) ?? .null]
    return Sample(
      id: id("real", "\(number)"),
      origin: .real,
      fields: fields,
      text: text,
      textPath: FieldPath("text"),
      comparisonText: text,
      label: label,
      spans: [],
      provenance: Provenance(
        real: SourceReference(
          id: "data.jsonl",
          row: number + 1,
          byte: number * 100,
          span: 0..<text.unicodeScalars.count
        )
      )
    )
  }

  static func reals(_ count: Int) -> [Sample] { (0..<count).map { real($0) } }

  static func data(_ samples: [Sample]) -> DataImport {
    DataImport(samples: samples, file: "data.jsonl", badRows: 2)
  }

  static func batch(plan: String = "plan-a", method: String = "keyboard_noise") -> Batch {
    Batch(plan: plan, method: method)
  }

  static func candidate(
    _ draw: Int,
    of parent: Sample,
    batch: Batch,
    quota: Int = 0,
    round: Int = 0
  ) -> Candidate {
    let text = parent.text + " \(draw)"
    let provenance = Provenance(
      synthetic: SourceReference(
        id: parent.id.hex,
        span: 0..<parent.text.unicodeScalars.count
      ),
      method: MethodApplication(
        name: batch.method,
        parameters: ["rate": 0.25],
        seed: 7,
        draw: draw
      ),
      parents: [parent.id],
      depth: parent.provenance.depth + 1,
      edits: [
        Edit(start: parent.text.utf8.count, end: parent.text.utf8.count, replacement: " \(draw)")
      ],
      batch: batch.id
    )
    let sample = Sample(
      id: id(parent.id.hex, batch.id, "\(draw)", "\(quota)", "\(round)"),
      origin: .synthetic,
      fields: ["text": .string(text), "label": .optional(parent.label)],
      text: text,
      textPath: parent.textPath,
      comparisonText: text,
      label: parent.label,
      spans: [],
      provenance: provenance
    )
    return Candidate(sample: sample, quota: quota, round: round)
  }

  static func passed(_ candidate: Candidate) -> Candidate {
    var candidate = candidate
    candidate.status = .accepted
    candidate.sample.split = .train
    candidate.sample.difficulty = DifficultyTag(.medium, reasons: ["margin 0.4"])
    candidate.verdicts = [
      Verdict(check: "length", .pass, score: 21, threshold: 400, evidence: "21 scalars"),
      Verdict(
        check: "label_kept",
        .pass,
        score: 0.93,
        evidence: "the classifier still says refund"
      ),
    ]
    return candidate
  }

  static func version(
    _ members: [Sample],
    split: Split = .train,
    run: String = "run-1"
  ) -> DatasetVersion {
    DatasetVersion(
      run: run,
      holdoutSeal: "5ea1",
      members: members.map {
        DatasetVersion.Member(sample: $0.id, split: $0.split ?? split, origin: $0.origin)
      },
      leakScan: LeakScan(threshold: 0.7, compared: members.count, crossingGroups: 0, leaks: [])
    )
  }

  /// A ledger in memory with two real samples, three candidates (accepted, rejected, duplicate) and
  /// a version of the real ones and the accepted one.
  static func grown(_ ledger: Ledger) throws -> Grown {
    let reals = reals(2)
    try ledger.replaceRealData(reals, data(reals))
    var run = RunRecord(command: "run", key: "key", startedAt: 1_000, attempt: 0)
    try ledger.begin(run)
    let batch = batch()
    var candidates = (0..<3).map { candidate($0, of: reals[0], batch: batch) }
    try ledger.record(candidates, batches: [batch], plan: batch.plan, round: 0, quotas: [0])
    candidates[0] = passed(candidates[0])
    candidates[1].status = .rejected
    candidates[1].verdicts = [Verdict(check: "length", .fail, score: 900, evidence: "too long")]
    candidates[2].status = .duplicate
    candidates[2].duplicate = DuplicateDecision(
      removed: candidates[2].sample.id,
      kept: candidates[0].sample.id,
      kind: .near,
      similarity: 0.875
    )
    try ledger.recordOutcomes(candidates)
    let version = version(reals + [candidates[0].sample], run: run.id)
    try ledger.record(version)
    run.status = .finished
    run.version = version.id
    try ledger.finish(run)
    return Grown(reals: reals, candidates: candidates, batch: batch, run: run, version: version)
  }

  struct Grown {
    var reals: [Sample]
    var candidates: [Candidate]
    var batch: Batch
    var run: RunRecord
    var version: DatasetVersion
  }

  /// Lends a folder of its own to a test and removes it afterwards.
  static func withFolder<Value>(_ body: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("seedbed-ledger-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try body(folder)
  }
}

/// A small generator, so that tests draw the same on every machine.
struct LedgerTestRandom {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
