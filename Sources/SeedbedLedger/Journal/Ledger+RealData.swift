import GRDB
public import SeedbedData

extension Ledger {
  /// Makes samples the current real data; earlier ones stay, so that versions keep their members.
  ///
  /// - Parameters:
  ///   - samples: Real samples in the order of the file.
  ///   - data: What was read.
  /// - Throws: A `SeedbedError` when a sample is not real, or the ledger cannot be written.
  public func replaceRealData(_ samples: [Sample], _ data: DataImport) throws {
    try write { db in
      if let synthetic = samples.first(where: { $0.origin != .real }) {
        throw SeedbedError(
          .gate,
          "the sample `\(synthetic.id.hex)` is synthetic and cannot be taken for real data",
          hint: "leave the rows out that have an object `seedbed` with \"origin\": \"synthetic\""
        )
      }
      for index in StorageOrder.of(samples.map(\.id)) { try SampleRow.putReal(samples[index], db) }
      // Reading the same file in every run must not make the ledger grow.
      if try !ImportRow.isCurrent(data, samples, db) { try ImportRow.add(data, samples, db) }
    }
  }

  /// The current real data's record.
  ///
  /// - Returns: The record, or nil before the first import.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func currentImport() throws -> DataImport? { try read(ImportRow.current) }

  /// The current real data in the order of the file.
  ///
  /// - Returns: The samples; none before the first import.
  /// - Throws: A `SeedbedError` when the ledger cannot be read.
  public func realSamples() throws -> [Sample] {
    try read { db in
      guard let number = try ImportRow.currentNumber(db) else { return [] }
      return try Array(
        Row.fetchCursor(db, sql: LedgerQuery.realSamples, arguments: [number])
          .map { try SampleRow.sample($0, db) }
      )
    }
  }

  /// Records the parts, difficulties and tags of samples, and which real ones are duplicates.
  ///
  /// A real sample that is given and is not among the duplicates is one no longer.
  ///
  /// - Parameters:
  ///   - samples: Samples that are in the ledger; others are passed over.
  ///   - realDuplicates: One decision for each real sample that another one stands for.
  /// - Throws: A `SeedbedError` when the ledger cannot be written.
  public func update(_ samples: [Sample], realDuplicates: [DuplicateDecision]) throws {
    try write { db in
      for index in StorageOrder.of(samples.map(\.id)) {
        let sample = samples[index]
        try SampleRow.mark(sample, db)
        if sample.origin == .real { try DuplicateRow.forget(sample.id, db) }
      }
      for decision in realDuplicates { try DuplicateRow.put(decision, db) }
    }
  }
}
