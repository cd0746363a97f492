import Foundation
import SeedbedKernels

/// A model of the BERT type with random weights and a few words, small enough to be made in a test.
struct SmallBertModel {
  static let words = [
    "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", ".", "a", "the", "of", "red", "blue", "green",
    "apple", "pear", "plum", "cherry", "quince", "medlar", "##s", "##ish", "sky", "sea", "old",
    "new", "one", "two", "three", "four",
  ]
  private static let hidden = 32
  private static let inner = 64

  let folder: String

  init(seed: UInt64 = 1) throws {
    folder = EmbeddingTestFiles.newFolder()
    let config: [String: Any] = [
      "model_type": "bert", "vocab_size": Self.words.count, "hidden_size": Self.hidden,
      "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": Self.inner,
      "hidden_act": "gelu", "layer_norm_eps": 1e-12, "max_position_embeddings": 32,
      "type_vocab_size": 2,
    ]
    try JSONSerialization.data(withJSONObject: config, options: .sortedKeys)
      .write(to: URL(filePath: folder + "/config.json"))
    try Data((Self.words.joined(separator: "\n") + "\n").utf8)
      .write(to: URL(filePath: folder + "/vocab.txt"))
    try write(seed: seed)
  }

  func remove() { EmbeddingTestFiles.remove(folder) }

  func changeWeights() throws { try write(seed: 2) }

  private func write(seed: UInt64) throws {
    let h = Self.hidden
    var tensors: [(String, [Int])] = [
      ("embeddings.word_embeddings.weight", [Self.words.count, h]),
      ("embeddings.position_embeddings.weight", [32, h]),
      ("embeddings.token_type_embeddings.weight", [2, h]),
      ("embeddings.LayerNorm.weight", [h]), ("embeddings.LayerNorm.bias", [h]),
    ]
    let layer = "encoder.layer.0."
    for name in [
      "attention.self.query", "attention.self.key", "attention.self.value",
      "attention.output.dense",
    ] { tensors += [(layer + name + ".weight", [h, h]), (layer + name + ".bias", [h])] }
    tensors += [
      (layer + "intermediate.dense.weight", [Self.inner, h]),
      (layer + "intermediate.dense.bias", [Self.inner]),
      (layer + "output.dense.weight", [h, Self.inner]), (layer + "output.dense.bias", [h]),
    ]
    for name in ["attention.output.LayerNorm", "output.LayerNorm"] {
      tensors += [(layer + name + ".weight", [h]), (layer + name + ".bias", [h])]
    }
    var header: [String: Any] = [:]
    var numbers = Data()
    for (number, (name, shape)) in tensors.enumerated() {
      let count = shape.reduce(1, *)
      header[name] = [
        "dtype": "F32", "shape": shape,
        "data_offsets": [numbers.count, numbers.count + 4 * count],
      ]
      var random = CounterRandom(seed: seed, sample: UInt64(number), operation: 1, draw: 0)
      for _ in 0..<count {
        let isScale = name.hasSuffix("LayerNorm.weight")
        let value = Float(random.unit() - 0.5) * (isScale ? 0.2 : 1) + (isScale ? 1 : 0)
        withUnsafeBytes(of: value.bitPattern.littleEndian) { numbers.append(contentsOf: $0) }
      }
    }
    let words = try JSONSerialization.data(withJSONObject: header, options: .sortedKeys)
    var file = Data()
    withUnsafeBytes(of: UInt64(words.count).littleEndian) { file.append(contentsOf: $0) }
    try (file + words + numbers).write(to: URL(filePath: folder + "/model.safetensors"))
  }
}
