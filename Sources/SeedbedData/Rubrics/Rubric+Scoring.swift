extension Rubric {
  /// A judge's score of a case.
  ///
  /// - Parameter points: One point of the scale for each criterion, in the order of ``criteria``.
  /// - Returns: The weighted mean, at most the lowest essential criterion, brought to 0…1; nil where a
  ///   point is missing or outside the scale.
  public func score(_ points: [Int]) -> Double? {
    guard !criteria.isEmpty, points.count == criteria.count, scale.count > 1,
      points.allSatisfy(scale.contains)
    else { return nil }
    // Whole numbers first, so that equal judgements have equal bits in any order of criteria.
    var sum = 0
    var weights = 0
    var lowest = scale.upperBound
    for (criterion, point) in zip(criteria, points) {
      sum += (point - scale.lowerBound) * criterion.weight
      weights += criterion.weight
      if criterion.isEssential { lowest = min(lowest, point) }
    }
    let width = scale.upperBound - scale.lowerBound
    let mean = Double(sum) / Double(weights * width)
    return min(mean, Double(lowest - scale.lowerBound) / Double(width))
  }

  /// A point of the scale brought to 0…1, as a person gives it to a whole case.
  ///
  /// - Parameter point: A number from the least to the greatest point of the scale.
  /// - Returns: The number in 0…1; nil outside the scale.
  public func share(of point: Double) -> Double? {
    let (low, high) = (Double(scale.lowerBound), Double(scale.upperBound))
    guard high > low, point >= low, point <= high else { return nil }
    return (point - low) / (high - low)
  }
}
