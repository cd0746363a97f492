import Foundation

/// A program that is running.
///
/// Its output goes to files, which no amount of it can fill up, so it never waits for a reader.
final class RunningProgram {
  private let process = Process()
  private let streams: Folder

  init(
    _ path: String,
    _ arguments: [String],
    in folder: Folder,
    environment: [String: String] = [:],
    stdin: String = ""
  ) throws {
    streams = try Folder()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    try streams.write("in", stdin)
    try streams.write("out", "")
    try streams.write("err", "")
    process.standardInput = try FileHandle(forReadingFrom: streams.url("in"))
    process.standardOutput = try FileHandle(forWritingTo: streams.url("out"))
    process.standardError = try FileHandle(forWritingTo: streams.url("err"))
    try process.run()
  }

  /// Sends a signal; nothing happens where the program is at its end already.
  func send(_ signal: Int32) {
    if process.isRunning { kill(process.processIdentifier, signal) }
  }

  func wait() throws -> Program.Outcome {
    process.waitUntilExit()
    let status = process.terminationStatus
    return Program.Outcome(
      status: process.terminationReason == .exit ? status : 128 + status,
      stdout: try text("out"),
      stderr: try text("err")
    )
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: streams.url(name)), as: UTF8.self)
  }
}
