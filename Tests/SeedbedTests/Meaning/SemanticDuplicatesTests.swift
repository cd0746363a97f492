import SeedbedData
import SeedbedKernels
import SeedbedLearning
import SeedbedPipeline
import Testing

@Suite("Semantic duplicates")
struct SemanticDuplicatesTests {
  static let names = ["alpha", "beta", "gamma", "delta", "epsilon", "zeta"]

  @Test("of two mutual duplicates exactly one stays")
  func mutual() async throws {
    let report = try await SemanticDuplicates(threshold: 0.9).find(
      texts: ["a card", "that card please", "a loan"],
      vectors: plane([0, 1, 90])
    )
    #expect(report.kept == [0, 2])
    let duplicate = try #require(report.duplicates.first)
    #expect(duplicate.removed == 1 && duplicate.kept == 0 && duplicate.kind == .semantic)
    #expect(abs(duplicate.cosine - 0.99985) < 1e-4)
    #expect(report.leastSimilar == report.duplicates)
  }

  @Test("a chain keeps the text that is unlike the one that stays")
  func chain() async throws {
    // 20 degrees apart: cosine .940; 40 degrees: .766.
    let report = try await SemanticDuplicates(threshold: 0.9).find(
      texts: ["alpha", "beta", "gamma"],
      vectors: plane([0, 20, 40])
    )
    #expect(report.kept == [0, 2])
    #expect(report.duplicates.map(\.kept) == [0])
  }

  @Test("the order of quality decides which one stays")
  func order() async throws {
    let search = SemanticDuplicates(threshold: 0.9)
    let report = try await search.find(
      texts: ["alpha", "beta", "gamma"],
      vectors: plane([0, 20, 40]),
      order: [1, 0, 2]
    )
    #expect(report.kept == [1])
    #expect(report.weights == [0, 3, 0])
  }

  @Test("among equally similar texts the better one is named")
  func ties() async throws {
    let report = try await SemanticDuplicates(threshold: 0.9).find(
      texts: ["alpha", "beta", "gamma"],
      vectors: plane([0, 40, 20]),
      order: [1, 0, 2]
    )
    #expect(report.duplicates.map(\.removed) == [2])
    let cosines = [0.0, 40].map { abs($0 - 20) }
    #expect(cosines[0] == cosines[1])
    let same = try await SemanticDuplicates(threshold: 0.9).find(
      texts: ["alpha", "beta", "gamma"],
      vectors: VectorTable(dimensions: 2, values: [0.6, 0.8, 0.6, -0.8, 1, 0].map(Float.init)),
      order: [1, 0, 2]
    )
    #expect(same.duplicates.isEmpty)
    let loose = try await SemanticDuplicates(threshold: 0.5).find(
      texts: ["alpha", "beta", "gamma"],
      vectors: VectorTable(dimensions: 2, values: [0.6, 0.8, 0.6, -0.8, 1, 0].map(Float.init)),
      order: [1, 0, 2]
    )
    #expect(loose.duplicates.map(\.kept) == [1])
  }

  @Test("\"I can\" and \"I cannot\" both stay, and the refused pair is listed with its reason")
  func negation() async throws {
    let report = try await SemanticDuplicates().find(
      texts: ["I can log in", "I cannot log in", "Send 5 coins", "Send 50 coins"],
      vectors: plane([0, 1, 90, 91])
    )
    #expect(report.duplicates.isEmpty)
    #expect(report.refusals == [.negation: 1, .number: 1])
    #expect(report.refusedExamples.map(\.refusal.kind) == [.number, .negation])
    #expect(report.refusedExamples.first?.refusal.right == "50")
  }

  @Test("without a guard only labels hold texts apart")
  func unguarded() async throws {
    let report = try await SemanticDuplicates(duplicateGuard: nil).find(
      texts: ["I can log in", "I cannot log in", "I could log in"],
      labels: ["yes", "yes", "no"],
      vectors: plane([0, 1, 1])
    )
    #expect(report.duplicates.map(\.removed) == [1])
    #expect(report.refusals == [.label: 2])
  }

  @Test("the same text under two labels is a conflict and stays")
  func conflict() async throws {
    let report = try await SemanticDuplicates().find(
      texts: ["Where is my card?", "where is my card", "WHERE IS MY CARD"],
      labels: ["arrival", "lost", "arrival"],
      vectors: plane([0, 0, 0])
    )
    #expect(report.kept == [0, 1])
    #expect(report.conflicts.map(\.left) == [1])
    #expect(report.conflicts.map(\.right) == [0])
    #expect(report.conflicts.first?.refusal == .init(kind: .label, left: "lost", right: "arrival"))
    #expect(report.duplicates.map(\.kind) == [.exact])
  }

  @Test("texts that only normalisation makes equal keep their figures")
  func figures() async throws {
    let report = try await SemanticDuplicates().find(
      texts: ["is it 5%", "is it $5", "is it $5?"],
      vectors: plane([0, 0, 0])
    )
    #expect(report.kept == [0, 1])
    #expect(report.exactCount == 1)
  }

  @Test("each label has its own threshold")
  func thresholds() async throws {
    let search = SemanticDuplicates(threshold: 0.9, thresholds: ["strict": 0.99])
    let report = try await search.find(
      texts: Array(Self.names.prefix(4)),
      labels: ["strict", "strict", "loose", "loose"],
      vectors: plane([0, 20, 90, 110])
    )
    #expect(report.duplicates.map(\.removed) == [3])
    #expect(report.labels.map(\.rate) == [0.5, 0])
    #expect(report.labels.map(\.label) == ["loose", "strict"])
  }

  @Test("a thin label keeps its minimum, the least similar rows first")
  func floor() async throws {
    let search = SemanticDuplicates(threshold: 0.9, minimumPerLabel: 2)
    let report = try await search.find(
      texts: Self.names,
      labels: ["thin", "thin", "thin", "wide", "wide", "wide"],
      vectors: plane([0, 5, 10, 90, 150, 151])
    )
    #expect(report.kept == [0, 2, 3, 4])
    #expect(report.spared.map(\.removed) == [2])
    #expect(report.labels.map(\.spared) == [1, 0])
    #expect(report.labels.map(\.removed) == [1, 1])
  }

  @Test("rows of a reference win, and nothing that repeats one is spared")
  func reference() async throws {
    let search = SemanticDuplicates(threshold: 0.9, minimumPerLabel: 9)
    let report = try await search.find(
      texts: ["alpha", "beta", "gamma", "Delta!"],
      labels: ["a", "a", "a", "a"],
      vectors: plane([0, 90, 95, 180]),
      against: .init(texts: ["delta", "omega"], labels: ["a", nil], vectors: plane([270, 3]))
    )
    #expect(report.kept == [1, 2])
    #expect(report.spared.map(\.removed) == [2])
    #expect(report.duplicates.map(\.isReference) == [true, true])
    #expect(report.duplicates.map(\.kept) == [1, 0])
    #expect(report.duplicates.map(\.kind) == [.semantic, .exact])
  }

  @Test("a reference row of another label is a conflict, not a reason to go")
  func referenceConflict() async throws {
    let report = try await SemanticDuplicates().find(
      texts: ["alpha"],
      labels: ["a"],
      vectors: plane([0]),
      against: .init(texts: ["Alpha"], labels: ["b"], vectors: plane([0]))
    )
    #expect(report.duplicates.isEmpty)
    #expect(report.conflicts.map(\.isReference) == [true])
    #expect(report.refusals == [.label: 1])
  }

  @Test("ten thousand equal rows leave one, and no pair explodes")
  func repetition() async throws {
    let texts = (0..<10_000).map { $0.isMultiple(of: 2) ? "Reset it" : "reset it!" }
    let report = try await SemanticDuplicates().find(
      texts: texts,
      vectors: plane([Double](repeating: 30, count: texts.count))
    )
    #expect(report.kept == [0])
    #expect(report.exactCount == 9999)
  }

  @Test("groups of more than a hundred lose no neighbour")
  func largeGroup() async throws {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    let texts = (0..<400).map { "word x\(letters[$0 / 26])\(letters[$0 % 26])" }
    let report = try await SemanticDuplicates(threads: 2).find(
      texts: texts,
      vectors: plane((0..<400).map { Double($0) / 100 })
    )
    #expect(report.kept == [0])
    #expect(report.semanticCount == 399)
    #expect(report.leastSimilar.count == 20)
  }

  @Test("vectors without a direction are similar to nothing")
  func zeros() async throws {
    let report = try await SemanticDuplicates(threshold: 0.1).find(
      texts: ["alpha", "beta", "", "!!!"],
      vectors: VectorTable(dimensions: 2, values: [0, 0, 0, 0, .nan, 1, .infinity, 0])
    )
    #expect(report.duplicates.isEmpty)
  }

  @Test("nothing at all is no error")
  func empty() async throws {
    let report = try await SemanticDuplicates().find(texts: [], vectors: plane([]))
    #expect(report.rows == 0 && report.rate == 0 && report.kept.isEmpty)
  }

  @Test("wrong calls say what is wrong")
  func usage() async {
    func message(
      _ search: SemanticDuplicates,
      labels: [String?]? = nil,
      order: [Int]? = nil,
      against: SemanticDuplicates.Reference? = nil
    ) async -> String? {
      let error = await #expect(throws: SeedbedError.self) {
        try await search.find(
          texts: ["a", "b"],
          labels: labels,
          vectors: plane([0, 1]),
          order: order,
          against: against
        )
      }
      return error?.message
    }
    #expect(
      await message(.init(threshold: .nan)) == "the similarity threshold is `nan`"
    )
    #expect(
      await message(.init(thresholds: ["x": 1.5]))
        == "the similarity threshold of label `x` is `1.5`"
    )
    #expect(
      await message(.init(), labels: ["a"]) == "2 texts came with 1 labels and 2 vectors"
    )
    #expect(
      await message(.init(), order: [0, 0])
        == "the order of quality does not name each of 2 rows once"
    )
    let other = SemanticDuplicates.Reference(
      texts: ["a"],
      vectors: VectorTable(dimensions: 3, values: [1, 0, 0])
    )
    #expect(await message(.init(), against: other)?.contains("vectors of 3 numbers") == true)
  }

  @Test(
    "every row that goes is similar to one that stays, and no two that stay are",
    arguments: 0..<12
  )
  func invariants(draw: Int) async throws {
    var random = MeaningRandom(draw)
    let count = 60 + random.random.index(below: 120)
    let vectors = random.table(count: count, dimensions: 6, centres: 9, spread: 0.3)
    let words = (0..<count).map { "word\($0 % 40)x" }
    let labels: [String?] = (0..<count).map { _ in ["a", "b", nil][random.random.index(below: 3)] }
    var order = Array(0..<count)
    random.random.shuffle(&order)
    let search = SemanticDuplicates(threshold: 0.9, duplicateGuard: nil, threads: 1 + draw % 3)
    let report = try await search.find(texts: words, labels: labels, vectors: vectors, order: order)
    var rank = [Int](repeating: 0, count: count)
    for (place, row) in order.enumerated() { rank[row] = place }
    let kept = Set(report.kept)
    for duplicate in report.duplicates {
      #expect(kept.contains(duplicate.kept))
      #expect(rank[duplicate.kept] < rank[duplicate.removed])
      #expect(duplicate.cosine >= 0.9)
    }
    // Rows that stay for themselves: equal texts share a vector, so only first ones are compared.
    let firsts = report.kept
    for (place, left) in firsts.enumerated() {
      for right in firsts[(place + 1)...] {
        let isApart = labels[left] != nil && labels[right] != nil && labels[left] != labels[right]
        let cosine = zip(vectors[left], vectors[right]).reduce(0) { $0 + $1.0 * $1.1 }
        #expect(isApart || cosine < 0.90001)
      }
    }
    #expect(report.labels.reduce(0) { $0 + $1.removed } == report.duplicates.count)
    #expect(report.weights.reduce(0, +) == count)
  }

  @Test("the answer is the same with any number of threads", arguments: [2, 3, 7])
  func threads(threads: Int) async throws {
    var random = MeaningRandom(99)
    let vectors = random.table(count: 700, dimensions: 8, centres: 40, spread: 0.2)
    let texts = (0..<700).map { "text \($0 % 7) of Berlin" }
    let one = SemanticDuplicates(threshold: 0.9, minimumPerLabel: 3, threads: 1)
    var many = one
    many.threads = threads
    let labels: [String?] = (0..<700).map { "label \($0 % 90)" }
    let first = try await one.find(texts: texts, labels: labels, vectors: vectors)
    let second = try await many.find(texts: texts, labels: labels, vectors: vectors)
    #expect(first == second)
    #expect(!first.duplicates.isEmpty && !first.refusedExamples.isEmpty)
    #expect(first.refusedExamples.count <= 4 * 20)
  }
}
