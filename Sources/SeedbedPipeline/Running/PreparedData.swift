public import SeedbedData
import SeedbedText

/// The real data, read and put in order: what every stage starts from.
public struct PreparedData: Sendable {
  /// The record of the reading.
  public var data: DataImport
  /// Real samples outside the holdout, each with its part.
  public var samples: [Sample]
  /// Their sketches, in the same order.
  public var sketches: [TextSketch]
  /// The root of each sample's group of near-duplicates.
  public var groups: [Int]
  /// How much of them repeats itself.
  public var redundancy: Redundancy
  /// The sealed holdout; nil only where its rule was set aside.
  var holdout: SealedHoldout?
  /// What is known of the holdout.
  var leakIndex: LeakIndex?
  /// Samples that enter no version: exact duplicates, and rows like the holdout.
  var left: Set<SampleID>
  /// Samples that may not be varied: those, and equal texts with different labels.
  var unfitSeeds: Set<SampleID>

  /// The samples that count: all but those that are left out.
  public var counted: [Sample] { countedPlaces.map { samples[$0] } }

  /// Their places among all samples.
  var countedPlaces: [Int] { samples.indices.filter { !left.contains(samples[$0].id) } }
}

extension Runner {
  /// Reads the real data, finds what repeats, assigns parts, and enforces the stop rules.
  ///
  /// - Parameter run: The run under which overrides are recorded.
  /// - Returns: The data that every stage starts from.
  /// - Throws: A gate error for a stop rule; a `SeedbedError` or `BadRow` for data that cannot be read.
  func prepare(run: RunRecord) async throws -> PreparedData {
    report("reading")
    let holdout = try openHoldout(run: run)
    let leakIndex = try await holdout?.leakIndex(
      threshold: configuration.deduplication.nearThreshold,
      threads: options.threads
    )
    let (read, badRows) = try DataReader.samples(
      at: project.dataPath,
      name: configuration.data.path,
      reading: configuration.data.reading,
      fields: configuration.fields,
      quarantine: project.quarantinePath
    )
    // By id, so that nothing that follows depends on the order of the file.
    var samples = read.filter { !(leakIndex?.holds($0) ?? false) }.sorted { $0.id < $1.id }
    guard !samples.isEmpty else {
      throw SeedbedError(.data, "every row of `\(configuration.data.path)` is in the holdout")
    }
    report("comparing", 0, of: samples.count)
    let sketches = try await TextSketch.sketches(
      of: samples.map(\.comparisonText),
      threads: options.threads
    )
    let threshold = configuration.deduplication.nearThreshold
    var groups = Groups.nearDuplicates(sketches, threshold: threshold)
    let roots = groups.roots()
    let splits = RealSplitter(
      shares: configuration.splits,
      evaluationSuite: configuration.generation.evaluationSuite,
      seed: configuration.seed
    ).splits(of: samples, groups: roots)
    for index in samples.indices { samples[index].split = splits[index] }
    let redundancy = Redundancy(samples, sketches: sketches, roots: roots)
    try enforceDuplicates(redundancy, run: run)
    let leaked = try enforceLeaks(samples, sketches, leakIndex, run: run)
    let data = DataImport(samples: samples, file: configuration.data.path, badRows: badRows)
    try journal.replaceRealData(samples, data)
    let left = leaked.union(redundancy.exact.map(\.removed))
    let conflicting = redundancy.conflicts.flatMap { [$0.removed, $0.kept] }
    return PreparedData(
      data: data,
      samples: samples,
      sketches: sketches,
      groups: roots,
      redundancy: redundancy,
      holdout: holdout,
      leakIndex: leakIndex,
      left: left,
      unfitSeeds: left.union(conflicting)
    )
  }

  func openHoldout(run: RunRecord) throws -> SealedHoldout? {
    do {
      return try SealedHoldout(openingAt: project.holdoutPath)
    } catch let error as SeedbedError where error.message.hasPrefix("there is no sealed") {
      try enforce(
        .holdout,
        finding: error.message,
        hint: "seal one with `seedbed init`",
        run: run
      )
      return nil
    }
  }

  private func enforceDuplicates(_ redundancy: Redundancy, run: RunRecord) throws {
    let limit = configuration.deduplication.maximumDuplicateShare
    guard redundancy.exactShare > limit else { return }
    try enforce(
      .duplicates,
      finding: "\(redundancy.exact.count) of \(redundancy.samples) real samples repeat "
        + "another one exactly; \(limit) is the most that `maximum_duplicate_share` allows",
      hint: "remove them at the source: more rows would multiply them",
      run: run
    )
  }

  private func enforceLeaks(
    _ samples: [Sample],
    _ sketches: [TextSketch],
    _ holdout: LeakIndex?,
    run: RunRecord
  ) throws -> Set<SampleID> {
    guard let holdout else { return [] }
    let leaking = samples.indices.filter { holdout.leak(sketches[$0]) != nil }
    guard let first = leaking.first else { return [] }
    let source = samples[first].provenance.source
    try enforce(
      .leaks,
      finding: "\(leaking.count) training samples are like a row of the holdout, the first in "
        + "row \(source.row ?? 0) of `\(source.id)`",
      hint: "remove them from the training data",
      run: run
    )
    return Set(leaking.map { samples[$0].id })
  }
}
