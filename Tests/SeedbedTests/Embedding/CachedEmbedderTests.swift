import SeedbedData
import SeedbedKernels
import SeedbedLearning
import Synchronization
import Testing

@Suite("Cached embedder")
struct CachedEmbedderTests {
  private let base = HashedEmbedder(dimensions: 64)

  @Test("gives what the embedder underneath gives, for any chunk", arguments: [1, 3, 7, 1000])
  func same(chunkSize: Int) async throws {
    let texts = EmbeddingTexts.random(50, seed: 4) + EmbeddingTexts.random(50, seed: 4) + ["", ""]
    let counter = CountingEmbedder(base)
    let cached = CachedEmbedder(counter, cache: MemoryCache(), chunkSize: chunkSize)
    let expected = try await base.embed(texts, threads: 1)
    #expect(try await cached.embed(texts, threads: 2) == expected)
    #expect(counter.texts.count == Set(texts).count)
    #expect(counter.calls.allSatisfy { $0.count <= chunkSize })
    #expect(try await cached.embed(Array(texts.reversed()), threads: 1).count == texts.count)
    #expect(counter.texts.count == Set(texts).count)
  }

  @Test("work that failed in the middle goes on behind the last whole chunk")
  func goingOn() async throws {
    let texts = (0..<10).map { "text \($0)" }
    let cache = MemoryCache()
    let failing = CountingEmbedder(base, failsAfter: 2)
    await #expect(throws: CountingEmbedder<HashedEmbedder>.Refusal.self) {
      try await CachedEmbedder(failing, cache: cache, chunkSize: 3).embed(texts, threads: 1)
    }
    let counter = CountingEmbedder(base)
    let table = try await CachedEmbedder(counter, cache: cache, chunkSize: 3)
      .embed(texts, threads: 1)
    #expect(counter.texts == Array(texts[6...]))
    #expect(try await base.embed(texts, threads: 1) == table)
  }

  @Test("canonically equal texts of different bytes are different texts")
  func bytes() async throws {
    let counter = CountingEmbedder(base)
    let cached = CachedEmbedder(counter, cache: MemoryCache())
    _ = try await cached.embed(["caf\u{e9}", "cafe\u{301}"], threads: 1)
    #expect(counter.texts.count == 2)
  }

  @Test("progress counts distinct texts, those in the cache first")
  func progress() async throws {
    let cache = MemoryCache()
    _ = try await CachedEmbedder(base, cache: cache).embed(["a", "b"], threads: 1)
    let heard = Mutex<[[Int]]>([])
    let cached = CachedEmbedder(base, cache: cache, chunkSize: 2) { done, total in
      heard.withLock { $0.append([done, total]) }
    }
    _ = try await cached.embed(["a", "c", "d", "e", "c", "b"], threads: 1)
    #expect(heard.withLock { $0 } == [[2, 5], [4, 5], [5, 5]])
  }

  @Test("an embedder that gives too few vectors is refused")
  func tooFew() async throws {
    struct Lazy: Embedder {
      var identity: String { "lazy" }
      var dimensions: Int { 2 }
      func embed(_ texts: [String], threads: Int) async throws -> VectorTable {
        VectorTable(dimensions: 2, values: [1, 0])
      }
    }
    let error = await #expect(throws: SeedbedError.self) {
      try await CachedEmbedder(Lazy(), cache: MemoryCache()).embed(["a", "b"], threads: 1)
    }
    #expect(error?.message.contains("gave 1 vectors of 2 numbers for 2 texts") == true)
  }

  @Test("a remote embedder sends no blank texts and makes every vector's length 1")
  func remote() async throws {
    let asked = Mutex<[String]>([])
    let remote = RemoteEmbedder(identity: "far", dimensions: 2) { texts in
      asked.withLock { $0 += texts }
      return texts.map { [Float($0.utf8.count), 0] }
    }
    let table = try await remote.embed(["abc", " \n", "", "x"], threads: 1)
    #expect(table.values == [1, 0, 0, 0, 0, 0, 1, 0])
    #expect(asked.withLock { $0 } == ["abc", "x"])
    #expect(try await remote.embed([" "], threads: 1).values == [0, 0])
  }

  @Test("a remote vector of another length and a missing one are refused")
  func remoteFaults() async throws {
    let long = RemoteEmbedder(identity: "far", dimensions: 2) { $0.map { _ in [1, 2, 3] } }
    let error = await #expect(throws: SeedbedError.self) { try await long.embed(["a"], threads: 1) }
    #expect(error?.message == "`far` gave a vector of 3 numbers, not 2")
    let none = RemoteEmbedder(identity: "far", dimensions: 2) { _ in [] }
    await #expect(throws: SeedbedError.self) { try await none.embed(["a"], threads: 1) }
  }
}
