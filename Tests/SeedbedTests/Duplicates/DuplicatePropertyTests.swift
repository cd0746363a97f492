import SeedbedPipeline
import Testing

@Suite("A search for duplicates agrees with plain counting")
struct DuplicatePropertyTests {
  @Test("every decision is true, and the promised share of the rest is found", arguments: 0..<3)
  func bruteForce(seed: Int) async throws {
    let texts = DuplicateFixture.edited(260, copies: 6, seed: seed)
    let windows = DuplicateFixture.numbered(texts)
    let report = try await DuplicateFixture.report(texts)
    let removed = Set(report.decisions.map(\.removed))
    for decision in report.decisions {
      #expect(!removed.contains(decision.kept))
      #expect(decision.kept < decision.removed)
      let similarity = DuplicateFixture.jaccard(windows[decision.removed], windows[decision.kept])
      #expect(decision.similarity == similarity)
      #expect(similarity >= 0.8)
    }
    // Pairs of rows that stay are misses; pairs with a removed row were found one way or another.
    var missed = 0, found = report.decisions.count
    let kept = texts.indices.filter { !removed.contains($0) }
    for (place, left) in kept.enumerated() {
      for right in kept[(place + 1)...]
      where DuplicateFixture.jaccard(windows[left], windows[right]) >= 0.8 { missed += 1 }
    }
    found = max(1, found)
    #expect(found > 400)
    #expect(Double(missed) / Double(found + missed) <= 0.05)
  }

  @Test("of the similar rows that stay none is more similar than the one named", arguments: 3..<5)
  func mostSimilarStays(seed: Int) async throws {
    let texts = DuplicateFixture.edited(60, copies: 9, seed: seed)
    let windows = DuplicateFixture.numbered(texts)
    let options = DuplicateOptions(threshold: 0.7, recall: 0.999)
    let report = try await DuplicateFixture.report(texts, options)
    let removed = Set(report.decisions.map(\.removed))
    var better = 0
    for decision in report.decisions {
      // A copy of a row that went names what that row names.
      let first = windows.firstIndex(of: windows[decision.removed]) ?? decision.removed
      for other in 0..<max(first, 1) where !removed.contains(other) {
        let similarity = DuplicateFixture.jaccard(windows[decision.removed], windows[other])
        if similarity > decision.similarity
          || (similarity == decision.similarity && other < decision.kept)
        {
          better += 1
        }
      }
    }
    #expect(report.decisions.count > 150)
    #expect(better <= 1)
  }

  @Test(
    "results depend neither on threads nor on how rows come in",
    arguments: [(1, 5000), (2, 1), (3, 17), (7, 333)]
  )
  func threads(threads: Int, batch: Int) async throws {
    let texts =
      DuplicateFixture.edited(400, copies: 5, seed: 7) + Array(repeating: "same", count: 99)
    var expected = try await DuplicateFixture.report(
      texts,
      DuplicateOptions(findsSkeletons: true, threads: 2)
    )
    var report = try await DuplicateFixture.report(
      texts,
      DuplicateOptions(findsSkeletons: true, threads: threads),
      batch: batch
    )
    #expect(report.decisions.count > 500)
    expected.peakBytes = 0
    report.peakBytes = 0
    #expect(report == expected)
  }

  @Test("a memory limit changes nothing but the memory", arguments: [0, 4096, 1 << 20])
  func memoryLimit(limit: Int) async throws {
    var random = DuplicateFixture.random(11)
    // More than one block of views and of keys, so that blocks go to temporary files.
    let padding = DuplicateFixture.words(900, &random).joined(separator: " ")
    let texts = DuplicateFixture.edited(300, copies: 6, seed: 8).flatMap {
      [$0, "\($0) \(padding)"]
    }
    var expected = try await DuplicateFixture.report(texts)
    var report = try await DuplicateFixture.report(texts, DuplicateOptions(memoryLimit: limit))
    #expect(report.peakBytes < expected.peakBytes)
    expected.peakBytes = 0
    report.peakBytes = 0
    #expect(report == expected)
  }

  @Test("words as pieces find what they should", arguments: [1, 2, 3])
  func words(width: Int) async throws {
    let texts = DuplicateFixture.edited(150, copies: 5, seed: 21)
    let sets = texts.map { text in
      let words = text.split { !$0.isLetter }
      return Set(
        words.count < width
          ? [] : (0...(words.count - width)).map { Array(words[$0..<($0 + width)]) }
      )
    }
    let options = DuplicateOptions(threshold: 0.7, shingling: .words(width))
    let report = try await DuplicateFixture.report(texts, options)
    #expect(report.decisions.count > 100)
    for decision in report.decisions {
      let similarity = DuplicateFixture.jaccard(sets[decision.removed], sets[decision.kept])
      #expect(decision.similarity == similarity)
    }
  }
}
