import Foundation
import Testing

@Suite("Gates of the program, and its stages one by one")
struct ProgramGateTests {
  @Test(
    "without a plan nothing is generated, verified or put into a version",
    arguments: [["generate"], ["generate", "--preview", "3"], ["verify"], ["version", "create"]]
  )
  func noPlan(command: [String]) throws {
    let project = try Folder.supportExample()
    try Program.run(command, in: project).expect(exit: 1, saying: "no `plan.yaml`", "seedbed gaps")
  }

  @Test(
    "a plan made from other data is refused",
    arguments: [["generate"], ["verify"], ["version", "create"]]
  )
  func stalePlan(command: [String]) throws {
    let project = try Folder.finishedExample()
    let data = try project.text("messages.csv")
    try project.write(
      "messages.csv",
      data + "Where can I send my old router back to?,refund,chat\n"
    )
    try Program.run(command, in: project).expect(exit: 1, saying: "other data", "seedbed gaps")
  }

  @Test("a run replaces a plan made with another configuration")
  func stalePlanOfRun() throws {
    let project = try Folder.finishedExample()
    let plan = try project.text("plan.yaml")
    try project.write(
      "seedbed.yaml",
      try project.text("seedbed.yaml").replacing("minimum: 36", with: "minimum: 37")
    )
    try Program.run(["run", "--override", "review", "--because", "a test"], in: project)
      .expectSuccess()
    #expect(try project.text("plan.yaml") != plan)
  }

  @Test("a changed holdout stops every command that would use it", arguments: ["gaps", "run"])
  func tamperedHoldout(command: String) throws {
    let project = try Folder.supportExample()
    let sealed = try project.text(".seedbed/holdout.jsonl")
    let file = project.url(".seedbed/holdout.jsonl").path
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    try project.write(
      ".seedbed/holdout.jsonl",
      sealed.replacing("Pay by link", with: "Paid by link")
    )
    try Program.run([command], in: project).expect(exit: 1, saying: "holdout")
    let doctor = try Program.run(["doctor"], in: project)
    #expect(doctor.status == 1)
  }

  @Test("a holdout row taken away stops the run as well")
  func shortenedHoldout() throws {
    let project = try Folder.supportExample()
    let lines = try project.text(".seedbed/holdout.jsonl").split(separator: "\n")
    let file = project.url(".seedbed/holdout.jsonl").path
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
    try project.write(".seedbed/holdout.jsonl", lines.dropLast().joined(separator: "\n") + "\n")
    try Program.run(["run"], in: project).expect(exit: 1, saying: "holdout")
  }

  @Test("training data that is like the holdout stops the run, until the user sets the rule aside")
  func leaks() throws {
    let project = try Folder.supportExample()
    let leak = "pay by link has EXPIRED... can you resend it!!"
    try project.write(
      "messages.csv",
      try project.text("messages.csv") + leak + ",payment_problem,chat\n"
    )
    try Program.run(["run"], in: project).expect(
      exit: 1,
      saying: "rule `leaks`",
      "row 409 of `messages.csv`",
      "--override leaks"
    )
    let outcome = try Program.run(
      ["run", "--json", "--override", "leaks", "--because", "a test"],
      in: project
    ).expectSuccess()
    let version = try ExportedVersion(of: outcome.document, in: project)
    #expect(!version.rows.contains { $0.fields["text"].string == leak })
  }

  @Test("a training row that is itself in the holdout is left out")
  func heldRow() throws {
    let project = try Folder.supportExample()
    let held = "\"Pay by link has expired, can you resend it?\",payment_problem,chat"
    #expect(try project.text("holdout.csv").contains(held))
    try project.write("messages.csv", try project.text("messages.csv") + held + "\n")
    let run = try Program.run(["run", "--json"], in: project).expectSuccess().document
    let version = try ExportedVersion(of: run, in: project)
    #expect(!version.rows.contains { $0.provenance["source"]["row"].int == 409 })
  }

  @Test("synthetic rows that come back as data are never sealed as real")
  func synthesisComesBack() throws {
    let project = try Folder.finishedExample()
    let run = try Document(project.text(Folder.finishedRun))
    let version = try ExportedVersion(of: run, in: project)
    let outcome = try Program.run(
      ["init", "\(version.folder)/train.jsonl", "--project", "again"],
      in: project
    )
    if outcome.status == 0 {
      let sealed = try project.text("again/.seedbed/holdout.jsonl")
      #expect(!sealed.contains(#""origin":"synthetic""#))
    } else {
      outcome.expect(exit: 65, saying: "synthetic")
    }
  }

  @Test("without a holdout nothing runs, until the user sets the rule aside")
  func noHoldout() throws {
    let project = try Folder.supportExample(sealed: false)
    try Program.run(["run"], in: project)
      .expect(exit: 1, saying: "rule `holdout`", "--override holdout")
    let outcome = try Program.run(
      ["run", "--json", "--override", "holdout", "--because", "a test"],
      in: project
    ).expectSuccess()
    #expect(try outcome.document["holdout"].isNull)
  }

  @Test("a preview shows candidates and stores none")
  func preview() throws {
    let project = try Folder.supportExample()
    try Program.run(["gaps"], in: project).expectSuccess()
    let shown = try Program.run(["generate", "--preview", "10", "--json"], in: project)
      .expectSuccess().document["candidates"].list
    #expect(shown.count == 10)
    for row in shown {
      let id = try #require(row["seedbed"]["id"].string)
      #expect(!row["seedbed"]["verdicts"].list.isEmpty)
      try Program.run(["trace", id], in: project).expect(exit: 1, saying: "no sample")
    }
    try Program.run(["verify"], in: project)
      .expect(exit: 1, saying: "no candidates of `plan.yaml` are stored")
  }

  @Test("the stages one by one make a version, and a run goes on from it to that of a run alone")
  func stages() throws {
    let project = try Folder.supportExample()
    try Program.run(["gaps"], in: project).expectSuccess()
    let made = try Program.run(["generate", "--json"], in: project).expectSuccess().document
    try Program.run(["version", "create"], in: project).expect(exit: 1, saying: "seedbed verify")
    let verified = try Program.run(["verify", "--json"], in: project).expectSuccess().document
    let counts = ["accepted", "rejected", "duplicate", "surplus"]
      .compactMap { verified["candidates"][$0].int }
    #expect(counts.reduce(0, +) == made["candidates"].list.count)
    let version = try Program.run(["version", "create", "--json"], in: project)
      .expectSuccess().document
    #expect(version["candidates"]["accepted"].int == verified["candidates"]["accepted"].int)
    #expect(
      try ExportedVersion(of: version, in: project).synthetic.count
        == verified["candidates"]["accepted"].int
    )

    let after = try Program.run(["run", "--json"], in: project).expectSuccess().document
    let alone = try Folder.supportExample()
    let direct = try Program.run(["run", "--json"], in: alone).expectSuccess().document
    #expect(after["version"].string == direct["version"].string)
  }

  @Test("generating and verifying again changes nothing")
  func repeated() throws {
    let project = try Folder.supportExample()
    try Program.run(["gaps"], in: project).expectSuccess()
    let plan = try project.text("plan.yaml")
    let first = try Program.run(["generate", "--json"], in: project).expectSuccess()
    let verdict = try Program.run(["verify", "--json"], in: project).expectSuccess()
    try Program.run(["generate"], in: project).expectSuccess()
    #expect(try Program.run(["verify", "--json"], in: project).stdout == verdict.stdout)
    try Program.run(["gaps"], in: project).expectSuccess()
    #expect(try project.text("plan.yaml") == plan)
    #expect(try first.document["candidates"].list.count > 0)
  }

  @Test("an edited plan is used as it stands")
  func editedPlan() throws {
    let project = try Folder.supportExample()
    try Program.run(["gaps"], in: project).expectSuccess()
    let lines = try project.text("plan.yaml").split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    let quotas = lines.indices.filter { lines[$0].hasPrefix("  - cell:") }
    let edited = lines[..<quotas[1]].joined(separator: "\n") + "\n"
    try project.write("plan.yaml", edited)
    let run = try Program.run(["run", "--json"], in: project).expectSuccess().document
    #expect(try project.text("plan.yaml") == edited)
    for row in try ExportedVersion(of: run, in: project).synthetic {
      #expect(row.fields["intent"].string == "cancel_order")
    }
    #expect(run["candidates"]["accepted"].int == 11)
  }
}
