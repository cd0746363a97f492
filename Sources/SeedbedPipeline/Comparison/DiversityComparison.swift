import SeedbedKernels
public import SeedbedLearning

/// How varied real and synthetic texts are, at equal numbers of rows and words.
public struct DiversityComparison: Sendable, Hashable {
  /// One measure of both sides.
  public struct Measure: Sendable, Hashable, Claimed {
    /// The measure's usual name, such as `distinct_2`.
    public var name: String
    /// Its value for the real rows.
    public var real: Double
    /// Its value for the synthetic rows.
    public var synthetic: Double
    /// Whether more of it is less variety.
    public var fallsWithVariety: Bool
    /// The synthetic mean over parts less the real one, with its 95 % interval by Student's t; nil when
    /// there are too few rows for parts.
    public var partDifference: Interval?
    /// The real mean over parts.
    public var partMean: Double?
    /// Whether it is a difference.
    public var claim: DriftClaim

    var isLarge: Bool {
      guard let partDifference, let partMean else { return false }
      return !partDifference.contains(0)
        && abs(partDifference.estimate) >= DiversityComparison.leastChange * abs(partMean)
    }

    /// Whether the synthetic rows are the less varied ones.
    public var isPoorer: Bool { fallsWithVariety ? synthetic > real : synthetic < real }

    /// How much the value changes, by the real one.
    public var relativeChange: Double? { real != 0 ? (synthetic - real) / abs(real) : nil }
  }

  /// How many rows of each side are measured.
  public var rows: Int
  /// To how many words each side is cut for `distinct_n` and `ngram_entropy`.
  public var words: Int
  /// How many rows each of the parts has from whose spread intervals are drawn; 0 without parts.
  public var partRows: Int
  /// The measures.
  public var measures: [Measure]
  /// How far the sides cover each other; nil for too few rows.
  public var overlap: NeighborhoodOverlap?
  /// To which neighbour the balls of `overlap` reach.
  public static let neighbors = 5

  /// By how much of its real value a measure changes at least where a difference is claimed.
  static let leastChange = 0.05
  /// How many parts each side is divided into.
  static let parts = 10
  /// The fewest rows of a part.
  static let leastPartRows = 10

  init(
    _ real: [String],
    _ synthetic: [String],
    vectors: (real: VectorTable, synthetic: VectorTable),
    _ options: ComparisonOptions
  ) throws {
    let count = min(real.count, synthetic.count)
    let sample = RowSample(seed: options.seed)
    let sides = [(real, vectors.real), (synthetic, vectors.synthetic)].enumerated().map {
      side,
      whole in
      let rows = sample.rows(count, of: whole.0.count, side: side, for: "diversity")
      return VariedRows(texts: rows.map { whole.0[$0] }, vectors: whole.1.rows(rows))
    }
    rows = count
    let words = Metrics.commonWordBudget(sides[0].texts, sides[1].texts, threads: options.threads)
    self.words = words
    let whole = sides.map { side in
      VarietyMeasure.all.map { $0.value(side, words, options, isWhole: true) }
    }
    try Task.checkCancellation()
    let size = count / Self.parts
    let parts =
      size >= Self.leastPartRows
      ? sides.enumerated().map { $1.parts(Self.parts, of: size, seed: options.seed, side: $0) } : []
    partRows = parts.isEmpty ? 0 : size
    let budget =
      parts.joined().map { Metrics.commonWordBudget($0.texts, $0.texts, threads: options.threads) }
      .min() ?? 0
    measures = []
    for (index, measure) in VarietyMeasure.all.enumerated() {
      try Task.checkCancellation()
      guard let a = whole[0][index], let b = whole[1][index] else { continue }
      let values = parts.map { side in
        side.compactMap { measure.value($0, budget, options, isWhole: false) }
      }
      let spread = PartSpread(values, parts: Self.parts, seed: options.seed)
      measures.append(
        Measure(
          name: measure.name,
          real: a,
          synthetic: b,
          fallsWithVariety: measure.fallsWithVariety,
          partDifference: spread?.difference,
          partMean: spread?.realMean,
          claim: DriftClaim(pValue: spread?.pValue ?? 1)
        )
      )
    }
    overlap = Metrics.neighborhoodOverlap(
      sides[1].vectors,
      real: sides[0].vectors,
      neighbors: Self.neighbors,
      distance: .cosine,
      threads: options.threads
    )
  }
}

/// Texts with their vectors.
struct VariedRows: Sendable {
  var texts: [String]
  var vectors: VectorTable

  /// Divides the rows at random into parts of one size.
  func parts(_ count: Int, of size: Int, seed: UInt64, side: Int) -> [VariedRows] {
    var order = Array(texts.indices)
    var random = CounterRandom(seed: seed, sample: "parts", operation: "compare", draw: side)
    random.shuffle(&order)
    return (0..<count).map { part in
      let rows = order[(part * size)..<((part + 1) * size)].sorted()
      return VariedRows(texts: rows.map { texts[$0] }, vectors: vectors.rows(rows))
    }
  }
}
