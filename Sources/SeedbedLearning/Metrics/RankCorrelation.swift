extension Metrics {
  /// Spearman's rank correlation (`spearmanr`): Pearson's of the ranks, ties at their mean rank.
  ///
  /// - Parameters:
  ///   - first: One number an item.
  ///   - second: Another number for each of the same items.
  /// - Returns: A number in -1...1; nil with fewer than two items, when all numbers of a side are
  ///   equal, or when one is not a number.
  public static func spearman(_ first: [Double], _ second: [Double]) -> Double? {
    precondition(first.count == second.count, "a correlation needs pairs")
    guard first.count > 1, !first.contains(where: \.isNaN), !second.contains(where: \.isNaN) else {
      return nil
    }
    return pearson(ranks(first), ranks(second))
  }

  /// Pearson's correlation (`pearsonr`).
  ///
  /// - Parameters:
  ///   - first: One number an item.
  ///   - second: Another number for each of the same items.
  /// - Returns: A number in -1...1; nil with fewer than two items, when all numbers of a side are
  ///   equal, or when one is not a finite number.
  public static func pearson(_ first: [Double], _ second: [Double]) -> Double? {
    precondition(first.count == second.count, "a correlation needs pairs")
    guard first.count > 1 else { return nil }
    let count = Double(first.count)
    let means = (first.reduce(0, +) / count, second.reduce(0, +) / count)
    var products = 0.0
    var squares = (0.0, 0.0)
    for (a, b) in zip(first, second) {
      let (x, y) = (a - means.0, b - means.1)
      products += x * y
      squares.0 += x * x
      squares.1 += y * y
    }
    let product = squares.0 * squares.1
    // One root is exact for equal sides; two bear numbers whose product would overflow.
    let scale =
      product.isNormal ? product.squareRoot() : squares.0.squareRoot() * squares.1.squareRoot()
    guard scale > 0, scale.isFinite, products.isFinite else { return nil }
    return min(max(products / scale, -1), 1)
  }

  /// Ranks from 1; equal values share the mean of theirs.
  static func ranks(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count, values[order[end]] == values[order[start]] { end += 1 }
      for place in start..<end { ranks[order[place]] = Double(start + 1 + end) / 2 }
      start = end
    }
    return ranks
  }
}
