import Foundation
import Testing

/// What the documents promise, compared with the sources and with the built program.
@Suite("The documents")
struct DocumentsTests {
  @Test("name every key that the configuration reads")
  func configurationKeys() throws {
    let keys = try DocumentTree.keys(
      in: [
        "Sources/SeedbedData/Configuration/Configuration+Reading.swift",
        "Sources/SeedbedData/Configuration/Configuration+Gaps.swift",
        "Sources/SeedbedData/Configuration/Configuration+Models.swift",
        "Sources/SeedbedData/Configuration/Configuration+StopRules.swift",
        "Sources/SeedbedData/Configuration/ModelSettings+YAML.swift",
        "Sources/SeedbedData/Plans/PlanFile.swift",
      ]
    )
    #expect(keys.contains("children_per_seed"), "the keys were not found in the sources")
    let page = try DocumentTree.text("docs/configuration.md")
    let missing = keys.filter { !page.contains("`\($0)`") }
    #expect(missing.isEmpty, "docs/configuration.md does not describe them")
  }

  @Test("hold the help of every command word for word")
  func commandHelp() throws {
    let page = try DocumentTree.text("docs/commands.md")
    let commands = try DocumentedProgram.commands()
    #expect(commands.count > 8, "the commands were not found in the help")
    for words in commands {
      let title = (["seedbed"] + words).joined(separator: " ")
      let section = "## `\(title)`\n\n```text\n\(try DocumentedProgram.help(words))\n```"
      #expect(page.contains(section), "run `scripts/update-docs`: the help of `\(title)` differs")
    }
    let sections = page.components(separatedBy: "\n").filter { $0.hasPrefix("## ") }
    #expect(sections.count == commands.count, "docs/commands.md shows a command that is gone")
  }

  @Test("name every method with a row of its own, and every check")
  func methodsAndChecks() throws {
    let page = try DocumentTree.text("docs/methods.md")
    let folder = try DocumentTree.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let printed = try DocumentedProgram.run(["doctor", "--json", "--project", folder.path])
    let document = try JSONSerialization.jsonObject(with: Data(printed.utf8)) as? [String: Any]
    let methods = (document?["methods"] as? [[String: Any]] ?? []).compactMap {
      $0["name"] as? String
    }
    #expect(!methods.isEmpty)
    let checks = try DocumentTree.swiftFiles("Sources/SeedbedPipeline/Verification/Checks")
      .flatMap { try DocumentTree.matches(#"let name = "([a-z_]+)""#, in: DocumentTree.text($0)) }
    #expect(!checks.isEmpty)
    for name in methods + checks {
      #expect(page.contains("\n| `\(name)` |"), "docs/methods.md has no row for `\(name)`")
    }
  }

  @Test("have no relative link that leads nowhere")
  func links() throws {
    var count = 0
    for file in try DocumentTree.markdownFiles() {
      for link in try DocumentTree.matches(#"\]\(([^)\s]+)\)"#, in: DocumentTree.prose(file))
      where !link.contains("://") {
        count += 1
        let problem = try DocumentTree.problem(ofLink: link, in: file)
        #expect(problem == nil, "\(file): `\(link)` \(problem ?? "")")
      }
    }
    #expect(count > 10, "the links were not found")
  }

  @Test("show only commands that exist, with options that they have")
  func consoleBlocks() throws {
    var count = 0
    for file in try DocumentTree.markdownFiles() {
      for line in try DocumentTree.consoleCommands(in: file) {
        count += 1
        let problem = try DocumentedProgram.problem(ofLine: line)
        #expect(problem == nil, "\(file): `\(line)`: \(problem ?? "")")
      }
    }
    #expect(count > 5, "the console blocks were not found")
  }

  @Test("and the sources name no path of one machine")
  func machinePaths() throws {
    // Pieced together, so that this file does not find itself.
    let folders = ["home", "root", "Users", "work", "tmp", "private", "mnt"]
    let pattern = "(?<![A-Za-z0-9_.~)}])/(?:" + folders.joined(separator: "|") + ")/[A-Za-z0-9_]"
    let files =
      try DocumentTree.markdownFiles() + DocumentTree.swiftFiles("Sources")
      + DocumentTree.swiftFiles("Tests")
    for file in files {
      let found = try DocumentTree.matches("(\(pattern))", in: DocumentTree.text(file))
      #expect(found.isEmpty, "\(file)")
    }
  }

  @Test("keep JSON examples that are JSON")
  func jsonExamples() throws {
    let page = try DocumentTree.text("docs/json.md")
    let blocks = try DocumentTree.matches(#"```json\n([\s\S]*?)\n```"#, in: page)
    #expect(blocks.count > 8)
    for block in blocks {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(block.utf8)) }
    }
  }

  @Test("show the terminal and the JSON documents of the example as the program prints them")
  func example() throws {
    let folder = try DocumentTree.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let project = folder.appendingPathComponent("support")
    try FileManager.default.copyItem(
      at: DocumentTree.root.appendingPathComponent("examples/support"),
      to: project
    )
    func seedbed(_ arguments: String...) throws -> String {
      try DocumentedProgram.run(arguments, in: project)
    }
    let readme = try DocumentTree.text("README.md")
    var printed = try seedbed("init", "--holdout", "holdout.csv")
    printed += try seedbed("run")
    let hasWordNet = try seedbed("doctor").contains("WordNet 3.0              ok")
    // Without WordNet other methods are planned, and the numbers are others.
    if hasWordNet {
      let shown = try DocumentTree.picture("run", of: readme)
      #expect(shown.count > 20)
      var rest = printed.components(separatedBy: "\n")[...]
      for line in shown where !["", "  …"].contains(line) && !line.hasPrefix("$ ") {
        let found = rest.firstIndex(of: line)
        #expect(found != nil, "run `scripts/update-docs`: README.md shows `\(line)`")
        if let found { rest = rest[(found + 1)...] }
      }
      let trace = try DocumentTree.picture("trace", of: readme)
      let id = try #require(trace.dropFirst().first).prefix(32)
      #expect(
        try seedbed("trace", String(id)) == trace.dropFirst().joined(separator: "\n") + "\n",
        "run `scripts/update-docs`"
      )
    }
    let calls: [(title: String, arguments: [String])] = [
      ("seedbed gaps --json", ["gaps", "--json"]), ("seedbed run --json", ["run", "--json"]),
      ("seedbed verify --json", ["verify", "--json"]),
      ("seedbed version list --json", ["version", "show", "--json"]),
      ("seedbed version diff --json", ["version", "diff", "latest", "--json"]),
      ("seedbed version checkout --json", ["export", "--json"]),
      ("seedbed doctor --json", ["doctor", "--json"]),
    ]
    let page = try DocumentTree.text("docs/json.md")
    for call in calls {
      let section = try #require(page.components(separatedBy: "## \(call.title)").last)
      let block = try #require(
        DocumentTree.matches(#"```json\n([\s\S]*?)\n```"#, in: section).first
      )
      let output = try DocumentedProgram.run(call.arguments, in: project)
      #expect(try DocumentTree.keys(ofJSON: block) == DocumentTree.keys(ofJSON: output), "\(call)")
    }
  }
}
