public import SeedbedData

/// Puts real and accepted synthetic samples together into a version, and refuses one that leaks.
public enum VersionBuilder {
  /// Builds a version.
  ///
  /// - Parameters:
  ///   - real: Real samples with their parts; those reserved as seeds of the evaluation suite enter no
  ///     part, but their children may not lie in another.
  ///   - synthetic: Accepted synthetic samples with their parts.
  ///   - holdout: What is known of the holdout.
  ///   - seal: The seal of the holdout.
  ///   - threshold: Jaccard similarity from which two samples are near-duplicates.
  ///   - run: The run that makes the version.
  ///   - threads: The most threads.
  /// - Returns: The version, with the proof that nothing crosses.
  /// - Throws: A gate error when anything crosses; `CancellationError`.
  public static func build(
    real: [Sample],
    synthetic: [Sample],
    holdout: LeakIndex,
    seal: String?,
    threshold: Double,
    run: String,
    threads: Int
  ) async throws -> DatasetVersion {
    let reserved = real.filter { $0.split == .syntheticEval }
    let samples = real.filter { $0.split != .syntheticEval } + synthetic
    let sketches = try await TextSketch.sketches(
      of: samples.map(\.comparisonText),
      threads: threads
    )
    let scan = LeakScanner.scan(
      samples,
      sketches: sketches,
      reserved: reserved,
      holdout: holdout,
      threshold: threshold
    )
    guard scan.isClean else { throw refusal(of: scan) }
    return DatasetVersion(
      run: run,
      holdoutSeal: seal,
      members: samples.compactMap { sample in
        sample.split.map {
          DatasetVersion.Member(sample: sample.id, split: $0, origin: sample.origin)
        }
      },
      leakScan: scan
    )
  }

  private static func refusal(of scan: LeakScan) -> SeedbedError {
    let first = scan.leaks.first.map { leak in
      "; the first: \(leak.sample.short) in \(leak.split) and \(leak.other.prefix(10)) in "
        + leak.otherSplit
    }
    return SeedbedError(
      .gate,
      "the version would leak: \(scan.leaks.count) pairs of near-duplicates and "
        + "\(scan.crossingGroups) groups lie in more than one part" + (first ?? ""),
      hint: "no version was made; `seedbed trace ID` shows where a sample comes from"
    )
  }
}
