import Foundation
import Testing

@Suite("What the program prints")
struct ProgramOutputTests {
  /// Keys below which stand names that are the user's or a method's, not the program's.
  private static let own: Set<String> = ["fields", "cell", "drawn"]

  private let project: Folder
  private let sample: String
  private let version: String

  init() throws {
    project = try Folder.finishedExample()
    let run = try Document(project.text(Folder.finishedRun))
    sample = try #require(try ExportedVersion(of: run, in: project).synthetic.first).id
    version = try #require(run["version"].string)
  }

  @Test("with --json every command prints one document with snake_case keys and nothing else")
  func json() throws {
    let commands: [[String]] = [
      ["init", "--holdout", "holdout.csv", "--project", "fresh"], ["gaps"], ["gaps", "--dry-run"],
      ["gaps", "messages.csv"], ["generate"], ["generate", "--preview", "5"], ["verify"],
      ["version"], ["version", "create"], ["version", "list"], ["version", "show"],
      ["version", "diff", version], ["version", "checkout"], ["trace", sample], ["export"],
      ["export", "--format", "openai", "--plain"], ["run"], ["doctor"],
    ]
    try FileManager.default.createDirectory(
      at: project.url("fresh"),
      withIntermediateDirectories: true
    )
    for name in ["seedbed.yaml", "messages.csv", "holdout.csv"] {
      try FileManager.default.copyItem(
        at: project.url(name),
        to: project.url("fresh").appending(path: name)
      )
    }
    for command in commands {
      let comment = Comment(rawValue: command.joined(separator: " "))
      let outcome = try Program.run(command + ["--json"], in: project)
      #expect(outcome.status == 0, comment)
      #expect(outcome.stderr.isEmpty, comment)
      let document = try outcome.document
      #expect(!document.keys.isEmpty, comment)
      for key in document.keys(without: Self.own) {
        #expect(key.wholeMatch(of: #/[a-z][a-z0-9]*([_+][a-z0-9]+)*/#) != nil, "\(command): \(key)")
      }
    }
  }

  @Test("arrays stand under a named key, never at the top")
  func namedArrays() throws {
    #expect(
      try Program.run(["version", "list", "--json"], in: project).document["versions"].list.count
        == 1
    )
    #expect(try !Program.run(["doctor", "--json"], in: project).document["methods"].list.isEmpty)
    #expect(
      try Program.run(["generate", "--preview", "7", "--json"], in: project)
        .document["candidates"].list.count == 7
    )
  }

  @Test(
    "no escape codes where there is no terminal",
    arguments: [[:], ["NO_COLOR": "1"], ["TERM": "xterm-256color", "CLICOLOR_FORCE": "1"]]
  )
  func noEscapes(environment: [String: String]) throws {
    for command in [
      ["run"], ["gaps"], ["doctor"], ["version"], ["trace", sample], ["trace", "zz"],
    ] {
      let outcome = try Program.run(command, in: project, environment: environment)
      #expect(!(outcome.stdout + outcome.stderr).contains("\u{1B}"), "\(command)")
    }
  }

  @Test(
    "a reader that goes away ends the program, quietly",
    arguments: ["doctor", "gaps", "generate --preview 100 --json", "run"]
  )
  func closedPipe(command: String) throws {
    let outcome = try Program.shell("\"$SEEDBED\" \(command) | head -n 1", in: project)
    #expect(outcome.status == 0)
    #expect(outcome.stdout.split(separator: "\n").count == 1)
    #expect(outcome.stderr.isEmpty, "\(outcome.words)")
  }

  @Test("the text of a run says what to do next, and that nothing has changed the second time")
  func words() throws {
    let outcome = try Program.run(["run"], in: project).expectSuccess()
    #expect(outcome.stdout.contains("nothing has changed"))
    #expect(outcome.stdout.contains("seedbed trace ID"))
    #expect(outcome.stdout.contains("seedbed export"))
  }
}
