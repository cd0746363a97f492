import Foundation
import Testing

/// Parquet is read through `duckdb`; a script in its place shows what it is told, whatever is installed here.
@Suite("The program and Parquet files")
struct ProgramParquetTests {
  let folder: Folder

  init() throws { folder = try Folder() }

  /// The text and the label of a row; no two texts are alike enough to be duplicates.
  private static func members(_ number: Int) -> String {
    let words = [
      "where", "card", "bill", "march", "please", "send", "again", "oslo", "today", "never",
      "house",
    ]
    let text = (1..<8).map { words[(number * $0 * $0 + number / 11 * $0 + $0) % words.count] }
    let label = ["card", "bill", "loan"][number % 3]
    return #""text":"\#(text.joined(separator: " ")) \#(number)","intent":"\#(label)""#
  }

  /// A file that begins as Parquet does; its rows follow as JSON Lines, which the script hands out.
  private func file(_ name: String = "data.parquet", rows: Int = 60) throws {
    let lines = (0..<rows).map { "{\(Self.members($0))}" }
    try folder.write(name, "PAR1\n" + lines.joined(separator: "\n") + "\n")
  }

  /// Puts a shell script in the place of `duckdb`, in a folder of its own.
  private func script(_ body: String) throws {
    try folder.write("bin/duckdb", "#!/bin/sh\n\(body)\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755],
      ofItemAtPath: folder.url("bin/duckdb").path
    )
  }

  /// Runs the program where `duckdb` is the script, or where there is none.
  private func run(_ arguments: String..., withScript: Bool = true) throws -> Program.Outcome {
    let bin = folder.url("bin").path
    return try Program.run(
      arguments,
      in: folder,
      environment: ["PATH": withScript ? "\(bin):/usr/bin:/bin" : bin + "/none"]
    )
  }

  @Test("rows are read through the program, which is never told the name of the file")
  func reads() throws {
    let name = "it's; DROP *.parquet"
    try file(name)
    try script(#"printf '%s\n' "$@" > said.txt; tail -n +2 /dev/stdin"#)
    let outcome = try run("init", name)
    #expect(outcome.status == 0, "\(outcome.words)")
    #expect(outcome.stdout.contains("Read 60 rows"), "\(outcome.words)")
    #expect(outcome.stdout.contains("classification (texts in `text`, labels in `intent`)"))
    #expect(try folder.text("seedbed.yaml").contains("format: parquet"))
    let said = try folder.text("said.txt")
    #expect(said.hasPrefix("-no-init\n-bail\n-c\n") && said.contains("read_parquet('/dev/stdin')"))
    #expect(!said.contains("DROP"))
  }

  @Test("the program is told no secret of the environment")
  func secrets() throws {
    try file()
    try script(#"env > said.txt; tail -n +2 /dev/stdin"#)
    let outcome = try Program.run(
      ["init", "data.parquet"],
      in: folder,
      environment: [
        "PATH": folder.url("bin").path + ":/usr/bin:/bin", "WRITER_API_KEY": "hunter2",
        "HUB_TOKEN": "hunter2", "SEEN": "yes",
      ]
    )
    #expect(outcome.status == 0, "\(outcome.words)")
    let said = try folder.text("said.txt")
    #expect(said.contains("SEEN=yes") && !said.contains("hunter2"))
  }

  @Test("a command that wants some rows only leaves no program behind")
  func endsEarly() throws {
    try file()
    try script(
      #"echo $$ >> pids.txt; tail -n +2 /dev/stdin; while :; do echo '{"text":"a b c"}'; done"#
    )
    let outcome = try run("init", "data.parquet", "--format", "parquet", "--text", "nowhere")
    #expect(outcome.status != 0)
    let pids = try folder.text("pids.txt").split(separator: "\n").compactMap { Int32($0) }
    #expect(!pids.isEmpty && pids.allSatisfy { kill($0, 0) != 0 })
  }

  @Test("without the program, it is named with how to get it")
  func missing() throws {
    try file()
    let outcome = try run("init", "data.parquet", withScript: false)
    #expect(outcome.status != 0)
    #expect(outcome.stderr.contains("the program `duckdb`, which reads it, is not on the path"))
    #expect(outcome.stderr.contains("pip install duckdb-cli"))
  }

  @Test("a file that the program cannot read is named with the program's words")
  func damaged() throws {
    try file()
    try script("printf 'No magic bytes found\\nLINE 1: SELECT\\n' >&2; exit 1")
    let outcome = try run("init", "data.parquet")
    #expect(outcome.status == 65, "\(outcome.words)")
    #expect(outcome.stderr.contains("`data.parquet` is Parquet that `duckdb` cannot read"))
    #expect(outcome.stderr.contains("No magic bytes found"))
    #expect(!outcome.stderr.contains("LINE 1"))
  }

  @Test("a file that fails behind its first rows is an error, not a shorter file")
  func cutOff() throws {
    try file(rows: 3_000)
    try script("tail -n +2 /dev/stdin; echo 'out of pages' >&2; exit 1")
    let outcome = try run("init", "data.parquet")
    #expect(outcome.status == 65, "\(outcome.words)")
    #expect(outcome.stderr.contains("out of pages"))
    #expect(!folder.exists("seedbed.yaml"))
  }

  @Test("a format that is named wrongly is said, in both directions")
  func namedFormat() throws {
    try file()
    try script("tail -n +2 /dev/stdin")
    let csv = try run("init", "data.parquet", "--format", "csv")
    #expect(csv.stderr.contains("`data.parquet` is Parquet, not `csv`"), "\(csv.words)")
    try folder.write("rows.jsonl", "{\"text\":\"a b c\"}\n")
    let lines = try run("init", "rows.jsonl", "--format", "parquet")
    #expect(lines.stderr.contains("`rows.jsonl` is not Parquet"), "\(lines.words)")
  }

  @Test("columns that the program would take for one are refused before it runs")
  func sameNames() throws {
    let rows = (0..<60).map { "{\(Self.members($0)),\"Intent\":1}" }
    try folder.write("rows.jsonl", rows.joined(separator: "\n") + "\n")
    try script("touch ran.txt")
    for arguments in [["init", "rows.jsonl", "--text", "text", "--label", "intent"], ["run"]] {
      let outcome = try Program.run(arguments, in: folder)
      #expect(outcome.status == 0, "\(outcome.words)")
    }
    let outcome = try run("export", "--format", "huggingface", "--parquet")
    #expect(outcome.status == 65, "\(outcome.words)")
    #expect(
      outcome.stderr.contains(
        "the field `Intent` cannot be written as Parquet: `duckdb` does not tell it from `intent`"
      ),
      "\(outcome.words)"
    )
    #expect(!folder.exists("ran.txt"))
  }
}
