import SeedbedKernels

extension Metrics {
  /// Finds for each synthetic record a real one that matches it in every column (`NewRowSynthesis`).
  ///
  /// Categories are equal, numbers `x` of the real and `y` of the synthetic record are no farther apart
  /// than `tolerance · |y|` (so 0 matches 0 only), and what is missing is so on both sides.
  ///
  /// - Parameters:
  ///   - synthetic: The synthetic records.
  ///   - real: The real records, with columns of the same kinds.
  ///   - tolerance: How far numbers may lie apart, from 0.
  /// - Returns: For each synthetic record the first real row that matches, or nil for a new one; the
  ///   share of nil is SDMetrics' score.
  /// - Complexity: O(records · log records) where one column of numbers tells most records apart.
  public static func matchingRecords(
    _ synthetic: RecordTable,
    in real: RecordTable,
    tolerance: Double = 0.01
  ) -> [Int?] {
    precondition(synthetic.hasKinds(of: real), "the tables have columns of different kinds")
    precondition(tolerance >= 0, "a tolerance is not negative")
    let numbers = zip(synthetic.columns, real.columns).compactMap(NumberPair.init)
    let selective = numbers.indices.max { numbers[$0].distinct < numbers[$1].distinct }
    var table = FeatureTable()
    let keys = categoryKeys(real).map { table.insert($0) }
    var rows = NumberedLists(
      keys,
      (0..<real.count).map { Int32(truncatingIfNeeded: $0) },
      count: table.count
    )
    if let selective {
      let values = numbers[selective].real
      rows.sortEach(threads: 1) { first, second in
        (values[Int(first)], first) < (values[Int(second)], second)
      }
    }
    return categoryKeys(synthetic).enumerated().map { row, key in
      guard let list = table.find(key) else { return nil }
      let candidates = rows[Int(list)]
      guard let selective else { return candidates.first.map(Int.init) }
      return numbers[selective].range(of: row, in: candidates, tolerance: tolerance)
        .filter { candidate in
          numbers.allSatisfy { $0.matches(row, candidate, tolerance: tolerance) }
        }
        .min()
    }
  }

  /// A hash of the categories of each record and of which numbers are missing.
  private static func categoryKeys(_ table: RecordTable) -> [UInt64] {
    var keys = [UInt64](repeating: 0, count: table.count)
    for column in table.columns {
      for row in 0..<table.count {
        let value: UInt64 =
          switch column {
          case .numbers(let values): values[row]?.isFinite == true ? 1 : 0
          case .categories(let values): values[row].map { hash64($0, seed: 5) } ?? 0
          }
        keys[row] = NGramHasher.extended(keys[row], by: value)
      }
    }
    return keys
  }
}

/// A column of numbers of two tables; missing ones are 0, as the keys tell them apart.
private struct NumberPair {
  let synthetic: [Double]
  let real: [Double]
  /// How many different numbers the real records have.
  let distinct: Int

  init?(_ synthetic: RecordColumn, _ real: RecordColumn) {
    guard case .numbers(let synthetic) = synthetic, case .numbers(let real) = real else {
      return nil
    }
    self.synthetic = synthetic.map(Self.number)
    self.real = real.map(Self.number)
    distinct = Set(self.real).count
  }

  func matches(_ row: Int, _ other: Int, tolerance: Double) -> Bool {
    abs(real[other] - synthetic[row]) <= abs(tolerance * synthetic[row])
  }

  /// The rows, of some that are sorted by this column, that may match in it.
  func range(of row: Int, in sorted: ArraySlice<Int32>, tolerance: Double) -> [Int] {
    let value = synthetic[row]
    // A little wider than the rule, which `matches` applies to the letter.
    let reach = abs(value) * (tolerance + 1e-12)
    var (low, high) = (sorted.startIndex, sorted.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if real[Int(sorted[middle])] < value - reach { low = middle + 1 } else { high = middle }
    }
    return sorted[low...].prefix { real[Int($0)] <= value + reach }.map(Int.init)
  }

  private static func number(_ value: Double?) -> Double {
    guard let value, value.isFinite else { return 0 }
    return value
  }
}
