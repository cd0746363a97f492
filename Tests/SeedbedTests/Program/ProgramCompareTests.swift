import Foundation
import Testing

@Suite("Comparing two files by the program")
struct ProgramCompareTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    let verbs = ["lost", "sold", "broke", "found", "moved", "cleaned", "lent"]
    let things = ["card", "phone", "key", "ticket", "parcel", "watch", "bag", "coat", "lamp"]
    func rows(_ shift: Int, tail: String) -> String {
      (0..<80).map { number in
        let verb = verbs[(number + shift) % verbs.count]
        let thing = things[(number * 5 + shift) % things.count]
        return
          #"{"text": "I \#(verb) my \#(thing) on day \#(number + shift)\#(tail)", "label": "\#(verb)"}"#
      }.joined(separator: "\n") + "\n"
    }
    try folder.write("real.jsonl", rows(0, tail: "."))
    try folder.write("other.jsonl", rows(200, tail: "."))
    try folder.write("made.jsonl", rows(400, tail: ", so please help me with it"))
  }

  @Test("the JSON is one document, the same for any number of threads")
  func document() throws {
    let outcomes = try ["1", "3"].map { threads in
      try Program.run(
        [
          "compare", "real.jsonl", "made.jsonl", "--holdout", "other.jsonl", "--model", "hashed",
          "--json", "--threads", threads,
        ],
        in: folder
      ).expectSuccess()
    }
    #expect(outcomes[0].stdout == outcomes[1].stdout)
    let document = try outcomes[0].document
    #expect(document["real"]["rows"].int == 80 && document["synthetic"]["rows"].int == 80)
    #expect(document["label_field"].string == "label")
    #expect(document["records"].isNull)
    let named = document["differences"].list.compactMap { $0["name"].string }
    #expect(named.contains("ending") || named.contains("roc_auc"), "\(named)")
    #expect(document["texts"]["domain_classifier"]["everything"]["roc_auc"].number ?? 0 > 0.9)
  }

  @Test("a file compared with itself shows copies and no difference")
  func itself() throws {
    let document = try Program.run(
      ["compare", "real.jsonl", "real.jsonl", "--model", "hashed", "--json"],
      in: folder
    ).expectSuccess().document
    #expect(document["privacy"]["real"]["exact_copies"].int == 80)
    #expect(document["differences"].list.isEmpty)
  }

  @Test("people read first what differs, and standard error stays empty")
  func words() throws {
    let outcome = try Program.run(
      ["compare", "real.jsonl", "made.jsonl", "--model", "hashed"],
      in: folder
    ).expectSuccess()
    #expect(outcome.stdout.hasPrefix("Comparison of `made.jsonl` with `real.jsonl`:"))
    #expect(outcome.stderr.isEmpty)
  }

  @Test("wrong options and files that cannot be compared are refused")
  func refused() throws {
    func compare(_ arguments: String...) throws -> Program.Outcome {
      try Program.run(["compare"] + arguments + ["--model", "hashed"], in: folder)
    }
    try folder.write("empty.jsonl", "")
    try folder.write("broken.jsonl", "{\"text\": \"one\"}\n{\"text\": \n")
    try compare("real.jsonl").expect(exit: 64, saying: "synthetic")
    try compare("real.jsonl", "-").expect(exit: 64, saying: "standard input")
    try compare("real.jsonl", "nowhere.jsonl").expect(exit: 74, saying: "nowhere.jsonl")
    try compare("real.jsonl", "empty.jsonl").expect(exit: 65, saying: "empty.jsonl")
    try compare("real.jsonl", "broken.jsonl").expect(exit: 65, saying: "broken.jsonl", "row 2")
    try compare("real.jsonl", "made.jsonl", "--text", "words")
      .expect(exit: 65, saying: "`words`")
    try compare("real.jsonl", "made.jsonl", "--sample", "0").expect(exit: 64, saying: "--sample")
  }
}
