import Foundation
import Testing

@Suite("The support example, from a file to a version")
struct ProgramSupportTests {
  /// The keys of the object `seedbed` in every row.
  static let keys: Set<String> = [
    "id", "origin", "split", "difficulty", "tags", "source", "method", "parameters", "model",
    "prompt", "parents", "depth", "batch", "verdicts",
  ]

  private let project: Folder
  private let run: Document
  private let version: ExportedVersion
  private let flaws: Document

  init() throws {
    project = try Folder.finishedExample()
    run = try Document(project.text(Folder.finishedRun))
    version = try ExportedVersion(of: run, in: project)
    flaws = try Document(project.text("flaws.json"))
  }

  @Test("every cell that was short is filled, the missing Spanish cancellations too")
  func filled() throws {
    let coverage = run["coverage"].list
    #expect(coverage.count == 24)
    for row in coverage {
      let need = try #require(row["need"].int)
      #expect(try #require(row["after"].int) >= need, "\(row.value)")
    }
    let missing = try #require(
      coverage.first {
        $0["cell"]["label"].string == "cancel_order" && $0["cell"]["language"].string == "es"
      }
    )
    #expect(missing["before"].int == 0)
    #expect(run["shortfalls"].list.isEmpty)
  }

  @Test("the coverage afterwards is that of the exported training rows")
  func coverageIsExported() throws {
    for row in run["coverage"].list where row["cell"].keys == ["label"] {
      guard let before = row["before"].int, let need = row["need"].int, before < need else {
        continue
      }
      let exported = version.rows.count {
        $0.split != "synthetic_eval" && $0.fields["intent"].string == row["cell"]["label"].string
      }
      #expect(row["after"].int == exported, "\(row.value)")
    }
  }

  @Test("no wrongly labelled row is the parent of an accepted one")
  func wrongLabels() throws {
    let wrong = Set(flaws["wrong_labels"].list.compactMap { $0["row"].int })
    #expect(wrong.count == 5)
    let ids = Set(
      version.rows.filter { row in
        !row.isSynthetic && wrong.contains(row.provenance["source"]["row"].int ?? 0)
      }.map(\.id)
    )
    #expect(!ids.isEmpty)
    for row in version.synthetic { #expect(ids.isDisjoint(with: row.parents)) }
  }

  @Test("of two equal rows one is kept")
  func duplicates() {
    let rows = Set(version.rows.compactMap { $0.provenance["source"]["row"].int })
    for pair in flaws["duplicates"].list.map({ $0.list.compactMap(\.int) }) {
      #expect(rows.intersection(pair).count == 1, "rows \(pair)")
    }
    #expect(run["duplicates_left_out"].int == 8)
  }

  @Test("every row has its own fields and the whole object `seedbed`")
  func provenance() {
    for row in version.rows {
      #expect(row.fields.keys == ["text", "intent", "channel", "seedbed"])
      #expect(row.provenance.keys == Self.keys)
      #expect(row.provenance["split"].string == row.split)
      #expect(row.provenance["source"]["id"].string?.isEmpty == false)
      #expect(row.provenance["difficulty"]["tier"].string?.isEmpty == false)
      #expect(row.isSynthetic || row.split != "synthetic_eval")
      #expect(row.isSynthetic == (row.provenance["method"].string != nil))
    }
  }

  @Test("the files hold as many rows as the run says")
  func counts() {
    for split in ExportedVersion.splits {
      let rows = version.rows.filter { $0.split == split }
      #expect(run["splits"][split]["synthetic"].int == rows.count(where: \.isSynthetic))
      #expect(run["splits"][split]["real"].int == rows.count { !$0.isSynthetic })
    }
    #expect(run["candidates"]["accepted"].int == version.synthetic.count)
    #expect(run["candidates"]["pending"].int == 0)
  }

  @Test("every accepted sample can be traced to real rows or a template, with its version")
  func traces() throws {
    for row in version.synthetic {
      let trace = try Program.run(["trace", row.id, "--json"], in: project).expectSuccess().document
      #expect(trace["sample"]["id"].string == row.id)
      #expect(trace["sample"]["text"].string == row.fields["text"].string)
      #expect(trace["versions"].list.compactMap { $0["id"].string } == [run["version"].string])
      #expect(trace["candidacies"].list.map { $0["status"].string } == ["accepted"])
      #expect(!trace["verdicts"].list.isEmpty)
      let ancestors = trace["ancestors"].list
      #expect(Set(row.parents).isSubset(of: ancestors.compactMap { $0["id"].string }))
      let source = try #require(row.provenance["source"]["id"].string)
      #expect(source.hasPrefix("template:") || ancestors.contains { $0["origin"].string == "real" })
    }
  }

  @Test("a rejected candidate can be traced too")
  func rejected() throws {
    let preview = try Program.run(["generate", "--preview", "200", "--json"], in: project).document
    let refused = preview["candidates"].list.first { row in
      row["seedbed"]["verdicts"].list.contains { $0["outcome"].string == "fail" }
    }
    let id = try #require(refused?["seedbed"]["id"].string)
    let trace = try Program.run(["trace", id, "--json"], in: project).expectSuccess().document
    #expect(trace["candidacies"].list.map { $0["status"].string } == ["rejected"])
    #expect(trace["versions"].list.isEmpty)
  }

  @Test("a second run changes no byte of the project's files")
  func secondRun() throws {
    func files() throws -> [String: Data] {
      try project.contents(of: "").filter { !$0.key.contains("ledger.sqlite") }
    }
    let before = try files()
    let again = try Program.run(["run", "--json"], in: project).expectSuccess().document
    #expect(again["unchanged"].bool == true)
    #expect(again["version"].string == run["version"].string)
    let after = try files()
    #expect(Set(after.keys) == Set(before.keys))
    for (path, bytes) in before { #expect(after[path] == bytes, "\(path)") }
    #expect(
      try Program.run(["version", "list", "--json"], in: project).document["versions"].list.count
        == 1
    )
  }

  @Test("the same project gives the same bytes in another folder and with another thread count")
  func reproducible() throws {
    let other = try Folder.supportExample()
    try Program.run(["run", "--threads", "1"], in: other).expectSuccess()
    let files = try project.contents(of: version.folder)
    #expect(try other.contents(of: version.folder) == files)
  }

  @Test("the hashes of the manifest are those of the files")
  func manifest() throws {
    let manifest = try Document(project.text("\(version.folder)/manifest.json"))
    #expect(manifest["version"].string == run["version"].string)
    let files = manifest["files"].list
    #expect(files.count == 7)
    for file in files {
      let path = try #require(file["path"].string)
      let sum = try Program.shell("sha256sum '\(version.folder)/\(path)'", in: project)
      #expect(file["sha256"].string == sum.stdout.split(separator: " ").first.map(String.init))
      #expect(
        file["bytes"].int == (try Data(contentsOf: project.url("\(version.folder)/\(path)"))).count
      )
    }
  }

  @Test("the doctor finds the project sound, and finds a changed file of a version")
  func doctor() throws {
    let sound = try Program.run(["doctor", "--json"], in: project).expectSuccess().document
    #expect(sound["findings"].list.allSatisfy { $0["state"].string != "broken" })
    try project.write("\(version.folder)/train.jsonl", "{}\n")
    let outcome = try Program.run(["doctor", "--json"], in: project)
    #expect(outcome.status == 1)
    let broken = try outcome.document["findings"].list.filter { $0["state"].string == "broken" }
    #expect(broken.map { $0["name"].string } == [version.folder])
  }

  @Test("the real rows of the exports never come from the holdout file")
  func holdoutStays() {
    for row in version.rows { #expect(row.provenance["source"]["id"].string != "holdout.csv") }
    #expect(run["holdout"]["rows"].int == 120)
    #expect(run["leak_scan"]["leaks"].int == 0)
    #expect(run["leak_scan"]["crossing_groups"].int == 0)
  }
}
