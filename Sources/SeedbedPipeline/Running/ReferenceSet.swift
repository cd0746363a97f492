import SeedbedData
import SeedbedText

/// The rows of a reference set, without those that are like a row of the sealed holdout.
struct ReferenceSet: Sendable {
  let rows: LearnedRows
  let summary: ReferenceSummary

  /// Reads a reference set.
  ///
  /// Whatever labels it has are not looked at. A row that is like one of the holdout would let what is tested be
  /// grown, so it is left out and counted.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - fields: Which field plays which part in the real rows.
  ///   - dimensions: The dimensions of the real rows.
  ///   - holdout: What is known of the sealed holdout.
  ///   - threads: The most threads.
  /// - Throws: A `SeedbedError` for a file that cannot be read or has no row left; a `BadRow`;
  ///   `CancellationError`.
  init(
    _ file: GapLearning.ReferenceFile,
    fields: FieldMap,
    dimensions: DimensionSet,
    holdout: LeakIndex?,
    threads: Int
  ) async throws {
    var reading = Configuration.Reading()
    reading.onBadRow = file.onBadRow == .quarantine ? .skip : file.onBadRow
    let (samples, badRows) = try Self.read(file, reading, Self.textFields(fields, file.text))
    let kept = try await Self.unlike(holdout, samples, threads: threads)
    summary = ReferenceSummary(
      name: file.name,
      rows: kept.count,
      likeHoldout: samples.count - kept.count,
      badRows: badRows
    )
    guard !kept.isEmpty else {
      throw SeedbedError(
        .gate,
        "every row of the reference set `\(file.name)` is like a row of the sealed holdout",
        hint: "the holdout is only for the final measurement: name other rows"
      )
    }
    rows = try await LearnedRows.measure(
      ids: kept.map(\.id),
      numbers: kept.map { $0.provenance.source.row ?? 0 },
      kept.map { DimensionInput(text: $0.text, label: nil, fields: $0.fields) },
      dimensions: dimensions,
      threads: threads
    )
  }

  /// Only what makes the text: a log has neither labels nor answers nor spans.
  private static func textFields(_ fields: FieldMap, _ text: FieldPath?) -> FieldMap {
    var only = FieldMap()
    only.text = text ?? fields.text
    only.input = fields.input
    only.context = fields.context
    only.conversation = text == nil ? fields.conversation : nil
    return only
  }

  private static func read(
    _ file: GapLearning.ReferenceFile,
    _ reading: Configuration.Reading,
    _ fields: FieldMap
  ) throws -> ([Sample], Int) {
    do {
      return try DataReader.samples(
        at: file.path,
        name: file.name,
        reading: reading,
        fields: fields,
        quarantine: nil
      )
    } catch let bad as BadRow {
      throw SeedbedError(
        .data,
        "row \(bad.row) of the reference set `\(file.name)` cannot be used: \(bad.reason)",
        hint: "name the field of its texts with `--text`, or leave such rows out with "
          + "`--on-bad-row skip`"
      )
    }
  }

  private static func unlike(
    _ holdout: LeakIndex?,
    _ samples: [Sample],
    threads: Int
  ) async throws -> [Sample] {
    guard let holdout, holdout.count > 0 else { return samples }
    let isLike = try await mapChunks(samples, threads: threads) { part in
      part.map { holdout.leak(TextSketch($0.comparisonText)) != nil || holdout.holds($0) }
    }
    return zip(samples, isLike).filter { !$1 }.map(\.0)
  }
}
