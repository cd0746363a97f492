import SeedbedKernels

/// What one text has in common with the texts of a reference.
public struct CopiedText: Hashable, Sendable {
  /// Words in a row that stand in a text of the reference too.
  public struct Run: Hashable, Sendable {
    /// How many words it has.
    public let count: Int
    /// The words, as `DuplicateView` leaves them.
    public let words: String
    /// The row of the reference that has them.
    public let row: Int
  }

  /// A row of the reference and how like it is.
  public struct Match: Hashable, Sendable {
    /// The row of the reference.
    public let row: Int
    /// The Jaccard similarity of the runs of five words, above 0 and at most 1.
    public let similarity: Double
  }

  /// How many words the text has; with fewer than five only `exactRow` can tell a copy.
  public let wordCount: Int
  /// The first row of the reference that is the same text but for case, accents, punctuation and space.
  public let exactRow: Int?
  /// The longest run of five and more words that a row of the reference has too.
  public let longestRun: Run?
  /// How many of the text's n-grams of 8 words stand in the reference.
  public let shared8: Int
  /// How many n-grams of 8 words the text has.
  public let total8: Int
  /// How many of the text's n-grams of 13 words stand in the reference.
  public let shared13: Int
  /// How many n-grams of 13 words the text has.
  public let total13: Int
  /// The row of the reference that is most similar, if one shares five words in a row.
  public let nearest: Match?
}

/// What a set of texts has copied from a reference.
public struct TextCopies: Hashable, Sendable {
  /// What each text has in common with the reference, in the order of the texts.
  public let texts: [CopiedText]

  /// How many texts are the same as one of the reference.
  public var exactCount: Int { texts.count { $0.exactRow != nil } }

  /// How many texts have fewer words than the shortest run that is looked for.
  public var shortCount: Int { texts.count { $0.wordCount < TextCopyIndex.shortestRun } }

  /// The share of all n-grams of 8 words that stand in the reference, or nil without any.
  public var share8: Double? { Self.share(texts, \.shared8, \.total8) }

  /// The share of all n-grams of 13 words that stand in the reference, or nil without any.
  public var share13: Double? { Self.share(texts, \.shared13, \.total13) }

  /// The texts that share so long a run with the reference, longest first.
  ///
  /// - Parameter words: The least number of words in a row; 13 is usual for contamination, 50 for
  ///   verbatim memory.
  /// - Returns: The places of the texts.
  public func withRun(ofAtLeast words: Int) -> [Int] {
    let lengths = texts.map { $0.longestRun?.count ?? 0 }
    return lengths.indices.filter { lengths[$0] >= words }
      .sorted { (lengths[$1], $0) < (lengths[$0], $1) }
  }

  private static func share(
    _ texts: [CopiedText],
    _ shared: (CopiedText) -> Int,
    _ total: (CopiedText) -> Int
  ) -> Double? {
    let sum = texts.reduce(0) { $0 + total($1) }
    return sum > 0 ? Double(texts.reduce(0) { $0 + shared($1) }) / Double(sum) : nil
  }
}
