public import SeedbedData

/// Chooses real samples for the holdout: a fraction of every label, in whole groups of near-duplicates.
public enum HoldoutChooser {
  /// Chooses samples.
  ///
  /// - Parameters:
  ///   - samples: All real samples.
  ///   - sketches: Their sketches, in the same order.
  ///   - fraction: The share of samples to choose, 0…0.5.
  ///   - threshold: Jaccard similarity from which samples stay together.
  ///   - seed: The seed of the draw.
  /// - Returns: The positions of the chosen samples, ascending; no other sample is near one of them.
  public static func choose(
    from samples: [Sample],
    sketches: [TextSketch],
    fraction: Double,
    threshold: Double,
    seed: Int
  ) -> [Int] {
    var groups = Groups.nearDuplicates(sketches, threshold: threshold)
    // The splitter already moves whole groups by label; "validation" stands for the chosen part.
    var shares = Configuration.Splits()
    shares.train = 1 - fraction
    shares.validation = fraction
    let splitter = RealSplitter(shares: shares, evaluationSuite: 0, seed: seed)
    let splits = splitter.splits(of: samples, groups: groups.roots())
    return splits.indices.filter { splits[$0] == .validation }
  }

  /// Pairs of a training sample and a holdout sample that are near-duplicates.
  ///
  /// - Parameters:
  ///   - training: Sketches of the training samples.
  ///   - holdout: Sketches of the holdout samples.
  ///   - threshold: Jaccard similarity from which a pair leaks.
  /// - Returns: One pair of positions for each training sample that leaks, with the similarity.
  public static func leaks(
    training: [TextSketch],
    holdout: [TextSketch],
    threshold: Double
  ) -> [(training: Int, holdout: Int, similarity: Double)] {
    var index = SimilarityIndex(threshold: threshold)
    for sketch in holdout { index.add(sketch) }
    return training.enumerated().compactMap { position, sketch in
      index.bestMatch(sketch).map { (position, $0.index, $0.similarity) }
    }
  }
}
