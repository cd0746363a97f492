import Foundation
import Testing

@Suite("The command decontaminate")
struct ProgramDecontaminationTests {
  private static let question =
    "A farmer has seventeen sheep and all but nine of them run away in the night; how many sheep are left?"

  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write("bench.jsonl", #"{"question": "\#(Self.question)", "answer": "nine"}"# + "\n")
    try folder.write(
      "data.jsonl",
      [
        "Write a poem about the sea and the harbour lights at night.", Self.question,
        Self.question.uppercased(),
        "First some words that stand before it. \(Self.question) And then some that stand behind it.",
        "List three reasons why a small team should keep its tests fast and its commits small.",
      ].map { #"{"text": "\#($0)"}"# }.joined(separator: "\n")
    )
  }

  @Test("copies are found with the words they share, and only clean rows go on")
  func copies() throws {
    let outcome = try Program.run(
      [
        "decontaminate", "data.jsonl", "--against", "bench.jsonl", "--output", "clean.jsonl",
        "--report", "leaks.jsonl", "--json",
      ],
      in: folder
    )
    #expect(outcome.status == 0, Comment(rawValue: outcome.words))
    let document = try outcome.document
    #expect(document["contaminated"].int == 3)
    #expect(document["clean"].int == 2)
    #expect(document["benchmarks"].list.first?["leaked_rows"].int == 1)
    #expect(try folder.text("clean.jsonl").split(separator: "\n").count == 2)
    let leaks = try folder.text("leaks.jsonl").split(separator: "\n").map {
      try Document(String($0))
    }
    #expect(leaks.map { $0["row"].int } == [2, 3, 4])
    let span = try #require(leaks.last?["evidence"].list.first?["span"])
    let scalars = Array(
      "First some words that stand before it. \(Self.question) And then some that stand behind it."
        .unicodeScalars
    )
    let start = try #require(span["data"]["start"].int), end = try #require(span["data"]["end"].int)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<end])
    #expect(String(text) == span["text"].string)
  }

  @Test(
    "each published rule can be asked for by name",
    arguments: ["gpt3", "lm-eval", "palm", "tulu", "exact", "near"]
  )
  func presets(preset: String) throws {
    let document = try Program.run(
      ["decontaminate", "data.jsonl", "--against", "bench.jsonl", "--preset", preset, "--json"],
      in: folder
    ).document
    #expect(document["preset"].string == preset)
    let found = document["findings"].list.filter { $0["outcome"].string == "contaminated" }
      .compactMap { $0["row"].int }
    #expect(found.contains(2))
    #expect(!found.contains(1) && !found.contains(5))
  }

  @Test("data may come through standard input")
  func standardInput() throws {
    let document = try Program.run(
      ["decontaminate", "-", "--against", "bench.jsonl", "--json"],
      in: folder,
      stdin: try folder.text("data.jsonl")
    ).document
    #expect(document["contaminated"].int == 3)
  }

  @Test("benchmarks must be named and be there")
  func missing() throws {
    let unnamed = try Program.run(["decontaminate", "data.jsonl"], in: folder)
    #expect(unnamed.status == 64)
    #expect(unnamed.stderr.contains("--against"))
    let absent = try Program.run(
      ["decontaminate", "data.jsonl", "--against", "no.csv"],
      in: folder
    )
    #expect(absent.status == 74)
    #expect(absent.stderr.contains("no.csv"))
  }
}
