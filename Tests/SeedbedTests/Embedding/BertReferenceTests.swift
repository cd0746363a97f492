import Foundation
import SeedbedLearning
import Testing

@Suite("all-MiniLM-L6-v2 against its makers' vectors")
struct BertReferenceTests {
  struct Reference: Decodable {
    struct Item: Decodable {
      var text: String
      var tokenIds: [Int32]
      var embedding: [Double]
    }

    var items: [Item]
  }

  /// The model's folder, or nil where it is not on this machine.
  static let model: String? = {
    let environment = ProcessInfo.processInfo.environment
    let cache =
      environment["XDG_CACHE_HOME"].flatMap { $0.isEmpty ? nil : $0 }
      ?? (environment["HOME"] ?? "") + "/.cache"
    let folder = cache + "/seedbed/models/all-MiniLM-L6-v2"
    let files = ["config.json", "vocab.txt", "model.safetensors"]
    let isThere = files.allSatisfy {
      FileManager.default.fileExists(atPath: folder + "/" + $0)
    }
    return isThere ? folder : nil
  }()

  static let reference = EmbeddingTestFiles.shared("bench/reference/minilm_50.json")

  static func items() throws -> [Reference.Item] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let data = try Data(contentsOf: URL(filePath: try #require(reference)))
    return try decoder.decode(Reference.self, from: data).items
  }

  @Test(
    "tokens are equal, vectors within a cosine distance of 1e-5",
    .enabled(if: model != nil, "all-MiniLM-L6-v2 is not on this machine"),
    .enabled(if: reference != nil, "the shared reference vectors are not beside the package")
  )
  func vectors() async throws {
    let items = try Self.items()
    #expect(items.count == 50)
    let embedder = try BertEmbedder(folder: try #require(Self.model))
    #expect(embedder.dimensions == 384)
    #expect(embedder.longest == 256)
    let table = try await embedder.embed(items.map(\.text), threads: 2)
    for (index, item) in items.enumerated() {
      #expect(embedder.tokenizer.tokens(of: item.text, limit: 256) == item.tokenIds)
      let length = item.embedding.reduce(0) { $0 + $1 * $1 }.squareRoot()
      let cosine = zip(table[index], item.embedding).reduce(0) { $0 + Double($1.0) * $1.1 / length }
      #expect(1 - cosine < 1e-5, "\(item.text.prefix(60))")
    }
  }

  @Test(
    "the real model has the same bits for all instructions",
    .enabled(if: model != nil, "all-MiniLM-L6-v2 is not on this machine"),
    arguments: [BertEmbedder.Instructions.sse2, .avx2, .avx512, .neon]
  )
  func sameBits(instructions: BertEmbedder.Instructions) async throws {
    guard instructions.isSupported else { return }
    let texts = [
      "Where is my card?", "naïve café — “quoted”", String(repeating: "long ", count: 40),
    ]
    let folder = try #require(Self.model)
    let plain = try await BertEmbedder(folder: folder, instructions: .plain)
      .embed(texts, threads: 2)
    let other = try await BertEmbedder(folder: folder, instructions: instructions)
      .embed(texts, threads: 1)
    #expect(other == plain)
  }
}
