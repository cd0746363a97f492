import Foundation
import Testing

@Suite(
  "Runs on public data",
  .enabled(if: RealDataset.isPresent, "the folder `shared/data` is not beside the package"),
  .serialized
)
struct ProgramRealDataTests {
  /// A dataset after `init` and `run`.
  private struct Finished {
    var dataset: RealDataset
    var folder: Folder
    var run: Document
    var version: ExportedVersion
  }

  private func finish(_ dataset: RealDataset, threads: Int) throws -> Finished {
    let folder = try Folder()
    let file = try dataset.copy(to: folder)
    let threads = ["--threads", "\(threads)"]
    try Program.run(["init", file] + threads, in: folder).expectSuccess()
    let run = try Program.run(["run", "--json"] + threads, in: folder).expectSuccess().document
    return Finished(
      dataset: dataset,
      folder: folder,
      run: run,
      version: try ExportedVersion(of: run, in: folder)
    )
  }

  @Test("a run without a helping hand keeps every promise", arguments: RealDataset.allCases)
  func promises(dataset: RealDataset) throws {
    let finished = try finish(dataset, threads: 2)
    #expect(!finished.version.rows.isEmpty)
    checkProvenance(finished)
    try checkQuotas(finished)
    checkGroups(finished)
    try checkLeaks(finished)
  }

  @Test("one thread makes the version that two make", arguments: [RealDataset.emotion])
  func threads(dataset: RealDataset) throws {
    let one = try finish(dataset, threads: 1), two = try finish(dataset, threads: 2)
    #expect(one.run["version"].string == two.run["version"].string)
    #expect(
      try one.folder.contents(of: one.version.folder)
        == two.folder.contents(of: two.version.folder)
    )
  }

  /// Every accepted sample says where it came from, and passed every check.
  private func checkProvenance(_ finished: Finished) {
    let real = Set(finished.version.rows.filter { !$0.isSynthetic }.map(\.id))
    for row in finished.version.synthetic {
      #expect(row.provenance.keys == ProgramSupportTests.keys)
      #expect(row.provenance["method"].string?.isEmpty == false)
      #expect(row.provenance["batch"].string?.isEmpty == false)
      #expect(row.provenance["parameters"]["seed"].int != nil)
      #expect(row.provenance["parameters"]["draw"].int != nil)
      #expect(row.provenance["depth"].int == 1)
      #expect(row.parents.count == 1 && real.isSuperset(of: row.parents), "\(row.id)")
      let verdicts = row.provenance["verdicts"].list
      #expect(verdicts.count >= 4)
      #expect(verdicts.allSatisfy { $0["outcome"].string == "pass" }, "\(row.id)")
    }
  }

  /// What the plan asks for is there, or is reported missing with a reason.
  private func checkQuotas(_ finished: Finished) throws {
    let plan = try finished.folder.text("plan.yaml")
    let asked = plan.matches(of: #/methods: \{([^}]*)\}/#)
      .flatMap { $0.1.matches(of: #/: (\d+)/#) }.compactMap { Int($0.1) }.reduce(0, +)
    let missing = finished.run["shortfalls"].list
    for row in missing { #expect(row["reason"].string?.isEmpty == false) }
    let accepted = finished.version.synthetic.count
    #expect(accepted + missing.compactMap { $0["missing"].int }.reduce(0, +) == asked)
    #expect(finished.run["candidates"]["accepted"].int == accepted)

    for row in finished.run["coverage"].list where row["cell"].keys == ["label"] {
      guard let label = finished.dataset.label, let before = row["before"].int,
        let after = row["after"].int
      else { continue }
      let exported = finished.version.rows.filter {
        $0.fields[label].string == row["cell"]["label"].string && $0.split != "synthetic_eval"
      }
      #expect(exported.count { !$0.isSynthetic } == before, "\(row.value)")
      #expect(exported.count == after, "\(row.value)")
    }
  }

  /// What comes from one parent, template or document lies in one split, with its parent.
  private func checkGroups(_ finished: Finished) {
    var splits: [String: Set<String>] = [:]
    for row in finished.version.rows {
      for member in [row.id] + row.parents { splits[member, default: []].insert(row.split) }
      if let source = row.provenance["source"]["id"].string, source.hasPrefix("template:") {
        splits[source, default: []].insert(row.split)
      }
    }
    for (member, found) in splits { #expect(found.count == 1, "\(member) in \(found.sorted())") }
  }

  /// No exported row is a near-duplicate of a sealed one, nor of one in another split.
  private func checkLeaks(_ finished: Finished) throws {
    let sealed = try finished.folder.text(".seedbed/holdout.jsonl").split(separator: "\n")
      .dropFirst().map { try Document(String($0))["comparison"].string ?? "" }
    #expect(!sealed.isEmpty)
    let rows = Dictionary(grouping: finished.version.rows, by: \.split).mapValues { rows in
      rows.map { Self.comparison(of: $0, finished.dataset) }
    }
    let apart = (rows["validation"] ?? []) + (rows["synthetic_eval"] ?? [])
    expectNothing(of: sealed, near: apart + (rows["train"] ?? []))
    expectNothing(of: apart, near: rows["train"] ?? [])
  }

  private func expectNothing(of texts: [String], near others: [String]) {
    let search = NearTextSearch(texts)
    for text in others {
      // What lies within two hundredths of the threshold may differ by how punctuation is seen.
      if let found = search.nearest(text, threshold: 0.82) {
        Issue.record("`\(text)` is \(found.similarity) like `\(texts[found.number])`")
      }
    }
  }

  private static func comparison(of row: ExportedVersion.Row, _ dataset: RealDataset) -> String {
    switch dataset {
    case .banking77, .emotion: row.fields["text"].string ?? ""
    case .bitext: row.fields["utterance"].string ?? ""
    case .alpaca:
      ["instruction", "input"].compactMap { row.fields[$0].string }.filter { !$0.isEmpty }.joined(
        separator: "\n"
      )
    }
  }
}
