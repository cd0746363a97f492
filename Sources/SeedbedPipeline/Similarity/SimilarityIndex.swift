/// A growing set of texts in which near-duplicates of another text are found.
///
/// MinHash bands name candidates, and every candidate is compared exactly (Broder 1997; Leskovec,
/// Rajaraman and Ullman, ch. 3), so a match is always a true one.
public struct SimilarityIndex: Sendable {
  /// A text of the set that is similar to the one asked for.
  public struct Match: Sendable, Hashable {
    /// The position of the text in the set, from 0.
    public var index: Int
    /// Jaccard similarity, 0…1.
    public var similarity: Double
  }

  /// Jaccard similarity from which two texts are near-duplicates.
  public let threshold: Double
  private var sketches: [TextSketch] = []
  /// The newest text of each bucket; older ones follow through `older`.
  private var newest: [UInt64: Int32] = [:]
  /// For each text and band, the next older text in the same bucket, or -1.
  private var older: [Int32] = []

  /// An empty set.
  ///
  /// - Parameter threshold: Jaccard similarity, 0.5…1.
  public init(threshold: Double) {
    self.threshold = threshold
  }

  /// How many texts the set has.
  public var count: Int { sketches.count }

  /// Adds a text.
  ///
  /// - Parameter sketch: The text's sketch.
  public mutating func add(_ sketch: TextSketch) {
    let index = Int32(sketches.count)
    sketches.append(sketch)
    for (band, key) in sketch.keys.enumerated() {
      let bucket = Self.bucket(key, band)
      older.append(newest[bucket] ?? -1)
      newest[bucket] = index
    }
  }

  /// The texts of the set that share a band with another, in the order of the set.
  func candidates(for sketch: TextSketch) -> [Int] {
    var found: [Int] = []
    for (band, key) in sketch.keys.enumerated() {
      var index = newest[Self.bucket(key, band)] ?? -1
      while index >= 0 {
        found.append(Int(index))
        index = older[Int(index) * TextSketch.bands + band]
      }
    }
    guard found.count > 1 else { return found }
    found.sort()
    var unique = 1
    for position in 1..<found.count where found[position] != found[unique - 1] {
      found[unique] = found[position]
      unique += 1
    }
    found.removeLast(found.count - unique)
    return found
  }

  /// The near-duplicates of a text, most similar first.
  ///
  /// - Parameter sketch: The text's sketch.
  /// - Returns: Matches at or above the threshold; equally similar ones in the order of the set.
  public func matches(_ sketch: TextSketch) -> [Match] {
    candidates(for: sketch).compactMap { index in
      let similarity = sketches[index].similarity(to: sketch)
      return similarity >= threshold ? Match(index: index, similarity: similarity) : nil
    }.sorted { ($1.similarity, $0.index) < ($0.similarity, $1.index) }
  }

  /// The most similar near-duplicate of a text.
  ///
  /// - Parameter sketch: The text's sketch.
  /// - Returns: The first of the most similar ones at or above the threshold, or nil.
  public func bestMatch(_ sketch: TextSketch) -> Match? {
    var best: Match?
    for index in candidates(for: sketch) {
      let similarity = sketches[index].similarity(to: sketch)
      if similarity >= threshold, similarity > (best?.similarity ?? -1) {
        best = Match(index: index, similarity: similarity)
      }
    }
    return best
  }

  private static func bucket(_ key: UInt64, _ band: Int) -> UInt64 {
    key &+ UInt64(band) &* 0x9E37_79B9_7F4A_7C15
  }
}
