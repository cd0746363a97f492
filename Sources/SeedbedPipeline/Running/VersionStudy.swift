public import SeedbedData
import SeedbedKernels
public import SeedbedLearning
import SeedbedText

/// What is looked up and measured in a version's rows for its report.
public struct VersionStudy: Sendable {
  /// What costs more than counting.
  public struct Measured: Sendable {
    /// How the synthetic rows differ from the real ones; nil where a side has no row.
    public var comparison: ComparisonReport?
    /// The number of words of each real text; empty for records.
    public var realWords: [Double]
    /// The number of words of each synthetic text.
    public var syntheticWords: [Double]
    /// The words by which the sides are told apart.
    public var words: [DistinguishingWord]
    /// The texts in a plane; nil for records and texts that do not differ.
    public var map: TextMap?
    /// How many patterns the real texts have.
    public var realPatterns: DiversityReport?
    /// How many patterns the synthetic texts have.
    public var syntheticPatterns: DiversityReport?
    /// The text in the middle of each cluster of synthetic texts, in the order of the clusters.
    public var clusterTexts: [String]
  }

  /// Counts of the real rows of training and validation.
  public let before: Profile
  /// Counts with the synthetic ones.
  public let after: Profile
  /// A few samples of each cell.
  public let examples: CellExamples
  /// What was measured; nil where only counts were asked for.
  public private(set) var measured: Measured?

  /// The most texts of a side that are held against each other.
  public static let comparedRows = 1000
  /// The most texts of a side whose patterns are counted.
  public static let patternRows = 3000

  /// Counts a version's rows.
  ///
  /// - Parameters:
  ///   - samples: The version's samples, each with its part.
  ///   - configuration: The project's dimensions and languages.
  ///   - threads: The most threads; the result does not depend on it.
  /// - Throws: A `SeedbedError` for dimensions that cannot be read; `CancellationError`.
  public init(of samples: [Sample], configuration: Configuration, threads: Int) async throws {
    let dimensions = try DimensionSet(of: configuration)
    let learned = samples.filter { $0.split != .syntheticEval }
    let values = try await mapChunks(learned, threads: threads, chunk: 1024) { part in
      part.map { dimensions.values(of: DimensionInput($0)) }
    }
    let names = dimensions.all.map(\.name)
    var profile = Profile(
      dimensions: names,
      knownValues: dimensions.all.map { dimension in
        dimension.values
          + configuration.declaredValues.filter {
            $0.dimension == dimension.name && !dimension.values.contains($0.value)
          }.map(\.value)
      }
    )
    func count(_ origin: Origin) {
      for (sample, values) in zip(learned, values) where sample.origin == origin {
        profile.count(values, length: sample.text.unicodeScalars.count)
      }
    }
    count(.real)
    before = profile
    count(.synthetic)
    after = profile
    examples = CellExamples(learned, values: values, dimensions: names)
  }

  /// Measures what costs more: how the synthetic rows of training and validation differ from the real ones.
  ///
  /// - Parameters:
  ///   - samples: The version's samples, each with its part.
  ///   - configuration: The project's fields and seed.
  ///   - embedder: What makes vectors.
  ///   - threads: The most threads; the result does not depend on it.
  ///   - progress: Told what is being done.
  /// - Throws: What the embedder throws; `CancellationError`.
  public mutating func measure(
    _ samples: [Sample],
    configuration: Configuration,
    embedder: any Embedder,
    threads: Int,
    progress: @Sendable (String) -> Void
  ) async throws {
    let learned = samples.filter { $0.split != .syntheticEval }
    let real = learned.filter { $0.origin == .real }
    let synthetic = learned.filter { $0.origin == .synthetic }
    let isOfTexts = configuration.fields.text != nil || configuration.fields.conversation != nil
    let seed = UInt64(bitPattern: Int64(configuration.seed))
    var options = ComparisonOptions(
      sample: Self.comparedRows,
      refits: 19,
      seed: seed,
      threads: threads
    )
    options.looksForCopies = false
    var found = Measured(
      comparison: try await FileComparison.compare(
        real: real,
        synthetic: synthetic,
        fields: configuration.fields,
        embedder: isOfTexts ? embedder : nil,
        options: options,
        progress: progress
      ),
      realWords: [],
      syntheticWords: [],
      words: [],
      clusterTexts: []
    )
    defer { measured = found }
    guard isOfTexts else { return }
    let texts = (real: real.map(\.text), synthetic: synthetic.map(\.text))
    progress("counting words")
    found.realWords = texts.real.map(Self.words)
    found.syntheticWords = texts.synthetic.map(Self.words)
    found.words = DistinguishingWord.find(real: texts.real, synthetic: texts.synthetic)
    try Task.checkCancellation()
    progress("drawing the map")
    found.map = try await TextMap.find(
      real: texts.real,
      synthetic: texts.synthetic,
      embedder: embedder,
      seed: seed,
      threads: threads
    )
    progress("counting patterns")
    let meter = DiversityMeter(
      largestSample: Self.patternRows,
      language: configuration.languages.first ?? "en",
      seed: seed,
      threads: max(1, threads / 2)
    )
    // Beside each other, as much of the work on one side has no use for a second thread.
    async let besides = threads > 1 ? Self.patterns(of: texts.real, meter) : nil
    found.syntheticPatterns = try await Self.patterns(of: texts.synthetic, meter)
    found.realPatterns =
      try await threads > 1 ? besides : Self.patterns(of: texts.real, meter)
    found.clusterTexts = (found.syntheticPatterns?.clusters ?? []).map {
      texts.synthetic[$0.example]
    }
  }

  private static func patterns(
    of texts: [String],
    _ meter: DiversityMeter
  ) async throws -> DiversityReport? {
    texts.isEmpty ? nil : try await meter.measure(texts, embedder: HashedEmbedder())
  }

  private static func words(_ text: String) -> Double {
    var words = 0
    WordScanner.forEachWord(in: text.utf8Span.span) { _ in words += 1 }
    return Double(words)
  }
}
