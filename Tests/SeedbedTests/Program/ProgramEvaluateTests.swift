import Foundation
import Testing

@Suite("Evaluating a version by the program")
struct ProgramEvaluateTests {
  private let project: Folder

  init() throws { project = try Folder.finishedExample() }

  @Test("the JSON is one document, the same for any number of threads")
  func document() throws {
    let outcomes = try ["1", "3"].map { threads in
      try Program.run(["evaluate", "--json", "--threads", threads], in: project).expectSuccess()
    }
    #expect(outcomes[0].stdout == outcomes[1].stdout)
    let document = try outcomes[0].document
    #expect(document.keys == ["version", "holdout", "utility", "not_measured", "external"])
    let utility = document["utility"]
    #expect(
      utility["training_sets"].list.map { $0["name"].string } == ["real", "synthetic", "mix"]
    )
    #expect(["helps", "hurts", "cannot_tell"].contains(utility["effect"].string ?? ""))
    #expect(utility["mixing"]["shares"].list.count == 11)
    #expect(document["external"].isNull && document["not_measured"].isNull)
  }

  @Test("people get the verdict in words, and only the parts that they ask for")
  func words() throws {
    let brief = try Program.run(
      ["evaluate", "latest", "--no-sweep", "--no-batches", "--no-curve"],
      in: project
    ).expectSuccess()
    #expect(brief.stdout.contains("Verdict"))
    for part in ["Mixing", "Batches", "Learning curve"] {
      #expect(!brief.stdout.contains(part))
    }
  }

  @Test("a program of the user's own runs beside it and leaves no test row behind")
  func ownProgram() throws {
    let script = "printf '{\"lines\": %s}' $(wc -l < \"$1\")"
    let settings = try project.text("seedbed.yaml")
    try project.write("count.sh", script)
    try project.write("seedbed.yaml", settings + "\nevaluate: {command: [sh, count.sh]}\n")
    let document = try Program.run(
      ["evaluate", "--json", "--no-sweep", "--no-batches", "--no-curve"],
      in: project
    ).expectSuccess().document
    for set in document["external"]["training_sets"].list {
      #expect(set["values"]["lines"].int == set["rows"].int)
    }
    #expect(document["external"]["training_sets"].list.count == 3)
    #expect(!FileManager.default.fileExists(atPath: project.url(".seedbed/evaluation").path))
    try project.write("count.sh", "echo no number")
    try Program.run(["evaluate", "--no-sweep", "--no-batches", "--no-curve"], in: project)
      .expect(exit: 69, saying: "no JSON object of numbers")
  }

  @Test("rows of files are measured without a project, less those that would leak")
  func files() throws {
    let folder = try Folder()
    let words = [
      "pay": ["bill", "price", "fee", "charge"], "ship": ["parcel", "van", "box", "crate"],
    ]
    func rows(_ numbers: Range<Int>, extra: String = "") -> String {
      numbers.map { number in
        let label = ["pay", "ship"][number % 2]
        let word = words[label]?[number / 2 % 4] ?? ""
        return
          #"{"row": \#(number), "text": "Number \#(number * 7919) is about the \#(word) of \#(number)", "label": "\#(label)"\#(extra)}"#
      }.joined(separator: "\n") + "\n"
    }
    let known = #"{"row": 0, "text": "Number 0 is about the bill of 0", "label": "pay"}"# + "\n"
    try folder.write("real.jsonl", rows(0..<40))
    try folder.write("made.jsonl", rows(40..<80) + rows(100..<101))
    try folder.write("test.jsonl", rows(100..<140) + known)
    func evaluate(_ arguments: [String]) throws -> Program.Outcome {
      try Program.run(["evaluate", "--no-sweep", "--no-curve"] + arguments, in: folder)
    }
    let named = ["--real", "real.jsonl", "--synthetic", "made.jsonl", "--test", "test.jsonl"]
    let document = try evaluate(named + ["--label", "label", "--group", "row", "--json"])
      .expectSuccess().document
    #expect(document.keys == ["real", "synthetic", "test", "utility"])
    #expect(document["test"]["rows"].int == 41 && document["test"]["leaking_rows"].int == 1)
    #expect(document["synthetic"]["rows"].int == 41)
    #expect(document["synthetic"]["leaking_rows"].int == 1)
    #expect(document["utility"]["real_rows"].int == 40)
    #expect(document["utility"]["test_rows"].int == 40)
    let text = try evaluate(named).expectSuccess().stdout
    #expect(text.contains("1 of them left out, which are like a real training row"))
    try evaluate(["--real", "real.jsonl"]).expect(exit: 64, saying: "go together")
    try evaluate(["--label", "label"]).expect(exit: 64, saying: "name them too")
    try evaluate(named + ["--label", "topic"]).expect(exit: 65, saying: "topic")
  }

  @Test("wrong options and a holdout that was changed are refused")
  func refused() throws {
    try Program.run(["evaluate", "--seeds", "2"], in: project).expect(exit: 64, saying: "3 to 50")
    try Program.run(["evaluate", "--metric", "acuracy"], in: project)
      .expect(exit: 64, saying: "Did you mean 'accuracy'?")
    try FileManager.default.removeItem(at: project.url(".seedbed/holdout.jsonl"))
    try Program.run(["evaluate"], in: project).expect(exit: 1, saying: "no sealed holdout")
  }
}
