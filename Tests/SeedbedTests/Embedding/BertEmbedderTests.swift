import Foundation
import SeedbedData
import SeedbedKernels
import SeedbedLearning
import Testing

@Suite("Embedding with a small BERT-type model")
struct BertEmbedderTests {
  static func texts(_ count: Int, seed: UInt64) -> [String] {
    (0..<count).map { index in
      var random = CounterRandom(seed: seed, sample: UInt64(index), operation: 1, draw: 0)
      return (0..<random.index(below: 12)).map { _ in
        random.pick(["the", "card", "order", "lost", "Refund", "é", "日本", "!", ".", "xyz"]) ?? ""
      }.joined(separator: " ")
    }
  }

  static func vectors(
    _ model: SmallBert,
    _ texts: [String],
    instructions: BertEmbedder.Instructions? = nil,
    threads: Int = 1
  ) async throws -> VectorTable {
    try await EmbeddingTestFiles.withFolder { folder in
      try model.write(to: folder)
      let embedder = try BertEmbedder(folder: folder, instructions: instructions)
      return try await embedder.embed(texts, threads: threads)
    }
  }

  struct Kind: Sendable, CustomTestStringConvertible {
    var type = "F32"
    var usesPrefix = false
    var pooling = "mean"
    var activation = "gelu"
    var testDescription: String { "\(type) \(usesPrefix) \(pooling) \(activation)" }
  }

  @Test(
    "agrees with double-precision arithmetic",
    arguments: [
      Kind(), Kind(usesPrefix: true), Kind(type: "BF16"), Kind(type: "F16", pooling: "max"),
      Kind(pooling: "cls"), Kind(activation: "relu"),
    ]
  )
  func agreesWithArithmetic(kind: Kind) async throws {
    var model = SmallBert(usesPrefix: kind.usesPrefix, type: kind.type)
    model.configuration["hidden_act"] = kind.activation
    let mode = kind.pooling == "cls" ? "cls_token" : "\(kind.pooling)_tokens"
    model.more["1_Pooling/config.json"] =
      #"{"word_embedding_dimension": 32, "pooling_mode_\#(mode)": true}"#
    let texts = Self.texts(20, seed: 7) + ["", String(repeating: "order ", count: 100)]
    let table = try await Self.vectors(model, texts)
    let tokenizer = try WordPieceTokenizer(vocabulary: SmallBert.vocabulary)
    let arithmetic = SmallBertArithmetic(
      tensors: model.tensors(),
      pooling: kind.pooling,
      activation: kind.activation
    )
    for (index, text) in texts.enumerated() {
      let expected = arithmetic.vector(of: tokenizer.tokens(of: text, limit: SmallBert.positions))
      let cosine = zip(table[index], expected).reduce(0) { $0 + Double($1.0) * $1.1 }
      #expect(1 - cosine < 2e-6, "\(text)")
    }
  }

  @Test("has the same bits for all instructions", arguments: BertEmbedder.Instructions.allCases)
  func sameBits(instructions: BertEmbedder.Instructions) async throws {
    guard instructions.isSupported else { return }
    let texts = Self.texts(60, seed: 3)
    let plain = try await Self.vectors(SmallBert(), texts, instructions: .plain)
    #expect(try await Self.vectors(SmallBert(), texts, instructions: instructions) == plain)
  }

  @Test("a vector depends on its text alone, not on its neighbours, their order or the threads")
  func batchIndependence() async throws {
    let texts = Self.texts(300, seed: 11)
    try await EmbeddingTestFiles.withFolder { folder in
      try SmallBert().write(to: folder)
      let embedder = try BertEmbedder(folder: folder)
      let table = try await embedder.embed(texts, threads: 1)
      #expect(try await embedder.embed(texts, threads: 3) == table)
      let reversed = try await embedder.embed(texts.reversed(), threads: 2)
      for index in texts.indices {
        #expect(reversed[texts.count - 1 - index].elementsEqual(table[index]))
      }
      for index in stride(from: 0, to: texts.count, by: 17) {
        #expect(try await embedder.embed([texts[index]], threads: 1)[0].elementsEqual(table[index]))
      }
    }
  }

  @Test("every vector has length 1, and no text at all gives an empty table")
  func unitLength() async throws {
    let table = try await Self.vectors(SmallBert(), Self.texts(40, seed: 5))
    for index in 0..<table.count {
      #expect(abs(table[index].reduce(0) { $0 + Double($1) * Double($1) } - 1) < 1e-5)
    }
    #expect(try await Self.vectors(SmallBert(), []).count == 0)
  }

  @Test("the identity changes with the weights and the settings, not with the place")
  func identity() async throws {
    func identity(_ model: SmallBert, name: String = "small") async throws -> String {
      try await EmbeddingTestFiles.withFolder { parent in
        let folder = parent + "/" + name
        try FileManager.default.createDirectory(
          atPath: folder,
          withIntermediateDirectories: true
        )
        try model.write(to: folder)
        return try BertEmbedder(folder: folder).identity
      }
    }
    let base = try await identity(SmallBert())
    #expect(base.hasPrefix("bert:small:"))
    #expect(try await identity(SmallBert()) == base)
    #expect(try await identity(SmallBert(seed: 2)) != base)
    #expect(try await identity(SmallBert(), name: "other") != base)
    var shorter = SmallBert()
    shorter.more["sentence_bert_config.json"] = #"{"max_seq_length": 16}"#
    #expect(try await identity(shorter) != base)
    var other = SmallBert()
    other.more["1_Pooling/config.json"] = #"{"pooling_mode_cls_token": true}"#
    #expect(try await identity(other) != base)
  }

  @Test("tokens that the model does not have are refused")
  func foreignTokens() async throws {
    try await EmbeddingTestFiles.withFolder { folder in
      try SmallBert().write(to: folder)
      let embedder = try BertEmbedder(folder: folder)
      let tooMany = [Int32](repeating: 2, count: SmallBert.positions + 1)
      for ids in [[], [-1], [Int32(SmallBert.vocabulary.count)], tooMany] as [[Int32]] {
        await #expect(throws: SeedbedError.self) {
          try await embedder.embed(tokens: [[2, 3], ids], threads: 1)
        }
      }
      let table = try await embedder.embed(tokens: [[2, 3]], threads: 1)
      #expect(try await embedder.embed([""], threads: 1) == table)
    }
  }

  @Test("a cancelled task stops")
  func cancellation() async throws {
    try await EmbeddingTestFiles.withFolder { folder in
      try SmallBert().write(to: folder)
      let embedder = try BertEmbedder(folder: folder)
      let work = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        return try await embedder.embed(Self.texts(100, seed: 1), threads: 2)
      }
      await #expect(throws: CancellationError.self) { try await work.value }
    }
  }
}
