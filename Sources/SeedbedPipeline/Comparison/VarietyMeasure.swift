import SeedbedLearning

/// One way to measure how varied some rows are.
struct VarietyMeasure: Sendable {
  let name: String
  let fallsWithVariety: Bool
  private let measure: @Sendable (VariedRows, Int, ComparisonOptions, Bool) -> Double?

  /// The value for rows, cut to a number of words where it depends on that.
  ///
  /// Of a part one draw of words is enough: the parts themselves show the spread.
  func value(
    _ rows: VariedRows,
    _ words: Int,
    _ options: ComparisonOptions,
    isWhole: Bool
  ) -> Double? {
    measure(rows, words, options, isWhole)
  }

  /// All measures in the order of display.
  static let all: [VarietyMeasure] =
    [1, 2, 3].map(distinct) + [
      entropy,
      VarietyMeasure(name: "self_bleu", fallsWithVariety: true) { rows, _, options, _ in
        Metrics.selfBLEU(rows.texts, threads: options.threads)?.mean
      },
      VarietyMeasure(name: "compression_ratio", fallsWithVariety: true) { rows, _, _, _ in
        Metrics.compressionRatio(rows.texts)
      },
      VarietyMeasure(name: "vendi_score", fallsWithVariety: false) { rows, _, options, isWhole in
        // Its eigenvalues take too long for every part; order 2 needs none.
        isWhole ? Metrics.vendiScore(rows.vectors, order: 1, threads: options.threads) : nil
      },
      VarietyMeasure(name: "vendi_score_q2", fallsWithVariety: false) { rows, _, options, _ in
        Metrics.vendiScore(rows.vectors, order: 2, threads: options.threads)
      },
      VarietyMeasure(name: "mean_pairwise_cosine", fallsWithVariety: true) { rows, _, _, _ in
        Metrics.meanPairwiseCosine(rows.vectors)
      },
    ]

  private init(
    name: String,
    fallsWithVariety: Bool,
    _ measure: @escaping @Sendable (VariedRows, Int, ComparisonOptions, Bool) -> Double?
  ) {
    self.name = name
    self.fallsWithVariety = fallsWithVariety
    self.measure = measure
  }

  private static func distinct(_ n: Int) -> VarietyMeasure {
    VarietyMeasure(name: "distinct_\(n)", fallsWithVariety: false) {
      rows,
      words,
      options,
      isWhole in
      Metrics.distinctN(
        rows.texts,
        n: n,
        budget: words,
        seed: options.seed,
        draws: isWhole ? 5 : 1,
        threads: options.threads
      )
    }
  }

  private static let entropy = VarietyMeasure(name: "ngram_entropy_2", fallsWithVariety: false) {
    rows,
    words,
    options,
    isWhole in
    Metrics.nGramEntropy(
      rows.texts,
      n: 2,
      budget: words,
      seed: options.seed,
      draws: isWhole ? 5 : 1,
      threads: options.threads
    )
  }
}

/// The difference of a measure between the parts of two sides.
struct PartSpread {
  let difference: Interval
  let realMean: Double
  let pValue: Double

  /// The quantile 0.975 of Student's t for two sides of ten parts.
  private static let quantile = 2.100922040240961

  /// Compares the parts; nil when one has no value.
  init?(_ values: [[Double]], parts: Int, seed: UInt64) {
    guard values.count == 2, values.allSatisfy({ $0.count == parts }),
      let pValue = MeanDifference.permutationPValue(
        values[0],
        values[1],
        permutations: 1999,
        seed: seed
      )
    else { return nil }
    let means = values.map { $0.reduce(0, +) / Double(parts) }
    let squares = zip(values, means).map { side, mean in
      side.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    let half =
      Self.quantile * ((squares[0] + squares[1]) / Double((parts - 1) * parts)).squareRoot()
    let change = means[1] - means[0]
    difference = Interval(
      estimate: change,
      lower: change - half,
      upper: change + half,
      confidence: 0.95
    )
    realMean = means[0]
    self.pValue = pValue
  }
}
