import Foundation
import SeedbedData
import SeedbedLearning
import Testing

@Suite("Opening the folder of a BERT-type model")
struct BertFolderTests {
  /// The error that opening a changed copy of the small model gives.
  static func error(
    _ model: SmallBert = SmallBert(),
    removing file: String? = nil
  ) async throws -> SeedbedError? {
    try await EmbeddingTestFiles.withFolder { folder in
      try model.write(to: folder)
      if let file { try FileManager.default.removeItem(atPath: folder + "/" + file) }
      return #expect(throws: SeedbedError.self) { try BertEmbedder(folder: folder) }
    }
  }

  @Test("a missing file is named", arguments: ["config.json", "vocab.txt", "model.safetensors"])
  func missingFile(file: String) async throws {
    let error = try await Self.error(removing: file)
    #expect(error?.code == .missingResource)
    #expect(error?.message.contains(file) == true)
  }

  @Test(
    "a setting that is not supported is named",
    arguments: [
      ("model_type", "roberta"), ("hidden_act", "silu"),
      ("position_embedding_type", "relative_key"), ("hidden_size", "many"),
    ]
  )
  func unsupportedSetting(key: String, value: String) async throws {
    var model = SmallBert()
    model.configuration[key] = value
    let error = try await Self.error(model)
    #expect(error?.code == .data)
    #expect(error?.message.contains(key) == true)
  }

  @Test(
    "sizes that do not fit the weights or the loops are refused",
    arguments: [
      ("hidden_size", 48), ("num_attention_heads", 3), ("num_attention_heads", 4),
      ("intermediate_size", 63), ("num_hidden_layers", 3), ("num_hidden_layers", 0),
      ("vocab_size", 9), ("max_position_embeddings", 512), ("hidden_size", -32),
      ("hidden_size", 1 << 60),
    ]
  )
  func wrongSizes(key: String, value: Int) async throws {
    var model = SmallBert()
    model.configuration[key] = value
    #expect(try await Self.error(model)?.code == .data)
  }

  @Test(
    "modules and pooling that are not supported are named",
    arguments: [
      ("modules.json", #"[{"path": "", "type": "sentence_transformers.models.Dense"}]"#, "Dense"),
      ("1_Pooling/config.json", #"{"pooling_mode_weightedmean_tokens": true}"#, "weightedmean"),
      ("tokenizer_config.json", #"{"do_lower_case": true, "strip_accents": false}"#, "accents"),
      ("tokenizer_config.json", #"{"cls_token": "<s>"}"#, "<s>"),
      ("sentence_bert_config.json", #"{"max_seq_length": 1}"#, "max_seq_length"),
      ("1_Pooling/config.json", "{", "no JSON"),
    ]
  )
  func unsupportedModules(file: String, text: String, word: String) async throws {
    var model = SmallBert()
    model.more[file] = text
    #expect(try await Self.error(model)?.message.contains(word) == true)
  }

  @Test("the length comes from the folder, and is 256 where it says nothing")
  func length() async throws {
    try await EmbeddingTestFiles.withFolder { folder in
      var model = SmallBert()
      model.more["sentence_bert_config.json"] = #"{"max_seq_length": 16}"#
      model.more["modules.json"] = """
        [{"path": "", "type": "sentence_transformers.models.Transformer"},
         {"path": "1_Pooling", "type": "sentence_transformers.models.Pooling"},
         {"path": "2_Normalize", "type": "sentence_transformers.models.Normalize"}]
        """
      try model.write(to: folder)
      #expect(try BertEmbedder(folder: folder).longest == 16)
      // The small model has only 40 positions.
      try FileManager.default.removeItem(atPath: folder + "/sentence_bert_config.json")
      #expect(try BertEmbedder(folder: folder).longest == SmallBert.positions)
    }
  }

  /// A copy of the small model in which the first number of a tensor is none.
  static func withDamagedModel(
    _ name: String,
    _ body: (String) async throws -> Void
  ) async throws {
    try await EmbeddingTestFiles.withFolder { folder in
      try SmallBert().write(to: folder)
      let path = folder + "/model.safetensors"
      var data = try Data(contentsOf: URL(filePath: path))
      // The tensors lie in the order of their names' list, behind the header.
      let before = SmallBert.shapes.prefix { $0.0 != name }.reduce(0) { $0 + $1.1.reduce(4, *) }
      let numbers = SmallBert.shapes.reduce(0) { $0 + $1.1.reduce(4, *) }
      let place = data.count - numbers + before
      data.replaceSubrange(place..<place + 4, with: [0, 0, 0xc0, 0x7f])
      try data.write(to: URL(filePath: path))
      try await body(folder)
    }
  }

  @Test("weights that are no numbers are refused")
  func damagedWeights() async throws {
    let name = "encoder.layer.1.output.dense.weight"
    try await Self.withDamagedModel(name) { folder in
      let error = #expect(throws: SeedbedError.self) { try BertEmbedder(folder: folder) }
      #expect(error?.message.contains(name) == true)
    }
  }

  @Test("vectors that are no numbers are an error, not a result")
  func damagedNorm() async throws {
    try await Self.withDamagedModel("encoder.layer.1.output.LayerNorm.bias") { folder in
      let embedder = try BertEmbedder(folder: folder)
      await #expect(throws: SeedbedError.self) { try await embedder.embed(["a"], threads: 1) }
    }
  }
}
