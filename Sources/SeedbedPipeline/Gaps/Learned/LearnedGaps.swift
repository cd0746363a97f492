public import SeedbedData
import SeedbedLearning

extension LearnedFindings {
  /// The findings as gaps, each with its decision and its reason.
  ///
  /// Wrong labels come first, for they spoil every other number. Then cells and pairs by the errors that
  /// filling them is expected to avoid, then what has no such number.
  ///
  /// - Parameters:
  ///   - evidence: What the findings were found in.
  ///   - supply: For a cell, what there is to grow it from.
  /// - Returns: The gaps, the most urgent first.
  public func gaps(
    in evidence: LearnedEvidence,
    supply: (Cell) -> GapEvidence.Supply
  ) -> [Gap] {
    let wording = GapWording(
      evidence: evidence,
      errors: ExpectedErrors(topics.map(evidence.adding) ?? evidence)
    )
    let cells =
      sparseCells.map { wording.gap($0, supply) }
      + weakSlices.map { wording.gap($0, supply) }
      + confusablePairs.map { wording.gap($0, supply) }
      + (uncovered.map { found in found.regions.map { wording.gap($0, of: found, supply) } } ?? [])
    let order = cells.indices.sorted {
      (cells[$1].weight ?? 0, $0) < (cells[$0].weight ?? 0, $1)
    }
    return wording.gaps(mislabelled) + order.map { cells[$0] } + wording.gaps(surface)
      + shortcuts.map { wording.gap($0) }
  }
}

/// Puts findings into words.
private struct GapWording {
  let evidence: LearnedEvidence
  let errors: ExpectedErrors?
  let needs: LearnedNeeds

  init(evidence: LearnedEvidence, errors: ExpectedErrors?) {
    self.evidence = evidence
    self.errors = errors
    needs = LearnedNeeds(evidence)
  }

  func gaps(_ found: MislabelledRows) -> [Gap] {
    guard !found.rows.isEmpty else { return [] }
    return [
      Gap(
        .mislabelled,
        cell: Cell([]),
        have: found.rows.count,
        need: found.rows.count,
        evidence: "\(found.rows.count) labels are no more probable than one drawn at random; "
          + "about \(percent(found.precision)) of these are wrong",
        examples: ids(found.rows.map(\.row)),
        rows: numbers(found.rows.map(\.row)),
        decision: .repair,
        reason: "correct or remove these rows first: whatever grows from them is wrong too"
      )
    ]
  }

  func gap(_ sparse: SparseCell, _ supply: (Cell) -> GapEvidence.Supply) -> Gap {
    let need = Int(sparse.expected.rounded())
    let grown = CoverageDetector.decide(supply(sparse.cell), deficit: need - sparse.have)
    let isKnown = sparse.basis == .reference
    return Gap(
      sparse.have == 0 ? .missing : .thin,
      cell: sparse.cell,
      have: sparse.have,
      need: need,
      evidence: isKnown
        ? "\(sparse.have) rows; by its \(percent(sparse.share)) of the reference set it would "
          + "have \(need)"
        : "\(sparse.have) rows; by the shares of its values it would have \(need)",
      decision: isKnown ? grown.0 : .collect,
      reason: isKnown
        ? grown.1 : "real rows, or a reference set, would tell whether this is a hole or a rule",
      weight: errors?.avoided(in: sparse.cell, have: sparse.have, share: sparse.share)
    )
  }

  func gap(_ weak: WeakSlice, _ supply: (Cell) -> GapEvidence.Supply) -> Gap {
    let (adding, suffices) = needs.growth(of: weak)
    let why =
      suffices
      ? "by the learning curve \(adding) rows more bring it to the errors of elsewhere"
      : "by the learning curve twice its rows help, but leave it worse than elsewhere"
    let (decision, reason) =
      isPlannable(weak.cell)
      ? decide(supply(weak.cell), adding: adding, why)
      : (.collect, "no method writes about one topic: collect or write rows about it")
    return Gap(
      .weak,
      cell: weak.cell,
      have: weak.rows,
      need: weak.rows + adding,
      evidence: "\(weak.errors) of \(weak.rows) are mistaken, \(percent(weak.rate.estimate)) "
        + "(\(percent(weak.rate.lower)) to \(percent(weak.rate.upper))); elsewhere "
        + percent(weak.otherRate),
      examples: ids(weak.examples),
      rows: numbers(weak.examples),
      decision: decision,
      reason: reason,
      weight: errors?.weight(of: weak.cell, have: weak.rows)
    )
  }

  func gap(_ pair: ConfusablePair, _ supply: (Cell) -> GapEvidence.Supply) -> Gap {
    let short = needs.lacking(pair)
    let cell = Cell([Cell.Coordinate(DimensionName.label, short.label)])
    let (mistaken, have) = (pair.forth + pair.back, needs.have(short.label))
    let lacking = isPlannable(cell) ? short.rows : 0
    // Of the label's errors only those with the other label count.
    let weight = errors.flatMap { errors in
      let part = pair.rate.estimate / max(errors.errorRate(in: cell), pair.rate.estimate)
      return errors.weight(of: cell, have: have).map { part * $0 }
    }
    let (decision, reason) =
      lacking > 0
      ? decide(supply(cell), adding: lacking, "it lacks \(lacking) rows beside the other labels")
      : (.collect, "write down what tells the two labels apart, and collect rows near the boundary")
    return Gap(
      .confusable,
      cell: cell,
      have: have,
      need: have + lacking,
      evidence: "\(mistaken) rows of `\(pair.label)` and `\(pair.other)` are taken for each other "
        + "(\(pair.forth) and \(pair.back)), \(percent(pair.rate.estimate)) of both",
      examples: ids(pair.examples + pair.otherExamples),
      rows: numbers(pair.examples + pair.otherExamples),
      decision: decision,
      reason: reason,
      weight: weight
    )
  }

  func gap(
    _ region: UncoveredRegion,
    of found: UncoveredRegions,
    _ supply: (Cell) -> GapEvidence.Supply
  ) -> Gap {
    let cell =
      region.cell ?? Cell(region.label.map { [Cell.Coordinate(DimensionName.label, $0)] } ?? [])
    let have = region.cell.map { evidence.rows.count(in: $0) } ?? 0
    let adding = region.cell == nil ? region.rows.count : needs.adding(to: region)
    let (decision, reason) =
      region.cell.map {
        decide(supply($0), adding: adding, "by its share it would have \(adding) rows")
      } ?? (.collect, "label some of these rows: what is not known can hardly be made up")
    let shown = region.rows.prefix(5)
    return Gap(
      .uncovered,
      cell: cell,
      have: have,
      need: have + adding,
      evidence: "`\(region.name)`: \(region.rows.count) of \(found.asked) reference rows "
        + "have no training row near (\(percent(region.trainingShare)) of training rows are as far)",
      examples: evidence.reference?.ids(of: shown) ?? [],
      rows: evidence.reference?.numbers(of: shown) ?? [],
      decision: decision,
      reason: reason,
      weight: errors?.avoided(in: cell, have: have, share: region.share.estimate)
    )
  }

  func gaps(_ surface: [SurfaceComparison]) -> [Gap] {
    let clean = surface.filter(\.isTooClean)
    guard !clean.isEmpty else { return [] }
    let words = clean.map {
      "\($0.index.rawValue) \(percent($0.training.estimate)), in the reference set "
        + percent($0.reference.estimate)
    }
    return [
      Gap(
        .tooClean,
        cell: Cell([]),
        have: evidence.rows.count,
        need: evidence.rows.count,
        evidence: words.joined(separator: "; "),
        decision: .collect,
        reason: "vary the rows by methods of noise, casing and punctuation up to these rates"
      )
    ]
  }

  func gap(_ shortcut: ShortcutWord) -> Gap {
    let cell = Cell([Cell.Coordinate(DimensionName.label, shortcut.label)])
    let have = needs.have(shortcut.label)
    return Gap(
      .shortcut,
      cell: cell,
      have: have,
      need: have,
      evidence: "`\(shortcut.token)` alone tells the label in "
        + "\(percent(shortcut.accuracy.estimate)) of \(shortcut.rows) rows; "
        + "\(percent(shortcut.coverage)) of the label's rows have it",
      decision: shortcut.kind == .word ? .leave : .collect,
      reason: shortcut.kind == .word
        ? "read some rows: if the word is what the label means, all is well"
        : "collect rows of the label without it, and rows of other labels with it"
    )
  }

  /// Whether a cell has only dimensions that rows can be grown by: a topic is found and not declared.
  private func isPlannable(_ cell: Cell) -> Bool {
    cell.coordinates.allSatisfy { evidence.rows.dimensions.contains($0.dimension) }
  }

  /// Whether a cell can be grown, with why it is to grow by so many where it can.
  private func decide(
    _ supply: GapEvidence.Supply,
    adding: Int,
    _ why: String
  ) -> (GapDecision, String) {
    let (decision, reason) = CoverageDetector.decide(supply, deficit: adding)
    return (decision, decision == .fill ? "\(reason); \(why)" : reason)
  }

  private func ids(_ rows: [Int]) -> [SampleID] { evidence.rows.ids(of: rows.prefix(5)) }

  private func numbers(_ rows: [Int]) -> [Int] { evidence.rows.numbers(of: rows.prefix(5)) }

  /// A share in percent, with one decimal below ten.
  private func percent(_ share: Double) -> String {
    let tenths = Int((share * 1000).rounded())
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10) %" : "\((tenths + 5) / 10) %"
  }
}
