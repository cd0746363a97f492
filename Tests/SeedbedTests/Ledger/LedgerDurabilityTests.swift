import Foundation
import GRDB
import SeedbedData
import SeedbedKernels
import SeedbedLedger
import Testing

@Suite("Ledger: crashes, damage and other processes")
struct LedgerDurabilityTests {
  @Test("a process that dies leaves all that was recorded and nothing of what was not")
  func killed() throws {
    try LedgerFixture.withFolder { folder in
      let path = folder + "/ledger.sqlite"
      let ledger = try Ledger(path: path)
      let grown = try LedgerFixture.grown(ledger)
      // A transaction so large for its cache that its pages reach the file before it ends.
      let other = try DatabaseQueue(path: path)
      try other.inDatabase { db in
        try db.execute(sql: "PRAGMA cache_size = 1; BEGIN IMMEDIATE")
        for quota in 0..<20_000 {
          try db.execute(
            sql: "INSERT INTO generated_quotas VALUES ('unfinished', 0, ?)",
            arguments: [quota]
          )
        }
        for suffix in ["", "-wal"] {
          try FileManager.default.copyItem(
            atPath: path + suffix,
            toPath: folder + "/copy.sqlite" + suffix
          )
        }
        try db.execute(sql: "ROLLBACK")
      }
      let size =
        try FileManager.default.attributesOfItem(
          atPath: folder + "/copy.sqlite-wal"
        )[.size] as? Int
      #expect(try #require(size) > 100_000)
      let survivor = try Ledger(path: folder + "/copy.sqlite")
      #expect(try survivor.generatedQuotas(plan: "unfinished", round: 0).isEmpty)
      #expect(try survivor.candidates(plan: "plan-a") == grown.candidates)
      #expect(try survivor.version(prefix: "latest") == grown.version)
      #expect(try survivor.integrityProblems().isEmpty)
    }
  }

  @Test("what a closed ledger held is there when it is opened again")
  func reopened() throws {
    try LedgerFixture.withFolder { folder in
      let path = folder + "/ledger.sqlite"
      let grown = try LedgerFixture.grown(Ledger(path: path))
      let ledger = try Ledger(path: path)
      #expect(try ledger.realSamples() == grown.reals)
      #expect(try ledger.candidates(plan: "plan-a") == grown.candidates)
      #expect(try ledger.runs() == [grown.run])
    }
  }

  @Test(
    "a file that is no database is named and left as it is",
    arguments: [
      "hello, this is not a database at all", String(repeating: "\u{7f}ELF", count: 2_000),
    ]
  )
  func notADatabase(content: String) throws {
    try LedgerFixture.withFolder { folder in
      let path = folder + "/ledger.sqlite"
      try content.write(toFile: path, atomically: false, encoding: .utf8)
      let error = #expect(throws: SeedbedError.self) { try Ledger(path: path) }
      #expect(error?.code == .ledger)
      #expect(error?.message == "`\(path)` is not a ledger: it is no SQLite database")
      #expect(error?.hint != nil)
      #expect(try String(contentsOfFile: path, encoding: .utf8) == content)
    }
  }

  @Test("a database of another program is refused and left as it is")
  func strangersDatabase() throws {
    try LedgerFixture.withFolder { folder in
      let path = folder + "/other.sqlite"
      let other = try DatabaseQueue(path: path)
      try other.write { try $0.execute(sql: "CREATE TABLE bookmarks (url TEXT)") }
      let before = try Data(contentsOf: URL(fileURLWithPath: path))
      let error = #expect(throws: SeedbedError.self) { try Ledger(path: path) }
      #expect(error?.message == "`\(path)` is a database of another program, not a ledger")
      #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }
  }

  @Test("a ledger of a newer program is refused with the migration it has")
  func newer() throws {
    try LedgerFixture.withFolder { folder in
      let path = folder + "/ledger.sqlite"
      _ = try Ledger(path: path)
      try DatabaseQueue(path: path).write {
        try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('m999_future')")
      }
      let error = #expect(throws: SeedbedError.self) { try Ledger(path: path) }
      #expect(error?.code == .ledger)
      #expect(error?.message == "the ledger `\(path)` was written by a newer version of seedbed")
      #expect(error?.cause == "unknown migration `m999_future`")
      #expect(error?.hint == "update seedbed")
    }
  }

  @Test("a ledger that another process is writing to is called locked, but can be read")
  func locked() throws {
    try LedgerFixture.withFolder { folder in
      let path = folder + "/ledger.sqlite"
      let ledger = try Ledger(path: path, patience: 0.05)
      let grown = try LedgerFixture.grown(ledger)
      let other = try DatabaseQueue(path: path)
      try other.inDatabase { db in
        try db.execute(sql: "BEGIN IMMEDIATE")
        let error = #expect(throws: SeedbedError.self) { try ledger.recordOutcomes([]) }
        #expect(error?.code == .ledger)
        #expect(error?.message == "the ledger `\(path)` is locked by another process")
        #expect(error?.hint?.contains("wait until the other seedbed command has finished") == true)
        #expect(try ledger.realSamples() == grown.reals)
        try db.execute(sql: "ROLLBACK")
      }
      try ledger.recordOutcomes(grown.candidates)
    }
  }

  @Test("a path that cannot be a file is an error that names it")
  func impossiblePaths() throws {
    try LedgerFixture.withFolder { folder in
      let directory = #expect(throws: SeedbedError.self) { try Ledger(path: folder) }
      #expect(directory?.message.contains(folder) == true)
      #expect(directory?.code == .inputOutput)
      try "x".write(toFile: folder + "/file", atomically: false, encoding: .utf8)
      let below = #expect(throws: SeedbedError.self) { try Ledger(path: folder + "/file/l.sqlite") }
      #expect(below?.message.contains("the folder `\(folder)/file`") == true)
    }
  }

  @Test("random damage to the file gives an error or an answer, never a crash", arguments: 0..<120)
  func damage(seed: Int) throws {
    try LedgerFixture.withFolder { folder in
      let path = folder + "/ledger.sqlite"
      let id = try LedgerFixture.grown(Ledger(path: path)).candidates[0].sample.id
      var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      var random = LedgerTestRandom(state: UInt64(seed))
      if seed % 10 == 0 { bytes.removeLast(random.next(below: bytes.count)) }
      for _ in 0..<(1 << random.next(below: 9)) where !bytes.isEmpty {
        bytes[random.next(below: bytes.count)] = UInt8(random.next(below: 256))
      }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      do {
        let ledger = try Ledger(path: path)
        let calls: [() throws -> Void] = [
          { _ = try ledger.realSamples() }, { _ = try ledger.candidates(plan: "plan-a") },
          { _ = try ledger.trace(idPrefix: id.hex) }, { _ = try ledger.versions() },
          { _ = try ledger.samples(in: ledger.version(prefix: "latest")) },
          { _ = try ledger.batchSummary() }, { _ = try ledger.runs() },
          { _ = try ledger.overrides() }, { _ = try ledger.integrityProblems() },
        ]
        for call in calls {
          do { try call() } catch is SeedbedError {}
        }
      } catch is SeedbedError {}
    }
  }

  @Test("a damaged page is found by the check of the whole file")
  func damagedPages() throws {
    try LedgerFixture.withFolder { folder in
      let path = folder + "/ledger.sqlite"
      _ = try LedgerFixture.grown(Ledger(path: path))
      #expect(try Ledger(path: path).integrityProblems().isEmpty)
      var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
      for index in bytes.count / 2..<bytes.count { bytes[index] = 0xAA }
      try Data(bytes).write(to: URL(fileURLWithPath: path))
      var found: [String] = []
      do { found = try Ledger(path: path).integrityProblems() } catch let error as SeedbedError {
        #expect(error.code == .ledger)
        found = [error.message]
      }
      #expect(found.contains { $0.contains("damaged") }, "\(found.prefix(3))")
    }
  }

  @Test("rows that break a rule behind the schema's back are found")
  func brokenRules() throws {
    try LedgerFixture.withFolder { folder in
      let path = folder + "/ledger.sqlite"
      let grown = try LedgerFixture.grown(Ledger(path: path))
      try DatabaseQueue(path: path).write { db in
        try db.execute(
          sql: """
            DROP TRIGGER versions_never_change;
            UPDATE versions SET holdout_seal = 'forged';
            DROP TRIGGER verdicts_never_change;
            UPDATE verdicts SET outcome = 'fail' WHERE check_name = 'label_kept';
            """
        )
      }
      let id = grown.candidates[0].sample.id.hex, version = grown.version.id
      #expect(
        try Ledger(path: path).integrityProblems() == [
          "the version `\(version)` has a synthetic member that had not passed every check",
          "the candidate `\(id)` is accepted though a check did not pass",
          "the version `\(version)` cannot be restored: the ledger holds a version `\(version)` "
            + "whose members are not those it was made of",
        ]
      )
    }
  }
}
