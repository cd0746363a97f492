import FoundationEssentials
import GRDB
import SeedbedData
public import SeedbedPipeline
import Synchronization

/// The store in which a project keeps every sample, finding and version, and where each came from.
///
/// It is one SQLite file in write-ahead mode, so that a reader and a writer do not wait for each
/// other. Each call is one transaction: a process that dies in the middle of it leaves no trace.
/// Samples and verdicts are only ever added; versions never change. What the rules demand of a row
/// is demanded by the schema too, so that no other way into the file gets around it.
///
///     let ledger = try Ledger(path: ".seedbed/ledger.sqlite")
///     let trace = try ledger.trace(idPrefix: "3f9a")
///
/// No call may be made from inside the closure of another one's transaction; the closures that the
/// ledger lends samples to run outside of any.
public final class Ledger: RunJournal {
  let database: DatabaseQueue
  let place: String
  let clock: @Sendable () -> Int
  /// The run that this process is in, to which new batches belong.
  let openRun = Mutex<String?>(nil)

  /// Opens the ledger in a file, and makes the file and its folder where there is none.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - patience: How many seconds to wait for another process that is writing, from 0.
  ///   - clock: Tells the time in seconds since 1970; the time enters records but never ids.
  /// - Throws: A `SeedbedError` when the file cannot be opened, is damaged, is no ledger, was
  ///   written by a newer program, or stays locked.
  public convenience init(
    path: String,
    patience: Double = 5,
    clock: @escaping @Sendable () -> Int = Ledger.systemClock
  ) throws {
    try Self.makeFolder(of: path)
    let database: DatabaseQueue
    do {
      database = try DatabaseQueue(path: path, configuration: Self.settings(patience: patience))
    } catch {
      throw LedgerFailure.error(error, at: path)
    }
    try self.init(database, place: path, clock: clock)
  }

  /// Opens a ledger that lives as long as the value that is returned.
  ///
  /// - Parameter clock: Tells the time in seconds since 1970.
  /// - Returns: An empty ledger.
  /// - Throws: A `SeedbedError` when there is no memory for it.
  public static func inMemory(
    clock: @escaping @Sendable () -> Int = Ledger.systemClock
  ) throws -> Ledger {
    let place = "in memory"
    do {
      return try Ledger(
        DatabaseQueue(configuration: settings(patience: 5)),
        place: place,
        clock: clock
      )
    } catch {
      throw LedgerFailure.error(error, at: place)
    }
  }

  /// The time of the system, in whole seconds since 1970.
  ///
  /// - Returns: Seconds since 1970.
  public static func systemClock() -> Int { Int(Date().timeIntervalSince1970) }

  private init(
    _ database: DatabaseQueue,
    place: String,
    clock: @escaping @Sendable () -> Int
  ) throws {
    self.database = database
    self.place = place
    self.clock = clock
    do {
      // Looked at before anything is written, so that somebody else's database stays as it is.
      try database.read { try LedgerSchema.refuseStrangers($0, at: place) }
      try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
      try LedgerSchema.migrator.migrate(database)
    } catch {
      throw LedgerFailure.error(error, at: place)
    }
  }

  /// Reads from one consistent state.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try database.read(body)
    } catch {
      throw LedgerFailure.error(error, at: place)
    }
  }

  /// Writes all that the closure writes, or nothing when it throws.
  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    do {
      return try database.write(body)
    } catch {
      throw LedgerFailure.error(error, at: place)
    }
  }

  private static func settings(patience: Double) -> GRDB.Configuration {
    var settings = GRDB.Configuration()
    settings.label = "ledger"
    settings.busyMode = .timeout(max(0, patience))
    settings.foreignKeysEnabled = true
    settings.prepareDatabase { db in
      // In write-ahead mode this cannot damage the file; only the last commits before a power cut
      // may be missing. The cache (in KiB) holds the indexes of some 100,000 samples.
      try db.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536")
    }
    return settings
  }

  private static func makeFolder(of path: String) throws {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    let folder = String(path[..<slash])
    do {
      try FileManager.default.createDirectory(
        atPath: folder,
        withIntermediateDirectories: true
      )
    } catch {
      throw SeedbedError(
        .inputOutput,
        "the folder `\(folder)` for the ledger cannot be made",
        hint: "check that the path is right and that you may write there",
        cause: String(describing: error)
      )
    }
  }
}
