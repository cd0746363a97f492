import Foundation

/// The built program, run the way a person or a script runs it.
enum Program {
  /// What a call of the program left behind.
  struct Outcome: Sendable {
    /// The exit code; 128 and the signal's number where a signal ended it.
    var status: Int32
    var stdout: String
    var stderr: String

    /// What it said, for the comment of an expectation.
    var words: String { "exit \(status)\n\(stderr)\n\(stdout.prefix(500))" }
  }

  /// The binary was built by nobody, so nothing can be tested.
  struct Missing: Error, CustomStringConvertible {
    var description: String {
      "the program is in none of \(Program.places); build it or set SEEDBED_BINARY"
    }
  }

  /// Where the binary may be: where the user says, beside the tests, in the package's build folder.
  static var places: [String] {
    var places: [String] = []
    if let named = ProcessInfo.processInfo.environment["SEEDBED_BINARY"] { places.append(named) }
    var folder = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    while folder.path.contains("/.build") {
      places.append(folder.appending(path: "seedbed").path)
      folder.deleteLastPathComponent()
    }
    for configuration in ["release", "debug"] {
      places.append(packageRoot.appending(path: ".build/\(configuration)/seedbed").path)
    }
    return places
  }

  /// The folder of the package manifest.
  static let packageRoot = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func path() throws -> String {
    guard let path = places.first(where: FileManager.default.isExecutableFile) else {
      throw Missing()
    }
    return path
  }

  /// Runs the program to its end.
  @discardableResult
  static func run(
    _ arguments: [String],
    in folder: Folder,
    environment: [String: String] = [:],
    stdin: String = ""
  ) throws -> Outcome {
    try RunningProgram(
      try path(),
      arguments,
      in: folder,
      environment: environment,
      stdin: stdin
    ).wait()
  }

  /// Runs a line of shell in which `$SEEDBED` is the program.
  static func shell(_ line: String, in folder: Folder) throws -> Outcome {
    try RunningProgram(
      "/bin/sh",
      ["-c", line],
      in: folder,
      environment: ["SEEDBED": try path()],
      stdin: ""
    ).wait()
  }
}
