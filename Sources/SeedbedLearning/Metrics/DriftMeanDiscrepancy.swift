import SeedbedKernels

/// The maximum mean discrepancy of two sets of vectors: how far apart their means lie in the space of
/// a Gaussian kernel (Gretton et al., "A kernel two-sample test", 2012).
///
/// The kernel is `exp(−γ d²)` with `γ = 1 / bandwidth²`, and the bandwidth the median distance of a
/// vector of one set from one of the other unless stated. The value has no scale of its own and depends
/// on the bandwidth; `test` says whether it is more than chance.
public struct MeanDiscrepancy: Hashable, Sendable {
  /// The unbiased estimate of the squared discrepancy; 0 on average for equal distributions, so that it
  /// may be below 0.
  public let squared: Double
  /// The distance at which the kernel falls to 1/e.
  public let bandwidth: Double
  /// The test of `squared` by permutation of the labels.
  public let test: PermutationTest.Outcome
  /// How many vectors of the first set were used.
  public let firstCount: Int
  /// How many vectors of the second set were used.
  public let secondCount: Int

  /// Compares two sets of vectors.
  ///
  /// Nil when a set has fewer than two vectors or one that is not finite, and when the median distance
  /// is 0, as for sets of mostly one point.
  ///
  /// - Parameters:
  ///   - first: One set.
  ///   - second: The other set, of as many dimensions.
  ///   - rowsPerSide: The most vectors of each set to use; of more, so many are drawn by the test's seed.
  ///   - bandwidth: The distance at which the kernel falls to 1/e, above 0; nil for the median.
  ///   - test: How many permutations, their seed and the threads.
  /// - Complexity: With N vectors of d numbers in all, N² (d/2 + permutations) multiplications and 8 N²
  ///   bytes.
  public init?(
    _ first: VectorTable,
    _ second: VectorTable,
    rowsPerSide: Int = 1000,
    bandwidth: Double? = nil,
    test: PermutationTest = PermutationTest()
  ) {
    precondition(first.dimensions == second.dimensions, "both sets need vectors of one length")
    precondition(rowsPerSide > 1, "a discrepancy needs two vectors a side")
    let sides = [first, second].enumerated().map { side, table in
      var random = CounterRandom(
        seed: test.seed,
        sample: UInt64(side),
        operation: Self.operation,
        draw: 0
      )
      return table.rows(random.sample(rowsPerSide, of: table.count))
    }
    guard sides.allSatisfy({ $0.count > 1 && $0.values.allSatisfy(\.isFinite) }) else { return nil }
    let kernel = PooledKernel(sides[0], sides[1], bandwidth: bandwidth, threads: test.threads)
    guard let kernel else { return nil }
    self.bandwidth = kernel.bandwidth
    squared = kernel.discrepancy
    firstCount = sides[0].count
    secondCount = sides[1].count
    let drawn = kernel.permuted(test)
    self.test = PermutationTest.Outcome(observed: drawn[0], drawn: Array(drawn.dropFirst()))
  }

  /// Names the draws among all that share a seed.
  private static let operation = hash64("mean discrepancy")
}

/// The kernel of all pairs of pooled vectors, less its mean, with zeros on the diagonal.
///
/// The mean cancels in every difference of means of pairs; without it single precision is enough.
private struct PooledKernel {
  let firstCount: Int
  let count: Int
  let bandwidth: Double
  /// The discrepancy of the two sets in double precision.
  let discrepancy: Double
  private let centred: [Float]
  private let rowSums: [Double]

  init?(_ first: VectorTable, _ second: VectorTable, bandwidth: Double?, threads: Int) {
    let firstCount = first.count
    let size = first.count + second.count
    let squares = Self.squaredDistances(first, second, threads: threads)
    var across: [Double] = []
    if bandwidth == nil {
      across.reserveCapacity(first.count * second.count)
      for row in 0..<firstCount { across += squares[row * size + firstCount..<(row + 1) * size] }
    }
    let width = bandwidth ?? Self.median(ofRoots: across)
    guard width > 0, width.isFinite, width * width > 0, (width * width).isFinite else { return nil }
    let factor = -1 / (width * width)
    let rows = Parallel.map(size, threads: threads) { row in
      var sums = (0.0, 0.0)
      var values = [Double](repeating: 0, count: size)
      for column in 0..<size where column != row {
        let value = PortableMath.exp(factor * squares[row * size + column])
        values[column] = value
        if column < firstCount { sums.0 += value } else { sums.1 += value }
      }
      return (values: values, first: sums.0, second: sums.1)
    }
    var within = (0.0, 0.0)
    var between = 0.0
    for (row, sums) in rows.enumerated() {
      if row < firstCount {
        within.0 += sums.first
        between += sums.second
      } else {
        within.1 += sums.second
      }
    }
    let (n, m) = (Double(firstCount), Double(size - firstCount))
    discrepancy = within.0 / (n * (n - 1)) + within.1 / (m * (m - 1)) - 2 * between / (n * m)
    let mean = (within.0 + within.1 + 2 * between) / (Double(size) * Double(size - 1))
    var centred: [Float] = []
    centred.reserveCapacity(size * size)
    rowSums = rows.enumerated().map { row, sums in
      for (column, value) in sums.values.enumerated() {
        centred.append(row == column ? 0 : Float(value - mean))
      }
      return sums.first + sums.second - mean * Double(size - 1)
    }
    self.centred = centred
    self.firstCount = firstCount
    self.bandwidth = width
    count = size
  }

  /// The discrepancy for the labels in hand and then for each permutation of them.
  ///
  /// All follow from the sum over the pairs within the first set, `zᵀ K z`; many columns `z` at a time
  /// make it a matrix product.
  func permuted(_ test: PermutationTest) -> [Double] {
    let labels = (0..<count).map { $0 < firstCount }
    let members = PermutationTest.members(of: nil, count: count)
    let width = 64
    let blocks = (test.permutations + width) / width
    let values = Parallel.map(blocks, threads: test.threads) { block in
      let replicates = block * width..<min((block + 1) * width, test.permutations + 1)
      var columns = [Float](repeating: 0, count: count * width)
      for (place, replicate) in replicates.enumerated() {
        let drawn = replicate == 0 ? labels : test.shuffled(labels, members, replicate - 1)
        for row in 0..<count where drawn[row] { columns[row * width + place] = 1 }
      }
      let products = matrixProduct(
        centred.span,
        columns.span,
        rows: count,
        inner: count,
        columns: width
      )
      return replicates.indices.map { replicate in
        value(columns, products, replicate - block * width, width)
      }
    }
    return values.flatMap(\.self)
  }

  private func value(_ columns: [Float], _ products: [Float], _ place: Int, _ width: Int) -> Double
  {
    var within = 0.0
    var own = 0.0
    var total = 0.0
    for row in 0..<count {
      total += rowSums[row]
      if columns[row * width + place] > 0 {
        within += Double(products[row * width + place])
        own += rowSums[row]
      }
    }
    let between = own - within
    let rest = total - own - between
    let (n, m) = (Double(firstCount), Double(count - firstCount))
    return within / (n * (n - 1)) + rest / (m * (m - 1)) - 2 * between / (n * m)
  }

  /// The squared distances of all pairs, from the products of all pairs in double precision.
  private static func squaredDistances(
    _ first: VectorTable,
    _ second: VectorTable,
    threads: Int
  ) -> [Double] {
    let dimensions = first.dimensions
    let size = first.count + second.count
    var turned = [Float](repeating: 0, count: size * dimensions)
    for (offset, table) in [(0, first), (first.count, second)] {
      for (at, value) in table.values.enumerated() {
        turned[at % dimensions * size + offset + at / dimensions] = value
      }
    }
    let strip = 32
    let strips = Parallel.map((size + strip - 1) / strip, threads: threads) { index in
      gramRows(
        turned.span,
        columns: size,
        wanted: index * strip..<min(size, (index + 1) * strip)
      )
    }
    var products = strips.flatMap(\.self)
    let lengths = (0..<size).map { products[$0 * size + $0] }
    for row in 0..<size {
      products[row * size + row] = 0
      for column in row + 1..<size {
        let square = lengths[row] + lengths[column] - 2 * products[row * size + column]
        products[row * size + column] = max(square, 0)
        products[column * size + row] = max(square, 0)
      }
    }
    return products
  }

  private static func median(ofRoots squares: [Double]) -> Double {
    let sorted = squares.sorted()
    let middle = sorted.count / 2
    return sorted.count % 2 == 1
      ? sorted[middle].squareRoot()
      : (sorted[middle - 1].squareRoot() + sorted[middle].squareRoot()) / 2
  }
}
