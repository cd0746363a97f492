public import SeedbedData

extension ReviewLog {
  /// What people say of samples, for what learns from it.
  ///
  /// - Parameter sample: Finds a sample; nil where it is not to be had, which leaves it out.
  /// - Returns: An opinion of each sample of which people said how hard it is or that it is right, by their ids.
  /// - Throws: What `sample` throws.
  public func opinions(of sample: (SampleID) throws -> Sample?) rethrows -> [HumanOpinion] {
    let difficulties = difficulties
    let made = ReviewRulings(self).replaced
    let ids = Set(samples).union(difficulties.keys).union(made.keys)
    return try ids.sorted().compactMap { id in
      let words = lastWords(on: id) { $0.verdict != .skip }
      let isRight =
        (!words.isEmpty || made[id] != nil) && words.allSatisfy { $0.verdict == .accept }
      guard isRight || difficulties[id] != nil, let sample = try sample(id) else { return nil }
      return HumanOpinion(sample, difficulty: difficulties[id], standsByLabel: isRight)
    }
  }
}
