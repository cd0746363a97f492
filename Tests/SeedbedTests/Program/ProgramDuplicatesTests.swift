import Foundation
import Testing

@Suite("The command dedup")
struct ProgramDuplicatesTests {
  private static let rows = [
    #"{"id": 1, "text": "How do I reset the password of my account?", "label": "a"}"#,
    #"{"id": 2, "text": "how do i reset the password of my account", "label": "a"}"#,
    #"{"id": 3, "text": "How do I reset the passwords of my account?", "label": "b"}"#,
    #"{"id": 4, "text": "Where can I see what the parcel costs?", "label": "a"}"#,
  ]

  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write("rows.jsonl", Self.rows.joined(separator: "\n") + "\n")
  }

  private func lines(_ name: String) throws -> [Document] {
    try folder.text(name).split(separator: "\n").map { try Document(String($0)) }
  }

  @Test("every row that goes names the row that stays, and both files together hold all rows")
  func decisions() throws {
    let outcome = try Program.run(
      [
        "dedup", "rows.jsonl", "--output", "kept.jsonl", "--removed", "gone.jsonl", "--clusters",
        "groups.jsonl", "--label", "label", "--json",
      ],
      in: folder
    )
    #expect(outcome.status == 0, Comment(rawValue: outcome.words))
    let document = try outcome.document
    #expect(document["rows"].int == 4)
    #expect(document["exact"].int == 1)
    #expect(document["near"].int == 1)
    #expect(document["label_conflicts"].int == 1)
    #expect(try lines("kept.jsonl").map { $0["id"].int } == [1, 4])
    let gone = try lines("gone.jsonl")
    #expect(gone.map { $0["id"].int } == [2, 3])
    #expect(gone.allSatisfy { $0["seedbed_duplicate"]["row"].int == 1 })
    #expect(gone.map { $0["seedbed_duplicate"]["kind"].string } == ["exact", "near"])
    let groups = try lines("groups.jsonl")
    #expect(groups.count == 1)
    #expect(groups.first?["size"].int == 3)
  }

  @Test("the longer text stays when asked for")
  func longest() throws {
    try Program.run(
      ["dedup", "rows.jsonl", "--prefer", "longest", "--output", "kept.jsonl"],
      in: folder
    ).expectSuccess()
    #expect(try lines("kept.jsonl").map { $0["id"].int } == [3, 4])
  }

  @Test("standard input and output can stand at both ends, and the report does not mix with rows")
  func streams() throws {
    let outcome = try Program.run(
      ["dedup", "-", "--output", "-"],
      in: folder,
      stdin: Self.rows.joined(separator: "\n")
    )
    #expect(outcome.status == 0, Comment(rawValue: outcome.words))
    #expect(outcome.stdout.split(separator: "\n").count == 2)
    #expect(outcome.stderr.contains("2 stay"))
  }

  @Test("a table stays a table with its columns")
  func table() throws {
    try folder.write("rows.csv", "text,n\n\"one, two three four\",1\n\"One two, three four!\",2\n")
    try Program.run(
      ["dedup", "rows.csv", "--output", "kept.csv", "--removed", "gone.csv"],
      in: folder
    ).expectSuccess()
    #expect(try folder.text("kept.csv") == "text,n\n\"one, two three four\",1\n")
    #expect(try folder.text("gone.csv").hasPrefix("text,n,seedbed_duplicate\n"))
  }

  @Test("rows of another file take those that repeat them")
  func against() throws {
    try folder.write("old.jsonl", #"{"text": "where can i see what the parcel costs"}"# + "\n")
    let document = try Program.run(
      ["dedup", "rows.jsonl", "--against", "old.jsonl", "--removed", "gone.jsonl", "--json"],
      in: folder
    ).document
    #expect(document["repeat_reference"].int == 1)
    let gone = try lines("gone.jsonl").filter { !$0["seedbed_duplicate"]["file"].isNull }
    #expect(gone.map { $0["id"].int } == [4])
    #expect(gone.first?["seedbed_duplicate"]["file"].string == "old.jsonl")
    #expect(gone.first?["seedbed_duplicate"]["row"].int == 1)
  }

  @Test("an index remembers the rows that stay, is added to, and answers like the files")
  func index() throws {
    try Program.run(["dedup", "rows.jsonl", "--index", "seen.index"], in: folder).expectSuccess()
    try folder.write(
      "new.jsonl",
      #"{"text": "WHERE can I see what the parcel costs"}"# + "\n"
        + #"{"text": "A text that nobody has seen before"}"# + "\n"
    )
    func search() throws -> Document {
      try Program.run(
        ["dedup", "new.jsonl", "--against", "seen.index", "--index", "seen.index", "--json"],
        in: folder
      ).document
    }
    let first = try search()
    #expect(first["reference_rows"].int == 2)
    #expect(first["repeat_reference"].int == 1)
    #expect(first["index_rows"].int == 3)
    let second = try search()
    #expect(second["repeat_reference"].int == 2)
    #expect(second["index_rows"].int == 3)
  }

  @Test("an index of other options is refused with what differs")
  func otherOptions() throws {
    try Program.run(["dedup", "rows.jsonl", "--index", "seen.index"], in: folder).expectSuccess()
    let outcome = try Program.run(
      ["dedup", "rows.jsonl", "--against", "seen.index", "--threshold", "0.7"],
      in: folder
    )
    #expect(outcome.status == 64)
    #expect(outcome.stderr.contains("0.8"))
  }

  @Test("a damaged index is named with the place, and nothing is written")
  func damagedIndex() throws {
    try Program.run(["dedup", "rows.jsonl", "--index", "seen.index"], in: folder).expectSuccess()
    let whole = try Data(contentsOf: folder.url("seen.index"))
    try folder.write("seen.index", whole.dropLast(3))
    let outcome = try Program.run(
      ["dedup", "rows.jsonl", "--against", "seen.index", "--output", "kept.jsonl"],
      in: folder
    )
    #expect(outcome.status == 65)
    #expect(outcome.stderr.contains("damaged or cut off, at byte"))
    #expect(!FileManager.default.fileExists(atPath: folder.url("kept.jsonl").path))
  }

  @Test("threads and the memory limit change nothing")
  func determinism() throws {
    let texts = (0..<3000).map { number in
      #"{"text": "message \#(number % 700) about order \#(number % 31) of customer \#(number % 7)"}"#
    }
    try folder.write("many.jsonl", texts.joined(separator: "\n"))
    let results = try [["--threads", "1"], ["--threads", "3"], ["--memory", "1MB"]].map { extra in
      try Program.run(["dedup", "many.jsonl", "--removed", "gone.jsonl"] + extra, in: folder)
        .expectSuccess()
      return try folder.text("gone.jsonl")
    }
    #expect(!results[0].isEmpty)
    #expect(Set(results).count == 1)
  }

  @Test("rows of one pattern are one pattern")
  func skeletons() throws {
    let texts = (1...20).map {
      #"{"text": "Please send invoice \#($0 * 37) to user\#($0)@example.com"}"#
    }
    try folder.write("pattern.jsonl", texts.joined(separator: "\n"))
    let document = try Program.run(
      ["dedup", "pattern.jsonl", "--method", "skeleton", "--json"],
      in: folder
    ).document
    #expect(document["kept"].int == 1)
    #expect(document["skeleton"].int == 19)
  }

  @Test("meaning is compared with vectors of the user's own, behind guards")
  func ownVectors() throws {
    try folder.write(
      "pairs.jsonl",
      [
        "I can pay by card", "I cannot pay by card", "My card is gone", "My card has gone missing",
      ].map { #"{"text": "\#($0)"}"# }.joined(separator: "\n")
    )
    // Two pairs of vectors, each of the same direction.
    var bytes = Data([0x93]) + Data("NUMPY".utf8) + Data([1, 0])
    let head = "{'descr': '<f4', 'fortran_order': False, 'shape': (4, 2), }"
    let padded = head + String(repeating: " ", count: 117 - head.utf8.count) + "\n"
    bytes += Data([118, 0]) + Data(padded.utf8)
    for value: Float in [1, 0, 1, 0, 0, 1, 0, 1] {
      withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += Data($0) }
    }
    try folder.write("pairs.npy", bytes)
    let document = try Program.run(
      [
        "dedup", "pairs.jsonl", "--method", "semantic", "--vectors", "pairs.npy", "--removed",
        "gone.jsonl", "--json",
      ],
      in: folder
    ).document
    #expect(document["semantic"].int == 1)
    #expect(try lines("gone.jsonl").map { $0["seedbed_duplicate"]["row"].int } == [3])
    let refused = document["meaning"]["refused"].list
    #expect(refused.map { $0["guard"].string } == ["negation"])
  }

  @Test(
    "wrong words end with the usage code and say what is right",
    arguments: [
      (["--threshold", "2"], "0.5 to 1"), (["--cosine", "0.9"], "--method all"),
      (["--vectors", "a.npy"], "--method semantic"), (["--shingles", "letters-3"], "shingles"),
      (["--memory", "lots"], "memory"), (["--against", "-"], "standard input"),
      (["--output", "a", "--removed", "a"], "a file each"),
    ]
  )
  func usage(extra: [String], words: String) throws {
    let outcome = try Program.run(["dedup", "rows.jsonl"] + extra, in: folder)
    #expect(outcome.status == 64, Comment(rawValue: outcome.words))
    #expect(outcome.stderr.contains(words), Comment(rawValue: outcome.words))
  }

  @Test("a row that cannot be read ends the search with its place, and can be stepped over")
  func badRows() throws {
    try folder.write("bad.jsonl", Self.rows[0] + "\n{broken\n" + Self.rows[1] + "\n")
    let outcome = try Program.run(["dedup", "bad.jsonl"], in: folder)
    #expect(outcome.status == 65)
    #expect(outcome.stderr.contains("row 2"))
    let document = try Program.run(
      ["dedup", "bad.jsonl", "--on-bad-row", "skip", "--removed", "gone.jsonl", "--json"],
      in: folder
    ).document
    #expect(document["bad_rows"].int == 1)
    #expect(document["removed"].int == 1)
    #expect(try lines("gone.jsonl").first?["seedbed_duplicate"]["row"].int == 1)
  }
}
