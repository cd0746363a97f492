import GRDB
import SeedbedData
import SeedbedKernels
import SeedbedLearning
import SeedbedLedger
import Testing

@Suite("Ledger: vectors of texts")
struct LedgerEmbeddingTests {
  private let keys = (0..<5).map { CachedEmbedder<HashedEmbedder, Ledger>.key(of: "text \($0)") }
  private let table = VectorTable(
    dimensions: 3,
    values: [0.1, -0.0, 1, .leastNonzeroMagnitude, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
  )

  @Test("vectors come back bit for bit, by key and model")
  func roundTrip() async throws {
    let ledger = try Ledger.inMemory()
    try await ledger.store(table, for: keys, model: "a-1")
    let kept = try await ledger.vectors(for: Array(keys.reversed()), model: "a-1")
    #expect(kept.count == 5)
    for (index, key) in keys.enumerated() {
      #expect(kept[key]?.map(\.bitPattern) == table[index].map(\.bitPattern))
    }
    #expect(try await ledger.vectors(for: keys, model: "a-2").isEmpty)
    let stranger = CachedEmbedder<HashedEmbedder, Ledger>.key(of: "text 9")
    #expect(try await ledger.vectors(for: [stranger], model: "a-1").isEmpty)
  }

  @Test("a vector that is kept already stays as it is, and a model's vectors can be forgotten")
  func keptOnce() async throws {
    let ledger = try Ledger.inMemory()
    try await ledger.store(table, for: keys, model: "a")
    let other = VectorTable(dimensions: 3, values: [9, 9, 9])
    try await ledger.store(other, for: [keys[0]], model: "a")
    #expect(try await ledger.vectors(for: [keys[0]], model: "a")[keys[0]] == Array(table[0]))
    try await ledger.store(other, for: [keys[0]], model: "b")
    #expect(try ledger.removeVectors(model: "a") == 5)
    #expect(try await ledger.vectors(for: keys, model: "a").isEmpty)
    #expect(try await ledger.vectors(for: keys, model: "b").count == 1)
  }

  @Test("vectors outlive the process that made them, and nothing is embedded again")
  func reopened() async throws {
    let folder = TestFolder()
    let texts = ["one", "two", "", "one", "three\0"]
    let counter = CountingEmbedder(HashedEmbedder(dimensions: 64))
    let path = folder.path + "/ledger.sqlite"
    let first = try await CachedEmbedder(counter, cache: Ledger(path: path))
      .embed(texts, threads: 1)
    #expect(counter.texts == ["one", "two", "", "three\0"])
    let again = try await CachedEmbedder(counter, cache: Ledger(path: path))
      .embed(texts, threads: 1)
    #expect(counter.texts.count == 4)
    #expect(again == first)
    #expect(try await counter.base.embed(texts, threads: 1) == first)
  }

  @Test("a kept vector of another length is refused by name")
  func wrongLength() async throws {
    let ledger = try Ledger.inMemory()
    let embedder = HashedEmbedder(dimensions: 64)
    let key = CachedEmbedder<HashedEmbedder, Ledger>.key(of: "one")
    try await ledger.store(
      VectorTable(dimensions: 2, values: [1, 2]),
      for: [key],
      model: embedder.identity
    )
    let error = await #expect(throws: SeedbedError.self) {
      try await CachedEmbedder(embedder, cache: ledger).embed(["one"], threads: 1)
    }
    #expect(
      error?.message == "the vector kept for text `\(key.hex)` under model `hashed-64-v1` has "
        + "2 numbers, not 64"
    )
  }

  @Test("the schema refuses a vector that is none")
  func schema() async throws {
    let folder = TestFolder()
    let path = folder.path + "/ledger.sqlite"
    _ = try Ledger(path: path)
    let database = try DatabaseQueue(path: path)
    for values in [
      "'m', x'00', x'00000000'", "'m', zeroblob(16), x'0000'", "'', zeroblob(16), x''",
    ] {
      #expect(throws: DatabaseError.self) {
        try database.write { try $0.execute(sql: "INSERT INTO embeddings VALUES (\(values))") }
      }
    }
  }
}

/// A folder of its own that goes with the value.
private final class TestFolder {
  let path: String

  init() {
    path = EmbeddingTestFiles.newFolder()
  }

  deinit { EmbeddingTestFiles.remove(path) }
}
