import Foundation
import Testing

@Suite("Reviews of the program")
struct ProgramReviewTests {
  private let project: Folder

  init() throws { project = try Folder.finishedExample() }

  /// A copy of the exported table with verdicts: the first rows rejected, the others accepted.
  private func decided(wrong: Int) throws -> Int {
    try Program.run(["review", "export", "--output", "check.csv"], in: project).expectSuccess()
    let script = """
      import csv, sys
      rows = list(csv.DictReader(open("check.csv", encoding="utf-8-sig", newline="")))
      for number, row in enumerate(rows):
          row["verdict"] = "Reject" if number < \(wrong) else "accept"
          row["reason"] = "wrong label" if number < \(wrong) else ""
      with open("done.csv", "w", encoding="utf-8", newline="") as file:
          writer = csv.DictWriter(file, rows[0].keys())
          writer.writeheader()
          writer.writerows(rows)
      print(len(rows))
      """
    try project.write("fill.py", script)
    let filled = try Program.shell("python3 fill.py", in: project).expectSuccess()
    return try #require(Int(filled.stdout.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  @Test("one wrong row in a spot check lets the version go, and it is listed as released")
  func releases() throws {
    let early = try Program.run(["version", "release"], in: project)
    early.expect(exit: 1, saying: "rule `spot_check`", "is not finished: no row was looked at yet")
    let rows = try decided(wrong: 1)
    let stored = try Program.run(
      ["review", "import", "done.csv", "--author", "ada", "--json"],
      in: project
    ).expectSuccess().document
    #expect(stored["stored"]["accept"].int == rows - 1)
    #expect(stored["stored"]["reject"].int == 1)
    let again = try Program.run(
      ["review", "import", "done.csv", "--author", "ada", "--json"],
      in: project
    ).expectSuccess().document
    #expect(again["known"].int == rows)
    let status = try Program.run(["review", "status", "--json"], in: project)
      .expectSuccess().document
    #expect(status["gate"]["ruling"].string == "release")
    #expect(status["gate"]["checked"].int == rows)
    let released = try Program.run(
      ["version", "release", "--author", "ada", "--json"],
      in: project
    ).expectSuccess().document
    #expect(released["wrong"].int == 1 && released["author"].string == "ada")
    let listed = try Program.run(["version", "list", "--json"], in: project)
      .expectSuccess().document["versions"].list
    #expect(listed.last?["release"]["checked"].int == rows)
    let shown = try Program.run(["version", "show"], in: project).expectSuccess()
    #expect(shown.stdout.contains("by ada: 1 of \(rows) wrong"))
  }

  @Test("seven wrong rows block it, and an override with a reason is recorded")
  func blocks() throws {
    let rows = try decided(wrong: 7)
    try Program.run(["review", "import", "done.csv", "--author", "ada"], in: project)
      .expectSuccess()
    try Program.run(["version", "release"], in: project)
      .expect(exit: 1, saying: "is blocked by its spot check: 7 of \(rows)")
    let forced = try Program.run(
      ["version", "release", "--override", "spot_check", "--because", "a talk", "--json"],
      in: project
    ).expectSuccess().document
    #expect(forced["ruling"].string == "block" && forced["because"].string == "a talk")
    let next = try Program.run(["version", "create", "--json"], in: project)
      .expectSuccess().document
    let before = try Document(project.text(Folder.finishedRun))
    #expect(next["version"].string != before["version"].string)
  }

  @Test("a fix by hand is traced to the person, and undone by them")
  func fix() throws {
    let table = try Program.run(["review", "export", "--format", "argilla"], in: project)
      .expectSuccess().document
    let row = try #require(table.list.first), id = try #require(row["id"].string)
    let text = try #require(row["fields"]["text"].string) + " Thank you very much for your help."
    let stored = try Program.run(
      ["review", "decide", String(id.prefix(12)), "--text", text, "--author", "ada", "--json"],
      in: project
    ).expectSuccess().document
    let made = try #require(stored["replacement"].string)
    let trace = try Program.run(["trace", made, "--json"], in: project).expectSuccess().document
    #expect(trace["sample"]["method"].string == "review")
    #expect(trace["sample"]["parents"].strings == [id])
    let review = try #require(trace["reviews"].list.first)
    #expect(review["author"].string == "ada" && review["after"]["text"].string == text)
    let words = try Program.run(["trace", made], in: project).expectSuccess().stdout
    #expect(words.contains("ada: made it by a fix"))
    try Program.run(["review", "undo", "--author", "bob"], in: project)
      .expect(exit: 1, saying: "no decision of `bob` stands")
    try Program.run(["review", "undo", "--author", "ada"], in: project).expectSuccess()
    let undone = try Program.run(["trace", made, "--json"], in: project).expectSuccess().document
    #expect(undone["reviews"].list.first?["withdrawn_at"].int != nil)
  }

  @Test("what cannot be decided is refused with a hint")
  func refusals() throws {
    try Program.run(["review", "decide", "0000", "--accept", "--author", "ada"], in: project)
      .expect(exit: 1, saying: "no sample has an id that begins with `0000`")
    try Program.run(
      ["review", "decide", "0000", "--accept", "--skip", "--author", "a"],
      in: project
    )
    .expect(exit: 64, saying: "Say one of")
    try Program.run(["review", "export", "--queue", "spotcheck"], in: project)
      .expect(exit: 1, saying: "did you mean `spot_check`?")
  }
}
