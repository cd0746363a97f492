import SeedbedLearning
import Testing

@Suite("Hashed embedder")
struct HashedEmbedderTests {
  private let embedder = HashedEmbedder()

  private func cosine(_ a: String, _ b: String) async throws -> Float {
    let table = try await embedder.embed([a, b], threads: 1)
    return EmbeddingTexts.cosine(table[0], table[1])
  }

  @Test("a vector has length 1, and one of white space is zeros")
  func length() async throws {
    let texts = EmbeddingTexts.random(500, seed: 1) + ["", " \n\t", "\u{3000}", "!!!", "🙂", "\0a"]
    let table = try await embedder.embed(texts, threads: 2)
    #expect(table.count == texts.count)
    for (index, text) in texts.enumerated() {
      let square = EmbeddingTexts.cosine(table[index], table[index])
      let isBlank = text.allSatisfy(\.isWhitespace)
      #expect(isBlank ? square == 0 : abs(square - 1) < 1e-5, "\(text.debugDescription): \(square)")
    }
  }

  @Test("a vector depends on its text alone", arguments: [1, 2, 3, 7])
  func independence(threads: Int) async throws {
    let texts = EmbeddingTexts.random(1500, seed: 2)
    let table = try await embedder.embed(texts, threads: threads)
    let backwards = try await embedder.embed(texts.reversed(), threads: 1)
    for index in texts.indices {
      #expect(table[index].elementsEqual(backwards[texts.count - 1 - index]))
    }
    let alone = try await embedder.embed([texts[700]], threads: 1)
    #expect(alone[0].elementsEqual(table[700]))
  }

  @Test("case, punctuation and accents do not count, words do")
  func meaning() async throws {
    #expect(try await cosine("Refund my ORDER, please!", "refund my order please") > 0.9999)
    #expect(try await cosine("café", "cafe\u{301}") > 0.9999)
    let near = try await cosine("refund my order please", "please refund this order")
    let typo = try await cosine("please refund my payment", "please refnud my payment")
    let far = try await cosine("refund my order please", "what is the weather in Oslo")
    #expect(near > 0.5 && typo > 0.6 && abs(far) < 0.2, "\(near) \(typo) \(far)")
  }

  @Test("words in another order are similar, not equal")
  func order() async throws {
    let value = try await cosine("the dog bites the man", "the man bites the dog")
    #expect(value > 0.7 && value < 0.999)
  }

  @Test("unrelated texts have cosines about 0, in inverse proportion to the root of the dimensions")
  func noise() async throws {
    let left = (0..<300).map { "alpha\($0 * 7919) beta\($0 * 104729)" }
    let right = (0..<300).map { "gamma\($0 * 1299709 + 1) delta\($0 * 15485863 + 1)" }
    for dimensions in [64, 256, 1024] {
      let embedder = HashedEmbedder(dimensions: dimensions)
      let a = try await embedder.embed(left, threads: 1)
      let b = try await embedder.embed(right, threads: 1)
      let square = (0..<300).reduce(Float(0)) {
        let value = EmbeddingTexts.cosine(a[$1], b[($1 * 31 + 7) % 300])
        return $0 + value * value
      }
      let expected = 1 / Float(dimensions)
      #expect(square / 300 < 2.5 * expected && square / 300 > 0.3 * expected)
    }
  }

  @Test("long texts and texts of one repeated word are embedded")
  func long() async throws {
    let long = String(repeating: "no way out ", count: 20_000)
    let table = try await embedder.embed([long, "a", long], threads: 1)
    #expect(table[0].elementsEqual(table[2]))
    let alone = try await embedder.embed(["a"], threads: 1)
    #expect(alone[0].elementsEqual(table[1]))
  }

  @Test("no texts give an empty table, and the identity names the dimensions")
  func empty() async throws {
    #expect(try await embedder.embed([], threads: 4).count == 0)
    #expect(embedder.identity == "hashed-512-v1")
    #expect(HashedEmbedder(dimensions: 256).identity != embedder.identity)
  }

  @Test("a cancelled task stops")
  func cancellation() async throws {
    let texts = EmbeddingTexts.random(100, seed: 3)
    let embedder = embedder
    let work = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await embedder.embed(texts, threads: 1)
    }
    await #expect(throws: CancellationError.self) { try await work.value }
  }
}
