public import SeedbedData
public import SeedbedText

/// The real samples that generation may read.
///
/// They are those of the training part, and those reserved as seeds of the evaluation suite. It cannot be
/// made from holdout rows.
public struct SeedRows: Sendable {
  /// Where samples of a quota's part are taken from.
  struct Pool: Sendable {
    var samples: [Sample]
    /// The value of each sample in each dimension of the project.
    var values: [[String]]
  }

  let pools: [Split: Pool]
  let dimensions: [String]
  /// The words that the labels of the training samples hang on.
  let keywords: LabelKeywords

  /// The values that the marked spans of the training samples have.
  public var spanValues: SpanValues {
    let train = pools[.train]?.samples ?? []
    return SpanValues(learning: train.flatMap(\.spans).map { ($0.label, $0.text) })
  }

  /// Takes the real samples that may be varied.
  ///
  /// Left out are samples of the validation part, samples with spans that do not fit their text, and
  /// those in `excluded`.
  ///
  /// - Parameters:
  ///   - samples: Real samples with their split assigned.
  ///   - excluded: Samples not to be varied: duplicates, and texts with conflicting labels.
  ///   - holdout: What is known of the sealed holdout.
  ///   - dimensions: The dimensions of the project.
  ///   - threads: The most threads.
  /// - Throws: A gate error when a sample is in the holdout; `CancellationError`.
  public init(
    _ samples: [Sample],
    excluding excluded: Set<SampleID>,
    sealedFrom holdout: LeakIndex,
    dimensions: DimensionSet,
    threads: Int
  ) async throws {
    if let sealed = samples.first(where: { holdout.holds($0) }) {
      throw SeedbedError(
        .gate,
        "sample \(sealed.id.short) is in the sealed holdout and may not be a seed",
        hint: "remove it from the training data; the holdout is only for the final measurement"
      )
    }
    let usable = samples.filter { sample in
      sample.origin == .real && !excluded.contains(sample.id)
        && !sample.tags.contains("span_invalid") && !sample.text.isEmpty
    }
    let values = try await mapChunks(usable, threads: threads) { slice in
      slice.map { dimensions.values(of: DimensionInput($0)) }
    }
    var pools: [Split: Pool] = [:]
    for split in [Split.train, .syntheticEval] {
      let indexes = usable.indices.filter { usable[$0].split == split }
      pools[split] = Pool(
        samples: indexes.map { usable[$0] },
        values: indexes.map { values[$0] }
      )
    }
    self.pools = pools
    let train = pools[.train]?.samples ?? []
    keywords = LabelKeywords(learning: train.map { ($0.text, $0.label ?? "") })
    self.dimensions = dimensions.all.map(\.name)
  }

  /// The positions in a part's pool of the samples from which a method can lead into a cell.
  ///
  /// - Parameters:
  ///   - cell: The cell to grow.
  ///   - split: The part.
  ///   - moves: Measured dimensions that the method moves, so that seeds may differ in them.
  /// - Returns: Positions in ascending order.
  func positions(for cell: Cell, in split: Split, moves: [String]) -> [Int] {
    guard let pool = pools[split] else { return [] }
    let fixed = cell.coordinates.filter { !moves.contains($0.dimension) }
      .compactMap { coordinate in
        dimensions.firstIndex(of: coordinate.dimension).map { ($0, coordinate.value) }
      }
    return pool.values.indices.filter { position in
      fixed.allSatisfy { pool.values[position][$0.0] == $0.1 }
    }
  }

  /// The positions of the samples that a model may be shown for a cell.
  ///
  /// A model is told how long, noisy or formed its text is to be, and in which language, so what it is shown
  /// may differ in that; samples of the cell's own language are taken where there are any.
  ///
  /// - Parameters:
  ///   - cell: The cell to grow.
  ///   - split: The part.
  /// - Returns: Positions in ascending order.
  func shownPositions(for cell: Cell, in split: Split) -> [Int] {
    let measured = ["length", "noise", "form"]
    let same = positions(for: cell, in: split, moves: measured)
    return same.isEmpty ? positions(for: cell, in: split, moves: measured + ["language"]) : same
  }

  /// How many training samples a model may be shown for a cell.
  ///
  /// - Parameter cell: The cell.
  /// - Returns: The number of samples.
  public func shownCount(for cell: Cell) -> Int { shownPositions(for: cell, in: .train).count }

  /// How many training samples there are to grow a cell from.
  ///
  /// Noise can be added to any text, so seeds of a noisy cell may be cleaner than the cell.
  ///
  /// - Parameter cell: The cell.
  /// - Returns: The number of seeds.
  public func seedCount(for cell: Cell) -> Int {
    positions(for: cell, in: .train, moves: Self.freeDimensions(of: cell)).count
  }

  /// How many training samples in other languages are like those of a cell but for that.
  ///
  /// - Parameter cell: A cell of a language.
  /// - Returns: The number of samples.
  public func translatableCount(into cell: Cell) -> Int {
    positions(for: cell, in: .train, moves: Self.freeDimensions(of: cell) + ["language"]).count
      - seedCount(for: cell)
  }

  /// The dimensions in which a seed may differ from its cell.
  static func freeDimensions(of cell: Cell) -> [String] {
    cell["noise"].map { $0 == "clean" ? [] : ["noise"] } ?? []
  }
}
