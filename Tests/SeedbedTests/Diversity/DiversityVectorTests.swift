import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Diversity of vectors")
struct DiversityVectorTests {
  @Test("precision, recall, density and coverage equal prdc", arguments: 0..<4)
  func overlap(index: Int) throws {
    let golden = try DiversityGolden.values.get().overlaps[index]
    let real = diversityTable(golden.real, dimensions: golden.dimensions)
    let synthetic = diversityTable(golden.synthetic, dimensions: golden.dimensions)
    let cases: [(NeighborhoodOverlap.Distance, [String: Double])] = [
      (.euclidean, golden.euclidean), (.cosine, golden.cosine),
    ]
    for (distance, expected) in cases {
      let measured = try #require(
        Metrics.neighborhoodOverlap(
          synthetic,
          real: real,
          neighbors: golden.neighbors,
          distance: distance,
          threads: 2
        )
      )
      #expect(agrees(measured.precision, expected["precision"] ?? -1))
      #expect(agrees(measured.recall, expected["recall"] ?? -1))
      #expect(agrees(measured.density, expected["density"] ?? -1))
      #expect(agrees(measured.coverage, expected["coverage"] ?? -1))
      let outside = Double(measured.unrealistic.count) / Double(synthetic.count)
      #expect(agrees(1 - outside, measured.precision))
      let uncovered = Double(measured.uncovered.count) / Double(real.count)
      #expect(agrees(1 - uncovered, measured.coverage))
    }
  }

  /// The measures by their definition, in double precision.
  private func plain(_ synthetic: VectorTable, _ real: VectorTable, _ k: Int) -> [Double] {
    func distance(_ a: ArraySlice<Float>, _ b: ArraySlice<Float>) -> Double {
      zip(a, b).reduce(0.0) {
        $0 + (Double($1.0) - Double($1.1)) * (Double($1.0) - Double($1.1))
      }
    }
    func radii(_ table: VectorTable) -> [Double] {
      (0..<table.count).map { row in
        (0..<table.count).filter { $0 != row }.map { distance(table[row], table[$0]) }.sorted()[
          k - 1
        ]
      }
    }
    let (r, s) = (radii(real), radii(synthetic))
    let cross = (0..<real.count).map { i in
      (0..<synthetic.count).map { distance(real[i], synthetic[$0]) }
    }
    let inBalls = (0..<synthetic.count).map { j in
      (0..<real.count).count { cross[$0][j] < r[$0] }
    }
    return [
      Double(inBalls.count { $0 > 0 }) / Double(synthetic.count),
      Double((0..<real.count).count { i in s.indices.contains { cross[i][$0] < s[$0] } })
        / Double(real.count),
      Double(inBalls.reduce(0, +)) / Double(k * synthetic.count),
      Double((0..<real.count).count { i in s.indices.contains { cross[i][$0] < r[i] } })
        / Double(real.count),
    ]
  }

  @Test("many equal distances and copies: the definition holds to the letter", arguments: 0..<12)
  func ties(seed: Int) throws {
    var random = CounterRandom(seed: UInt64(seed), sample: 0, operation: 4, draw: 0)
    let offset: Float = seed % 3 == 0 ? 4096 : 0
    func table(_ count: Int) -> VectorTable {
      let values = (0..<count * 3).map { _ in Float(random.index(below: 4)) + offset }
      return VectorTable(dimensions: 3, values: values)
    }
    let (real, synthetic) = (table(90), table(70))
    let measured = try #require(
      Metrics.neighborhoodOverlap(synthetic, real: real, neighbors: 3, threads: 2)
    )
    let expected = plain(synthetic, real, 3)
    #expect(agrees(measured.precision, expected[0]))
    #expect(agrees(measured.recall, expected[1]))
    #expect(agrees(measured.density, expected[2]))
    #expect(agrees(measured.coverage, expected[3]))
  }

  @Test("neither threads nor the order of the rows, and so what block they are in, matter")
  func blocks() throws {
    var random = CounterRandom(seed: 9, sample: 0, operation: 4, draw: 0)
    func table(_ count: Int) -> VectorTable {
      VectorTable(dimensions: 4, values: (0..<count * 4).map { _ in Float(random.unit()) })
    }
    let (real, synthetic) = (table(1100), table(700))
    let measured = try [1, 2, 3].map {
      try #require(Metrics.neighborhoodOverlap(synthetic, real: real, threads: $0))
    }
    #expect(measured == [measured[0], measured[0], measured[0]])
    let backward = try #require(
      Metrics.neighborhoodOverlap(
        synthetic.rows((0..<700).reversed()),
        real: real.rows((0..<1100).reversed())
      )
    )
    #expect(backward.precision == measured[0].precision)
    #expect(backward.recall == measured[0].recall)
    #expect(backward.density == measured[0].density)
    #expect(backward.uncovered.reversed().map { 1099 - $0 } == measured[0].uncovered)
    #expect(backward.unrealistic.reversed().map { 699 - $0 } == measured[0].unrealistic)
  }

  @Test("equal distributions overlap, a collapsed set is precise without coverage")
  func reading() throws {
    var random = CounterRandom(seed: 5, sample: 0, operation: 4, draw: 0)
    func table(_ count: Int, _ spread: Double) -> VectorTable {
      VectorTable(
        dimensions: 5,
        values: (0..<count * 5).map { _ in Float(normalQuantile(random.unit() + 1e-9) * spread) }
      )
    }
    let real = table(500, 1)
    let same = try #require(Metrics.neighborhoodOverlap(table(500, 1), real: real))
    #expect(same.precision > 0.7 && same.recall > 0.7 && same.coverage > 0.9)
    #expect(abs(same.density - 1) < 0.2)
    let collapsed = try #require(Metrics.neighborhoodOverlap(table(500, 0.1), real: real))
    #expect(collapsed.precision > 0.95 && collapsed.coverage < 0.3 && collapsed.recall < 0.1)
    #expect(collapsed.density > 1.1)
  }

  @Test("too few vectors, ones without a direction, and infinities")
  func degenerate() throws {
    let few = VectorTable(dimensions: 1, values: [1, 2, 3])
    #expect(Metrics.neighborhoodOverlap(few, real: few, neighbors: 3) == nil)
    #expect(Metrics.neighborhoodOverlap(few, real: few, neighbors: 2) != nil)
    let broken = VectorTable(dimensions: 1, values: [.nan, 1, .infinity, 2, 3])
    let measured = try #require(Metrics.neighborhoodOverlap(broken, real: few, neighbors: 1))
    #expect(measured.unrealistic.allSatisfy { ![0, 2].contains($0) })
    #expect(
      Metrics.neighborhoodOverlap(
        VectorTable(dimensions: 1, values: [0, 0, 0]),
        real: few,
        neighbors: 1,
        distance: .cosine
      ) == nil
    )
    let huge = VectorTable(dimensions: 2, values: [3e38, 0, -3e38, 1, 2, 3, 4, 5])
    #expect(Metrics.neighborhoodOverlap(huge, real: huge, neighbors: 1) != nil)
    let copies = VectorTable(dimensions: 1, values: [Float](repeating: 1, count: 50))
    #expect(Metrics.neighborhoodOverlap(copies, real: copies)?.precision == 0)
  }

  @Test("mean pairwise cosine and internal diversity equal vendi-score and NumPy")
  func cosines() throws {
    let golden = try DiversityGolden.values.get().cosines
    let table = diversityTable(golden.values, dimensions: 6)
    // The vectors are scaled to length one in single precision.
    #expect(agrees(Metrics.meanPairwiseCosine(table), golden.mean, 1e-7))
    #expect(agrees(Metrics.internalDiversity(table), golden.intdiv1, 1e-7))
    #expect(agrees(Metrics.internalDiversity(kernel: golden.kernel, count: 30), golden.intdiv1))
    let squared = Metrics.internalDiversity(kernel: golden.kernel, count: 30, power: 2)
    #expect(agrees(squared, golden.intdiv2))
    // Vendi of order 2 is one over one less the internal diversity of order 2.
    let vendi = Metrics.vendiScore(kernel: golden.kernel, count: 30, order: 2)
    #expect(agrees(vendi, 1 / (1 - golden.intdiv2)))
  }

  @Test("cosines of one vector, of opposite ones, and of none")
  func cosineEnds() {
    let opposite = VectorTable(dimensions: 2, values: [1, 0, -3, 0, 0, 0])
    #expect(Metrics.meanPairwiseCosine(opposite) == -1)
    #expect(Metrics.internalDiversity(opposite) == 1)
    #expect(Metrics.meanPairwiseCosine(VectorTable(dimensions: 1, values: [2])) == nil)
    #expect(Metrics.internalDiversity(VectorTable(dimensions: 1, values: [2])) == 0)
    #expect(Metrics.internalDiversity(VectorTable(dimensions: 1, values: [.nan])) == nil)
    #expect(Metrics.internalDiversity(kernel: [], count: 0) == nil)
    #expect(Metrics.internalDiversity(kernel: [.infinity], count: 1) == nil)
  }
}
