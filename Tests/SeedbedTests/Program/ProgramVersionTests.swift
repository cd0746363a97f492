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
    second = try Program.run(
      ["run", "--json", "--override", "review", "--because", "nobody looks at an example"],
      in: project
    ).expectSuccess().document
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
    let changed = diff["changed"].list
    let added = diff["added"].list.compactMap { $0["id"].string }
    let removed = diff["removed"].list.compactMap { $0["id"].string }
    #expect(Set(added + changed.compactMap { $0["id"].string }) == new.subtracting(old))
    #expect(Set(removed + changed.compactMap { $0["before"].string }) == old.subtracting(new))
    #expect(diff["unchanged"].int == new.intersection(old).count - diff["moved"].list.count)
    #expect(diff["rows"].isNull)
    #expect(new.subtracting(old).isEmpty == false)
    let same = try Program.run(["version", "diff", id(first), id(first), "--json"], in: project)
    #expect(try same.expectSuccess().document["added"].list.isEmpty)
  }

  @Test("a diff lists each row that differs with its text before and after, by batch and by label")
  func diffRows() throws {
    let arguments = ["version", "diff", id(first), id(second), "--rows"]
    let diff = try Program.run(arguments + ["--json"], in: project).expectSuccess().document
    let before = try ExportedVersion(of: first, in: project)
    let after = try ExportedVersion(of: second, in: project)
    func texts(_ version: ExportedVersion) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: version.rows.map { ($0.id, $0.fields["text"].string ?? "") }
      )
    }
    let (old, new) = (texts(before), texts(after))
    let rows = diff["rows"].list
    #expect(rows.contains { $0["after"]["text"].string?.contains("my projector") == true })
    for row in rows {
      if let id = row["before"]["id"].string { #expect(row["before"]["text"].string == old[id]) }
      if let id = row["after"]["id"].string { #expect(row["after"]["text"].string == new[id]) }
      if row["kind"].string == "remade" {
        #expect(row["before"]["text"].string == row["after"]["text"].string)
        #expect(row["before"]["id"].string != row["after"]["id"].string)
      }
    }
    let kinds = ["added", "removed", "fixed", "rewritten", "remade", "moved"]
    for groups in [diff["by_batch"].list, diff["by_cell"].list] {
      let counted = kinds.map { kind in groups.reduce(0) { $0 + ($1[kind].int ?? 0) } }
      #expect(counted == kinds.map { kind in rows.count { $0["kind"].string == kind } })
    }
    let shown = try Program.run(arguments, in: project).expectSuccess().stdout
    #expect(shown.contains("label=order_status"))
    #expect(shown.contains("+ [order_status] Is the courier bringing my projector today?"))
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
}
