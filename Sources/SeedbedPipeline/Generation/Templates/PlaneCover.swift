/// Rows from the lines of an affine plane over a prime field: any two columns show every pair of values.
enum PlaneCover {
  /// The rows, one after the other, -1 where a column has fewer values than the field.
  ///
  /// - Parameter sizes: How many values each column has.
  /// - Returns: The rows; nil where the field would have to be much larger than the columns.
  static func rows(_ sizes: [Int]) -> [Int]? {
    let ranked = sizes.indices.sorted { (sizes[$1], $0) < (sizes[$0], $1) }
    guard sizes.count >= 3, let prime = prime(from: max(sizes[ranked[0]], sizes.count - 1)),
      prime <= 2 * sizes[ranked[1]] + 1
    else { return nil }
    var cells: [Int] = []
    cells.reserveCapacity(prime * prime * sizes.count)
    var row = [Int](repeating: 0, count: sizes.count)
    for slope in 0..<prime {
      for start in 0..<prime {
        for (place, column) in ranked.enumerated() {
          let value =
            place == 0 ? start : place == 1 ? slope : (start + slope * (place - 1)) % prime
          row[column] = value < sizes[column] ? value : -1
        }
        // Fewer than two values make no pair.
        if row.count(where: { $0 >= 0 }) >= 2 { cells += row }
      }
    }
    return cells
  }

  private static func prime(from least: Int) -> Int? {
    (max(least, 2)...(max(least, 2) * 2)).first { number in
      number < 4 || !(2...Int(Double(number).squareRoot())).contains { number % $0 == 0 }
    }
  }
}
