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
}
