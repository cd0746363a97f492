import Foundation
import GRDB
import SeedbedData
import SeedbedKernels
import SeedbedLedger
import SeedbedPipeline
import Testing

@Suite("Ledger: answers of language models")
struct LedgerAnswerTests {
  private func key(_ number: Int) -> String {
    var hash = ContentHash(domain: "answer-test")
    hash.add(number)
    return hash.digest.hex
  }

  private func paid(_ number: Int, text: String = "An answer.", cost: Double? = 0.25) -> PaidAnswer
  {
    PaidAnswer(
      ModelAnswer(
        key: key(number),
        text: text,
        finish: .stop,
        model: "gpt-x-2026",
        usage: TokenUsage(input: 10, cachedInput: 4, output: 5)
      ),
      request: "{\"model\":\"gpt-x\"}",
      name: number % 2 == 0 ? "even" : "odd",
      endpoint: "openai https://example.com/v1 gpt-x",
      cost: cost
    )
  }

  @Test("answers come back as they were, whatever scalars they hold")
  func roundTrip() throws {
    let ledger = try Ledger.inMemory()
    let text = "a\0b \u{10FFFF} \u{1F600} \"quoted\"\n"
    try ledger.store([paid(1, text: text)])
    let found = try #require(try ledger.storedAnswer(key: key(1)))
    #expect(found == paid(1, text: text).answer)
    #expect(try ledger.storedAnswer(key: key(2)) == nil)
  }

  @Test("an answer that was paid stays as it is, whoever stores another under its key")
  func keptOnce() throws {
    let folder = try Folder()
    let path = folder.url("ledger.sqlite").path
    let ledger = try Ledger(path: path)
    try ledger.store([paid(1), paid(1, text: "Another one.")])
    try ledger.store([paid(1, text: "A third one.", cost: 9)])
    #expect(try Ledger(path: path).storedAnswer(key: key(1))?.text == "An answer.")
    #expect(try ledger.spending(run: nil).map(\.cost) == [0.25])
    let database = try DatabaseQueue(path: path)
    for sql in ["UPDATE answers SET text = 'x'", "DELETE FROM answers"] {
      #expect(throws: DatabaseError.self) { try database.write { try $0.execute(sql: sql) } }
    }
  }

  @Test("what was paid is told by model and by run, and what has no price has none")
  func spending() throws {
    let ledger = try Ledger.inMemory()
    try ledger.store([paid(0, cost: nil)])
    var run = RunRecord(command: "run", key: "k", startedAt: 1, attempt: 0)
    try ledger.begin(run)
    try ledger.store([paid(1), paid(2, cost: nil), paid(3)])
    try ledger.store([
      FailedRequest(RequestFailure(.refused, "no", key: key(9)), name: "odd", attempts: 1),
      FailedRequest(RequestFailure(.unanswered, "gone", key: key(8)), name: "odd", attempts: 6),
    ])
    run.status = .finished
    try ledger.finish(run)
    let all = try ledger.spending(run: nil)
    #expect(all.map(\.name) == ["even", "odd"])
    #expect(all.map(\.answers) == [2, 2])
    #expect(all[0].cost == nil && all[1].cost == 0.5)
    #expect(all[1].usage == TokenUsage(input: 20, cachedInput: 8, output: 10))
    #expect(try ledger.spending(run: run.id).map(\.answers) == [1, 2])
    #expect(try ledger.costs(ofAnswers: [key(3), key(2), key(7)]) == [0.25])
    let failed = try ledger.failedRequests(run: run.id)
    #expect(failed.map(\.kind) == ["refused", "unanswered"])
    #expect(failed.map(\.count) == [1, 1])
  }

  @Test("the latest calibration of a judge is found by endpoint, model and rubric")
  func calibrations() throws {
    let ledger = try Ledger.inMemory()
    let rubric = Rubric.standard(for: .classification)
    let judge = ModelIdentity(name: "a", endpoint: "https://h/v1", model: "m", family: "f")
    var record = CalibrationRecord(
      judge: judge,
      kind: .scores,
      rubric: rubric,
      promptVersion: "p",
      casesVersion: "c",
      cases: 50,
      repeats: 1
    )
    record.threshold = 0.5
    try ledger.record(record)
    record.threshold = 0.75
    record.isStable = true
    try ledger.record(record)
    let renamed = ModelIdentity(name: "b", endpoint: "https://h/v1", model: "m", family: "f")
    let found = try ledger.calibration(of: renamed, rubric: rubric.version, kind: .scores)
    #expect(found == record)
    #expect(try ledger.calibration(of: judge, rubric: rubric.version, kind: .pairs) == nil)
    #expect(try ledger.calibration(of: judge, rubric: "another", kind: .scores) == nil)
    let other = ModelIdentity(name: "a", endpoint: "https://i/v1", model: "m", family: "f")
    #expect(try ledger.calibration(of: other, rubric: rubric.version, kind: .scores) == nil)
  }
}
