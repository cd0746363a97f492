import Testing

@Suite("Calling the program")
struct ProgramUsageTests {
  static let commands = [
    ["init"], ["gaps"], ["generate"], ["verify"], ["version"], ["trace"], ["export"], ["run"],
    ["doctor"],
  ]

  @Test(
    "the help of every command shows an example and goes to standard output",
    arguments: commands
  )
  func help(command: [String]) throws {
    let outcome = try Program.run(command + ["--help"], in: Folder()).expectSuccess()
    #expect(outcome.stdout.contains("Example"))
    #expect(outcome.stdout.contains("  seedbed \(command[0])"))
    #expect(outcome.stderr.isEmpty)
  }

  @Test("the first help names every command, the first steps and the exit codes")
  func rootHelp() throws {
    let outcome = try Program.run(["--help"], in: Folder()).expectSuccess()
    for command in Self.commands {
      #expect(outcome.stdout.contains("\n  \(command[0]) "))
    }
    #expect(outcome.stdout.contains("seedbed init data.csv"))
    for code in [1, 64, 65, 69, 74, 78, 130] { #expect(outcome.stdout.contains("\(code) ")) }
  }

  @Test(
    "an unknown flag is a usage error that names the nearest one",
    arguments: [
      (["run", "--jsn"], "--json"), (["generate", "--treads", "2"], "--threads"),
      (["export", "--plane"], "--plain"), (["gaps", "--dry-runn"], "--dry-run"),
      (["init", "--holdut", "x.csv"], "--holdout"),
    ]
  )
  func unknownFlag(arguments: [String], nearest: String) throws {
    try Program.run(arguments, in: Folder()).expect(exit: 64, saying: nearest)
  }

  @Test(
    "an unknown command is a usage error that names the nearest one",
    arguments: [("runn", "run"), ("gap", "gaps"), ("exprot", "export"), ("versions", "version")]
  )
  func unknownCommand(name: String, nearest: String) throws {
    try Program.run([name], in: Folder())
      .expect(exit: 64, saying: "'\(name)'", "Did you mean '\(nearest)'?")
  }

  @Test(
    "a value out of range is a usage error that says the range",
    arguments: [
      (["run", "--threads", "0"], "1 to 1024"), (["run", "--threads", "99999999"], "1 to 1024"),
      (["generate", "--preview", "0"], "1 to 1000"),
      (["init", "x.csv", "--holdout-fraction", "0.9"], "0.01 to 0.5"),
      (["init", "x.csv", "--seed=-1"], "from 0"),
      (["init", "x.csv", "--delimiter", ",,"], "one ASCII character"),
    ]
  )
  func outOfRange(arguments: [String], range: String) throws {
    try Program.run(arguments, in: Folder()).expect(exit: 64, saying: range)
  }

  @Test("a rule is set aside only with a reason, and a reason goes only with a rule")
  func overrideNeedsReason() throws {
    let folder = try Folder()
    for arguments in [
      ["--override", "duplicates"], ["--because", "so"], ["--override", "leaks", "--because", ""],
    ] {
      try Program.run(["run"] + arguments, in: folder)
        .expect(exit: 64, saying: "`--override` and `--because` go together")
    }
    try Program.run(["run", "--override", "duplicats", "--because", "so"], in: folder)
      .expect(exit: 64, saying: "Did you mean 'duplicates'?")
  }

  @Test(
    "outside a project every command says how to make one",
    arguments: [
      ["gaps"], ["generate"], ["verify"], ["version", "create"], ["version", "list"],
      ["trace", "abcd"], ["export"], ["run"],
    ]
  )
  func noProject(arguments: [String]) throws {
    try Program.run(arguments, in: Folder())
      .expect(exit: 78, saying: "no `seedbed.yaml`", "seedbed init")
  }

  @Test("the doctor works outside a project")
  func doctorAnywhere() throws {
    let outcome = try Program.run(["doctor", "--json"], in: Folder()).expectSuccess()
    let methods = try outcome.document["methods"].list
    #expect(!methods.isEmpty)
    for method in methods {
      #expect(
        method.keys.isSuperset(of: ["name", "preserves", "tasks", "needs", "available"])
      )
    }
  }
}
