import SeedbedKernels

/// How diverse the rows of each generation are, at equal sizes.
public struct GenerationDiversity: Hashable, Sendable {
  /// One measure of all generations.
  public struct Measure: Hashable, Sendable {
    /// What is measured: `distinct_2`, `ngram_entropy` or `vendi_score`.
    public let name: String
    /// The generation of each value.
    public let depths: [Double]
    /// The value of each part of a generation.
    public let values: [Double]
    /// Whether it falls.
    public let trend: GenerationTrend
  }

  /// The measures.
  public let measures: [Measure]
  /// How many words each part is cut to.
  public let words: Int
  /// How many rows each part has.
  public let rows: Int
}

extension Metrics {
  /// Measures the diversity of texts by the generation that they were made in.
  ///
  /// The rows of each generation are divided at random into parts of one size, the same for all
  /// generations, and each part is cut to the same number of words; so larger generations do not seem
  /// more diverse, and the spread of the parts shows what is chance.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - depths: The generation of each, 0 for real rows.
  ///   - vectors: An embedding of each text, for the Vendi score of order 2; nil for none.
  ///   - parts: Into how many parts a generation is divided, from 1; several make the test sharp.
  ///   - seed: The seed of all draws.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: The measures with their trends; nil with fewer than two generations or fewer rows in one
  ///   than parts, and when no part has two words.
  public static func generationDiversity(
    _ texts: [String],
    depths: [Int],
    vectors: VectorTable? = nil,
    parts: Int = 4,
    seed: UInt64,
    threads: Int = 1
  ) -> GenerationDiversity? {
    precondition(texts.count == depths.count, "each text needs its generation")
    precondition(vectors == nil || vectors?.count == texts.count, "each text needs its vector")
    precondition(parts > 0, "a generation has at least one part")
    let generations = Set(depths).sorted()
    let members = generations.map { depth in depths.indices.filter { depths[$0] == depth } }
    let size = (members.map(\.count).min() ?? 0) / parts
    guard generations.count > 1, size > 0 else { return nil }
    var rows: [[Int]] = []
    for (generation, own) in members.enumerated() {
      var random = CounterRandom(
        seed: seed,
        sample: "generations",
        operation: "parts",
        draw: generation
      )
      var own = own
      random.shuffle(&own)
      for part in 0..<parts { rows.append(Array(own[(part * size)..<((part + 1) * size)])) }
    }
    let words = rows.map { part in HashedWords(part.map { texts[$0] }, threads: threads) }
    let budget = words.map(\.words.count).min() ?? 0
    let counts = words.compactMap { words in
      words.drawn(budget: budget, seed: seed, draw: 0).flatMap { GramCounts($0.grams(2)) }
    }
    guard counts.count == rows.count else { return nil }
    let places = generations.flatMap { [Double](repeating: Double($0), count: parts) }
    func measure(_ name: String, _ values: [Double]) -> GenerationDiversity.Measure? {
      guard values.count == places.count,
        let trend = generationTrend(depths: places, values: values, seed: seed)
      else { return nil }
      return GenerationDiversity.Measure(name: name, depths: places, values: values, trend: trend)
    }
    let measures = [
      measure("distinct_2", counts.map { Double($0.distinct) / Double($0.total) }),
      measure("ngram_entropy", counts.map(\.entropy)),
      vectors.flatMap { vectors in
        let scores = rows.compactMap {
          vendiScore(vectors.rows($0), order: 2, threads: threads)
        }
        return measure("vendi_score", scores)
      },
    ]
    return GenerationDiversity(measures: measures.compactMap(\.self), words: budget, rows: size)
  }
}
