import Foundation
import Testing

@Suite("The command augment")
struct ProgramAugmentTests {
  private static let rows = [
    #"{"id": 1, "text": "Please send the parcel to Vienna before 5 pm on Friday", "label": "send", "spans": [{"start": 26, "end": 32, "label": "city"}]}"#,
    #"{"id": 2, "text": "I am not sure whether my card works in Zürich yet", "label": "card", "spans": [{"start": 39, "end": 45, "label": "city", "text": "Zürich"}]}"#,
    #"{"id": 3, "text": "Where can I see what the delivery costs?", "label": "send", "spans": []}"#,
  ]

  private let folder: Folder

  init() throws {
    folder = try Folder()
    try folder.write("rows.jsonl", Self.rows.joined(separator: "\n") + "\n")
  }

  private func lines(_ name: String) throws -> [Document] {
    try folder.text(name).split(separator: "\n").map { try Document(String($0)) }
  }

  @discardableResult
  private func augment(_ arguments: [String], stdin: String = "") throws -> Program.Outcome {
    try Program.run(["augment"] + arguments, in: folder, stdin: stdin)
  }

  @Test("rows name their parent, method, seed and draw, and keep every other field")
  func provenance() throws {
    try augment([
      "rows.jsonl", "--text", "text", "--label", "label", "--spans", "spans", "--method",
      "keyboard,casing", "--copies", "3", "--seed", "7", "--output", "more.jsonl",
    ]).expectSuccess()
    let made = try lines("more.jsonl")
    #expect(made.count > 9)
    for row in made {
      let seedbed = row["seedbed"]
      #expect(seedbed["origin"].string == "synthetic")
      #expect(["keyboard", "casing"].contains(seedbed["method"].string ?? ""))
      #expect(seedbed["parameters"]["seed"].int == 7)
      #expect((0..<3).contains(seedbed["parameters"]["draw"].int ?? -1))
      #expect(seedbed["parents"].list.count == 1)
      #expect(seedbed["depth"].int == 1)
      #expect(["send", "card"].contains(row["label"].string ?? ""))
    }
    #expect(Set(made.compactMap { $0["seedbed"]["id"].string }).count == made.count)
  }

  @Test(
    "a method that does not edit rows is refused beside one that does, with what it does instead",
    arguments: [
      ("cloze,keyboard", "asks about documents"), ("instruct", "asks a language model"),
      ("keyboard+translation", "no part of a chain"), ("records,casing", "makes records"),
      ("templates,casing", "stands alone"), ("keybord", "did you mean `keyboard`?"),
    ]
  )
  func mixedKinds(methods: String, words: String) throws {
    let outcome = try augment(["rows.jsonl", "--text", "text", "--method", methods])
    #expect(outcome.status != 0)
    #expect(outcome.stderr.contains(words), "\(outcome.stderr)")
  }

  @Test("new rows have no columns, so they are not written as a table")
  func newRowsAsTable() throws {
    let outcome = try augment([
      "rows.jsonl", "--text", "text", "--method", "cloze", "--output", "made.csv",
    ])
    #expect(outcome.status == 64)
    #expect(outcome.stderr.contains("JSON Lines"))
    #expect(!folder.exists("made.csv"))
  }

  @Test("spans cover their words in the new text, in Unicode scalars")
  func spans() throws {
    try augment([
      "rows.jsonl", "--text", "text", "--spans", "spans", "--method", "keyboard+courtesy",
      "--copies", "20", "--output", "more.jsonl",
    ]).expectSuccess()
    var seen = 0
    for row in try lines("more.jsonl") {
      let text = Array((row["text"].string ?? "").unicodeScalars)
      for span in row["spans"].list {
        let (start, end) = (try #require(span["start"].int), try #require(span["end"].int))
        let words = String(String.UnicodeScalarView(text[start..<end]))
        #expect(["Vienna", "Zürich"].contains(words))
        #expect(span["text"].string == words)
        seen += 1
      }
    }
    #expect(seen > 20)
  }

  @Test("the edits lead from the old text to the new one, in scalars and in bytes, with reasons")
  func edits() throws {
    try augment([
      "rows.jsonl", "--text", "text", "--method", "keyboard", "--copies", "5", "--edits",
      "--output", "more.jsonl",
    ]).expectSuccess()
    let originals = try lines("rows.jsonl").compactMap { $0["text"].string }
    var checked = 0
    for row in try lines("more.jsonl") {
      let text = try #require(row["text"].string)
      let fits = originals.contains { original in
        Self.applied(row["seedbed"]["edits"]["scalars"], to: original) == text
          && Self.appliedToBytes(row["seedbed"]["edits"]["utf8"], to: original) == text
      }
      #expect(fits, Comment(rawValue: text))
      for edit in row["seedbed"]["edits"]["scalars"].list {
        #expect(edit.list.count == 5)
        #expect(edit.list.last?.string?.isEmpty == false)
        checked += 1
      }
    }
    #expect(checked >= 15)
  }

  private static func applied(_ edits: Document, to text: String) -> String? {
    var scalars = Array(text.unicodeScalars)
    for edit in edits.list.reversed() {
      let parts = edit.list
      guard parts.count == 5, let start = parts[0].int, let end = parts[1].int,
        start <= end, end <= scalars.count,
        String(String.UnicodeScalarView(scalars[start..<end])) == parts[2].string
      else { return nil }
      scalars.replaceSubrange(start..<end, with: Array((parts[3].string ?? "").unicodeScalars))
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func appliedToBytes(_ edits: Document, to text: String) -> String? {
    var bytes = Array(text.utf8)
    for edit in edits.list.reversed() {
      let parts = edit.list
      guard parts.count == 5, let start = parts[0].int, let end = parts[1].int,
        start <= end, end <= bytes.count,
        String(decoding: bytes[start..<end], as: UTF8.self) == parts[2].string
      else { return nil }
      bytes.replaceSubrange(start..<end, with: Array((parts[3].string ?? "").utf8))
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("the same seed gives the same bytes on any number of threads; another seed gives others")
  func determinism() throws {
    let many = (0..<3000).map {
      #"{"text": "Sentence number \#($0) about the parcel and its delivery"}"#
    }
    try folder.write("many.jsonl", many.joined(separator: "\n"))
    func made(_ threads: String, seed: String) throws -> String {
      try augment([
        "many.jsonl", "--text", "text", "--method", "keyboard,misspelling | casing", "--threads",
        threads, "--seed", seed, "--output", "made.jsonl",
      ]).expectSuccess()
      return try folder.text("made.jsonl")
    }
    let one = try made("1", seed: "1")
    #expect(try made("7", seed: "1") == one)
    #expect(try made("2", seed: "2") != one)
  }

  @Test("a row's changes do not depend on the rows around it")
  func order() throws {
    func made(_ rows: [String]) throws -> Set<String> {
      try folder.write("some.jsonl", rows.joined(separator: "\n"))
      try augment([
        "some.jsonl", "--text", "text", "--method", "keyboard", "--plain", "--output", "made.jsonl",
      ]).expectSuccess()
      return Set(try lines("made.jsonl").compactMap { $0["text"].string })
    }
    let all = try made(Self.rows)
    #expect(try made(Self.rows.reversed()) == all)
    #expect(try made([Self.rows[1]]).isSubset(of: all))
  }

  @Test("equal rows get different changes")
  func equalRows() throws {
    let row = #"{"text": "Where can I see what the delivery of my parcel costs today?"}"#
    try folder.write("same.jsonl", [row, row, row, row].joined(separator: "\n"))
    try augment([
      "same.jsonl", "--text", "text", "--method", "keyboard", "--output", "made.jsonl",
    ]).expectSuccess()
    #expect(Set(try lines("made.jsonl").compactMap { $0["text"].string }).count >= 3)
  }

  @Test("it stands in a pipe: rows on standard output, words on standard error")
  func pipe() throws {
    let outcome = try augment(
      ["-", "--text", "text", "--method", "casing", "--plain"],
      stdin: Self.rows.joined(separator: "\n")
    )
    #expect(outcome.status == 0, Comment(rawValue: outcome.words))
    let out = outcome.stdout.split(separator: "\n")
    #expect(!out.isEmpty)
    for line in out { #expect(try Document(String(line))["seedbed"].isNull) }
    #expect(outcome.stderr.contains("Augmented"))
  }

  @Test("a table stays a table, with the object seedbed as a cell")
  func table() throws {
    try folder.write("rows.csv", "text,label\n\"Where, please, is my new card?\",card\n")
    try augment([
      "rows.csv", "--text", "text", "--label", "label", "--method", "casing", "--keep-originals",
      "--output", "more.csv",
    ]).expectSuccess()
    let text = try folder.text("more.csv")
    #expect(text.hasPrefix("text,label,seedbed\n\"Where, please, is my new card?\",card,\n"))
    #expect(text.split(separator: "\n").count == 3)
  }

  @Test("a span that does not fit is reported with its row, and nothing is made of that row")
  func misfit() throws {
    let wrong =
      #"{"text": "Send it to Rome", "spans": [{"start": 0, "end": 4, "label": "x", "text": "Oslo"}]}"#
    try folder.write("wrong.jsonl", [Self.rows[0], wrong].joined(separator: "\n"))
    let outcome = try augment([
      "wrong.jsonl", "--text", "text", "--spans", "spans", "--method", "keyboard", "--output",
      "made.jsonl", "--json",
    ])
    #expect(outcome.status == 0, Comment(rawValue: outcome.words))
    let report = try outcome.document
    #expect(report["misfits"].int == 1)
    #expect(report["faults"].list.first?["row"].int == 2)
    #expect(try lines("made.jsonl").count == 1)
  }

  @Test("the rate asked for is the rate given")
  func rate() throws {
    let many = (0..<500).map {
      #"{"text": "The quick delivery of parcel number \#($0) should arrive before tomorrow evening"}"#
    }
    try folder.write("many.jsonl", many.joined(separator: "\n"))
    // A short text gets one change at least, so that lower rates cannot be kept.
    for rate in [2.0, 4.0] {
      let outcome = try augment([
        "many.jsonl", "--text", "text", "--method", "keyboard", "--rate", "\(rate)", "--output",
        "made.jsonl", "--json",
      ])
      let measured = try #require(
        try outcome.document["methods"].list.first?["rate"].number
      )
      #expect(abs(measured - rate) < rate * 0.25, "\(measured) for \(rate)")
    }
  }

  @Test("a row is explained by its id, or the beginning of it")
  func explain() throws {
    try augment([
      "rows.jsonl", "--text", "text", "--method", "keyboard", "--edits", "--output", "more.jsonl",
    ]).expectSuccess()
    let id = try #require(try lines("more.jsonl").first?["seedbed"]["id"].string)
    let words = try augment(["more.jsonl", "--explain", String(id.prefix(10))])
    #expect(words.status == 0, Comment(rawValue: words.words))
    #expect(words.stdout.contains(id) && words.stdout.contains("reason"))
    let none = try augment(["more.jsonl", "--explain", "ffffffffffffff"])
    #expect(none.status != 0 && none.stderr.contains("ffffffffffffff"))
  }

  @Test(
    "a wrong request is refused with what to do",
    arguments: [
      (["rows.jsonl", "--text", "text"], "--method"),
      (["rows.jsonl", "--text", "text", "--method", "keybord"], "keyboard"),
      (["rows.jsonl", "--text", "words", "--method", "keyboard"], "words"),
      (["rows.jsonl", "--text", "text", "--method", "keyboard", "--rate", "0"], "--rate"),
      (["rows.jsonl", "--text", "text", "--method", "keyboard", "--copies", "0"], "--copies"),
      (["none.jsonl", "--text", "text", "--method", "keyboard"], "none.jsonl"),
      (["rows.jsonl", "--text", "text", "--method", "keyboard+keyboard"], "twice"),
    ]
  )
  func refused(arguments: [String], word: String) throws {
    let outcome = try augment(arguments)
    #expect(outcome.status != 0)
    #expect(outcome.stderr.contains(word), Comment(rawValue: outcome.words))
    #expect(outcome.stdout.isEmpty)
  }
}

@Suite("The command methods")
struct ProgramMethodsTests {
  @Test("every method says what it keeps, what it needs and whether it is here")
  func list() throws {
    let outcome = try Program.run(["methods", "--json"], in: try Folder())
    #expect(outcome.status == 0, Comment(rawValue: outcome.words))
    let methods = try outcome.document["methods"].list
    #expect(methods.count > 40)
    #expect(Set(methods.compactMap { $0["name"].string }).count == methods.count)
    for method in methods {
      #expect(["invariant", "flipped", "unknown"].contains(method["label"].string ?? ""))
      #expect(!method["tasks"].list.isEmpty)
      if method["available"].bool == false { #expect(!method["needs"].list.isEmpty) }
    }
  }

  @Test("one method is told in full, and an unknown one is refused with the nearest")
  func one() throws {
    let folder = try Folder()
    let words = try Program.run(["methods", "keyboard"], in: folder)
    #expect(words.status == 0 && words.stdout.contains("keyboard"))
    let wrong = try Program.run(["methods", "keybord"], in: folder)
    #expect(wrong.status != 0 && wrong.stderr.contains("keyboard"))
  }
}
