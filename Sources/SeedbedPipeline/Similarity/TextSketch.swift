public import SeedbedKernels

/// What is kept of a text to compare it with others: nothing from which it could be read again.
public struct TextSketch: Sendable {
  /// The hash by which texts are found to be the same after normalisation.
  public typealias Exact = Digest128

  /// A 128-bit hash of the normalised text.
  public let exact: Exact
  /// Sorted hashes of its character 5-grams.
  let shingles: [UInt64]
  /// One key for each band of its MinHash signature.
  let keys: [UInt64]

  /// 32 bands of 4 rows from 128 permutations.
  ///
  /// A pair at Jaccard 0.8 shares a band with probability 1 - (1 - 0.8^4)^32 = 0.99999995. The usual 16 bands of 8 miss one such pair in nineteen, which
  /// is too many where a missed pair is a leak; further candidates fall to the exact comparison.
  static let bands = 32
  static let rows = 4
  static let width = 5
  private static let hasher = MinHasher(permutations: bands * rows)

  /// Sketches a text.
  ///
  /// - Parameter text: The text, before normalisation.
  public init(_ text: String) {
    var normalized: [UInt8] = []
    DuplicateView.normalize(text.utf8Span.span, into: &normalized)
    exact = hash128(normalized.span)
    let members = SeedbedKernels.shingles(of: normalized.span, width: Self.width)
    shingles = members
    let signature = Self.hasher.signature(of: members.span)
    keys = bandKeys(of: signature.span, bands: Self.bands, rows: Self.rows)
  }

  /// Jaccard similarity of the character 5-grams of two texts, 0…1.
  ///
  /// - Parameter other: The other text's sketch.
  /// - Returns: 1 for texts that are the same after normalisation.
  public func similarity(to other: TextSketch) -> Double {
    exact == other.exact ? 1 : jaccard(shingles.span, other.shingles.span)
  }

  /// Sketches many texts on some threads.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - threads: The most threads, at least 1.
  /// - Returns: A sketch for each text, in order.
  /// - Throws: `CancellationError` when the task is cancelled.
  public static func sketches(of texts: [String], threads: Int) async throws -> [TextSketch] {
    try await mapChunks(texts, threads: threads) { $0.map { TextSketch($0) } }
  }
}
