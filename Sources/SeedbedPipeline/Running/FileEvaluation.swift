public import SeedbedData

/// What the synthetic rows of one file are worth beside the real rows of another, without a project.
///
/// So rows that another tool made can be measured by the same student on the same test rows as one's own.
public struct FileEvaluation: Sendable {
  /// The rows of one file.
  public struct Side: Sendable, Hashable {
    /// The file as the user named it.
    public var file: String
    /// How many rows with a label it has.
    public var rows: Int
    /// Rows that could not be read, or have no label.
    public var badRows: Int
    /// Rows that were left out because they are near-duplicates of a row that must not be known.
    public var leaking: Int
  }

  /// The real training rows.
  public var real: Side
  /// The synthetic training rows; those like a test row are left out.
  public var synthetic: Side
  /// The real test rows; those like a real training row are left out.
  public var test: Side
  /// What the students say.
  public var utility: UtilityReport

  /// Jaccard similarity from which a row counts as known already, as in a new project.
  private static let nearThreshold = 0.8

  /// Measures the rows of files.
  ///
  /// - Parameters:
  ///   - files: The real and the synthetic rows; the holdout are the test rows.
  ///   - group: A field by which real rows and what was made from them are left out together; rows that
  ///     Seedbed wrote name their parents themselves.
  ///   - options: What to measure.
  ///   - progress: Is told what is being done.
  /// - Returns: The measurement.
  /// - Throws: A usage error where there are no test rows or no labels; a `SeedbedError` or `BadRow` for a
  ///   file that cannot be read; `CancellationError`.
  public static func run(
    _ files: ComparedFiles,
    group: FieldPath? = nil,
    options: UtilityOptions,
    progress: @escaping @Sendable (UtilityEvaluation.Progress) -> Void = { _ in }
  ) async throws -> FileEvaluation {
    guard let tested = files.holdout else {
      throw SeedbedError(.usage, "an evaluation needs real test rows")
    }
    guard files.isOfTexts, let label = files.label else {
      throw SeedbedError(
        .data,
        "no field of `\(files.real.name)` was found to hold labels of texts",
        hint: "name the fields with `--text` and `--label`"
      )
    }
    progress(.init(stage: "reading", done: 0, total: 0))
    let reader = EvaluatedRows(label: label, group: group)
    let real = try reader.read(files.real), synthetic = try reader.read(files.synthetic)
    let test = try reader.read(tested)
    progress(.init(stage: "looking for leaks", done: 0, total: 0))
    let fresh = try await distinct(test.rows, from: real.rows, threads: options.threads)
    let clean = try await distinct(synthetic.rows, from: fresh, threads: options.threads)
    func side(_ file: TextFile, _ all: EvaluatedRows.Read, kept: Int) -> Side {
      Side(
        file: file.name,
        rows: all.rows.count,
        badRows: all.badRows,
        leaking: all.rows.count - kept
      )
    }
    let evaluation = UtilityEvaluation(
      real: real.rows,
      synthetic: clean,
      test: fresh,
      options: options
    )
    return FileEvaluation(
      real: side(files.real, real, kept: real.rows.count),
      synthetic: side(files.synthetic, synthetic, kept: clean.count),
      test: side(tested, test, kept: fresh.count),
      utility: try await evaluation.report(progress: progress)
    )
  }

  /// The rows that are no near-duplicates of others.
  private static func distinct(
    _ rows: [UtilityRow],
    from others: [UtilityRow],
    threads: Int
  ) async throws -> [UtilityRow] {
    var index = SimilarityIndex(threshold: nearThreshold)
    for sketch in try await TextSketch.sketches(of: others.map(\.text), threads: threads) {
      index.add(sketch)
    }
    let known = index
    return try await mapChunks(rows, threads: threads) { chunk in
      chunk.map { known.bestMatch(TextSketch($0.text)) == nil ? $0 : nil }
    }.compactMap(\.self)
  }

  /// The measurement as printed with `--json`.
  public var json: JSONObject {
    func document(_ side: Side) -> JSONValue {
      [
        "file": .string(side.file), "rows": .optional(side.rows),
        "bad_rows": .optional(side.badRows), "leaking_rows": .optional(side.leaking),
      ]
    }
    return [
      "real": document(real), "synthetic": document(synthetic), "test": document(test),
      "utility": .object(utility.json),
    ]
  }
}

/// Reads labelled rows, with what tells which of them belong together.
private struct EvaluatedRows {
  /// The rows of one file.
  struct Read {
    var rows: [UtilityRow] = []
    var badRows = 0
  }

  private static let rowsPerBatch = 4096

  let label: FieldPath
  let group: FieldPath?

  func read(_ file: TextFile) throws -> Read {
    var result = Read()
    var rows = try file.rows()
    while case let batch = try rows.nextBatch(Self.rowsPerBatch), !batch.isEmpty {
      try Task.checkCancellation()
      for row in batch {
        guard let label = row.label else {
          result.badRows += 1
          continue
        }
        let record = row.row.fields["seedbed"].map { mark in
          // In a table the object is the text of one cell.
          mark.string.flatMap { try? JSONParser.parse($0) } ?? mark
        }
        result.rows.append(
          UtilityRow(
            text: row.text,
            label: label,
            batch: record?["batch"]?.string,
            method: record?["method"]?.string,
            group: group?.value(in: row.row.fields).flatMap(Self.word)
              ?? record?["parents"]?.array?.first?.string ?? record?["id"]?.string
          )
        )
      }
    }
    result.badRows += rows.badRows
    guard !result.rows.isEmpty else {
      throw SeedbedError(
        .data,
        "no row of `\(file.name)` has a text and a label in `\(label)`",
        hint: "name the fields that all files have with `--text` and `--label`"
      )
    }
    return result
  }

  private static func word(_ value: JSONValue) -> String? {
    value.isNull ? nil : value.string ?? value.serialized()
  }
}
