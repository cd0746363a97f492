public import SeedbedData

/// What may be known of the holdout outside the final measurement: whether a text is like one of its rows.
///
/// It holds hashes only. No text of the holdout can be read from it.
public struct LeakIndex: Sendable {
  /// A row of the holdout that a text is like.
  public struct Leak: Sendable, Hashable {
    /// The holdout row's id.
    public var row: SampleID
    /// Jaccard similarity of character 5-grams, 0…1.
    public var similarity: Double
  }

  private let ids: [SampleID]
  private let known: Set<SampleID>
  private var index: SimilarityIndex

  /// Indexes rows.
  ///
  /// - Parameters:
  ///   - ids: The rows' ids.
  ///   - sketches: The rows' sketches, in the same order.
  ///   - threshold: Jaccard similarity from which a text leaks.
  init(ids: [SampleID], sketches: [TextSketch], threshold: Double) {
    self.ids = ids
    known = Set(ids)
    index = SimilarityIndex(threshold: threshold)
    for sketch in sketches { index.add(sketch) }
  }

  /// An index of no rows, for work that has no holdout.
  public static let empty = LeakIndex(ids: [], sketches: [], threshold: 1)

  /// How many rows the holdout has.
  public var count: Int { ids.count }

  /// Whether a sample is itself a row of the holdout.
  ///
  /// - Parameter sample: Any sample.
  /// - Returns: True when its id is sealed.
  public func holds(_ sample: Sample) -> Bool { known.contains(sample.id) }

  /// The holdout row that a text is most like, if it is too like any.
  ///
  /// - Parameter sketch: The text's sketch.
  /// - Returns: The row and the similarity, or nil.
  public func leak(_ sketch: TextSketch) -> Leak? {
    index.bestMatch(sketch).map { Leak(row: ids[$0.index], similarity: $0.similarity) }
  }
}
