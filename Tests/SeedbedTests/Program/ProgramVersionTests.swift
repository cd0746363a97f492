import Foundation
import Testing

@Suite("Versions and exports of the program")
struct ProgramVersionTests {
  private let project: Folder
  private let first: Document
  private let second: Document

  init() throws {
    project = try Folder.finishedExample()
    first = try Document(project.text(Folder.finishedRun))
    try project.write(
      "messages.csv",
      try project.text("messages.csv")
        + "Is the courier bringing my projector today?,order_status,chat\n"
    )
    second = try Program.run(["run", "--json"], in: project).expectSuccess().document
  }

  private func id(_ run: Document) -> String { run["version"].string ?? "" }

  @Test("versions are listed, the oldest first, and shown by any prefix or as latest")
  func listed() throws {
    let versions = try Program.run(["version", "list", "--json"], in: project)
      .expectSuccess().document["versions"].list
    #expect(versions.map { $0["id"].string } == [id(first), id(second)])
    for name in ["latest", id(second), String(id(second).prefix(8))] {
      let shown = try Program.run(["version", "show", name, "--json"], in: project)
      #expect(try shown.expectSuccess().document["id"].string == id(second))
    }
  }

  @Test("a version that does not exist is named with what there is")
  func unknownVersion() throws {
    let absent = id(first).hasPrefix("0000") ? "ffff" : "0000"
    for command in [
      ["version", "show"], ["version", "diff"], ["version", "checkout"], ["export"],
    ] {
      try Program.run(command + [absent], in: project).expect(exit: 1, saying: absent, id(second))
    }
    try Program.run(["version", "show", "zz"], in: project).expect(exit: 64, saying: "`zz`")
  }

  @Test("a diff says what was added, removed and moved")
  func diff() throws {
    let diff = try Program.run(["version", "diff", id(first), id(second), "--json"], in: project)
      .expectSuccess().document
    let before = try ExportedVersion(of: first, in: project)
    let after = try ExportedVersion(of: second, in: project)
    let old = Set(before.rows.map(\.id))
    let new = Set(after.rows.map(\.id))
    #expect(diff["added"].list.count == new.subtracting(old).count)
    #expect(diff["removed"].list.count == old.subtracting(new).count)
    #expect(new.subtracting(old).isEmpty == false)
    let same = try Program.run(["version", "diff", id(first), id(first), "--json"], in: project)
    #expect(try same.expectSuccess().document["added"].list.isEmpty)
  }

  @Test("a checkout of an old version gives its rows again, byte for byte")
  func checkout() throws {
    try Program.run(["version", "checkout", id(first), "--output", "old"], in: project)
      .expectSuccess()
    let again = try project.contents(of: "old")
    let original = try project.contents(of: "versions/\(id(first).prefix(12))")
    #expect(Set(again.keys) == Set(original.keys))
    for (path, bytes) in original where path.hasSuffix(".jsonl") || path == "README.md" {
      #expect(again[path] == bytes, "\(path)")
    }
  }

  @Test(
    "every format is written with a card and a manifest, with and without provenance",
    arguments: ["jsonl", "csv", "openai", "alpaca"],
    [true, false]
  )
  func formats(format: String, plain: Bool) throws {
    let arguments = ["export", "--format", format, "--output", "out", "--json"]
    let written = try Program.run(arguments + (plain ? ["--plain"] : []), in: project)
      .expectSuccess().document
    let files = written["files"].strings
    #expect(files.contains("README.md"))
    #expect(files.contains("manifest.json"))
    let train = format == "csv" ? "train.csv" : "train.jsonl"
    #expect(files.contains(train))
    let text = try project.text("out/\(train)")
    #expect(text.contains("seedbed") != plain)
    if format != "csv" {
      let rows = try text.split(separator: "\n").map { try Document(String($0)) }
      let splits = second["splits"]["train"]
      #expect(rows.count == (splits["real"].int ?? 0) + (splits["synthetic"].int ?? 0))
      let wanted: Set<String> =
        switch format {
        case "openai": ["messages"]
        case "alpaca": ["instruction", "input", "output"]
        default: ["text", "intent", "channel"]
        }
      for row in rows { #expect(row.keys == wanted.union(plain ? [] : ["seedbed"])) }
    }
    #expect(try !project.text("out/README.md").isEmpty)
  }

  @Test("an unknown format is a usage error that lists the formats")
  func unknownFormat() throws {
    try Program.run(["export", "--format", "parkay"], in: project)
      .expect(exit: 64, saying: "parkay", "jsonl", "csv", "openai", "alpaca")
  }

  @Test("nothing that is exported holds a sealed row")
  func sealed() throws {
    let holdout = try project.text(".seedbed/holdout.jsonl").split(separator: "\n").dropFirst()
      .map { try Document(String($0))["text"].string ?? "" }
    #expect(holdout.count == 120)
    let texts = Set(
      try ExportedVersion(of: second, in: project).rows.compactMap { $0.fields["text"].string }
    )
    #expect(texts.isDisjoint(with: holdout))
  }
}
