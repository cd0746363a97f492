public import SeedbedData
import SeedbedKernels
public import SeedbedLearning

/// Real and synthetic texts in the plane in which their vectors spread most.
public struct TextMap: Sendable, Hashable {
  /// One text.
  public struct Place: Sendable, Hashable {
    /// Where it lies.
    public var point: PrincipalPlane.Point
    /// Whether it is real or synthetic.
    public var origin: Origin
  }

  /// The most texts of either origin.
  public static let most = 600

  /// The texts, real ones first.
  public let places: [Place]
  /// The share of the variance that the plane shows, for each of its directions.
  public let explained: [Double]
  /// What the vectors come from.
  public let model: String

  /// Lays the texts out.
  ///
  /// - Parameters:
  ///   - real: The real texts.
  ///   - synthetic: The synthetic texts.
  ///   - embedder: What makes vectors.
  ///   - seed: Draws the texts that are shown.
  ///   - threads: The most threads.
  /// - Returns: Nil where the texts do not differ.
  /// - Throws: What the embedder throws.
  static func find(
    real: [String],
    synthetic: [String],
    embedder: any Embedder,
    seed: UInt64,
    threads: Int
  ) async throws -> TextMap? {
    func drawn(_ texts: [String], _ side: Int) -> [String] {
      var random = CounterRandom(seed: seed, sample: "map", operation: "report", draw: side)
      return random.sample(most, of: texts.count).sorted().map { texts[$0] }
    }
    let sides = [drawn(real, 0), drawn(synthetic, 1)]
    let vectors = try await embedder.embed(sides.flatMap(\.self), threads: threads)
    guard let plane = PrincipalPlane(vectors) else { return nil }
    return TextMap(
      places: plane.points.enumerated().map { index, point in
        Place(point: point, origin: index < sides[0].count ? .real : .synthetic)
      },
      explained: plane.explained,
      model: embedder.identity
    )
  }
}
