import SeedbedData
import SeedbedLearning
import SeedbedPipeline
import Testing

@Suite("Effective patterns")
struct DiversityReportTests {
  @Test("a thousand rows of fifty patterns are called that")
  func headline() async throws {
    // Fifty directions at right angles, twenty rows each.
    var values: [Float] = []
    for row in 0..<1000 {
      values += (0..<50).map { $0 == row % 50 ? 1 : 0 }
    }
    let report = try await DiversityMeter(threads: 2).measure(
      (0..<1000).map { "pattern number \($0 % 50)" },
      vectors: VectorTable(dimensions: 50, values: values),
      nearPatterns: 50
    )
    #expect(report.headline == "1,000 rows, but 50 patterns")
    #expect(abs(try #require(report.patterns.shannon) - 50) < 1e-6)
    #expect(abs(try #require(report.patterns.quadratic) - 50) < 1e-6)
    #expect(report.distinctRows == 50 && report.nearPatterns == 50)
    #expect(abs(report.share - 0.05) < 1e-9)
    #expect(report.nearestCosine == 1)
    #expect(!report.isSampled && report.interval == nil && report.nearestInterval == nil)
  }

  @Test("the measures equal NumPy's")
  func golden() async throws {
    let golden = try MeaningGolden.read()
    let report = try await DiversityMeter().measure(
      (0..<golden.table.count).map { "row \($0)" },
      vectors: golden.table
    )
    #expect(abs(try #require(report.patterns.shannon) - golden.vendi1) < 1e-6)
    #expect(abs(try #require(report.patterns.quadratic) - golden.vendi2) < 1e-6)
    #expect(abs(try #require(report.nearestCosine) - golden.nearestCosine) < 1e-6)
  }

  @Test("the label with the least variety comes first")
  func labels() async throws {
    let labels: [String?] = ["same", "same", "same", "two", "two", "far", "far", nil]
    let report = try await DiversityMeter().measure(
      ["a", "a", "A!", "b", "c", "d", "e", "f"],
      labels: labels,
      vectors: plane([0, 0, 0, 0, 45, 0, 90, 10])
    )
    #expect(report.labels.map(\.label) == ["same", "two", "far"])
    #expect(report.labels.map(\.distinctRows) == [1, 2, 2])
    #expect(abs(report.labels[0].share - 1 / 3.0) < 1e-6)
    #expect(abs(report.labels[2].share - 1) < 1e-6)
  }

  @Test("a large set is sampled by the seed, says so and has intervals")
  func sampling() async throws {
    var random = MeaningRandom(3)
    let table = random.table(count: 3000, dimensions: 6, centres: 12, spread: 0.1)
    let texts = (0..<3000).map { "text \($0)" }
    let meter = DiversityMeter(largestSample: 1000, nearestSample: 200, seed: 4, threads: 2)
    let report = try await meter.measure(texts, vectors: table)
    #expect(report.isSampled && report.measuredRows == 1000 && report.rows == 3000)
    #expect(report.headline.hasSuffix("in a sample of 1,000"))
    let interval = try #require(report.interval)
    let whole = try await DiversityMeter().measure(texts, vectors: table)
    #expect(interval.contains(try #require(whole.patterns.shannon)))
    #expect(interval.upper - interval.lower < 0.5)
    #expect(report.nearestSample == 200 && report.nearestInterval != nil)
    var other = meter
    other.threads = 1
    #expect(try await other.measure(texts, vectors: table) == report)
    other.seed = 5
    #expect(try await other.measure(texts, vectors: table) != report)
  }

  @Test("an embedder sees only the sample")
  func embedder() async throws {
    let texts = (0..<300).map { "message number \($0) about a card" }
    let meter = DiversityMeter(largestSample: 100)
    let embedded = try await meter.measure(texts, embedder: TrigramEmbedder())
    let direct = try await meter.measure(texts, vectors: TrigramEmbedder().vectors(texts))
    #expect(embedded == direct)
  }

  @Test("small sets are measured, and empty ones too")
  func small() async throws {
    let none = try await DiversityMeter().measure([], vectors: plane([]))
    #expect(none.headline == "no rows" && none.nearestCosine == nil && none.clusters.isEmpty)
    let one = try await DiversityMeter().measure(["hi"], vectors: plane([0]))
    #expect(one.headline == "1 row, 1 pattern" && one.nearestCosine == nil)
    let zeros = try await DiversityMeter().measure(
      ["", "!"],
      vectors: VectorTable(dimensions: 2, values: [0, 0, .nan, 0])
    )
    #expect(zeros.headline == "2 rows, patterns not measured")
  }

  @Test("wrong counts say what is wrong")
  func usage() async {
    let error = await #expect(throws: SeedbedError.self) {
      try await DiversityMeter().measure(["a"], labels: [], vectors: plane([0]))
    }
    #expect(error?.message == "1 texts came with 0 labels")
    await #expect(throws: SeedbedError.self) {
      try await DiversityMeter().measure(["a"], vectors: plane([]))
    }
  }

  @Test("groups are named by their own words")
  func names() async throws {
    let texts = [
      "I lost my card", "my card is lost", "where is the lost card",
      "the transfer is pending", "pending transfers again", "is my transfer pending",
      "hello there",
    ]
    let clusters = try await NamedClusters.find(
      texts: texts,
      vectors: plane([0, 1, 2, 90, 91, 92, 200]),
      count: 3
    )
    #expect(clusters.clusters.map(\.size) == [3, 3, 1])
    #expect(Set(clusters.clusters[0].terms) == ["lost", "card"])
    #expect(clusters.clusters[1].terms.first == "pending")
    // One of "transfer" and "transfers" is enough; "again" is a function word.
    #expect(clusters.clusters[1].terms.count == 2)
    #expect(clusters.clusters[0].example == 2)
    #expect(clusters.assignment == [0, 0, 0, 1, 1, 1, 2])
    #expect(clusters.clusters[0].name.contains(" · "))
  }

  @Test("groups never outnumber the different texts")
  func fewGroups() async throws {
    let clusters = try await NamedClusters.find(
      texts: ["a", "a", "b", ""],
      vectors: VectorTable(dimensions: 2, values: [1, 0, 1, 0, 0, 1, 0, 0]),
      count: 9
    )
    #expect(clusters.clusters.map(\.size) == [2, 1])
    #expect(clusters.assignment == [0, 0, 1, nil])
  }
}
