public import SeedbedLearning

/// How far apart real and synthetic texts lie as wholes.
public struct TextDrift: Sendable, Hashable {
  /// A test of a text drift.
  public struct Test: Sendable, Hashable, Claimed {
    /// `domain_classifier`, with the view in the end, or `mmd`.
    public var name: String
    /// The measured value.
    public var value: Double
    /// Whether it is a difference.
    public var claim: DriftClaim
    /// Whether the value is worth a claim.
    var isLarge: Bool

    init(_ name: String, _ value: Double, pValue: Double, isLarge: Bool) {
      self.name = name
      self.value = value
      claim = DriftClaim(pValue: pValue)
      self.isLarge = isLarge
    }
  }

  /// How well a classifier tells the sides apart, with its controls; nil for too few texts.
  public var separation: DomainSeparation?
  /// The maximum mean discrepancy of the embeddings; nil for too few or equal ones.
  public var discrepancy: MeanDiscrepancy?
  /// MAUVE of the embeddings.
  public var mauve: MAUVEScore?
  /// The tests.
  public var tests: [Test]

  /// The area from which a separation is worth a claim.
  static let leastArea = 0.55

  init(
    _ real: [String],
    _ synthetic: [String],
    vectors: (real: VectorTable, synthetic: VectorTable),
    _ options: ComparisonOptions
  ) async throws {
    let rows = max(2, min(options.sample, ComparisonOptions.testedRows))
    func test(_ permutations: Int) -> PermutationTest {
      PermutationTest(permutations: permutations, seed: options.seed, threads: options.threads)
    }
    separation = DomainSeparation.measure(
      real,
      synthetic,
      options: .init(rowsPerSide: rows, features: 10, test: test(options.refits))
    )
    try Task.checkCancellation()
    discrepancy = MeanDiscrepancy(
      vectors.real,
      vectors.synthetic,
      rowsPerSide: rows,
      test: test(999)
    )
    try Task.checkCancellation()
    mauve = try await MAUVEScore.measure(
      vectors.real,
      vectors.synthetic,
      seed: options.seed,
      threads: options.threads
    )
    tests = []
    for outcome in separation?.outcomes ?? [] {
      tests.append(
        Test(
          "domain_classifier_\(outcome.view.rawValue)",
          outcome.area,
          pValue: outcome.test.pValue,
          isLarge: outcome.area >= Self.leastArea
        )
      )
    }
    if let discrepancy {
      tests.append(
        Test("mmd", discrepancy.squared, pValue: discrepancy.test.pValue, isLarge: true)
      )
    }
  }
}
