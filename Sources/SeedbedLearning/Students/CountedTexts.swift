/// Texts whose n-grams are counted once, for students that are fitted to many choices of them.
public struct CountedTexts: Sendable {
  /// How texts become rows.
  public let features: TFIDFVectorizer.Options
  let hashed: HashedTexts

  /// How many texts there are.
  public var count: Int { hashed.texts.count }

  /// Counts the n-grams of texts.
  ///
  /// - Parameters:
  ///   - texts: Any texts.
  ///   - features: How texts become rows.
  ///   - threads: How many cores to use; the result does not depend on it.
  public init(_ texts: [String], features: TFIDFVectorizer.Options, threads: Int = 1) {
    self.features = features
    hashed = HashedTexts(texts, options: features, threads: threads)
  }
}

extension TFIDFVectorizer {
  /// Learns the n-grams of some of the texts, as if there were no others.
  ///
  /// - Parameters:
  ///   - texts: The texts.
  ///   - rows: The places of the texts to learn from, in the order in which they count.
  public init(_ texts: CountedTexts, rows: [Int]) {
    self.init(texts.hashed, rows: rows, options: texts.features)
  }

  /// Turns some of the texts into rows; n-grams that were not learnt are left out.
  ///
  /// - Parameters:
  ///   - texts: Texts that were counted with the options of this vectoriser.
  ///   - rows: The places of the texts to turn into rows.
  ///   - threads: How many cores to use; the result does not depend on it.
  /// - Returns: One row a place, of length one unless it is empty.
  public func transform(
    _ texts: CountedTexts,
    rows: [Int],
    threads: Int = 1
  ) -> SparseMatrix {
    precondition(texts.features == options, "the texts were counted in another way")
    return transform(texts.hashed, rows: rows, threads: threads)
  }
}
