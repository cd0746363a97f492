import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Collapse over generations")
struct DiversityCollapseTests {
  @Test("slope and exact p-values equal SciPy's permutation test", arguments: 0..<4)
  func oracle(index: Int) throws {
    let golden = try DiversityGolden.values.get().trends[index]
    let trend = try #require(
      Metrics.generationTrend(depths: golden.depths, values: golden.values)
    )
    #expect(agrees(trend.slope, golden.slope))
    #expect(agrees(trend.intercept, golden.intercept))
    #expect(agrees(trend.pFalls, golden.falls, 1e-12))
    #expect(agrees(trend.pHolds, golden.holds, 1e-12))
  }

  @Test("a clear fall, a steady measure and too few values")
  func verdicts() throws {
    func trend(_ values: [Double]) -> GenerationTrend? {
      Metrics.generationTrend(depths: values.indices.map(Double.init), values: values)
    }
    #expect(trend([0.9, 0.8, 0.69, 0.6, 0.52])?.verdict == .falls)
    #expect(trend([0.9, 0.9, 0.9, 0.9, 0.9])?.verdict == .holds)
    #expect(trend([0.9, 0.899, 0.9, 0.9, 0.901])?.verdict == .holds)
    #expect(trend([0.9, 0.7, 0.95, 0.75, 0.8])?.verdict == .cannotTell)
    // Of three values the right order comes up once in six.
    #expect(trend([0.9, 0.5, 0.1])?.verdict == .cannotTell)
    #expect(agrees(trend([0.9, 0.5, 0.1])?.pFalls, 1.0 / 6))
  }

  @Test("what has no trend")
  func undefined() {
    #expect(Metrics.generationTrend(depths: [0, 1], values: [1, 2]) == nil)
    #expect(Metrics.generationTrend(depths: [1, 1, 1], values: [1, 2, 3]) == nil)
    #expect(Metrics.generationTrend(depths: [0, 1, 2], values: [1, .nan, 3]) == nil)
    #expect(Metrics.generationTrend(depths: [0, 1, .infinity], values: [1, 2, 3]) == nil)
  }

  /// Texts of a generation that draws its words from ever fewer.
  private func texts(_ count: Int, words: Int, seed: UInt64) -> [String] {
    var random = CounterRandom(seed: seed, sample: UInt64(words), operation: 9, draw: 0)
    return (0..<count).map { _ in
      (0..<9).map { _ in "w\(random.index(below: words))" }.joined(separator: " ")
    }
  }

  /// How often each text has the words of each of 32 kinds.
  private func vectors(_ texts: [String]) -> VectorTable {
    var values = [Float](repeating: 0, count: texts.count * 32)
    for (row, text) in texts.enumerated() {
      for word in text.split(separator: " ") {
        values[row * 32 + (Int(word.dropFirst()) ?? 0) % 32] += 1
      }
    }
    return VectorTable(dimensions: 32, values: values)
  }

  @Test("generations of ever fewer words fall, of equal ones do not, whatever their sizes")
  func diversity() throws {
    let sizes = [400, 150, 300, 200]
    func measure(_ words: [Int]) throws -> GenerationDiversity {
      var made: [String] = []
      var depths: [Int] = []
      for (depth, size) in sizes.enumerated() {
        made += texts(size, words: words[depth], seed: UInt64(depth))
        depths += [Int](repeating: depth, count: size)
      }
      let measured = Metrics.generationDiversity(
        made,
        depths: depths,
        vectors: vectors(made),
        seed: 1,
        threads: 2
      )
      return try #require(measured)
    }
    let collapsed = try measure([400, 120, 40, 12])
    #expect(collapsed.measures.map(\.name) == ["distinct_2", "ngram_entropy", "vendi_score"])
    #expect(collapsed.measures.map(\.trend.verdict) == [.falls, .falls, .falls])
    #expect(collapsed.rows == 37 && collapsed.words == 333)
    #expect(collapsed.measures[0].depths.count == 16)
    let steady = try measure([200, 200, 200, 200])
    #expect(steady.measures.allSatisfy { $0.trend.verdict != .falls })
    #expect(steady.measures[1].trend.verdict == .holds)
  }

  @Test("one generation, too few rows, or no words")
  func degenerate() {
    func measure(_ texts: [String], _ depths: [Int]) -> GenerationDiversity? {
      Metrics.generationDiversity(texts, depths: depths, parts: 2, seed: 1)
    }
    #expect(measure([], []) == nil)
    #expect(measure(["a b", "c d"], [0, 0]) == nil)
    #expect(measure(["a b", "c d", "e f"], [0, 0, 1]) == nil)
    #expect(measure(["a", "c", "e", "f"], [0, 0, 1, 1]) == nil)
    #expect(measure(["a b", "c d", "e f", "g h"], [0, 0, 1, 1])?.measures.count == 2)
  }
}
