import Foundation

/// The built program, as far as the documents speak of it.
enum DocumentedProgram {
  /// Why the program could not be asked.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// The program named by `SEEDBED_BINARY`, else the one built beside the tests.
  static func path() throws -> String {
    if let named = ProcessInfo.processInfo.environment["SEEDBED_BINARY"] { return named }
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).standardizedFileURL
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let program = folder.appendingPathComponent("seedbed").path
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: program, isDirectory: &isFolder),
        !isFolder.boolValue, FileManager.default.isExecutableFile(atPath: program)
      {
        return program
      }
    }
    for configuration in ["release", "debug"] {
      let program = DocumentTree.root.appendingPathComponent(".build/\(configuration)/seedbed").path
      if FileManager.default.isExecutableFile(atPath: program) { return program }
    }
    throw Failure(description: "the program is not built; name it with SEEDBED_BINARY")
  }

  /// What the program prints to standard output, lines at most 80 columns wide.
  static func run(_ arguments: [String], in folder: URL? = nil) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try path())
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = folder }
    process.environment = ProcessInfo.processInfo.environment.merging(["COLUMNS": "80"]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(
        description: "`seedbed \(arguments.joined(separator: " "))` ended with "
          + "\(process.terminationStatus)"
      )
    }
    return String(decoding: data, as: UTF8.self)
  }

  /// The help of a command as `docs/commands.md` shows it.
  static func help(_ words: [String]) throws -> String {
    var lines = try run(words + ["--help"]).components(separatedBy: "\n")
    while lines.last?.allSatisfy(\.isWhitespace) == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Every command with all its subcommands, the root first, in the order of the help.
  static func commands(under words: [String] = []) throws -> [[String]] {
    let lines = try help(words).components(separatedBy: "\n")
    guard let start = lines.firstIndex(of: "SUBCOMMANDS:") else { return [words] }
    let names = lines[(start + 1)...].compactMap { line -> String? in
      guard line.hasPrefix("  "), line.dropFirst(2).first?.isLowercase == true else { return nil }
      return line.split(separator: " ").first.map(String.init)
    }
    return try [words] + names.flatMap { try commands(under: words + [$0]) }
  }

  private static let allCommands = Result { try commands() }

  /// Why a line of a console block cannot be typed, or nil.
  static func problem(ofLine line: String) throws -> String? {
    for part in line.components(separatedBy: " && ") {
      let words = part.split(separator: " ").map(String.init)
      guard let program = words.first else { return "is empty" }
      let rest = Array(words.dropFirst())
      let problem =
        switch program {
        case "seedbed": try problem(ofCall: rest)
        case "make": try problem(ofTargets: rest)
        case "cd", "cp", "git", "sudo", "swift", "export": String?.none
        default:
          FileManager.default.isExecutableFile(
            atPath: DocumentTree.root.appendingPathComponent(program).path
          ) ? nil : "there is no `\(program)`"
        }
      if let problem { return problem }
    }
    return nil
  }

  private static func problem(ofCall words: [String]) throws -> String? {
    var command: [String] = []
    let known = try allCommands.get()
    for word in words where known.contains(command + [word]) { command.append(word) }
    guard !command.isEmpty || words.allSatisfy({ $0.hasPrefix("-") }) else {
      return "there is no such command"
    }
    let help = try help(command)
    let options = words.filter { $0.hasPrefix("--") }
    return options.first { option in
      let name = String(option.prefix { $0 != "=" })
      return !help.contains(name + " ") && !help.contains(name + "\n") && !help.contains(name + "/")
    }.map { "`seedbed \(command.joined(separator: " "))` has no option `\($0)`" }
  }

  private static func problem(ofTargets words: [String]) throws -> String? {
    let makefile = "\n" + (try DocumentTree.text("Makefile"))
    let targets = words.filter { !$0.contains("=") && !$0.hasPrefix("-") }
    return targets.first { !makefile.contains("\n\($0):") }.map { "the Makefile has no `\($0)`" }
  }
}
