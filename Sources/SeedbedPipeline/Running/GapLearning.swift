public import SeedbedData
public import SeedbedLearning

/// What learned gaps are looked for with, beside the real rows themselves.
public struct GapLearning: Sendable {
  /// A file of real rows without labels.
  public struct ReferenceFile: Sendable {
    /// The file to open.
    public var path: String
    /// What messages and reports call it.
    public var name: String
    /// What to do with a row that cannot be read; quarantine skips it, for the rows are not the project's own.
    public var onBadRow: BadRowPolicy
    /// The field that holds the text; nil stands for that of the real rows.
    public var text: FieldPath?

    /// Names a file.
    ///
    /// - Parameters:
    ///   - path: The file to open.
    ///   - name: What reports call it.
    ///   - onBadRow: What to do with a row that cannot be read.
    ///   - text: The field that holds the text, or nil for that of the real rows.
    public init(
      path: String,
      name: String,
      onBadRow: BadRowPolicy = .stop,
      text: FieldPath? = nil
    ) {
      self.path = path
      self.name = name
      self.onBadRow = onBadRow
      self.text = text
    }
  }

  /// The reference set, or nil.
  public var reference: ReferenceFile?
  /// What turns texts into vectors; nil for neither topics nor uncovered regions.
  public var embedder: (any Embedder)?

  /// Names what to look with.
  ///
  /// - Parameters:
  ///   - reference: The reference set, or nil.
  ///   - embedder: What turns texts into vectors, or nil.
  public init(reference: ReferenceFile? = nil, embedder: (any Embedder)? = nil) {
    self.reference = reference
    self.embedder = embedder
  }
}

/// The gaps that classifiers and vectors find, and what filling any cell is worth.
struct LearnedResult: Sendable {
  var gaps: [Gap]
  var report: LearnedReport
  /// Nil without labels.
  var errors: ExpectedErrors?

  /// Gaps that were found by counting, each with what filling its cell is worth.
  func weighed(_ gaps: [Gap]) -> [Gap] {
    gaps.map { gap in
      guard gap.kind == .missing || gap.kind == .thin else { return gap }
      var gap = gap
      gap.weight = errors?.weight(of: gap.cell, have: gap.have)
      return gap
    }
  }
}

extension GapLearning {
  /// Trains, embeds and looks, the same with a project and without.
  ///
  /// - Parameters:
  ///   - rows: The real rows.
  ///   - reference: The rows of the reference set with where they come from, or nil.
  ///   - seed: The seed of every draw.
  ///   - threads: The most threads.
  ///   - progress: Told what is being done.
  ///   - supply: For a cell, what there is to grow it from.
  /// - Returns: The gaps and the report.
  /// - Throws: What the embedder throws; `CancellationError`.
  func find(
    in rows: LearnedRows,
    reference: ReferenceSet?,
    seed: Int,
    threads: Int,
    progress: (String) -> Void,
    supply: (Cell) -> GapEvidence.Supply
  ) async throws -> LearnedResult {
    var vectors: VectorTable?, referenceVectors: VectorTable?
    if let embedder {
      progress("embedding")
      vectors = try await embedder.embed(rows.texts, threads: threads)
      if let reference {
        referenceVectors = try await embedder.embed(reference.rows.texts, threads: threads)
      }
    }
    try Task.checkCancellation()
    progress("learning")
    let evidence = LearnedEvidence(
      rows: rows,
      vectors: vectors,
      reference: reference?.rows,
      referenceVectors: referenceVectors,
      seed: UInt64(bitPattern: Int64(seed)),
      threads: threads
    )
    let findings = try await LearnedFindings.find(in: evidence)
    return LearnedResult(
      gaps: findings.gaps(in: evidence, supply: supply),
      report: LearnedReport(
        findings,
        in: evidence,
        embedder: embedder?.identity,
        reference: reference?.summary
      ),
      errors: ExpectedErrors(evidence)
    )
  }
}
