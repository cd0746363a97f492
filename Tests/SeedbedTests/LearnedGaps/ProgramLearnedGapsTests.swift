import Foundation
import SeedbedPipeline
import Testing

@Suite("The command gaps, learning")
struct ProgramLearnedGapsTests {
  /// Labelled rows, and a log that asks about something else too.
  private static func rows() throws -> Folder {
    let folder = try Folder()
    let made = LearnedGapsFixture.made(300, seed: 7), test = LearnedGapsFixture.made(60, seed: 9)
    for (name, rows) in [("rows.jsonl", made), ("test.jsonl", test)] {
      let lines = rows.texts.indices.map { row in
        #"{"text": "\#(rows.texts[row])", "label": "\#(rows.labels[row])"}"#
      }
      try folder.write(name, lines.joined(separator: "\n") + "\n")
    }
    let log =
      LearnedGapsFixture.made(60, seed: 8).texts
      + (0..<30).map { "does the cinema show films for children on day \($0 % 7)" }
    try folder.write(
      "log.jsonl",
      log.map { #"{"text": "\#($0)"}"# }.joined(separator: "\n") + "\n"
    )
    return folder
  }

  @Test("a file is learned without a project, with a reference set")
  func file() throws {
    let folder = try Self.rows()
    let document = try Program.run(
      [
        "gaps", "rows.jsonl", "--label", "label", "--reference", "log.jsonl", "--embedder",
        "hashed",
        "--json",
      ],
      in: folder
    ).expectSuccess().document
    #expect(document["rows"].int == 300 && document["task"].string == "classification")
    let learned = document["learned"]
    #expect(learned["accuracy"]["estimate"].number.map { $0 > 0.9 } == true)
    #expect(learned["reference"]["rows"].int == 90)
    #expect(learned["reference"]["like_holdout"].int == 0)
    #expect(learned["embedder"].string?.hasPrefix("hashed") == true)
    #expect(!learned["topics"].list.isEmpty)
    let region = try #require(
      document["gaps"].list.first { $0["kind"].string == "uncovered" }
    )
    #expect(region["rows"].list.allSatisfy { $0.int.map { $0 > 60 } == true })
    #expect(!folder.exists("plan.yaml") && !folder.exists(".seedbed"))
    let text = try Program.run(
      ["gaps", "rows.jsonl", "--learned", "--label", "label"],
      in: folder
    ).expectSuccess().stdout
    #expect(text.contains("A classifier of ") && !text.contains("Topics"))
  }

  @Test("a project says in seedbed.yaml that gaps are learned, and run plans as gaps does")
  func project() throws {
    let folder = try Self.rows()
    try Program.run(["init", "rows.jsonl", "--holdout", "test.jsonl"], in: folder).expectSuccess()
    let plain = try folder.text("seedbed.yaml")
    let settings = plain.replacing("minimum: ", with: "minimum: 1")
    try folder.write("seedbed.yaml", settings)
    try Program.run(["gaps"], in: folder).expectSuccess()
    let counted = try folder.text("plan.yaml")
    #expect(!counted.contains("errors in 1,000"))
    try folder.write(
      "seedbed.yaml",
      settings + "reference: log.jsonl\ngaps:\n  embedder: hashed\n"
    )
    let document = try Program.run(["gaps", "--json"], in: folder).expectSuccess().document
    #expect(document["learned"]["reference"]["file"].string == "log.jsonl")
    let plan = try folder.text("plan.yaml")
    #expect(plan.contains("errors in 1,000"))
    try FileManager.default.removeItem(at: folder.url("plan.yaml"))
    try Program.run(["run"], in: folder).expectSuccess()
    #expect(try folder.text("plan.yaml") == plan)
  }

  @Test("without the model on this machine a reference set says what to do instead")
  func missingModel() throws {
    let folder = try Self.rows()
    try Program.run(
      ["gaps", "rows.jsonl", "--reference", "log.jsonl"],
      in: folder,
      environment: ["XDG_CACHE_HOME": folder.url("nothing").path]
    ).expect(exit: 69, saying: "seedbed models pull", "hashed")
  }

  @Test(
    "what cannot be learned from is refused with a reason",
    arguments: [
      (["--reference", "nothing.jsonl"], "nothing.jsonl"),
      (["--reference", "words.jsonl", "--embedder", "hashed"], "--text"),
      (["--embedder", "http://localhost:1/v1"], "--model-name"),
      (["--embedder", "statik"], "did you mean `static`?"),
    ]
  )
  func refused(arguments: [String], words: String) throws {
    let folder = try Self.rows()
    try folder.write("words.jsonl", #"{"words": "x"}"#)
    let outcome = try Program.run(["gaps", "rows.jsonl", "--learned"] + arguments, in: folder)
    #expect(outcome.status != 0 && outcome.stderr.contains(words), Comment(rawValue: outcome.words))
  }
}
