import Foundation
import Testing

@Suite("Bad input to the program")
struct ProgramBadInputTests {
  /// Three rows, the second of which is cut off.
  private static let broken = """
    {"text":"where is my parcel","label":"order"}
    {"text":"where is it","label":
    {"text":"thank you very much","label":"thanks"}

    """

  @Test("a missing file is named", arguments: [["gaps", "nowhere.csv"], ["init", "nowhere.csv"]])
  func missingFile(arguments: [String]) throws {
    try Program.run(arguments, in: Folder()).expect(exit: 74, saying: "`nowhere.csv`")
  }

  @Test("a missing data file of a project is named")
  func missingData() throws {
    let folder = try Folder.supportExample()
    try FileManager.default.removeItem(at: folder.url("messages.csv"))
    try Program.run(["run"], in: folder).expect(exit: 74, saying: "messages.csv")
  }

  @Test("broken YAML is a configuration error with line and column")
  func brokenYAML() throws {
    let folder = try Folder.supportExample()
    try folder.write("seedbed.yaml", "seedbed: 1\nname: [support\ndata:\n  path: messages.csv\n")
    let outcome = try Program.run(["run"], in: folder).expect(exit: 78, saying: "seedbed.yaml")
    #expect(outcome.stderr.contains(#/\d+:\d+|line \d+, column \d+/#), "\(outcome.words)")
  }

  @Test("an unknown key is a configuration error with its place and the nearest key")
  func unknownKey() throws {
    let folder = try Folder.supportExample()
    let yaml = try folder.text("seedbed.yaml")
    try folder.write(
      "seedbed.yaml",
      yaml.replacing("languages: [en, es]", with: "langages: [en, es]")
    )
    let outcome = try Program.run(["run"], in: folder)
      .expect(exit: 78, saying: "langages", "languages")
    #expect(outcome.stderr.contains(#/seedbed\.yaml:\d+:\d+/#), "\(outcome.words)")
  }

  @Test("a bad row is named with file, row and byte", arguments: ["gaps", "init"])
  func badRow(command: String) throws {
    let folder = try Folder()
    try folder.write("rows.jsonl", Self.broken)
    try Program.run([command, "rows.jsonl"], in: folder)
      .expect(exit: 65, saying: "rows.jsonl: row 2 (byte 46)", "--on-bad-row")
    #expect(!folder.exists("seedbed.yaml"))
  }

  @Test(
    "bad rows are skipped and counted where the user says so",
    arguments: ["skip", "quarantine"]
  )
  func skipped(policy: String) throws {
    let folder = try Folder()
    try folder.write("rows.jsonl", Self.broken)
    let outcome = try Program.run(["gaps", "rows.jsonl", "--on-bad-row", policy], in: folder)
      .expectSuccess()
    #expect(outcome.stdout.contains("2 rows"), "\(outcome.words)")
    #expect(outcome.stdout.contains("1 could not be read"), "\(outcome.words)")
  }

  @Test("a quarantined row is kept with its reason and its bytes, in a new folder too")
  func quarantine() throws {
    let folder = try Folder()
    let rows = (0..<60).map { #"{"text":"message number \#($0) of many","label":"\#($0 % 2)"}"# }
    try folder.write("rows.jsonl", (rows + [#"{"text":"cut off"#]).joined(separator: "\n") + "\n")
    try Program.run(
      ["init", "rows.jsonl", "--on-bad-row", "quarantine", "--project", "made"],
      in: folder
    ).expectSuccess()
    try Program.run(["gaps", "--project", "made"], in: folder).expectSuccess()
    let kept = try Document(folder.text("made/.seedbed/quarantine.jsonl"))
    #expect(kept["row"].int == 61)
    #expect(kept["raw"].string == #"{"text":"cut off"#)
    #expect(kept["reason"].string?.isEmpty == false)
  }

  /// A file that is no dataset, or hardly one.
  struct Hostile: Sendable, CustomTestStringConvertible {
    var name: String
    var what: String
    var bytes: Data
    var testDescription: String { "\(what) in \(name)" }

    init(_ name: String, _ what: String, _ bytes: some Sequence<UInt8>) {
      self.name = name
      self.what = what
      self.bytes = Data(bytes)
    }
  }

  private static let noise: [UInt8] = {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    return (0..<50_000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }()

  static let hostile: [Hostile] =
    ["csv", "tsv", "json", "jsonl", "csv.gz"].flatMap { kind in
      [
        Hostile("rows.\(kind)", "nothing", []),
        Hostile("rows.\(kind)", "one line end", "\n".utf8),
        Hostile("rows.\(kind)", "a byte-order mark alone", [0xEF, 0xBB, 0xBF]),
        Hostile("rows.\(kind)", "NULs", [UInt8](repeating: 0, count: 5000)),
        Hostile("rows.\(kind)", "random bytes", noise),
        Hostile(
          "rows.\(kind)",
          "UTF-16",
          [0xFF, 0xFE] + "t,l\na,b\n".utf16.flatMap { [UInt8($0), 0] }
        ),
      ]
    } + [
      Hostile("rows.csv", "invalid UTF-8", Array("text,label\na".utf8) + [0xFF, 0xFE, 0x0A]),
      Hostile("rows.csv", "a NUL in a row", "text,label\na\0b,c\n".utf8),
      Hostile("rows.json", "100,000 open brackets", "[".utf8.repeated(100_000)),
      Hostile("rows.json", "100,000 open objects", "{\"a\":".utf8.repeated(100_000)),
      Hostile(
        "rows.jsonl",
        "100,000 nested arrays in a field",
        Array("{\"text\":".utf8) + "[".utf8.repeated(100_000) + "]".utf8.repeated(100_000)
          + Array("}\n".utf8)
      ),
      Hostile("rows.csv.gz", "a gzip header alone", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]),
    ]

  @Test("a hostile file gives one clear error and no crash", arguments: hostile)
  func hostileFile(file: Hostile) throws {
    let folder = try Folder()
    try folder.write(file.name, file.bytes)
    for command in ["gaps", "init"] {
      let outcome = try Program.run([command, file.name], in: folder)
      #expect([65, 74].contains(outcome.status), "\(outcome.words)")
      #expect(outcome.stderr.contains("error: "), "\(outcome.words)")
      #expect(outcome.stderr.contains(file.name), "\(outcome.words)")
    }
    #expect(!folder.exists("seedbed.yaml"))
  }

  @Test("a row of ten megabytes is read whole", arguments: ["jsonl", "csv"])
  func longRow(kind: String) throws {
    let folder = try Folder()
    let long = String(repeating: "ab ", count: 3_500_000)
    let file = "rows.\(kind)"
    try folder.write(
      file,
      kind == "csv"
        ? "text,label\n\"\(long)\",x\nshort,y\n"
        : #"{"text":"\#(long)","label":"x"}"# + "\n" + #"{"text":"short","label":"y"}"# + "\n"
    )
    let outcome = try Program.run(["gaps", file], in: folder).expectSuccess()
    #expect(outcome.stdout.contains("5 to 10500000 characters"), "\(outcome.words)")
  }

  @Test("a damaged plan is a configuration error that names the file")
  func damagedPlan() throws {
    let folder = try Folder.supportExample()
    try Program.run(["gaps"], in: folder).expectSuccess()
    try folder.write("plan.yaml", "plan: 1\nquotas: {{{\n")
    try Program.run(["generate"], in: folder).expect(exit: 78, saying: "plan.yaml")
  }

  @Test("a damaged ledger is named by every command that opens it, and by the doctor")
  func damagedLedger() throws {
    let folder = try Folder.supportExample()
    try folder.write(".seedbed/ledger.sqlite", Data(Self.noise))
    for command in [["run"], ["version", "list"], ["trace", "abcd"]] {
      try Program.run(command, in: folder).expect(exit: 74, saying: "ledger")
    }
    #expect(try Program.run(["doctor"], in: folder).status == 1)
  }
}

extension Collection where Element == UInt8 {
  fileprivate func repeated(_ count: Int) -> [UInt8] {
    Array(repeatElement(self, count: count).joined())
  }
}
