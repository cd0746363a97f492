import Foundation
import Testing

@Suite("Stopping and killing a run", .serialized)
struct ProgramInterruptionTests {
  /// What an undisturbed run makes.
  private struct Undisturbed {
    var version: String
    var files: [String: Data]
    var time: Duration
  }

  private static let undisturbed = Result<Undisturbed, any Error> {
    let folder = try project()
    let clock = ContinuousClock()
    let start = clock.now
    let run = try Program.run(["run", "--json"], in: folder).expectSuccess().document
    let time = clock.now - start
    let version = try ExportedVersion(of: run, in: folder)
    #expect(version.synthetic.count > 50)
    return Undisturbed(
      version: run["version"].string ?? "",
      files: try folder.contents(of: version.folder),
      time: time
    )
  }

  private static func project() throws -> Folder {
    let folder = try Folder()
    try folder.write("messages.csv", SyntheticMessages.csv)
    try Program.run(["init", "messages.csv"], in: folder).expectSuccess()
    return folder
  }

  /// Starts a run, sends it a signal after a while, and waits for its end.
  private func stop(
    _ folder: Folder,
    with signal: Int32,
    after time: Duration
  ) throws
    -> Program.Outcome
  {
    let run = try RunningProgram(try Program.path(), ["run"], in: folder)
    usleep(UInt32(time / .microseconds(1)))
    run.send(signal)
    return try run.wait()
  }

  /// Runs to the end and expects what an undisturbed run makes.
  private func finish(_ folder: Folder, as wanted: Undisturbed) throws {
    let run = try Program.run(["run", "--json"], in: folder).expectSuccess().document
    #expect(run["version"].string == wanted.version)
    let version = try ExportedVersion(of: run, in: folder)
    let files = try folder.contents(of: version.folder)
    #expect(Set(files.keys) == Set(wanted.files.keys))
    for (path, bytes) in wanted.files { #expect(files[path] == bytes, "\(path)") }
    try Program.run(["doctor"], in: folder).expectSuccess()
  }

  @Test("an interrupted run ends with 130, says how to go on, and goes on to the same version")
  func interrupted() throws {
    let wanted = try Self.undisturbed.get()
    let folder = try Self.project()
    var interrupted = 0
    for part in [0.15, 0.5, 0.7] {
      let outcome = try stop(folder, with: SIGINT, after: wanted.time * part)
      if outcome.status == 0 { continue }
      interrupted += 1
      outcome.expect(exit: 130, saying: "interrupted", "run the same command again")
    }
    #expect(interrupted > 0)
    try finish(folder, as: wanted)
  }

  @Test("runs killed at any moment go on to the same version")
  func killed() throws {
    let wanted = try Self.undisturbed.get()
    var random = SystemRandomNumberGenerator()
    var kills = 0
    for _ in 0..<3 {
      let folder = try Self.project()
      for part in [0.1..<0.5, 0.4..<0.95] {
        let after = wanted.time * Double.random(in: part, using: &random)
        if try stop(folder, with: SIGKILL, after: after).status == 128 + SIGKILL { kills += 1 }
      }
      try finish(folder, as: wanted)
    }
    #expect(kills >= 3)
  }
}
