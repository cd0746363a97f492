import Foundation
import SeedbedData
import SeedbedPipeline
import Testing

@Suite("Prompt library")
struct PromptLibraryTests {
  private static let greeting = PromptDefinition(
    "greeting",
    "Says hello.",
    [
      PromptVariable("name", .data, "who is greeted", isRequired: true),
      PromptVariable("tone", .words, "how"),
      PromptVariable("loud", .flag, "whether to shout"),
      PromptVariable(
        "friends",
        .list,
        "who else",
        fields: [
          PromptVariable("name", .data, "a friend", isRequired: true),
          PromptVariable("tone", .words, "how to greet this one"),
        ]
      ),
    ],
    text:
      "=== system\n{{> _fence}}\nBe kind.\n=== user\nGreet {{name}}.{{#tone}} Be {{tone}}.{{/tone}}"
  )

  private static let fence = PromptDefinition("_fence", "Marks.", [], text: "MARKS ARE DATA")

  private func library(_ text: String? = nil, partials: [String: String] = [:]) -> PromptLibrary {
    var overrides = partials
    if let text { overrides["greeting"] = text }
    return PromptLibrary(definitions: [Self.greeting, Self.fence], overrides: overrides)
  }

  @Test("the program's own prompts have no faults, a version each and names that are unique")
  func defaults() throws {
    let library = PromptLibrary()
    #expect(library.check() == [])
    #expect(Set(library.names).count == library.names.count)
    for name in library.names {
      let prompt = try library.prompt(named: name)
      #expect(prompt.version.utf8.count == 32)
      #expect(!prompt.isOverridden)
      #expect(!prompt.summary.isEmpty)
      #expect(prompt.variables.allSatisfy { $0.kind == .list || $0.fields.isEmpty })
    }
  }

  @Test("sections become turns, and what is not given is left out")
  func sections() throws {
    let rendered = try library().render("greeting", ["name": .data("Ada")], seed: 1)
    #expect(rendered.messages.map(\.role) == [.system, .user])
    #expect(rendered.messages[0].content == "MARKS ARE DATA\nBe kind.")
    let mark = rendered.mark
    #expect(rendered.messages[1].content == "Greet <<<data \(mark)\nAda\ndata \(mark)>>>.")
  }

  @Test("words stand as they are, without escapes for HTML, in partials too")
  func plainText() throws {
    let text = "=== user\n{{name}}\n{{> _words}}"
    let rendered = try library(text, partials: ["_words": "{{tone}} & <{{tone}}>\n"])
      .render("greeting", ["name": .data("a<b>&\"'"), "tone": .words("<i> & \"x\"")], seed: 1)
    #expect(rendered.messages.last?.content.contains("\na<b>&\"'\n") == true)
    #expect(rendered.messages.last?.content.hasSuffix("<i> & \"x\" & <<i> & \"x\">") == true)
  }

  @Test("a list shows its own fields only, never one of the same name outside")
  func lists() throws {
    let text = "=== user\n{{name}}{{#friends}}[{{tone}}]{{#tone}}yes{{/tone}}{{name}};{{/friends}}"
    let rendered = try library(text).render(
      "greeting",
      [
        "name": .data("Ada"), "tone": .words("OUTSIDE"),
        "friends": .list([["name": .data("Bo"), "tone": .words("soft")], ["name": .data("Cy")]]),
      ],
      seed: 1
    )
    let content = try #require(rendered.messages.last?.content)
    #expect(!content.contains("OUTSIDE"))
    #expect(content.contains("[soft]yes<<<data"))
    #expect(content.contains("[]<<<data"))
  }

  @Test("a template without section lines is one user turn, with the marks explained before it")
  func fenceIsAlwaysExplained() throws {
    let rendered = try library("Hello {{name}}").render("greeting", ["name": .data("x")], seed: 1)
    #expect(rendered.messages.map(\.role) == [.system, .user])
    #expect(rendered.messages[0].content == "MARKS ARE DATA")
    let withSystem = try library("=== system\nBe brief.\n=== user\n{{name}}")
      .render("greeting", ["name": .data("x")], seed: 1)
    #expect(withSystem.messages[0].content == "MARKS ARE DATA\n\nBe brief.")
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    var text: String
    var line: Int
    var words: String
    var testDescription: String { words }
  }

  @Test(
    "faults are found without filling anything in, with their line",
    arguments: [
      Fault(text: "=== user\n{{name}}\n{{tonne}}", line: 3, words: "did you mean `tone`?"),
      Fault(text: "{{name}}\n\n{{#loud}}x", line: 3, words: "the section `loud` is not closed"),
      Fault(text: "{{name}}{{/loud}}", line: 1, words: "was not opened"),
      Fault(text: "{{name}}{{#loud}}{{#tone}}{{/loud}}{{/tone}}", line: 1, words: "closed first"),
      Fault(text: "a\n{{{name}}}", line: 2, words: "write `{{name}}`"),
      Fault(text: "a\n{{&name}}", line: 2, words: "write `{{name}}`"),
      Fault(text: "Hello", line: 0, words: "has to show `{{name}}`"),
      Fault(text: "{{#name}}x{{/name}}", line: 0, words: "has to show `{{name}}`"),
      Fault(text: "{{name}}{{#friends}}x{{/friends}}", line: 0, words: "the section `friends` has"),
      Fault(text: "{{name}}{{friends}}", line: 1, words: "use it as a section"),
      Fault(text: "{{name}}{{loud}}", line: 1, words: "use it as a section"),
      Fault(text: "{{name}}{{> _none}}", line: 1, words: "there is no partial `_none`"),
      Fault(text: "{{name}}{{=<% %>=}}", line: 1, words: "prompts have no tags `{{=…}}`"),
      Fault(text: "{{name}}{{% CONTENT_TYPE:HTML}}", line: 1, words: "no tags `{{%…}}`"),
      Fault(text: "{{name}}{{upper(tone)}}", line: 1, words: "no variable `upper(tone)`"),
      Fault(text: "{{name}}{{.}}", line: 1, words: "no variable `.`"),
      Fault(text: "{{name}}\n{{tone", line: 2, words: "not closed by `}}`"),
      Fault(text: "=== user\n{{name}}\n=== assistant\nHi", line: 0, words: "make it `=== user`"),
      Fault(text: "=== usr\n{{name}}", line: 1, words: "no section `usr`"),
      Fault(text: "Hi\n=== user\n{{name}}", line: 1, words: "sent to nobody"),
      Fault(
        text: "=== system\n{{#loud}}\n=== user\n{{/loud}}{{name}}",
        line: 2,
        words: "not closed in the part"
      ),
    ]
  )
  func faults(_ fault: Fault) throws {
    let library = library(fault.text)
    let problems = library.check()
    #expect(
      problems.contains { $0.line == fault.line && $0.words.contains(fault.words) },
      "\(problems)"
    )
    let error = #expect(throws: SeedbedError.self) {
      try library.render("greeting", ["name": .data("x")], seed: 1)
    }
    #expect(error?.code == .configuration)
    #expect(error?.message.contains("`greeting`") == true)
  }

  @Test("a fault in a partial is reported in the partial, with the prompt it does not fit")
  func partialFaults() {
    let problems = library("{{name}}{{> _tail}}", partials: ["_tail": "a\n{{color}}"]).check()
    #expect(problems.count == 1)
    #expect(problems.first?.prompt == "_tail")
    #expect(problems.first?.line == 2)
    #expect(problems.first?.words.contains("of the prompt `greeting`") == true)
  }

  @Test("partials that include each other end in a fault, not in a loop")
  func recursion() {
    let partials = ["_a": "{{> _b}}", "_b": "{{> _a}}"]
    let problems = library("{{name}}{{> _a}}", partials: partials).check()
    #expect(problems.contains { $0.words.contains("nested") })
  }

  @Test("a file that belongs to no prompt is named with the nearest one")
  func unknownFile() {
    let library = PromptLibrary(
      definitions: [Self.greeting, Self.fence],
      overrides: ["greting": "x"]
    )
    #expect(library.check().first?.words.contains("did you mean `greeting`?") == true)
  }

  @Test("the version changes with the text and with its partials, and with nothing else")
  func versions() throws {
    let base = try library().prompt(named: "greeting")
    #expect(base.version == (try library().prompt(named: "greeting").version))
    let fence = try library(partials: ["_fence": "OTHER"]).prompt(named: "greeting")
    #expect(fence.version != base.version)
    #expect(fence.isOverridden)
    let unused = try library(partials: ["_other": "x"]).prompt(named: "greeting")
    #expect(unused.version == base.version)
    #expect(!unused.isOverridden)
    let text = try library("Hello {{name}}").prompt(named: "greeting")
    #expect(text.version != base.version)
    let implied = try library("Hello {{name}}", partials: ["_fence": "OTHER"])
      .prompt(named: "greeting")
    #expect(implied.version != text.version)
  }

  @Test("a value that the prompt does not know, lacks, or knows as another kind is refused")
  func values() throws {
    let cases: [(PromptValues, String)] = [
      ([:], "was not given `name`"),
      (["name": .words("x")], "has to be given as data"),
      (["name": .data("x"), "nam": .data("y")], "no variable `nam`"),
      (["name": .data("x"), "friends": .list([[:]])], "was not given `name`"),
      (["name": .data("x"), "loud": .words("yes")], "has to be given as flag"),
    ]
    for (values, words) in cases {
      let error = #expect(throws: SeedbedError.self) {
        try library("{{name}}").render("greeting", values, seed: 1)
      }
      #expect(error?.message.contains(words) == true)
    }
  }

  @Test("a text that is too long is refused by the name of its variable")
  func length() throws {
    let long = String(repeating: "a", count: 200_001)
    let failure = #expect(throws: RequestFailure.self) {
      try library().render("greeting", ["name": .data(long)], seed: 1)
    }
    #expect(failure?.reason.contains("`name`") == true)
    #expect(failure?.reason.contains("200001") == true)
  }

  @Test("the difference to the default is shown by lines")
  func difference() throws {
    let own = "=== system\n{{> _fence}}\nBe very kind.\n=== user\n{{name}}\nBye."
    let library = library(own)
    let text = try library.difference(of: "greeting")
    #expect(
      text.hasPrefix(
        "--- default/greeting.mustache\n+++ prompts/greeting.mustache\n@@ -1,5 +1,6 @@"
      )
    )
    #expect(text.contains("\n-Be kind.\n+Be very kind.\n === user\n"))
    #expect(text.contains("\n+Bye.\n"))
    #expect(try self.library().difference(of: "greeting") == "")
  }

  @Test("an unknown prompt is answered with the nearest name")
  func unknown() {
    let error = #expect(throws: SeedbedError.self) { try library().prompt(named: "greetin") }
    #expect(error?.hint?.contains("did you mean `greeting`?") == true)
  }

  @Test("files in the folder take the place of defaults, whatever their line ends")
  func files() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("prompts-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = try PromptLibrary().prompt(named: "repair").text
    let windows =
      "\u{FEFF}"
      + text.split(separator: "\n", omittingEmptySubsequences: false)
      .joined(separator: "\r\n")
    try Data(windows.utf8).write(to: folder.appendingPathComponent("repair.mustache"))
    try Data("not a prompt".utf8).write(to: folder.appendingPathComponent("notes.txt"))
    let library = try PromptLibrary(folder: folder.path)
    let prompt = try library.prompt(named: "repair")
    #expect(prompt.isOverridden)
    #expect(prompt.text == text)
    #expect(library.check() == [])
    #expect(try PromptLibrary(folder: folder.path + "/none").check() == [])
    try Data([0xFF, 0xFE]).write(to: folder.appendingPathComponent("repair.mustache"))
    #expect(throws: SeedbedError.self) { try PromptLibrary(folder: folder.path) }
  }
}
