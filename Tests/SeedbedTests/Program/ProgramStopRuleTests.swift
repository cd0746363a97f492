import Foundation
import Testing

@Suite("Stop rules of the program")
struct ProgramStopRuleTests {
  private func require(_ count: Int, in project: Folder) throws {
    let settings = try project.text("seedbed.yaml")
    try project.write("seedbed.yaml", settings.replacing(/minimum: 3\d/, with: "minimum: \(count)"))
  }

  private func add(_ rules: String, to project: Folder) throws {
    try project.write(
      "seedbed.yaml",
      try project.text("seedbed.yaml") + "\nstop_rules: {\(rules)}\n"
    )
  }

  private func run(_ arguments: String..., in project: Folder) throws -> Program.Outcome {
    try Program.run(["run", "--json"] + arguments, in: project)
  }

  @Test("generating more is refused before the version is reviewed, with measured value and bound")
  func review() throws {
    let project = try Folder.finishedExample()
    let first = try Document(project.text(Folder.finishedRun))
    let again = try run(in: project).expectSuccess().document
    #expect(again["unchanged"].bool == true)
    try require(37, in: project)
    let rejected = first["candidates"]["rejected"].int ?? 0
    #expect(rejected > 20)
    try run(in: project).expect(
      exit: 1,
      saying: "rule `review`",
      "0 of \(rejected) rejected candidates were looked at, and 20 must be",
      "spot check of version \(first["version"].string?.prefix(12) ?? "none")",
      "seedbed review",
      "--override review --because"
    )
    // What looks only is not refused.
    try Program.run(["gaps"], in: project).expectSuccess()
    try Program.run(["generate", "--preview", "2"], in: project).expectSuccess()
    try Program.run(["generate"], in: project).expect(exit: 1, saying: "rule `review`")
    let second = try run("--override", "review", "--because", "a test", in: project)
      .expectSuccess().document
    #expect(second["version"].string != first["version"].string)
    #expect(second["overrides"].list.map { $0["rule"].string } == ["review"])
    let version = try ExportedVersion(of: second, in: project)
    #expect(try project.text("\(version.folder)/README.md").contains("Rules that were set aside"))
    // A plan that was begun may be finished without a reason.
    #expect(try run(in: project).expectSuccess().document["unchanged"].bool == true)

    try require(38, in: project)
    try add("review: off", to: project)
    try run(in: project)
      .expect(exit: 1, saying: "rule `release`", "2 versions were made and 0 of them released")
  }

  @Test("a rule that is only to warn prints what it found, and the run goes on")
  func warns() throws {
    let project = try Folder.finishedExample()
    try add("review: warn", to: project)
    #expect(try run(in: project).expectSuccess().document["unchanged"].bool == true)
    try require(37, in: project)
    let outcome = try Program.run(["run"], in: project).expectSuccess()
    #expect(outcome.stderr.contains("warning: rule `review`"), "\(outcome.words)")
    #expect(outcome.stderr.contains("hint:"))
    #expect(outcome.stdout.contains("Set aside") && outcome.stdout.contains("review: warn"))
  }

  @Test("a plan with too many synthetic rows is refused with the count that would fit")
  func mixing() throws {
    let project = try Folder.supportExample()
    try add("synthetic_share: 0.1", to: project)
    let outcome = try run(in: project)
    outcome.expect(exit: 1, saying: "rule `mixing`", "10 % is the most", "budget: 40")
    try project.write(
      "seedbed.yaml",
      try project.text("seedbed.yaml").replacing("generation:", with: "generation:\n  budget: 40")
    )
    try run(in: project).expectSuccess()
  }

  @Test("a round that brings too little is the last one, in the result, the report and the card")
  func coverage() throws {
    let project = try Folder.supportExample()
    try add("least_gain: 1", to: project)
    try project.write(
      "seedbed.yaml",
      try project.text("seedbed.yaml").replacing(/oversampling: [\d.]+/, with: "oversampling: 1")
    )
    let document = try run(in: project).expectSuccess().document
    #expect(document["stopped"]["rule"].string == "coverage")
    #expect(document["stopped"]["threshold"].number == 1)
    #expect(document["stopped"]["measured"].number ?? 1 < 1)
    #expect(!document["shortfalls"].list.isEmpty)
    let version = try ExportedVersion(of: document, in: project)
    for file in ["README.md", "report.html"] {
      let text = try project.text("\(version.folder)/\(file)")
      #expect(text.contains("Why there were no further rounds"), "\(file)")
    }
    let words = try Program.run(["run"], in: project).expectSuccess().stdout
    #expect(words.contains("Stopped rule `coverage`"))
    let more = try run("--override", "coverage", "--because", "a test", in: project)
      .expectSuccess().document
    #expect(more["stopped"].isNull)
    #expect(
      more["candidates"]["accepted"].int ?? 0 > document["candidates"]["accepted"].int ?? 0
    )
  }

  @Test("what the run says of the synthetic rows, `evaluate` says to the last digit")
  func measurement() throws {
    let project = try Folder.finishedExample()
    let holdout = try Document(project.text(Folder.finishedRun))["holdout"]
    let utility = try Program.run(
      ["evaluate", "--json", "--no-sweep", "--no-batches", "--no-curve"],
      in: project
    ).expectSuccess().document["utility"]
    func numbers(_ value: Document) -> [Double?] {
      ["estimate", "lower", "upper", "p_value"].map { value[$0].number }
    }
    let sets = utility["training_sets"].list, change = utility["comparisons"].list[0]
    #expect(numbers(holdout["real"]) == numbers(sets[0]["macro_f1"]))
    #expect(numbers(holdout["real_and_synthetic"]) == numbers(sets[2]["macro_f1"]))
    #expect(numbers(holdout["difference"]) == numbers(change["macro_f1"]))
    #expect(holdout["strength"].number == utility["strength"].number)
    #expect(holdout["effect"].string == change["effect"].string)
    #expect(holdout["rows"].int == utility["test_rows"].int)
    #expect(holdout["real"]["estimate"].number != nil && holdout["strength"].number != nil)
  }

  @Test("unknown words and numbers out of range under `stop_rules` are named with their place")
  func settings() throws {
    for (rules, words) in [
      ("review: maybe", "stop_rules.review"), ("reviews: off", "did you mean `review`"),
      ("least_gain: 2", "stop_rules.least_gain"),
    ] {
      let project = try Folder.supportExample(sealed: false)
      try add(rules, to: project)
      try Program.run(["gaps"], in: project).expect(exit: 78, saying: words)
    }
  }
}
