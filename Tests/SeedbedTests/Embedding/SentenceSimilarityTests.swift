import SeedbedData
import SeedbedLearning
import Testing

/// How well each embedder orders pairs of sentences as people do.
@Suite("Sentence similarity on the STS benchmark, English development pairs")
struct SentenceSimilarityTests {
  static let path = EmbeddingTestFiles.shared("data/stsb-multi/stsb-en-dev.csv")

  /// Spearman's correlation with people's scores over every `step`-th pair.
  private func correlation(_ embedder: some Embedder, every step: Int) async throws -> Double {
    let path = try #require(Self.path)
    var reader = try RowReader(
      path: path,
      options: RowReaderOptions(format: .csv, hasHeader: false, columns: ["a", "b", "score"])
    )
    var texts: [String] = []
    var scores: [Double] = []
    var number = 0
    while let row = try reader.next() {
      number += 1
      guard number % step == 0 else { continue }
      texts.append(try #require(row.fields["a"]?.string))
      texts.append(try #require(row.fields["b"]?.string))
      scores.append(try #require(row.fields["score"]?.string.flatMap(Double.init)))
    }
    #expect(number == 1500)
    let table = try await embedder.embed(texts, threads: 2)
    let cosines = scores.indices.map {
      Double(EmbeddingTexts.cosine(table[2 * $0], table[2 * $0 + 1]))
    }
    return try #require(Metrics.spearman(cosines, scores))
  }

  @Test(
    "the sentence encoder",
    .enabled(if: path != nil, "the shared data is not on this machine"),
    .enabled(if: EmbeddingModels.folder != nil, "all-MiniLM-L6-v2 is not on this machine")
  )
  func encoder() async throws {
    let embedder = try BertEmbedder(folder: #require(EmbeddingModels.folder))
    #expect(try await correlation(embedder, every: 5) > 0.8)
  }

  @Test(
    "the static embedder distilled from it",
    .enabled(if: path != nil, "the shared data is not on this machine"),
    .enabled(if: EmbeddingModels.folder != nil, "all-MiniLM-L6-v2 is not on this machine")
  )
  func distilled() async throws {
    #expect(try await correlation(EmbeddingModels.distilled(), every: 1) > 0.78)
  }

  @Test(
    "the embedder without a model",
    .enabled(if: path != nil, "the shared data is not on this machine")
  )
  func hashed() async throws {
    #expect(try await correlation(HashedEmbedder(), every: 1) > 0.6)
  }
}

@Suite("Rank correlation")
struct RankCorrelationTests {
  @Test("equals SciPy's, with ties at their mean rank")
  func oracle() {
    let a = [1, 2, 2, 3, 5, 8, 8, 8, 0.5, -3]
    let b: [Double] = [2, 1, 2, 4, 4, 9, 7, 8, -1, 0]
    #expect(abs((Metrics.spearman(a, b) ?? 0) - 0.9443131775531958) < 1e-12)
    #expect(abs((Metrics.pearson(a, b) ?? 0) - 0.9295727579557389) < 1e-12)
    #expect(Metrics.spearman([1, 2, 3, 4], [4, 3, 2, 1]) == -1)
  }

  @Test("what has no correlation is nil, not a number")
  func undefined() {
    #expect(Metrics.spearman([], []) == nil)
    #expect(Metrics.spearman([1], [1]) == nil)
    #expect(Metrics.spearman([1, 1], [1, 2]) == nil)
    #expect(Metrics.spearman([1, .nan], [1, 2]) == nil)
    #expect(Metrics.pearson([1, .infinity], [1, 2]) == nil)
    #expect(Metrics.spearman([1, .infinity, -.infinity], [1, 2, 0]) == 1)
  }
}
