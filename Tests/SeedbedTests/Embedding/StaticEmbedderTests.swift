import Foundation
import SeedbedData
import SeedbedLearning
import Synchronization
import Testing

@Suite("Static embedder")
struct StaticEmbedderTests {
  static let model = EmbeddingModels.folder

  struct Golden: Decodable {
    var pairs: [[String]]
    var cosines: [Float]
  }

  @Test(
    "cosines equal those that numpy finds by the same method",
    .enabled(if: model != nil, "all-MiniLM-L6-v2 is not on this machine")
  )
  func golden() async throws {
    let embedder = try await EmbeddingModels.distilled()
    let data = try Data(contentsOf: URL(filePath: EmbeddingTestFiles.golden("static.json")))
    let golden = try JSONDecoder().decode(Golden.self, from: data)
    for (pair, cosine) in zip(golden.pairs, golden.cosines) {
      let table = try await embedder.embed(pair, threads: 1)
      let value = EmbeddingTexts.cosine(table[0], table[1])
      #expect(abs(value - cosine) < 2e-3, "\(pair): \(value) instead of \(cosine)")
    }
  }

  @Test(
    "a vector has length 1, depends on its text alone, and is zeros without pieces",
    .enabled(if: model != nil, "all-MiniLM-L6-v2 is not on this machine"),
    arguments: [1, 2, 5]
  )
  func independence(threads: Int) async throws {
    let embedder = try await EmbeddingModels.distilled()
    let texts =
      EmbeddingTexts.random(700, seed: 6) + [
        "", " \n", String(repeating: "far away ", count: 9999),
      ]
    let table = try await embedder.embed(texts, threads: threads)
    let backwards = try await embedder.embed(texts.reversed(), threads: 1)
    for index in texts.indices {
      let row = table[index]
      #expect(row.elementsEqual(backwards[texts.count - 1 - index]))
      let square = EmbeddingTexts.cosine(row, row)
      let isBlank = texts[index].allSatisfy(\.isWhitespace)
      // A text of emoji alone has no piece that the model knows either.
      #expect(square == 0 || (!isBlank && abs(square - 1) < 1e-5))
    }
  }

  @Test(
    "a model is distilled once, and again when the file is damaged or another model's",
    .enabled(if: model != nil, "all-MiniLM-L6-v2 is not on this machine")
  )
  func storage() async throws {
    let small = try SmallBertModel()
    defer { small.remove() }
    let file = small.folder + "/static-8.v1.safetensors"
    func open() async throws -> (vectors: VectorTable, calls: Int) {
      let calls = Mutex(0)
      let embedder = try await StaticEmbedder(
        folder: small.folder,
        dimensions: 8,
        threads: 2
      ) { _, _ in calls.withLock { $0 += 1 } }
      #expect(embedder.storageFailure == nil)
      return (try await embedder.embed(["red apple", "blue"], threads: 1), calls.withLock { $0 })
    }
    let first = try await open()
    #expect(first.calls == 1)
    let again = try await open()
    #expect(again.calls == 0 && again.vectors == first.vectors)
    let bytes = try Data(contentsOf: URL(filePath: file))
    // A changed number, a file cut short, no file and a file of something else.
    var damaged = bytes
    damaged[bytes.count / 2] ^= 1
    for content in [damaged, bytes.dropLast(3), nil, Data("hello".utf8), Data()] {
      try? FileManager.default.removeItem(atPath: file)
      try content?.write(to: URL(filePath: file))
      let next = try await open()
      #expect(next.calls == 1 && next.vectors == first.vectors)
      #expect(try Data(contentsOf: URL(filePath: file)) == bytes)
    }
    try small.changeWeights()
    let other = try await open()
    #expect(other.calls == 1 && other.vectors != first.vectors)
  }

  @Test("a model can be distilled where nothing may be written")
  func readOnly() async throws {
    let small = try SmallBertModel()
    defer { small.remove() }
    let embedder = try await StaticEmbedder(
      folder: small.folder,
      cache: small.folder + "/no/such/folder",
      dimensions: 4,
      threads: 1
    )
    #expect(embedder.storageFailure?.message.contains("/no/such/folder/static-4") == true)
    #expect(try await embedder.embed(["red"], threads: 1).count == 1)
  }

  @Test("frequent words weigh less than rare ones, and special tokens nothing")
  func weights() async throws {
    let small = try SmallBertModel()
    defer { small.remove() }
    let embedder = try await StaticEmbedder(folder: small.folder, dimensions: 8, threads: 1)
    let table = try await embedder.embed(["the apple", "apple", "the", "[SEP]", "§"], threads: 1)
    let rare = EmbeddingTexts.cosine(table[0], table[1])
    let frequent = EmbeddingTexts.cosine(table[0], table[2])
    #expect(rare > frequent)
    #expect(table[3].allSatisfy { $0 == 0 } && table[4].allSatisfy { $0 == 0 })
  }

  @Test("more dimensions than the model has are refused, and none", arguments: [0, 33])
  func tooMany(dimensions: Int) async throws {
    let small = try SmallBertModel()
    defer { small.remove() }
    let error = await #expect(throws: SeedbedError.self) {
      try await StaticEmbedder(folder: small.folder, dimensions: dimensions, threads: 1)
    }
    #expect(error?.hint == "choose from 1 to 32")
  }

  @Test("a folder without a model is named")
  func missing() async throws {
    let error = await #expect(throws: SeedbedError.self) {
      try await StaticEmbedder(folder: "/nowhere", threads: 1)
    }
    #expect(error?.message.contains("/nowhere") == true)
  }
}
