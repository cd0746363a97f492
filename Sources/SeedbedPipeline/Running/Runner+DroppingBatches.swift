public import SeedbedData

extension Runner {
  /// Makes a version without the samples of one batch; the version it starts from stays as it is.
  ///
  /// - Parameters:
  ///   - batch: The batch's id.
  ///   - version: The version to start from.
  ///   - samples: Its samples, each with its part.
  /// - Returns: The new version.
  /// - Throws: A gate error when the version has no sample of the batch, or would leak.
  public func drop(
    batch: String,
    from version: DatasetVersion,
    samples: [Sample]
  ) async throws -> DatasetVersion {
    let kept = samples.filter { $0.provenance.batch != batch }
    guard kept.count < samples.count else {
      throw SeedbedError(
        .notFound,
        "version \(version.id.prefix(12)) has no sample of batch \(batch.prefix(12))",
        hint: "`seedbed version show` lists the batches of a version"
      )
    }
    return try await recorded("drop-batch", key: batch) { run in
      let holdout = try openHoldout(run: run)
      let threshold = configuration.deduplication.nearThreshold
      let leaks = try await holdout?.leakIndex(threshold: threshold, threads: options.threads)
      // Seeds of the evaluation suite are in no part, but tie their children together.
      let reserved = try journal.realSamples().filter { $0.split == .syntheticEval }
      let made = try await VersionBuilder.build(
        real: kept.filter { $0.origin == .real } + reserved,
        synthetic: kept.filter { $0.origin == .synthetic },
        holdout: leaks ?? .empty,
        seal: holdout?.seal,
        threshold: threshold,
        run: run.id,
        threads: options.threads
      )
      try journal.record(made)
      run.version = made.id
      run.summary = ["version": .string(made.id), "dropped_batch": .string(batch)]
      return made
    }
  }
}
