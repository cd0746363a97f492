import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedLedger
import Synchronization
import Testing

@Suite("The program, killed while it asks language models", .serialized)
struct ProgramKillTests {
  /// How often the run is killed.
  private static let kills = 100

  @Test(
    "killed at 100 random moments and resumed, it makes the same version and asks nothing again"
  )
  func kills() async throws {
    let isSlow = Mutex(false)
    let endpoint = try await ScriptedEndpoint { call in
      let reply = RudeServer.Reply.text(ScriptedWriter.answer(to: call.request.body), input: 200)
      return isSlow.withLock { $0 } ? .late(.milliseconds(600), reply) : reply
    }
    let whole = try ModelProject(url: endpoint.url, minimum: 60)
    let expected = try JSONParser.parse(try whole.run("run", "--json").expectSuccess().stdout)
    let needed = Set(endpoint.calls.map(\.key))
    let first = endpoint.calls.count
    isSlow.withLock { $0 = true }
    let project = try ModelProject(url: endpoint.url, minimum: 60, limits: "{concurrency: 2}")
    var random = CounterRandom(seed: 20, sample: "kill", operation: "moment", draw: 0)
    var stored: Set<String> = []
    var askedBefore = first, askedAgain = 0, killed = 0
    func account() throws {
      let calls = endpoint.calls
      askedAgain += calls[askedBefore...].count { stored.contains($0.key) }
      askedBefore = calls.count
      let ledger = try project.ledger
      stored = Set(
        try Set(calls[first...].map(\.key)).filter { try ledger.storedAnswer(key: $0) != nil }
      )
    }
    while killed < Self.kills {
      let running = try project.start("run", "--json")
      // A sleeping task would wake up late among so many busy ones.
      usleep(UInt32(20 + random.index(below: 900)) * 1000)
      running.send(SIGKILL)
      let outcome = try running.wait()
      guard outcome.status != 0 else { break }
      killed += 1
      try account()
    }
    let resumed = try JSONParser.parse(try project.run("run", "--json").expectSuccess().stdout)
    try account()
    let keys = endpoint.calls[first...].map(\.key)
    await endpoint.stop()
    #expect(killed == Self.kills, "the run was done after \(killed) kills")
    #expect(resumed["version"]?.string == expected["version"]?.string)
    #expect(askedAgain == 0)
    #expect(Set(keys) == needed)
    // An answer that was on its way when the program died never reached it; only those are asked again.
    #expect(keys.count - needed.count <= Self.kills * 2)
    let members = try project.members()
    #expect(Set(members.map(\.sample.id)).count == members.count)
    #expect(try project.ledger.integrityProblems().isEmpty)
  }
}
