import GRDB
public import SeedbedData
public import SeedbedPipeline

extension Ledger {
  /// What people have looked at so far.
  ///
  /// A rejected candidate counts as looked at when somebody said more of it than that they skip it.
  ///
  /// - Parameter rule: When a version may be released.
  /// - Returns: Counts and the state of the newest version.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func reviewState(by rule: ReleaseRule) throws -> ReviewState {
    let log = ReviewLog(try reviewEvents(after: 0))
    let rejected = try read { db in
      try Int.fetchOne(
        db,
        sql: "SELECT count(DISTINCT sample) FROM candidates WHERE status = 'rejected'"
      ) ?? 0
    }
    let seen = log.samples.filter { sample in
      log.decisions(on: sample).contains { $0.verdict != .skip }
    }
    let reviewed = try read { db in
      try seen.count { sample in
        try Bool.fetchOne(
          db,
          sql: "SELECT count(*) > 0 FROM candidates WHERE sample = ? AND status = 'rejected'",
          arguments: [sample.hex]
        ) ?? false
      }
    }
    let newest = try newestVersion()
    return ReviewState(
      rejected: rejected,
      rejectedReviewed: reviewed,
      newestVersion: newest?.id,
      spotCheckPassed: newest.flatMap { rule.verdict(on: $0, log) },
      releasedVersion: try newestRelease()
    )
  }

  /// What people say of samples.
  ///
  /// - Returns: An opinion of each sample of which people said something that is to be learned from, by their ids.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func humanOpinions() throws -> [HumanOpinion] {
    let log = ReviewLog(try reviewEvents(after: 0))
    return try read { db in try log.opinions { try Self.sample($0, db) } }
  }

  /// The newest of the versions that were released.
  private func newestRelease() throws -> String? {
    try read { db in
      try String.fetchOne(
        db,
        sql: """
          SELECT v.id FROM versions AS v JOIN releases AS r ON r.version = v.id
          ORDER BY v.number DESC LIMIT 1
          """
      )
    }
  }
}
