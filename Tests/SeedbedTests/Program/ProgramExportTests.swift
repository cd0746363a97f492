import Foundation
import Testing

@Suite("Exports of the program")
struct ProgramExportTests {
  private let project: Folder
  private let run: Document

  init() throws {
    project = try Folder.finishedExample()
    run = try Document(project.text(Folder.finishedRun))
  }

  @Test(
    "every format is written with a card and a manifest, with and without provenance",
    arguments: ["jsonl", "csv", "openai", "alpaca", "sharegpt"],
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
      let splits = run["splits"]["train"]
      #expect(rows.count == (splits["real"].int ?? 0) + (splits["synthetic"].int ?? 0))
      let wanted: Set<String> =
        switch format {
        case "openai": ["messages"]
        case "alpaca": ["instruction", "input", "output"]
        case "sharegpt": ["conversations"]
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
      try ExportedVersion(of: run, in: project).rows.compactMap { $0.fields["text"].string }
    )
    #expect(texts.isDisjoint(with: holdout))
  }
}
